using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Tells when one noun phrase names several parties: "Serbian and Bulgarian police", "the presidents of Kenya and
/// Tanzania". Takes what the phrase was read as and gives it once for each country; <paramref name="read"/> reads the
/// phrases inside it.
/// </summary>
internal sealed class PartySplitter(Func<int, int, ResolvedActor> read)
{
    /// <summary>"Serbian and Bulgarian police" are two parties with one span.</summary>
    public static IReadOnlyList<ResolvedActor> ByNationality(Sentence s, NounPhrase phrase, List<FoundName> names, ResolvedActor actor)
    {
        var nations = names.FindAll(n => n.Entry.Kind is ActorKind.Nationality or ActorKind.Country && n.Last < phrase.Head && n.Entry.Country.Length > 0);
        if (nations.Count < 2 || nations.Select(n => n.Entry.Country).Distinct().Count() != nations.Count) return [actor];
        // "An Iranian-American businessman" is one person, at home in the second country.
        if (actor.Sectors.Count > 0 && s.Tokens[phrase.Head].Xpos is "NN" or "NNP" && nations.Count == 2 && nations[1].First - nations[0].Last <= 2 && s.Tokens[nations[0].Last + 1].Form is "-" or "–")
            return [actor with { Country = nations[1].Entry.Country, Rows = [.. actor.Rows, nations[1].Entry.Reference] }];
        for (int i = 1; i < nations.Count; i++)
            if (!Coordinated(s, nations[i - 1].Last, nations[i].First)) return [actor];
        return [.. nations.Select(n => actor with { Country = n.Entry.Country, Rows = [.. actor.Rows, n.Entry.Reference] })];
    }

    /// <summary>"The presidents of Kenya and Tanzania", "police in Spain and Portugal": one party for each body.</summary>
    public IReadOnlyList<ResolvedActor> ByBody(Sentence s, NounPhrase phrase, ResolvedActor actor)
    {
        var head = s.Tokens[phrase.Head];
        if (head.Upos != "NOUN" || actor.Rows.Count == 0 || head.Xpos != "NNS" && head.Lemma != "police") return [actor];
        foreach (int c in s.Children(phrase.Head))
        {
            if (c < phrase.Head || s.Tokens[c].Relation != "nmod" || ArgumentReader.Case(s, c) is not ("of" or "in" or "from")) continue;
            var bodies = new List<ResolvedActor> { read(s.Index, c) };
            foreach (int conjunct in s.Children(c))
                if (s.Tokens[conjunct].Relation == "conj") bodies.Add(read(s.Index, conjunct));
            if (bodies.Count < 2 || bodies[0].Country != actor.Country || bodies.Exists(b => b.Country.Length == 0)) continue;
            if (bodies.DistinctBy(b => b.Country).Count() == bodies.Count)
                return [.. bodies.Select(b => actor with { Country = b.Country, Rows = [.. actor.Rows, .. b.Rows] })];
        }
        return [actor];
    }

    private static bool Coordinated(Sentence s, int left, int right)
    {
        if (right - left > 3) return false;
        for (int i = left + 1; i < right; i++) if (s.Tokens[i].Form is not ("and" or "," or "-" or "–" or "the")) return false;
        return right > left + 1;
    }
}
