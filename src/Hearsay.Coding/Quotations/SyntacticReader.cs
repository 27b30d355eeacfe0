using Hearsay.Coding.Actors;
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
    private readonly VerbReader verbs;
    private readonly NominalReader nominals;

    /// <summary>A reader of <paramref name="sentence"/>, which is parsed.</summary>
    public SyntacticReader(CueTable cues, ActorIndex actors, Sentence sentence)
    {
        this.sentence = sentence;
        var graph = new PredicateGraph(sentence);
        var carriers = new CarrierReader(graph, actors);
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
        // "quoting X" that only says whom the speaker of another attribution rests on is none of its own.
        found.RemoveAll(a => a.Cue?.Class == "quote" && sentence.Tokens[a.CueToken].Xpos == "VBG" && found.Exists(o => o != a && o.Speaker >= 0 && sentence.Child(a.CueToken, "obj") == o.Speaker));
        return found;
    }

    private SyntacticAttribution Rest(SyntacticAttribution a)
    {
        if (a.QuotedOnly || a.Speaker < 0) return a;
        foreach (int cited in nominals.Cited(a.CueToken))
            return a with { Carriers = [.. a.Carriers, a.Speaker], Speaker = cited, SpeakerSpan = SpeakerExtent.Of(sentence, cited, a.CueToken, a.Content) };
        return a;
    }
}
