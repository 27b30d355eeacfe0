namespace Hearsay.Language.Morphology;

/// <summary>What to do with capitals before a word is cut to its lemma.</summary>
public enum LemmaCase : byte
{
    /// <summary>All lower case ("Ministers" → "minister").</summary>
    Lower,

    /// <summary>As written ("Kenyans" → "Kenyan").</summary>
    Keep,

    /// <summary>A capital and lower case ("SENATE" → "Senate").</summary>
    Title,
}
