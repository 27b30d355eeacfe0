using System.Collections.Frozen;

namespace Hearsay.Language.Segmentation;

/// <summary>
/// Finds where a web address ends that begins at a given place, so that it stays one token. Knows schemes
/// ("https://"), "www.", and hosts of a well-known top-level domain followed by a path ("example.org/news").
/// Punctuation that closes the sentence or the bracket around the address is left outside.
/// </summary>
internal static class WebAddresses
{
    private static readonly FrozenSet<string> Domains = new[]
    {
        "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "co", "uk", "us", "eu", "de", "fr", "it", "es",
        "nl", "be", "ch", "at", "se", "no", "dk", "fi", "pl", "cz", "ru", "ua", "tr", "il", "ir", "in", "pk", "cn", "jp", "kr",
        "au", "nz", "ca", "mx", "br", "ar", "za", "ng", "ke", "eg", "tv", "me", "ly", "ai", "app", "dev", "news", "blog",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word <c>[start, colon)</c> followed by a colon opens an address ("https:", "mailto:", "doi:").</summary>
    public static bool IsScheme(string text, int start, int colon, int end)
    {
        if (colon - start is < 3 or > 8) return false;
        var word = text.AsSpan(start, colon - start);
        if (colon + 2 < end && text[colon + 1] == '/' && text[colon + 2] == '/') return true;
        return colon + 1 < end && !Characters.IsSpace(text[colon + 1])
            && (word.Equals("mailto", StringComparison.OrdinalIgnoreCase) || word.Equals("doi", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether <c>[start, slash)</c> is a host name, so that what follows the slash is a path.</summary>
    public static bool IsHost(string text, int start, int slash)
    {
        if (slash - start > 253) return false;
        var host = text.AsSpan(start, slash - start);
        int dot = host.LastIndexOf('.');
        return dot > 0 && dot < host.Length - 1
            && Domains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host[(dot + 1)..]);
    }

    /// <summary>The end of the address that begins at <paramref name="start"/>, within the chunk that ends at <paramref name="end"/>.</summary>
    public static int End(string text, int start, int end)
    {
        int stop = start;
        while (stop < end && text[stop] is not ('<' or '>' or '"' or '”' or '“')) stop++;
        int balance = text.AsSpan(start, stop - start).Count('(') - text.AsSpan(start, stop - start).Count(')');
        while (stop > start + 1)
        {
            char last = text[stop - 1];
            if (last == ')' ? balance >= 0 : last is not ('.' or ',' or ';' or ':' or '!' or '?' or '…' or '\'' or '’' or ']' or '}' or '*')) break;
            if (last == ')') balance++;
            stop--;
        }
        return stop;
    }
}
