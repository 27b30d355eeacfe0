using System.Collections.Frozen;

namespace Hearsay.Language.Coreference;

/// <summary>
/// When two organisation names are forms of one: the same words in another order ("Ministry of Defence", "Defence
/// Ministry"), or the beginning of the longer one when that is distinctive ("Goldman" for "Goldman Sachs"). Words
/// that begin many names ("United", "National", a country's adjective) are not distinctive. All words lower case.
/// </summary>
internal static class OrganizationNames
{
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
    [
        "united", "national", "international", "royal", "general", "central", "federal", "new", "north", "south", "east", "west", "northern",
        "southern", "eastern", "western", "american", "british", "european", "african", "asian", "world", "global", "first", "state", "people",
        "people's", "public", "free", "great", "democratic", "republican", "islamic", "christian", "social", "supreme", "high", "human", "red",
        "black", "white", "green", "blue", "union", "department", "ministry", "university", "bank", "house", "court", "committee", "council",
        "institute", "office", "center", "centre", "college", "school", "church", "museum", "los", "las", "san", "saint", "st", "the", "van",
        "defence", "defense", "foreign", "interior", "security", "police", "city", "london", "paris", "washington", "moscow", "beijing",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Links = FrozenSet.ToFrozenSet(["of", "the", "for", "and", "&", "on", "in", "'s", "to"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> LegalForms = FrozenSet.ToFrozenSet(
        ["inc", "ltd", "llc", "plc", "corp", "co", "ag", "gmbh", "sa", "group", "company", "corporation", "limited", "holdings", "incorporated", "party"],
        StringComparer.Ordinal);

    /// <summary>Whether the shorter name can stand for the longer one.</summary>
    public static bool Fits(string[] part, string[] full)
    {
        if (SameContent(part, full)) return true;
        if (part.Length >= full.Length) return false;
        for (int i = 0; i < part.Length; i++) if (part[i] != full[i]) return false;
        if (part.Length > 1) return true;
        return !Common.Contains(part[0]) && (LegalForms.Contains(full[1]) || !Links.Contains(full[1]))
            && !part[0].EndsWith("ian", StringComparison.Ordinal) && !part[0].EndsWith("ese", StringComparison.Ordinal);
    }

    private static bool SameContent(string[] a, string[] b)
    {
        int x = Content(a), y = Content(b);
        if (x != y || x == 0) return false;
        foreach (string word in a)
            if (!Links.Contains(word) && Array.IndexOf(b, word) < 0) return false;
        return true;
    }

    private static int Content(string[] words)
    {
        int count = 0;
        foreach (string word in words) if (!Links.Contains(word)) count++;
        return count;
    }
}
