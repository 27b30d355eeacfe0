using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Leaves each party of one side of an event once. Parsers cut "eventual nominee Anna Berg", "Secretary of State Juan
/// Ruiz" or "the governor, a former general" into several phrases, and "thousands of families" holds "families": whoever
/// reads the phrases one by one counts one party twice. Takes the parties in text order; the name stays and takes the
/// code of the description where it has none. Parties of other sentences are left alone.
/// </summary>
/// <param name="s">The sentence of the event.</param>
/// <param name="areOne">Whether coreference holds two mentions to be one party.</param>
public sealed class PartyUnion(Sentence s, Func<ResolvedActor, ResolvedActor, bool> areOne)
{
    private const int WidestTitle = 4;

    /// <summary>The parties, those that are one united.</summary>
    public List<ResolvedActor> Of(IEnumerable<ResolvedActor> parties)
    {
        var kept = new List<ResolvedActor>();
        foreach (var party in parties)
        {
            int same = kept.FindIndex(k => United(k, party) is not null);
            if (same < 0) kept.Add(party);
            else kept[same] = United(kept[same], party)!;
        }
        return kept;
    }

    // What two parties that are one come to, or null.
    private ResolvedActor? United(ResolvedActor a, ResolvedActor b)
    {
        if (a.Sentence != s.Index || b.Sentence != s.Index || a.Head == b.Head || AreJoined(a.Head, b.Head) || AreJoined(b.Head, a.Head)) return null;
        if (areOne(a, b)) return s.Tokens[a.Head].Upos == "PRON" || a.Name is null && b.Name is not null ? b : a;
        if (a.Code == b.Code && a.Span.Start <= b.Span.Start && b.Span.End <= a.Span.End) return a;
        if (a.Code == b.Code && b.Span.Start <= a.Span.Start && a.Span.End <= b.Span.End) return b;
        if (a.Kind == ActorKind.Region && b.Kind == ActorKind.Region && a.Country == b.Country && b.Head - a.Head == 2 && s.Tokens[b.Head].Form.EndsWith('.')) return a;
        if (!IsPartOf(a.Head, b.Head) && !IsPartOf(b.Head, a.Head) && !IsTitleOf(a, b)) return null;
        if (IsDescription(a) && IsPerson(b)) return Named(b, a);
        if (IsDescription(b) && IsPerson(a)) return Named(a, b);
        if (a.Kind == ActorKind.Region && b.Kind == ActorKind.Region && a.Country == b.Country) return a; // "Fresno, Calif."
        bool attribute = a.Kind is ActorKind.Country or ActorKind.Nationality && a.Country == b.Country && IsPartOf(a.Head, b.Head);
        return attribute && b.Sectors.Count > 0 && s.Tokens[a.Head].Relation is "compound" or "amod" ? b : null; // "French government computers"
    }

    // "He and the president" are two.
    private bool AreJoined(int first, int second) => s.Tokens[second].Relation == "conj" && s.Tokens[second].Head == first;

    // Whether a word belongs to the phrase of another: an apposition, a part of a name, a noun in front of it.
    private bool IsPartOf(int word, int head)
    {
        bool apposition = false;
        for (int at = word, steps = 0; at >= 0 && steps < 4; at = s.Tokens[at].Head, steps++)
        {
            if (at == head) return true;
            var t = s.Tokens[at];
            apposition |= t.Relation == "appos";
            // "a former director and a top general": the second description hangs on the first.
            bool within = t.Relation is "appos" or "flat" or "compound" or "amod" || t.DepRel is "nmod:desc" or "nmod:unmarked"
                || t.Relation == "conj" && t.Head >= 0 && s.Tokens[t.Head].Relation == "appos" && s.Tokens[at].Upos == "NOUN";
            if (!within) return false;
        }
        return false;
    }

    // "Secretary of State Juan Ruiz": only the rest of the title stands in between.
    private bool IsTitleOf(ResolvedActor a, ResolvedActor b)
    {
        if (b.Head <= a.Head || b.Head - a.Head > WidestTitle || !IsDescription(a)) return false;
        for (int i = a.Head + 1; i < b.Head; i++)
            if (s.Tokens[i].Upos is not "PROPN" && s.Tokens[i].Form != "of") return false;
        return true;
    }

    private bool IsDescription(ResolvedActor a) =>
        a.Kind is null && (a.Name is null || a.Subkind.Length > 0 && !IsPerson(a)) && s.Tokens[a.Head].Xpos is "NN" or "NNP" && (a.IsPerson || a.Sectors.Count > 0);

    private static bool IsPerson(ResolvedActor a) => a.Kind == ActorKind.Person || a is { Name: { } name, Kind: null, Subkind: "" } && name.Contains(' ', StringComparison.Ordinal);

    private static ResolvedActor Named(ResolvedActor name, ResolvedActor description) => name with
    {
        Country = name.Country.Length > 0 ? name.Country : description.Country,
        Sectors = name.Sectors.Count > 0 ? name.Sectors : description.Sectors,
        Rows = [.. name.Rows, .. description.Rows],
    };
}
