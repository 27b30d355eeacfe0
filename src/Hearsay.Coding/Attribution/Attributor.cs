using Hearsay.Coding.Actors;
using Hearsay.Coding.Events;
using Hearsay.Coding.Predicates;
using Hearsay.Coding.Quotations;
using Hearsay.Coding.Records;
using Hearsay.Coding.Statuses;
using Hearsay.Language;

namespace Hearsay.Coding.Attribution;

/// <summary>
/// Gives every event mention its chain and status. Each quotation that holds the trigger adds its hops, outermost
/// first; an accuser vouches for what he alleges; "reportedly" and the like add an unspecified hop. The status is
/// read up to the cue of the innermost quotation, whose own stance acts last. The article's own outlet is never a hop.
/// </summary>
public sealed class Attributor(StatusReader statuses, Folding folding)
{
    /// <summary>One result per mention, in the same order, with future acts retyped as coding rule 2 says.</summary>
    public IReadOnlyList<AttributedMention> Attribute(
        Document document, IReadOnlyList<EventMention> mentions, IReadOnlyList<Quotation> quotations, string? outlet)
    {
        var result = new List<AttributedMention>();
        foreach (var mention in mentions)
        {
            var sentence = document.Sentences[mention.Sentence];
            int offset = sentence.Tokens[mention.Trigger].Span.Start;
            int? innermost = Innermost(quotations, offset, q => IsRejected(mention, q, sentence));
            var quotation = innermost is { } q ? quotations[q] : null;
            int ceiling = quotation is not null && quotation.Sentence == mention.Sentence ? quotation.CueToken : -1;
            var chain = new List<ChainHop>(quotation?.Chain ?? []);
            var reading = statuses.Read(sentence, mention.Trigger, ceiling);
            if (Accuser(mention, mentions, sentence) is { } accusation && (ceiling < 0 || !sentence.Dominates(accusation.Trigger, ceiling)))
                chain.AddRange(accusation.Actors.Take(1).Select(a => HopKinds.Hop(a, sentence.Tokens[accusation.Trigger].Form, document)));
            if (HearsayWords.Hop(sentence, mention.Trigger, ceiling) is { } hearsay) chain.Add(hearsay);
            var status = quotation is null || reading.IsAside ? reading.Status
                : ceiling >= 0 && statuses.BehindNegation(sentence, mention.Trigger, ceiling) is { } left ? UnderNegatedCue(reading.Status, left)
                : UnderStance(reading.Status, quotation.Stance);
            // "Would not serve under her": what a pattern says in the negative is done by not doing it.
            if (status == Status.Negated && mention.Words.Any(w => sentence.Tokens[w].Lemma is "not" or "n't" or "never")) status = Status.Asserted;
            chain.RemoveAll(h => HopKinds.IsOwnOutlet(h, outlet));
            var retyped = Retype(mention, sentence, ref status);
            if (IsVowToHarm(mention, status, quotation) || IsUltimatum(mention, sentence))
            {
                // The speaker's own act is the threat itself: it has the chain up to, not including, its speaker.
                retyped = folding.As("THREATEN", mention);
                status = Status.Asserted;
                if (chain.Count > 0 && quotation?.Speaker is { } speaker && IsSame(mention, speaker)) chain.RemoveAt(chain.Count - 1);
            }
            result.Add(new AttributedMention(retyped, chain, status, innermost, reading.Rows));
        }
        return result;
    }

    // "dismissed the union's charges": the charges were made, whatever the one who dismisses them says of what they say.
    private static bool IsRejected(EventMention mention, Quotation q, Sentence sentence) =>
        q.Stance == "denies" && mention.Nominal && mention.Type is "ACCUSE" or "REQUEST" or "THREATEN" or "REJECT"
        && q.Sentence == mention.Sentence && sentence.Tokens[mention.Trigger].Head == q.CueToken && sentence.Tokens[mention.Trigger].Relation == "obj";

    private static int? Innermost(IReadOnlyList<Quotation> quotations, int offset, Predicate<Quotation> apart)
    {
        int? best = null;
        for (int i = 0; i < quotations.Count; i++)
            if (quotations[i].Holds(offset) && !apart(quotations[i]) && (best is not { } b || quotations[i].Chain.Count > quotations[b].Chain.Count
                || quotations[i].Chain.Count == quotations[b].Chain.Count && Length(quotations[i]) < Length(quotations[b]))) best = i;
        return best;
    }

    private static int Length(Quotation q) => q.Content.Sum(c => c.Length);

    // The accusation whose complement holds the mention: "accused Iran of shelling the port".
    private static EventMention? Accuser(EventMention mention, IReadOnlyList<EventMention> mentions, Sentence sentence)
    {
        foreach (var other in mentions)
        {
            if (other.Sentence != mention.Sentence || other.Type != "ACCUSE" || ReferenceEquals(other, mention) || other.Actors.Count == 0) continue;
            if (other.Pattern.Mode is "investigate") continue;
            for (int at = mention.Trigger, steps = 0; at >= 0 && steps < 12; at = sentence.Tokens[at].Head, steps++)
            {
                int above = sentence.Tokens[at].Head;
                if (above != other.Trigger) continue;
                bool complement = sentence.Tokens[at].Relation is "ccomp" or "xcomp" or "acl" || sentence.Tokens[at].Relation is "advcl" && ArgumentReader.Marker(sentence, at) is "of" or "for" or "over" or "with" or "ing" or "that" or "as"
                    || sentence.Tokens[at].Relation is "obl" or "nmod" && ArgumentReader.Case(sentence, at) is "of" or "for" or "over";
                if (complement) return other;
            }
        }
        return null;
    }

    // "never claimed that they fired", "did not threaten to strike".
    private static Status UnderNegatedCue(Status status, Status left) =>
        status is Status.Asserted or Status.Planned or Status.Promised or Status.Possible ? left : status;

    private static Status UnderStance(Status status, string stance) => stance switch
    {
        "denies" => status switch
        {
            Status.Asserted or Status.Possible or Status.Planned => Status.Denied,
            Status.Negated or Status.Denied => Status.Asserted,
            _ => status,
        },
        "promises" when status is Status.Planned or Status.Asserted => Status.Promised,
        "threatens" when status is Status.Planned or Status.Asserted => Status.Threatened,
        "demands" when status is Status.Asserted or Status.Planned => Status.Demanded,
        "asks" when status is Status.Asserted or Status.Possible or Status.Planned => Status.Questioned,
        "hopes" or "fears" or "uncertain" when status is Status.Asserted => Status.Possible,
        _ => status,
    };

    // Coding rule 2: future talks, support, cooperation and aid are agreements; a future retreat is a concession. Who
    // says that he will not do such a thing refuses it.
    private EventMention Retype(EventMention mention, Sentence sentence, ref Status status)
    {
        if (status is Status.Negated or Status.Conditional && IsRefusal(mention, sentence) && !(mention.Type == "SUPPORT" && mention.Recipients.Any(r => r.IsPerson)))
        {
            status = Status.Asserted;
            return folding.As("REJECT", mention);
        }
        if (status is not (Status.Planned or Status.Promised or Status.Conditional)) return mention;
        return mention.Type switch
        {
            "CONSULT" or "SUPPORT" or "COOPERATE" or "AID" => folding.As("AGREE", mention),
            "RETREAT" => mention with { Type = "CONCEDE", Mode = null, Cameo = folding.Intent(mention) },
            "CONCEDE" => mention with { Cameo = folding.Intent(mention) },
            _ => mention,
        };
    }

    // "will not free the hostages", "would no longer talk to": a verb with a doer, a modal of will and a negation.
    private static bool IsRefusal(EventMention mention, Sentence sentence)
    {
        if (mention.Nominal || mention.Actors.Count == 0 || mention.Type is not ("CONSULT" or "SUPPORT" or "COOPERATE" or "AID" or "RETREAT" or "CONCEDE")) return false;
        bool will = false, negated = false;
        foreach (int c in sentence.Children(mention.Trigger))
        {
            var t = sentence.Tokens[c];
            will |= t.Relation == "aux" && t.Lemma is "will" or "would" or "wo" or "shall" or "'ll";
            negated |= t.Lemma is "not" or "n't" or "never" || t.Form.Equals("longer", StringComparison.OrdinalIgnoreCase);
            if (t.DepRel is "nsubj:pass" or "aux:pass") return false;
        }
        return will && negated;
    }

    // Coding rule 2: "the army said it would shell the town" is a threat by the army.
    private static bool IsVowToHarm(EventMention mention, Status status, Quotation? quotation)
    {
        if (status is not (Status.Planned or Status.Promised or Status.Threatened or Status.Conditional) || mention.Nominal) return false;
        if (mention.Type is not ("ASSAULT" or "MOBILIZE") || quotation?.Speaker is not { } speaker) return false;
        return IsSame(mention, speaker);
    }

    private static bool IsSame(EventMention mention, ResolvedActor speaker) =>
        mention.Actors.Any(a => a.Sentence == speaker.Sentence && a.Head == speaker.Head || a.Name is not null && a.Name == speaker.Name
            || a.Code is not null && a.Code == speaker.Code || a.Country.Length > 0 && a.Country == speaker.Country && a.Sectors.Count == 0 && speaker.Sectors.Contains("GOV"));

    // "will withdraw its peacekeepers unless …": a harm that hangs on what the other side does.
    private static bool IsUltimatum(EventMention mention, Sentence sentence)
    {
        if (mention.Nominal || mention.Type is not ("ASSAULT" or "COERCE" or "SANCTION" or "MOBILIZE" or "RETREAT" or "PROTEST" or "REJECT")) return false;
        foreach (int clause in sentence.Children(mention.Trigger))
            if (sentence.Tokens[clause].Relation == "advcl" && sentence.Children(clause).Any(m => sentence.Tokens[m].Lemma is "unless")) return true;
        return false;
    }
}
