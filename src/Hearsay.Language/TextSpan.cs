namespace Hearsay.Language;

/// <summary>
/// A half-open range <c>[Start, End)</c> of UTF-16 code units in the text it was read from
/// (<c>Article.Text</c>, unless a member says otherwise). An empty span marks a position.
/// </summary>
/// <param name="Start">Index of the first code unit.</param>
/// <param name="End">Index just past the last code unit; never less than <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The code units of this span in <paramref name="text"/>.</summary>
    public string In(string text) => text[Start..End];
}
