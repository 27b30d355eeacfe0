namespace Hearsay.Exporting;

/// <summary>
/// Cuts a text by offsets in code points. A text without characters beyond the basic plane is cut as it is; offsets
/// outside the text are moved to its ends.
/// </summary>
internal sealed class CodePointText
{
    private readonly string text;
    private readonly List<int>? units;

    public CodePointText(string text)
    {
        this.text = text;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return;
        units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
    }

    /// <summary>The characters from <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    public string Between(int start, int end) => text[Unit(start)..Unit(end)];

    private int Unit(int point) => units is null ? Math.Clamp(point, 0, text.Length) : units[Math.Clamp(point, 0, units.Count - 1)];
}
