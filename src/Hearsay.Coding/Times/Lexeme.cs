using Hearsay.Coding.Quantities;

namespace Hearsay.Coding.Times;

/// <summary>What a lexeme is made of.</summary>
internal enum LexemeKind : byte
{
    Word,
    Digits,
    Mark,
}

/// <summary>
/// A run of letters, a run of digits or one other character of a sentence. The time grammar reads these rather than
/// tokens, so that "mid-2011", "22nd" and "8pm" read alike however a tokenizer cuts them.
/// </summary>
/// <param name="Kind">Letters, digits or another character.</param>
/// <param name="Time">The word's entry in the time lexicon, or null.</param>
/// <param name="NumberWord">The word's entry among number words, or null.</param>
/// <param name="Number">Value of a run of digits (−1 when it has more than nine).</param>
/// <param name="Mark">The character, when <paramref name="Kind"/> is Mark.</param>
/// <param name="Start">First code unit in the document's text.</param>
/// <param name="End">Just past the last.</param>
/// <param name="Token">Index of the token it lies in.</param>
/// <param name="Spaced">Whether white space stands before it.</param>
internal readonly record struct Lexeme(
    LexemeKind Kind, TimeWord? Time, NumberWord? NumberWord, int Number, char Mark, int Start, int End, int Token, bool Spaced)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the time lexicon has the word with one of these kinds.</summary>
    public bool Is(TimeKinds kinds) => Time != null && (Time.Kinds & kinds) != 0;

    /// <summary>Whether the word is <paramref name="text"/> (lower case); only words of the time lexicon can be.</summary>
    public bool Is(string text) => Time != null && Time.Text == text;
}
