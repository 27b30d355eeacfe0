using System.Security.Cryptography;
using System.Text;
using Hearsay.Articles.Languages;

namespace Hearsay.Articles;

/// <summary>
/// A text file to an article. A header of "Title: …", "Outlet: …", "Date: …", "Url: …", "Id: …" lines and a blank
/// line may come first; its title then becomes the first paragraph of the text, so that headlines are coded like
/// any other sentence. Without a header the text is kept whole, and a first line that looks like a headline is the
/// title as well. Line ends become "\n" before offsets are counted.
/// </summary>
internal static class PlainText
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title", ["headline"] = "title", ["outlet"] = "outlet", ["publisher"] = "outlet",
        ["date"] = "date", ["published"] = "date", ["publishedon"] = "date", ["url"] = "url", ["link"] = "url", ["id"] = "id",
        ["author"] = "", ["byline"] = "", ["language"] = "language",
    };

    /// <summary>The article, or null with an error among <paramref name="diagnostics"/>.</summary>
    public static Article? Read(string decoded, string place, List<Diagnostic> diagnostics)
    {
        string text = decoded.Contains('\r') ? decoded.ReplaceLineEndings("\n") : decoded;
        var header = Header(text, place, diagnostics, out int bodyStart);
        string body = text[bodyStart..];
        if (string.IsNullOrWhiteSpace(body))
        {
            diagnostics.Add(Faults.Empty(place));
            return null;
        }
        string? title = header.GetValueOrDefault("title");
        if (bodyStart > 0) body = body.TrimStart('\n');
        if (title is not null && !body.StartsWith(title, StringComparison.Ordinal)) body = $"{title}\n\n{body}";
        return Checked(new Article
        {
            Id = header.GetValueOrDefault("id") ?? IdOf(body),
            Title = title ?? Headline.Of(body),
            Outlet = header.GetValueOrDefault("outlet"),
            Url = header.GetValueOrDefault("url"),
            PublishedOn = DateOf(header, place, diagnostics),
            Language = header.GetValueOrDefault("language") ?? LanguageGate.Undeclared,
            Text = body,
        }, place, diagnostics);
    }

    /// <summary>"sha:" and the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    public static string IdOf(string text) =>
        "sha:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>The article if its text is within the limit, else null with an error.</summary>
    public static Article? Checked(Article article, string place, List<Diagnostic> diagnostics)
    {
        if (article.Text.Length <= ArticleLimits.TextLength) return article;
        diagnostics.Add(Faults.TooLong(place));
        return null;
    }

    private static DateOnly? DateOf(Dictionary<string, string> header, string place, List<Diagnostic> diagnostics)
    {
        if (!header.TryGetValue("date", out string? written)) return null;
        var day = PublicationDate.Parse(written);
        if (day is null) diagnostics.Add(Faults.FieldIgnored(place, "Date", $"\"{written}\" is not understood"));
        return day;
    }

    // The header is taken only as a whole: every line up to the first blank one must be a known key with a value,
    // so that a report that happens to open with "Date: unknown" or "URGENT: …" loses nothing.
    private static Dictionary<string, string> Header(string text, string place, List<Diagnostic> diagnostics, out int bodyStart)
    {
        var header = new Dictionary<string, string>();
        bodyStart = 0;
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0) break;
            var line = text.AsSpan(at, end - at).Trim();
            at = end + 1;
            if (line.IsEmpty)
            {
                if (header.Count == 0) continue;
                bodyStart = at;
                return header;
            }
            int colon = line.IndexOf(':');
            if (colon < 0 || !Keys.TryGetValue(line[..colon].ToString(), out string? key)) break;
            string value = line[(colon + 1)..].Trim().ToString();
            if (value.Length == 0) continue;
            if (!header.TryAdd(key, value) && key.Length > 0)
                diagnostics.Add(Faults.FieldIgnored(place, key, "it is given twice"));
        }
        return [];
    }
}
