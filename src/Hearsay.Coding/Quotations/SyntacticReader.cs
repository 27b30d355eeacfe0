using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds the attributions that syntax shows in one sentence: reporting verbs with a clause before, after or around
/// them, "according to", nouns such as "claim" with their content, passives ("was quoted by X as saying"). A verb
/// outside the cue table counts when it has a person for subject and a full clause for complement.
/// </summary>
internal sealed class SyntacticReader(CueTable cues, ActorIndex actors, Sentence sentence)
{
    private readonly PredicateGraph graph = new(sentence);

    /// <summary>The attributions in text order of their cues.</summary>
    public IReadOnlyList<SyntacticAttribution> Read()
    {
        var found = new List<SyntacticAttribution>();
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            var attribution = sentence.Tokens[i].Upos switch
            {
                "VERB" => Verb(i),
                "NOUN" => Noun(i),
                "ADP" or "VERB" or "SCONJ" => Preposition(i),
                _ => null,
            };
            attribution ??= Preposition(i);
            if (attribution is not null) found.Add(attribution);
        }
        return found;
    }

    private SyntacticAttribution? Verb(int i)
    {
        var token = sentence.Tokens[i];
        string? particle = sentence.Children(i).Where(c => sentence.Tokens[c].DepRel == "compound:prt").Select(c => sentence.Tokens[c].Lemma).FirstOrDefault();
        var cue = cues.Verb(token.Lemma.ToLowerInvariant(), particle);
        if (QuotedAs(i, cue) is { } quotedAs) return quotedAs;
        bool passive = graph.IsPassive(i);
        int speaker = First(graph.Heads(i, Role.Subject));
        if (speaker >= 0 && IsRelative(speaker)) speaker = -1;
        int clause = sentence.Child(i, "ccomp");
        if (clause < 0 && cue is not null && cue.Takes("quote")) clause = ParataxisHost(i);
        if (cue is null && (clause < 0 || speaker < 0 || !actors.One(sentence.Index, speaker).CanAct || sentence.Tokens[clause].DepRel != "ccomp" || !HasSubject(clause))) return null;
        if (cue is { Strong: false } && (speaker < 0 || !actors.One(sentence.Index, speaker).CanAct)) return null;
        if (clause < 0 && speaker < 0 && cue is null) return null;
        var content = new List<int>();
        if (clause >= 0 && (cue is null || cue.Takes("that") || cue.Takes("wh") || cue.Takes("quote"))) content = ClauseContent(clause, i);
        else if (cue is { Strong: true } && cue.Takes("np") && !passive) content = NominalContent(i, cue);
        int addressee = Addressee(i, cue, passive);
        return new SyntacticAttribution(i, CueTokens(i), cue, speaker, addressee, content, Carriers(i, addressee));
    }

    // "was quoted (by X) as saying", "X quoted Y as saying", "X cited Y as saying that …"
    private SyntacticAttribution? QuotedAs(int i, Cue? cue)
    {
        if (sentence.Tokens[i].Lemma is not ("quote" or "cite" or "report" or "hear" or "show" or "describe")) return null;
        foreach (int c in sentence.Children(i))
        {
            var t = sentence.Tokens[c];
            if (t.Relation is not ("advcl" or "xcomp" or "obl") || t.Xpos != "VBG" || !sentence.Children(c).Any(m => sentence.Tokens[m].Form.Equals("as", StringComparison.OrdinalIgnoreCase))) continue;
            int speaker = First(graph.Heads(i, Role.Object));
            int reporter = First(graph.Heads(i, Role.Subject));
            int clause = sentence.Child(c, "ccomp");
            int addressee = Addressee(c, cues.Verb(t.Lemma, null), false);
            var carriers = new List<int>();
            if (reporter >= 0) carriers.Add(reporter);
            carriers.AddRange(Carriers(i, -1));
            return new SyntacticAttribution(i, [i, .. sentence.Children(c).Where(m => sentence.Tokens[m].Form == "as"), c], cue ?? cues.Verb("say", null), speaker, addressee,
                clause >= 0 ? ClauseContent(clause, c) : [], carriers);
        }
        return null;
    }

    // "Troops had left, the minister said": the clause is the head of the parenthetical cue.
    private int ParataxisHost(int i)
    {
        var t = sentence.Tokens[i];
        if (t.Relation == "parataxis" && t.Head >= 0 && graph.Heads(i, Role.Subject).Any()) return t.Head;
        foreach (int c in sentence.Children(i))
            if (sentence.Tokens[c].Relation == "parataxis" && HasSubject(c) && sentence.Tokens[i].Relation == "root") return c;
        return -1;
    }

    private List<int> ClauseContent(int clause, int cue)
    {
        var inside = sentence.Dominates(clause, cue) ? sentence.Subtree(cue) : [];
        var content = sentence.Subtree(clause).Where(t => !inside.Contains(t)).ToList();
        while (content.Count > 0 && (sentence.Tokens[content[0]].Upos == "PUNCT" || sentence.Tokens[content[0]].Relation == "mark" && sentence.Tokens[content[0]].Lemma == "that")) content.RemoveAt(0);
        while (content.Count > 0 && sentence.Tokens[content[^1]].Upos == "PUNCT") content.RemoveAt(content.Count - 1);
        return content;
    }

    private List<int> NominalContent(int i, Cue cue)
    {
        int obj = sentence.Child(i, "obj");
        if (obj < 0 || cue.Addressee == "dobj" || sentence.Tokens[obj].Upos is not "NOUN") return [];
        return [.. sentence.Subtree(obj)];
    }

    private SyntacticAttribution? Noun(int i)
    {
        var cue = cues.Noun(sentence.Tokens[i].Lemma.ToLowerInvariant());
        if (cue is null) return null;
        int clause = -1;
        foreach (int c in sentence.Children(i))
            if (sentence.Tokens[c].Relation is "acl" or "ccomp" && sentence.Tokens[c].DepRel != "acl:relcl" && ArgumentReader.Marker(sentence, c) == "that" && HasSubject(c)) clause = c;
        if (clause < 0) return null;
        int speaker = First(graph.Heads(i, Role.Possessor));
        if (speaker < 0) speaker = First(graph.Heads(i, Role.Subject));
        if (speaker < 0) speaker = graph.Arguments(i).Where(a => a.Role == Role.Oblique && a.Preposition is "by" or "from").Select(a => a.Head).DefaultIfEmpty(-1).First();
        if (speaker < 0) return null;
        return new SyntacticAttribution(i, [i], cue, speaker, -1, ClauseContent(clause, i), []);
    }

    // "according to X", "in the words of X", "citing X": the rest of the clause is the content.
    private SyntacticAttribution? Preposition(int i)
    {
        var token = sentence.Tokens[i];
        if (token.Form.Length < 2 || !char.IsLetter(token.Form[0])) return null;
        for (int length = 4; length >= 1; length--)
        {
            if (i + length > sentence.Tokens.Count) continue;
            string phrase = string.Join(' ', Enumerable.Range(i, length).Select(k => sentence.Tokens[k].Form.ToLowerInvariant()));
            if (cues.Preposition(phrase) is not { Strong: true } cue) continue;
            int speaker = -1;
            for (int k = i + length; k < sentence.Tokens.Count && speaker < 0; k++)
                if (sentence.Tokens[k].Upos is "NOUN" or "PROPN" or "PRON") speaker = Top(k, i);
            if (speaker < 0) return null;
            int host = sentence.Tokens[speaker].Head;
            if (host == i) host = sentence.Tokens[i].Head;
            if (host < 0 || sentence.Dominates(speaker, host)) return null;
            var mine = sentence.Subtree(speaker).Concat(Enumerable.Range(i, length)).ToHashSet();
            if (sentence.Tokens[i].Upos == "VERB") mine.UnionWith(sentence.Subtree(i));
            var content = sentence.Subtree(Clause(host)).Where(t => !mine.Contains(t)).ToList();
            while (content.Count > 0 && sentence.Tokens[content[0]].Upos == "PUNCT") content.RemoveAt(0);
            while (content.Count > 0 && sentence.Tokens[content[^1]].Upos == "PUNCT") content.RemoveAt(content.Count - 1);
            return new SyntacticAttribution(i, [.. Enumerable.Range(i, length)], cue, speaker, -1, content, []);
        }
        return null;
    }

    // The head of the phrase that starts behind the cue, not leaving the cue's own phrase.
    private int Top(int token, int cue)
    {
        int at = token;
        for (int steps = 0; steps < 12; steps++)
        {
            int above = sentence.Tokens[at].Head;
            if (above < cue || above < 0 || sentence.Tokens[at].Relation is "nsubj" or "obj" or "obl" or "root" or "advcl") break;
            if (sentence.Tokens[above].Upos is not ("NOUN" or "PROPN" or "PRON")) break;
            at = above;
        }
        return at;
    }

    private int Clause(int host)
    {
        int at = host;
        for (int steps = 0; steps < 20; steps++)
        {
            var t = sentence.Tokens[at];
            if (t.Upos is "VERB" or "AUX" || t.Relation is "root" or "ccomp" or "parataxis" || sentence.Child(at, "cop") >= 0 || t.Head < 0) break;
            at = t.Head;
        }
        return at;
    }

    private int Addressee(int i, Cue? cue, bool passive)
    {
        if (cue?.Addressee == "dobj")
        {
            int person = First(graph.Heads(i, passive ? Role.Object : Role.Indirect));
            if (person < 0) person = First(graph.Heads(i, Role.Object));
            if (person >= 0 && actors.One(sentence.Index, person).CanAct) return person;
        }
        if (cue?.Addressee is "to" or "dobj")
            foreach (var a in graph.Arguments(i))
                if (a.Role == Role.Oblique && a.Preposition is "to" or "with" && actors.One(sentence.Index, a.Head).CanAct) return a.Head;
        return -1;
    }

    // Outlets that were told, and documents, posts and broadcasts that carry the words.
    private List<int> Carriers(int i, int addressee)
    {
        var carriers = new List<int>();
        if (addressee >= 0 && IsMedium(addressee)) carriers.Add(addressee);
        foreach (var a in graph.Arguments(i))
            if (a.Role == Role.Oblique && a.Preposition is "on" or "in" or "to" or "by" or "via" or "through" or "with")
                foreach (int head in Within(a.Head))
                    if (IsMedium(head) && !carriers.Contains(head)) carriers.Add(head);
        return carriers;
    }

    // "in a statement carried by the state news agency", "in an interview with Reuters".
    private IEnumerable<int> Within(int head)
    {
        yield return head;
        foreach (var a in graph.Arguments(head))
        {
            if (a.Role == Role.Oblique && a.Preposition is "with" or "to" or "on" or "by") yield return a.Head;
            if (a.Role == Role.Complement)
                foreach (var b in graph.Arguments(a.Head))
                    if (b.Role is Role.Subject or Role.Oblique && b.Preposition is "by" or "on" or "in") yield return b.Head;
        }
    }

    private bool IsMedium(int head)
    {
        var actor = actors.One(sentence.Index, head);
        return actor.Kind == ActorKind.Outlet || actor.Subkind == "media" || Media.IsMedium(sentence.Tokens[head].Lemma.ToLowerInvariant());
    }

    // The verb with its particle ("pointed out").
    private List<int> CueTokens(int i) => [i, .. sentence.Children(i).Where(c => sentence.Tokens[c].DepRel == "compound:prt" && c - i <= 2)];

    private bool HasSubject(int verb) => sentence.Child(verb, "nsubj") >= 0 || sentence.Child(verb, "csubj") >= 0 || sentence.Child(verb, "expl") >= 0;

    private bool IsRelative(int head) => sentence.Tokens[head].Xpos is "WDT";

    private static int First(IEnumerable<int> heads)
    {
        foreach (int h in heads) return h;
        return -1;
    }
}
