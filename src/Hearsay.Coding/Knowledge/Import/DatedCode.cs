namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// What stands between square brackets behind a phrase: a code and the days it holds, as in "USAGOV 930120-010120",
/// "USAELI >010120" or "X > 140608". Limits are inclusive; "" leaves a side open.
/// </summary>
/// <param name="Code">The code as written, without stray brackets.</param>
/// <param name="From">First day, or "".</param>
/// <param name="To">Last day, or "".</param>
/// <param name="BadDate">What could not be read as a day, or null.</param>
internal sealed record DatedCode(string Code, string From, string To, string? BadDate)
{
    /// <summary>Whether the code says that the phrase is nobody ("---") or drops the sentence ("###").</summary>
    public bool IsNull => Code.Length > 0 && Code.Trim('-', '#', '+').Length == 0;

    /// <summary>Takes the inside of a bracket apart.</summary>
    public static DatedCode Read(string inside)
    {
        string text = inside.Trim();
        int cut = text.AsSpan().IndexOfAny(" \t<>");
        string code = Clean(cut < 0 ? text : text[..cut]);
        string dates = cut < 0 ? "" : string.Concat(text[cut..].Where(c => !char.IsWhiteSpace(c))).Replace('–', '-').Trim('[', ']');
        if (dates.Length == 0) return new(code, "", "", null);
        bool after = dates[0] == '>', before = dates[0] == '<';
        if (after || before)
        {
            string? day = DictionaryDate.Read(dates.TrimStart('<', '>', '='));
            return new(code, after ? day ?? "" : "", before ? day ?? "" : "", day is null ? dates : null);
        }
        int dash = dates.IndexOf('-');
        if (dash < 0) return new(code, "", "", dates);
        string? from = dash == 0 ? "" : DictionaryDate.Read(dates[..dash]), to = dash == dates.Length - 1 ? "" : DictionaryDate.Read(dates[(dash + 1)..]);
        bool turned = from is { Length: > 0 } && to is { Length: > 0 } && string.CompareOrdinal(from, to) > 0 && from.Length == to.Length;
        return from is null || to is null || turned || dates.Length == 1 ? new(code, "", "", dates) : new(code, from, to, null);
    }

    // "120]--" and "[USAGOV": brackets and dashes that slipped in; "---" alone has a meaning.
    private static string Clean(string code)
    {
        string bare = code.Trim('[', ']', '{', '}', '-', '"', '\'', ',', '.');
        return bare.Length > 0 ? bare : code.Trim('[', ']');
    }
}
