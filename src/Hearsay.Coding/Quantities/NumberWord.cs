namespace Hearsay.Coding.Quantities;

/// <summary>What a number word does in a number phrase.</summary>
public enum NumberKind
{
    /// <summary>Adds its value: "twelve", "forty".</summary>
    Cardinal,

    /// <summary>Multiplies what stands before it: "hundred", "million", "dozen".</summary>
    Scale,

    /// <summary>Ends an ordinal: "fifth".</summary>
    Ordinal,

    /// <summary>Says about how many: "dozens", "several"; may have a value ("couple").</summary>
    Vague,
}

/// <summary>
/// One row of number-words.csv; <c>Value</c> is −1 for vague words without a number, <c>Least</c> the number that a
/// vague word stands for at the least ("hundreds" 100), −1 where it stands for none.
/// </summary>
public sealed record NumberWord(string Text, NumberKind Kind, long Value, long Least);
