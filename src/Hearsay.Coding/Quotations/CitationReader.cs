using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads verbs by which one party passes on another's words: "was quoted (by the Herald) as saying", "cited aides as
/// saying that …", "the essay quotes the clerk Ada Cole: …". The one quoted is the speaker, whoever quotes is a carrier.
/// Takes the verb, returns null where nobody else is made to speak.
/// </summary>
internal sealed class CitationReader(CueTable cues, ActorIndex actors, PredicateGraph graph, CarrierReader carriers)
{
    private readonly Sentence sentence = graph.Sentence;

    /// <summary>The attribution of the verb at <paramref name="i"/>; <paramref name="addressee"/> finds who is told.</summary>
    public SyntacticAttribution? Read(int i, Cue? cue, Func<int, Cue?, int> addressee) => As(i, cue, addressee) ?? Party(i);

    // "was quoted (by X) as saying", "X quoted Y as saying", "X cited Y as saying that …"
    private SyntacticAttribution? As(int i, Cue? cue, Func<int, Cue?, int> addressee)
    {
        if (sentence.Tokens[i].Lemma is not ("quote" or "cite" or "report" or "hear" or "show" or "describe")) return null;
        foreach (int c in sentence.Children(i))
        {
            var t = sentence.Tokens[c];
            if (t.Relation is not ("advcl" or "xcomp" or "obl") || t.Xpos != "VBG" || !sentence.Children(c).Any(m => sentence.Tokens[m].Lemma == "as")) continue;
            int speaker = First(Role.Object, i);
            var passing = Passing(i, -1);
            foreach (int more in carriers.Read(c, -1)) if (!passing.Contains(more)) passing.Add(more);
            var draft = new SyntacticAttribution { CueToken = c, CueTokens = [.. CueExtent.Of(sentence, i).Append(c).Concat(sentence.Children(c).Where(m => sentence.Tokens[m].Lemma == "as")).Distinct().Order()] };
            var clauses = sentence.Children(c).Where(k => sentence.Tokens[k].Relation == "ccomp").ToList();
            var content = ContentExtent.Of(sentence, clauses, draft);
            return draft with
            {
                Cue = cues.Verb("say", null) ?? cue, Speaker = speaker, Addressee = addressee(c, cues.Verb(t.Lemma, null)), Content = content, Clausal = true,
                SpeakerSpan = speaker >= 0 ? SpeakerExtent.Of(sentence, speaker, i, content) : null, Carriers = [.. passing.Where(p => p != speaker)],
            };
        }
        return null;
    }

    // "The essay quotes the clerk Ada Cole", "she is quoted by the Herald on the cost": her words are what stands in quotation marks, if anything does.
    private SyntacticAttribution? Party(int i)
    {
        if (sentence.Tokens[i].Lemma != "quote") return null;
        bool passive = graph.IsPassive(i);
        int quoted = passive ? sentence.Child(i, "nsubj") : sentence.Child(i, "obj");
        if (quoted < 0 || quoted < i != passive) return null;
        if (!actors.One(sentence.Index, quoted).CanAct || carriers.IsMedium(quoted)) return null;
        return new SyntacticAttribution
        {
            CueToken = i, CueTokens = CueExtent.Of(sentence, i), Cue = cues.Verb("say", null), Speaker = quoted, SpeakerSpan = SpeakerExtent.Of(sentence, quoted, i, []),
            Carriers = Passing(i, quoted), QuotedOnly = true,
        };
    }

    private List<int> Passing(int i, int speaker)
    {
        var passing = carriers.Read(i, -1);
        int reporter = First(Role.Subject, i);
        if (reporter >= 0 && reporter != speaker && !passing.Contains(reporter)) passing.Insert(0, reporter);
        return passing;
    }

    private int First(Role role, int i) => graph.Heads(i, role).DefaultIfEmpty(-1).First();
}
