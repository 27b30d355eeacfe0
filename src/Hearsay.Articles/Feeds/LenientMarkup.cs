using System.Net;
using System.Text;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// Mends what keeps feeds from being XML without touching what they say: rubbish before the first tag, a DOCTYPE, bare
/// ampersands, names of HTML entities and characters that XML does not allow.
/// </summary>
internal static class LenientMarkup
{
    private const int LongestEntity = 32;

    /// <summary>The mended text, or null and why it is refused.</summary>
    public static string? Mended(string text, out string? refused)
    {
        refused = null;
        int first = text.IndexOf('<');
        if (first < 0)
        {
            refused = "it holds no markup";
            return null;
        }
        text = text[first..];
        int doctype = text.IndexOf("<!DOCTYPE", 0, Math.Min(text.Length, 4096), StringComparison.OrdinalIgnoreCase);
        if (doctype >= 0)
        {
            int end = text.AsSpan(doctype).IndexOfAny('>', '[');
            if (end < 0 || text[doctype + end] == '[')
            {
                refused = "it declares a document type of its own, which is never read";
                return null;
            }
            text = text.Remove(doctype, end + 1);
        }
        return WithoutStrays(text);
    }

    /// <summary>The part of a name behind its prefix.</summary>
    public static string LocalName(string name) => name[(name.LastIndexOf(':') + 1)..];

    /// <summary>Text that may hold tags and entities, without them.</summary>
    public static string PlainText(string text)
    {
        if (!text.Contains('<') && !text.Contains('&')) return text;
        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            int end = text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!') ? text.IndexOf('>', at) : -1;
            if (end < 0) plain.Append(text[at]);
            else
            {
                plain.Append(' ');
                at = end;
            }
        }
        return WebUtility.HtmlDecode(plain.ToString());
    }

    private static string WithoutStrays(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (text.AsSpan(at).StartsWith("<![CDATA["))
            {
                int end = text.IndexOf("]]>", at, StringComparison.Ordinal);
                int stop = end < 0 ? text.Length : end + 3;
                foreach (char inside in text.AsSpan(at, stop - at)) mended.Append(IsAllowed(inside) ? inside : ' ');
                at = stop - 1;
            }
            else if (c == '&') at = Ampersand(text, at, mended);
            else mended.Append(IsAllowed(c) ? c : ' ');
        }
        return mended.ToString();
    }

    // Writes the reference that begins here, or an escaped ampersand; gives the index of its last character.
    private static int Ampersand(string text, int at, StringBuilder mended)
    {
        int end = text.AsSpan(at, Math.Min(LongestEntity, text.Length - at)).IndexOf(';');
        if (end > 1)
        {
            string reference = text.Substring(at, end + 1);
            string decoded = WebUtility.HtmlDecode(reference);
            if (reference is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;") mended.Append(reference);
            else if (decoded != reference)
                foreach (char c in decoded) mended.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => IsAllowed(c) ? c.ToString() : " " });
            else end = -1;
            if (end > 0) return at + end;
        }
        mended.Append("&amp;");
        return at;
    }

    private static bool IsAllowed(char c) => c is >= ' ' or '\t' or '\n' or '\r' && c is not ('\uFFFE' or '\uFFFF');
}
