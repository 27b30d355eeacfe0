using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds who passes the words of a cue on: an outlet that was told ("told Reuters"), a broadcast, post or newspaper
/// they were said in ("on state television", "in a statement carried by the news agency"), and those a report rests
/// on ("the paper reported, citing bankers" makes the paper the carrier of the bankers). Returns head tokens,
/// outermost first; reporters and parliaments carry nothing.
/// </summary>
internal sealed class CarrierReader(PredicateGraph graph, ActorIndex actors)
{
    private readonly Sentence sentence = graph.Sentence;

    /// <summary>The carriers of the cue at token <paramref name="cue"/>.</summary>
    public List<int> Read(int cue, int addressee)
    {
        var carriers = new List<int>();
        if (addressee >= 0 && IsMedium(addressee)) carriers.Add(addressee);
        foreach (var a in graph.Arguments(cue))
        {
            if (a.Preposition == "to" && sentence.Tokens[cue].Lemma is "point" or "refer" or "allude" or "object" or "respond" or "react") continue; // "pointed to the Herald's survey"
            if (a.Role == Role.Oblique && a.Preposition is "on" or "in" or "to" or "by" or "via" or "through" or "with" or "during" || IsTime(a)) Along(a.Head, carriers);
            if (a.Role == Role.Complement && sentence.Tokens[a.Head].Lemma is "speak" or "talk" or "write" or "appear" && sentence.Tokens[a.Head].Xpos is "VBG")
                foreach (var b in graph.Arguments(a.Head))
                    if (b.Role == Role.Oblique && b.Preposition is "to" or "on" or "in" or "with") Along(b.Head, carriers);
        }
        return carriers;
    }

    /// <summary>Whether the phrase names an outlet or a medium.</summary>
    public bool IsMedium(int head)
    {
        if (sentence.Tokens[head].Lemma.Equals("agency", StringComparison.OrdinalIgnoreCase) && !sentence.Subtree(head).Any(k => k < head && sentence.Tokens[k].Lemma.ToLowerInvariant() is "news" or "press")) return false;
        var actor = actors.One(sentence.Index, head);
        if (actor.Kind == ActorKind.Outlet || actor.Subkind is "media" or "wire") return true;
        return sentence.Tokens[head].Upos == "PROPN" && !actor.IsPerson && Media.IsMediumName(ProperName(head)) || Media.IsMedium(sentence.Tokens[head].Lemma.ToLowerInvariant());
    }

    /// <summary>Who saw, obtained or published the document that speaks ("a letter seen by Harbour Weekly says").</summary>
    public int Viewer(int speaker)
    {
        if (speaker < 0 || sentence.Tokens[speaker].Upos != "NOUN") return -1;
        foreach (int c in sentence.Children(speaker))
            if (sentence.Tokens[c].Relation == "acl" && sentence.Tokens[c].Lemma is "see" or "obtain" or "publish" or "release" or "carry" or "review" or "quote" or "cite" or "post" or "broadcast" or "air")
                foreach (var a in graph.Arguments(c))
                    if ((a.Role == Role.Subject || a.Role == Role.Oblique && a.Preposition is "by" or "on" or "in") && a.Head != speaker && IsMedium(a.Head)) return a.Head;
        return -1;
    }

    private string ProperName(int head)
    {
        int first = head, last = head;
        while (first > 0 && sentence.Tokens[first - 1].Upos == "PROPN") first--;
        while (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].Upos == "PROPN") last++;
        return string.Join(' ', Enumerable.Range(first, last - first + 1).Select(k => sentence.Tokens[k].Form));
    }

    private void Along(int phrase, List<int> carriers)
    {
        foreach (int head in Within(phrase))
        {
            if (sentence.Tokens[head].Relation is "conj" or "appos" && carriers.Contains(sentence.Tokens[head].Head)) continue; // "not only on the radio but on television": beside, not behind
            if ((IsMedium(head) || IsInterviewer(phrase, head)) && !carriers.Contains(head)) carriers.Add(head);
        }
    }

    // "in an interview with The View": a name that is no person's and no state's is the outlet, whatever it sounds like.
    private bool IsInterviewer(int phrase, int head) =>
        head > phrase && sentence.Tokens[phrase].Lemma == "interview" && sentence.Tokens[head].Upos == "PROPN" && ArgumentReader.Case(sentence, head) is "with" or "to"
        && actors.One(sentence.Index, head) is { IsPerson: false, Code: null, CanAct: true };

    // "said shortly before midnight on Radio North": the parser hangs the place on the time.
    private bool IsTime(Argument a) => a.Role == Role.Oblique && Calendar.IsTime(sentence.Tokens[a.Head].Lemma.ToLowerInvariant());

    // "in a statement carried by the state news agency", "in an interview with Reuters", "on CNN's morning programme".
    private IEnumerable<int> Within(int head)
    {
        foreach (var a in graph.Arguments(head))
        {
            if (a.Role == Role.Oblique && a.Preposition is "with" or "to" or "on" or "by" or "for" or "in" || a.Role == Role.Possessor) yield return a.Head;
            if (a.Role != Role.Complement) continue;
            foreach (var b in graph.Arguments(a.Head))
                if (b.Role is Role.Subject || b.Role == Role.Oblique && b.Preposition is "by" or "on" or "in" or "to") yield return b.Head;
        }
        yield return head;
    }
}
