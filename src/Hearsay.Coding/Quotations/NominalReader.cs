using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads attributions that nouns and prepositions make: "the minister's claim that …", "according to X", "in the words
/// of X". "citing X" and "quoting X" are read only where their clause has no reporting verb of its own. Returns null
/// where no speaker is named.
/// </summary>
internal sealed class NominalReader(CueTable cues, PredicateGraph graph, CarrierReader carriers)
{
    private readonly Sentence sentence = graph.Sentence;

    /// <summary>The attribution of a noun with a that-clause and somebody to own it.</summary>
    public SyntacticAttribution? Noun(int i)
    {
        var cue = cues.Noun(sentence.Tokens[i].Lemma.ToLowerInvariant());
        if (cue is null || cue.Proof == CueProof.Marks) return null;
        int clause = -1;
        foreach (int c in sentence.Children(i))
            if (sentence.Tokens[c].Relation is "acl" or "ccomp" && sentence.Tokens[c].DepRel != "acl:relcl" && ArgumentReader.Marker(sentence, c) == "that" && (sentence.Tokens[c].Xpos != "VBN" || sentence.Child(c, "mark") >= 0 || sentence.Child(c, "nsubj") >= 0 || sentence.Child(c, "aux") >= 0)) clause = c; // "its letter, written by a clerk" has none
        if (clause < 0) return null;
        int speaker = graph.Heads(i, Role.Possessor).DefaultIfEmpty(-1).First();
        if (speaker < 0) speaker = graph.Heads(i, Role.Subject).DefaultIfEmpty(-1).First();
        if (speaker < 0) speaker = graph.Arguments(i).Where(a => a.Role == Role.Oblique && a.Preposition is "by" or "from").Select(a => a.Head).DefaultIfEmpty(-1).First();
        if (speaker < 0) return null;
        var draft = new SyntacticAttribution { CueToken = i, CueTokens = [i], Cue = cue, Speaker = speaker, Clausal = true };
        var content = ContentExtent.Of(sentence, [clause], draft);
        return draft with { Content = content, SpeakerSpan = SpeakerExtent.Of(sentence, speaker, i, content) };
    }

    /// <summary>"according to X", "in the words of X": the rest of the clause is the content.</summary>
    public SyntacticAttribution? Preposition(int i)
    {
        var (cue, length) = Phrase(i);
        if (cue is null || sentence.Tokens[i].Relation is "root") return null;
        int speaker = -1;
        for (int k = i + length; k < sentence.Tokens.Count && speaker < 0 && k < i + length + 8; k++)
            if (sentence.Tokens[k].Upos is "NOUN" or "PROPN" or "PRON") speaker = Top(k, i);
        if (speaker < 0) return null;
        int host = Host(speaker, i, length);
        if (host < 0) return null;
        var mine = sentence.Subtree(speaker).Concat(Enumerable.Range(i, length)).ToHashSet();
        if (sentence.Tokens[i].Upos == "VERB") mine.UnionWith(sentence.Subtree(i));
        int end = i == 0 ? PhraseEnd(i + length, mine) : -1;
        for (int k = i + length; k < end; k++) mine.Add(k);
        int innermost = Quoting(speaker, end, mine) is var quoted and >= 0 ? quoted : speaker;
        int before = i - 1;
        while (before > 0 && sentence.Tokens[before].Form is "”" or "\"" or "''" or "’" or "'") before--;
        bool closes = before >= 0 && sentence.Tokens[before].Form == ",";
        bool ends = closes && mine.Max() >= sentence.Tokens.Count - 2;
        var content = sentence.Subtree(Clause(host, closes, ends)).Where(t => !mine.Contains(t)).ToList();
        while (content.Count > 0 && sentence.Tokens[content[0]].Upos is "PUNCT" or "CCONJ") content.RemoveAt(0);
        // "reported that, according to aides, …": the "that" is the reporter's.
        if (content.Count > 1 && content[0] < i && i - content[0] <= 2 && sentence.Tokens[content[0]].Form == "that") content.RemoveAll(c => c < i);
        // "has left, according to aides, taking the keys": what hangs on behind is the writer's.
        if (closes && content.FindIndex(c => c > i) is var behind and > 0 && content.Skip(behind).SkipWhile(c => sentence.Tokens[c].Upos == "PUNCT").FirstOrDefault(-1) is var next and >= 0 && sentence.Tokens[next].Xpos == "VBG" && sentence.Tokens[next].Relation == "advcl") content.RemoveRange(behind, content.Count - behind);
        while (content.Count > 0 && sentence.Tokens[content[^1]].Upos == "PUNCT") content.RemoveAt(content.Count - 1);
        var span = SpeakerExtent.Of(sentence, innermost, i, content);
        if (innermost > 0 && sentence.Tokens[innermost - 1].Form.ToLowerInvariant() is "citing" or "quoting") span = new TextSpan(sentence.Tokens[innermost].Span.Start, span.End);
        if (innermost == speaker && end > speaker && sentence.Tokens[end - 1].Span.End > span.End && end - i - length <= 14) span = span.Cover(sentence.Tokens[end - 1].Span);
        List<int> passing = innermost == speaker ? [] : [speaker];
        if (carriers.Viewer(innermost) is var viewer and >= 0) passing.Insert(0, viewer);
        return new SyntacticAttribution
        {
            CueToken = i, CueTokens = [.. Enumerable.Range(i, length)], Cue = cue, Speaker = innermost, Content = content, Carriers = passing, Clausal = true, SpeakerSpan = span,
        };
    }

    // The comma that ends an opening phrase: "According to the ambassador to Peru, Ada Cole, …" names up to the second.
    private int PhraseEnd(int from, HashSet<int> mine)
    {
        int comma = from;
        while (comma < sentence.Tokens.Count && sentence.Tokens[comma].Form != "," && comma - from < 14) comma++;
        if (comma >= sentence.Tokens.Count || sentence.Tokens[comma].Form != ",") return -1;
        int name = comma + 1;
        while (name < sentence.Tokens.Count && sentence.Tokens[name].Upos == "PROPN" && name - comma <= 4) name++;
        if (name > comma + 1 && name < sentence.Tokens.Count && sentence.Tokens[name].Form == "," && BeginsClause(name + 1)) return name;
        int last = comma;
        while (last < sentence.Tokens.Count && mine.Contains(last)) last++;
        return last > comma && sentence.Tokens[last - 1].Upos == "PUNCT" ? last - 1 : Math.Max(comma, last);
    }

    // Whether a subject and its verb follow before the next comma.
    private bool BeginsClause(int from)
    {
        for (int k = from; k < sentence.Tokens.Count && sentence.Tokens[k].Form != ","; k++)
        {
            if (sentence.Tokens[k].Xpos is "WP" or "WDT") return false;
            if (k > from && sentence.Tokens[k].Upos is "VERB" or "AUX") return true;
        }
        return false;
    }

    // "according to the agency, quoting officials": the officials are the innermost.
    private int Quoting(int speaker, int end, HashSet<int> mine)
    {
        for (int k = speaker + 1; k < sentence.Tokens.Count && k <= Math.Max(speaker, end) + 6; k++)
        {
            if (sentence.Tokens[k].Form.ToLowerInvariant() is not ("quoting" or "citing")) continue;
            int obj = CitedParty(k);
            if (obj < 0) return -1;
            mine.UnionWith(sentence.Subtree(obj));
            foreach (int c in sentence.Children(k)) if (c < obj) mine.UnionWith(sentence.Subtree(c));
            for (int m = k; m <= obj; m++) mine.Add(m);
            return obj;
        }
        return -1;
    }

    private (Cue? Cue, int Length) Phrase(int i)
    {
        var token = sentence.Tokens[i];
        if (token.Form.Length < 2 || !cues.BeginsPreposition(token.Form.ToLowerInvariant())) return (null, 0);
        for (int length = Math.Min(4, sentence.Tokens.Count - i); length >= 1; length--)
        {
            string phrase = string.Join(' ', Enumerable.Range(i, length).Select(k => sentence.Tokens[k].Form.ToLowerInvariant()));
            if (cues.Preposition(phrase) is { Proof: CueProof.Clause, Class: "say" } cue) return (cue, length);
        }
        return (null, 0);
    }

    private int Host(int speaker, int i, int length)
    {
        int host = sentence.Tokens[speaker].Head;
        for (int steps = 0; host >= i && host < i + length && steps < 5; steps++) host = sentence.Tokens[host].Head;
        return host < 0 || sentence.Dominates(speaker, host) ? -1 : host;
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

    // Behind a comma the phrase vouches for the sentence, not for its last subordinate clause alone.
    private int Clause(int host, bool closes, bool ends)
    {
        int at = host;
        for (int steps = 0; steps < 20; steps++)
        {
            var t = sentence.Tokens[at];
            if (ends && t.Head >= 0 && t.Head < at && t.Relation is "ccomp" or "xcomp" or "advcl" or "acl" && t.DepRel != "acl:relcl") { at = t.Head; continue; }
            if (closes && t.Relation == "advcl" && t.Head >= 0 && t.Head < at && ArgumentReader.Marker(sentence, at).Length > 0) { at = t.Head; continue; }
            if (t.Upos is "VERB" or "AUX" || t.Relation is "root" or "ccomp" or "parataxis" || sentence.Child(at, "cop") >= 0 || t.Head < 0) break;
            at = t.Head;
        }
        return at;
    }

    // "citing residents" may look like an adjective and its noun.
    private int CitedParty(int citing)
    {
        if (sentence.Child(citing, "obj") is var obj and >= 0) return obj;
        var t = sentence.Tokens[citing];
        return t.Relation == "amod" && t.Head > citing && t.Head - citing <= 3 ? t.Head : -1;
    }

    /// <summary>Those a report rests on: the objects of "citing" or "quoting" under token <paramref name="verb"/>.</summary>
    public IEnumerable<int> Cited(int verb)
    {
        foreach (int c in sentence.Children(verb))
            if (sentence.Tokens[c].Relation is "advcl" or "obl" or "acl" or "ccomp" or "xcomp" or "parataxis" && sentence.Tokens[c].Form.ToLowerInvariant() is "citing" or "quoting" && sentence.Child(c, "obj") is var obj and >= 0 && !carriers.IsMedium(obj))
                yield return obj;
    }
}
