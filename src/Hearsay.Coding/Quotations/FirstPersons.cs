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
            for (int s = 0; s < document.Sentences.Count; s++)
            {
                var sentence = document.Sentences[s];
                if (sentence.Span.End <= quotation.Content[0].Start) continue;
                if (sentence.Span.Start >= quotation.Content[^1].End) break;
                for (int i = 0; i < sentence.Tokens.Count; i++)
                    if (IsWe(sentence.Tokens[i]) && IsInnermost(quotation, quotations, sentence.Tokens[i].Span.Start)) actors.Settle(s, i, body);
            }
        }
    }

    private static ResolvedActor Body(ResolvedActor speaker, ActorIndex actors)
    {
        bool state = speaker.Country.Length == 3 && (speaker.Kind is ActorKind.Country || speaker.Sectors is ["GOV" or "MIL" or "SPY", ..]);
        return state && actors.NameOfCountry(speaker.Country) is { } name
            ? speaker with { Name = name, Sectors = [], Kind = ActorKind.Country, Subkind = "", IsPerson = false, CanAct = true }
            : speaker with { CanAct = true };
    }

    private static bool IsWe(Token token) => token.Upos == "PRON" && token.Form.ToLowerInvariant() is "we" or "us" or "our" or "ours";

    private static bool IsInnermost(Quotation quotation, IReadOnlyList<Quotation> all, int offset) =>
        quotation.Holds(offset) && !all.Any(q => q.Holds(offset) && q.Chain.Count > quotation.Chain.Count);
}
