using Hearsay.Language.Segmentation;

namespace Hearsay.Language;

/// <summary>
/// Reads names off the parser's tags ("B-PER", "I-PER", "O"). Takes a sentence and a tag for each of its tokens and
/// appends the names in text order. What taggers often take in by mistake is left out: articles and abbreviated
/// titles before a name, a possessive 's after it, punctuation on either side; a name without a letter or digit is
/// dropped. An organisation reaches back over a preposition with a capital. An "I" tag without a beginning begins a name.
/// </summary>
internal static class NameReader
{
    /// <summary>Appends the names of <paramref name="sentence"/> to <paramref name="into"/>.</summary>
    public static void Read(Sentence sentence, string[] tags, List<Name> into)
    {
        for (int i = 0; i < tags.Length;)
        {
            if (KindOf(tags[i]) is not { } kind) { i++; continue; }
            int first = i++;
            while (i < tags.Length && tags[i].StartsWith("I-", StringComparison.Ordinal) && KindOf(tags[i]) == kind) i++;
            Add(sentence, first, i - 1, kind, into);
        }
    }

    private static void Add(Sentence sentence, int first, int last, NameKind kind, List<Name> into)
    {
        var tokens = sentence.Tokens;
        while (first < last && IsBefore(tokens, first, kind)) first++;
        while (first <= last && IsAfter(tokens[last], first < last)) last--;
        while (first <= last && IsMark(tokens[first])) first++;
        if (first > last || first == last && IsNoName(tokens[first].Form)) return;
        if (kind == NameKind.Organization) first = Beginning(tokens, first);
        into.Add(new Name(sentence.Index, first, last, kind, tokens[first].Span.Cover(tokens[last].Span)));
    }

    // A preposition that keeps its capital inside a sentence joins the words on both sides into one name: "Doctors
    // Without Borders". In a headline, where most words have capitals, it says nothing.
    private static int Beginning(IReadOnlyList<Token> tokens, int first)
    {
        if (first < 2 || tokens[first - 1].Form is not ("Without" or "For" or "Against" or "Of" or "On" or "Under" or "Beyond")) return first;
        if (!char.IsUpper(tokens[first - 2].Form[0])) return first;
        int small = tokens.Count(t => char.IsLower(t.Form[0])), large = tokens.Count(t => char.IsUpper(t.Form[0]));
        if (small < large) return first;
        first -= 2;
        while (first > 0 && tokens[first - 1] is { Upos: "PROPN" } before && char.IsUpper(before.Form[0])) first--;
        return first;
    }

    /// <summary>A bare title ("Mrs.") or a particle of one or two small letters ("al").</summary>
    private static bool IsNoName(string form) =>
        Abbreviations.KindOf(form) == AbbreviationKind.Title || form.Length <= 2 && !form.Any(c => char.IsUpper(c) || char.IsDigit(c));

    /// <summary>"the", "Mr.", an opening mark; "The" keeps its capital inside a sentence, so there it is part of a name.</summary>
    private static bool IsBefore(IReadOnlyList<Token> tokens, int i, NameKind kind)
    {
        string form = tokens[i].Form;
        if (form is "the" or "a" or "an" or "its" or "their" or "his" or "her" || IsMark(tokens[i])) return true;
        if (i == 0 && form is "The" or "THE") return tokens[1].Form is not ("Hague" or "Gambia" or "Bahamas");
        return kind == NameKind.Person && form is not ("St." or "Mt.") && Abbreviations.KindOf(form) == AbbreviationKind.Title;
    }

    private static bool IsAfter(Token token, bool others) =>
        IsMark(token) || others && token.Form is "'s" or "’s" or "'" or "’";

    private static bool IsMark(Token token)
    {
        foreach (char c in token.Form) if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return false;
        return true;
    }

    private static NameKind? KindOf(string tag) => tag.Length < 3 ? null : tag.AsSpan(2) switch
    {
        "PER" => NameKind.Person,
        "ORG" => NameKind.Organization,
        "LOC" => NameKind.Place,
        "GRP" => NameKind.Group,
        _ => null,
    };
}
