using Hearsay.Coding.Actors;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Says who "we", "us" and "our" are inside a quotation: those whom the speaker speaks for. An officer of a state
/// speaks for the state ("We have closed the border," the Kenyan minister said: Kenya), anybody else for the body he
/// is known by. Takes the quotations that were found and settles the pronouns in the index; a speaker of whom no
/// country and no sector is known leaves them as they are.
/// </summary>
public static class FirstPersons
{
    /// <summary>Settles the plural first persons of every quotation that has a known speaker.</summary>
    public static void Settle(Document document, IReadOnlyList<Quotation> quotations, ActorIndex actors)
    {
        foreach (var quotation in quotations)
        {
            if (quotation.Presupposed || quotation.Speaker is not { Code: not null } speaker) continue;
            var body = Body(speaker, actors);
            var home = State(speaker, actors);
            for (int s = 0; s < document.Sentences.Count; s++)
            {
                var sentence = document.Sentences[s];
                if (sentence.Span.End <= quotation.Content[0].Start) continue;
                if (sentence.Span.Start >= quotation.Content[^1].End) break;
                for (int i = 0; i < sentence.Tokens.Count; i++)
                    if (IsWe(sentence.Tokens[i]) && IsInnermost(quotation, quotations, sentence.Tokens[i].Span.Start) && (OwnsLand(sentence, i) ? home : body) is { } party) actors.Settle(s, i, party);
            }
        }
    }

    // A senator's or an actor's "we" is anybody; who leads an army or a militia speaks for it.
    private static ResolvedActor? Body(ResolvedActor speaker, ActorIndex actors)
    {
        if (speaker.Kind is ActorKind.Country || speaker.Sectors is ["GOV" or "MIL" or "SPY", ..]) return State(speaker, actors) ?? speaker with { CanAct = true };
        bool leads = !speaker.IsPerson || speaker.Sectors is ["REB" or "UAF" or "COP" or "JUD" or "LAB", ..];
        return leads ? speaker with { CanAct = true } : null;
    }

    private static ResolvedActor? State(ResolvedActor speaker, ActorIndex actors) =>
        speaker.Country.Length == 3 && actors.NameOfCountry(speaker.Country) is { } name
            ? speaker with { Name = name, Sectors = [], Kind = ActorKind.Country, Subkind = "", IsPerson = false, CanAct = true } : null;

    // "our soil", "our soldiers": whoever says so, the land and the army are the country's.
    private static bool OwnsLand(Sentence sentence, int token) =>
        sentence.Tokens[token] is { DepRel: "nmod:poss", Head: >= 0 and var thing } && sentence.Tokens[thing].Lemma is "soil" or "country" or "nation" or "land" or "border" or "territory" or "soldier" or "troop" or "military" or "army" or "homeland" or "navy" or "embassy";

    private static bool IsWe(Token token) => token.Upos == "PRON" && token.Form.ToLowerInvariant() is "we" or "us" or "our" or "ours";

    private static bool IsInnermost(Quotation quotation, IReadOnlyList<Quotation> all, int offset) =>
        quotation.Holds(offset) && !all.Any(q => q.Holds(offset) && q.Chain.Count > quotation.Chain.Count);
}
