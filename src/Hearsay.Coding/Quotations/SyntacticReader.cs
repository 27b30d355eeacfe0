using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds the attributions that syntax shows in one sentence, in text order of their cues: reporting verbs, nouns such
/// as "claim" with their content, "according to". A report that rests on others ("the paper reported, citing
/// bankers") is theirs, with the reporter as carrier.
/// </summary>
internal sealed class SyntacticReader
{
    private readonly Sentence sentence;
    private readonly ActorIndex actors;
    private readonly VerbReader verbs;
    private readonly NominalReader nominals;
    private readonly CarrierReader carriers;

    /// <summary>A reader of <paramref name="sentence"/>, which is parsed.</summary>
    public SyntacticReader(CueTable cues, ActorIndex actors, Sentence sentence)
    {
        this.sentence = sentence;
        this.actors = actors;
        var graph = new PredicateGraph(sentence);
        carriers = new CarrierReader(graph, actors);
        verbs = new VerbReader(cues, actors, graph, carriers);
        nominals = new NominalReader(cues, graph, carriers);
    }

    /// <summary>The attributions in text order of their cues.</summary>
    public IReadOnlyList<SyntacticAttribution> Read()
    {
        var found = new List<SyntacticAttribution>();
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            var attribution = sentence.Tokens[i].Upos switch
            {
                "VERB" => verbs.Read(i) is { } a ? Rest(a) : null,
                "NOUN" => nominals.Noun(i),
                _ => null,
            };
            attribution ??= nominals.Preposition(i);
            if (attribution is not null) found.Add(attribution);
        }
        RestReports(found);
        SplitCoordinated(found);
        SplitContrasted(found);
        // "quoting X" that only says whom the speaker of another attribution rests on is none of its own.
        found.RemoveAll(a => sentence.Tokens[a.CueToken].Form.ToLowerInvariant() is "citing" or "quoting" && found.Exists(o => o != a && o.Speaker >= 0 && sentence.Child(a.CueToken, "obj") == o.Speaker));
        return found;
    }

    private SyntacticAttribution Rest(SyntacticAttribution a)
    {
        if (a.QuotedOnly || a.Speaker < 0) return a;
        foreach (int cited in nominals.Cited(a.CueToken))
            if (actors.One(sentence.Index, cited).CanAct || HopKinds.IsDocument(sentence.Tokens[cited].Lemma))
                return a with { Carriers = [.. a.Carriers, a.Speaker], Speaker = cited, SpeakerSpan = SpeakerExtent.Of(sentence, cited, a.CueToken, a.Content) };
        return a;
    }

    // "The Herald reported, according to two aides, that …": the aides vouch, the Herald passes on.
    private void RestReports(List<SyntacticAttribution> found)
    {
        for (int k = found.Count - 1; k > 0; k--)
        {
            var credit = found[k];
            if (!sentence.Tokens[credit.CueToken].Form.Equals("according", StringComparison.OrdinalIgnoreCase) || credit.Speaker < 0 || carriers.IsMedium(credit.Speaker) || !actors.One(sentence.Index, credit.Speaker).CanAct) continue;
            int report = found.FindIndex(o => o.CueToken < credit.CueToken && o.Clausal && !o.QuotedOnly && o.Content.Count > 0 && o.Content[0] > credit.CueToken && o.Speaker >= 0 && carriers.IsMedium(o.Speaker));
            if (report < 0) continue;
            var rest = found[report];
            found[report] = rest with { Carriers = [.. rest.Carriers, rest.Speaker], Speaker = credit.Speaker, SpeakerSpan = credit.SpeakerSpan };
            found.RemoveAt(k);
        }
    }

    // "One says there are ten, while another says …", "ten said yes, five said no": the second is no part of what the
    // first reports. Nor is what follows a last dash: "believed he was ill -- something he denied".
    private void SplitContrasted(List<SyntacticAttribution> found)
    {
        for (int k = 1; k < found.Count; k++)
            for (int j = 0; j < k; j++)
            {
                var (outer, inner) = (found[j], found[k]);
                if (outer.QuotedOnly || inner.QuotedOnly || inner.Speaker < 0 || outer.Content.Count == 0 || outer.Content[0] < outer.CueToken || !outer.Content.Contains(inner.CueToken)) continue;
                int from = IsCredit(outer, inner) ? inner.CueTokens[0] : outer.Clausal ? Contrast(outer, inner) : Elsewhere(outer, inner);
                while (from > 0 && sentence.Tokens[from - 1].Upos is "CCONJ" or "PUNCT") from--;
                if (from <= outer.Content[0]) continue;
                if (IsSame(outer, inner)) found[k] = inner with { Speaker = outer.Speaker };
                found[j] = outer with { Content = [.. outer.Content.Where(c => c < from)] };
            }
    }

    // "Aides said the role would be small, and they rejected …": a pronoun that stands for nobody named means who spoke before.
    private bool IsSame(SyntacticAttribution outer, SyntacticAttribution inner) =>
        outer.Speaker >= 0 && inner.SpeakerSpan is not null && sentence.Tokens[inner.Speaker].Form.Equals("they", StringComparison.OrdinalIgnoreCase)
        && sentence.Tokens[outer.Speaker].Xpos is "NNS" or "NNPS" && actors.One(sentence.Index, inner.Speaker).Name is null;

    // "most say they would, according to a poll": the poll vouches for what they say, not they for the poll.
    private bool IsCredit(SyntacticAttribution outer, SyntacticAttribution inner) =>
        (sentence.Tokens[inner.CueToken].Upos != "VERB" || sentence.Tokens[inner.CueToken].Form.Equals("according", StringComparison.OrdinalIgnoreCase))
        && sentence.Tokens[inner.CueToken].Upos != "NOUN" && inner.Content.Contains(outer.CueToken) && inner.CueTokens[0] > outer.Content[0];

    // The finite form of the verb group: "did not recommend" is past.
    private string Tense(int verb)
    {
        foreach (int c in sentence.Children(verb))
            if (sentence.Tokens[c].Relation == "aux" && sentence.Tokens[c].Lemma == "do") return sentence.Tokens[c].Xpos;
        return sentence.Tokens[verb].Xpos is "VB" or "VBZ" ? "VBP" : sentence.Tokens[verb].Xpos;
    }

    // The first finite word of the verb group: "was", "had", "should" for any modal.
    private string Finite(int verb)
    {
        foreach (int c in sentence.Children(verb))
            if (c < verb && sentence.Tokens[c].Relation is "aux" or "cop") return sentence.Tokens[c].Xpos;
        return sentence.Tokens[verb].Xpos;
    }

    // "Ten said they would pay; five said they would not": behind a semicolon somebody else's words are beside the first, unless "that" goes on with them.
    private int Semicolon(SyntacticAttribution outer, SyntacticAttribution inner)
    {
        int quoted = 0;
        for (int c = outer.Content[0]; c < inner.CueToken && c < inner.Speaker; c++)
        {
            if (sentence.Tokens[c].Form is "“" or "\"" or "''" or "``" or "”") quoted++;
            bool goesOn = sentence.Tokens[c + 1].Form == "that" || sentence.Tokens[c + 1].Upos == "CCONJ" && sentence.Tokens[c + 2].Form == "that";
            if (sentence.Tokens[c].Form == ";" && quoted % 2 == 0 && !goesOn) return c;
        }
        return -1;
    }

    // Where the other voice begins, or -1.
    private int Contrast(SyntacticAttribution outer, SyntacticAttribution inner)
    {
        int verb = inner.CueToken;
        var t = sentence.Tokens[verb];
        // ", which stood at ten, according to the clerk": the clerk alone vouches for the aside.
        if (t.Form.Equals("according", StringComparison.OrdinalIgnoreCase) && inner.Content.Count > 0 && inner.Content[0] > outer.Content[0]
            && sentence.Tokens[inner.Content[0]].Xpos is "WDT" or "WP" && sentence.Tokens[inner.Content[0] - 1].Form == ",") return inner.Content[0];
        if (Semicolon(outer, inner) is var semicolon and >= 0) return semicolon;
        int first = sentence.Subtree(verb).Min();
        while (first > 0 && sentence.Tokens[first].Upos is "PUNCT" or "CCONJ" && first < verb) first++;
        bool comma = first > 1 && (sentence.Tokens[first - 1].Form is "," or ";" || sentence.Tokens[first - 1].Upos == "CCONJ" && sentence.Tokens[first - 2].Form == ",");
        if (t.Relation == "advcl" && verb > outer.CueToken && ArgumentReader.Marker(sentence, verb) is "while" or "whereas" or "although" or "though" && comma) return first;
        if (Elsewhere(outer, inner) is var elsewhere and >= 0) return elsewhere;
        bool own = sentence.Child(verb, "nsubj") >= 0 && inner.Cue is { Class: "say" or "tell" } && ArgumentReader.Marker(sentence, verb) != "that";
        bool others = inner.Speaker > outer.CueToken && sentence.Tokens[inner.Speaker].Form is "others" or "another" or "some" || first < sentence.Tokens.Count && sentence.Tokens[first].Form is "others" or "another" or "some";
        if (t.Relation is "conj" or "parataxis" && own && (comma || others) && t.Xpos == sentence.Tokens[outer.CueToken].Xpos) return first;
        // "wrote that she should go, and the mayor later called it unfair": out of step with the clause it is joined to, in step with the outer report.
        bool joined = t.Relation == "conj" && t.Head > outer.CueToken && comma && sentence.Child(verb, "nsubj") >= 0 && sentence.Child(verb, "mark") < 0;
        if (joined && Finite(verb) == Finite(outer.CueToken) && Finite(t.Head) != Finite(verb)) return first;
        // "half said yes, compared with four in ten who said no"
        foreach (int c in outer.Content) if (c < verb && c > outer.Content[0] && sentence.Tokens[c].Form == "compared" && sentence.Tokens[c - 1].Form == ",") return c;
        int dash = -1;
        foreach (int c in outer.Content) if (sentence.Tokens[c].Form is "--" or "—" or "–") { if (c > verb) return -1; dash = c; }
        return inner.Speaker > dash ? dash : -1;
    }

    // "accused each other of idling while doctors warned of an outbreak", "…, with the Herald reporting …": where the clause begins in which somebody else
    // speaks, or -1.
    private int Elsewhere(SyntacticAttribution outer, SyntacticAttribution inner)
    {
        for (int at = inner.CueToken; at >= 0 && at != outer.CueToken; at = sentence.Tokens[at].Head)
        {
            if (sentence.Tokens[at].Relation != "advcl" || at < outer.CueToken || sentence.Child(at, "nsubj") < 0) continue;
            if (ArgumentReader.Marker(sentence, at) is not ("while" or "whereas") && !(ArgumentReader.Marker(sentence, at) == "with" && at == inner.CueToken)) continue;
            int first = sentence.Subtree(at).Min();
            return first > outer.Content[0] ? first : -1;
        }
        return -1;
    }

    // "said it would rain and called for calm": the second cue is no part of what the first reports.
    private void SplitCoordinated(List<SyntacticAttribution> found)
    {
        for (int k = 1; k < found.Count; k++)
        {
            int verb = found[k].CueToken;
            var t = sentence.Tokens[verb];
            bool adjunct = t.Xpos == "VBG" && verb > 0 && sentence.Tokens[verb - 1].Form is "," or "—" or "–" or "--";
            if (t.Relation != "conj" && !adjunct || found[k].QuotedOnly || sentence.Child(verb, "nsubj") >= 0) continue;
            for (int j = k - 1; j >= 0; j--)
            {
                var outer = found[j];
                if (!outer.Clausal || outer.QuotedOnly || (adjunct ? outer.Speaker != found[k].Speaker && !(found[k].Speaker >= 0 && found[k].Speaker < outer.CueToken && outer.Speaker > found[k].Speaker) : Tense(outer.CueToken) != Tense(verb)) || !outer.Content.Contains(verb) || outer.Content[0] < outer.CueToken && !(adjunct && outer.CueToken < verb)) continue;
                int from = found[k].CueTokens[0];
                while (from > 0 && sentence.Tokens[from - 1].Upos is "CCONJ" or "PUNCT" or "ADV") from--;
                found[j] = outer with { Content = [.. outer.Content.Where(c => c < from)] };
                if (adjunct && outer.Speaker != found[k].Speaker) continue; // "dismissed their charge that he had lied – saying …": her own words again
                found[k] = found[k] with { Speaker = outer.Speaker, SpeakerSpan = outer.SpeakerSpan };
                break;
            }
        }
    }
}
