using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Events;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Records;

/// <summary>
/// Puts mentions that report one event together: one record per event, chain and status in an article. Mentions of
/// one sentence join when nothing about them differs; mentions of different sentences only when both name the same
/// two sides.
/// </summary>
internal static class EventGrouping
{
    /// <summary>The groups in text order of their first mention; the best mention of a group stands first in it.</summary>
    public static IReadOnlyList<IReadOnlyList<AttributedMention>> Group(IReadOnlyList<AttributedMention> mentions, Document document)
    {
        var groups = new List<List<AttributedMention>>();
        foreach (var mention in mentions)
        {
            var home = groups.Find(g => g.Exists(m => Same(m, mention, document)));
            if (home is null) groups.Add([mention]);
            else home.Add(mention);
        }
        return [.. groups.Select(g => g.OrderBy(m => m.Mention.Doubt is not null).ThenByDescending(Fullness).ThenBy(m => m.Mention.Sentence).ThenBy(m => m.Mention.Trigger).ToList())];
    }

    private static int Fullness(AttributedMention m) =>
        2 * m.Mention.Actors.Count(a => a.Code is not null) + 2 * m.Mention.Recipients.Count(a => a.Code is not null)
        + m.Mention.Actors.Count + m.Mention.Recipients.Count + (m.Mention.Nominal ? 0 : 1);

    private static bool Same(AttributedMention a, AttributedMention b, Document document)
    {
        if (a.Mention.Type != b.Mention.Type || a.Status != b.Status || !SameChain(a.Chain, b.Chain)) return false;
        if (IsToll(a.Mention, b.Mention, document) || IsToll(b.Mention, a.Mention, document)) return true;
        if (a.Mention.Mode is { } x && b.Mention.Mode is { } y && x != y) return false;
        bool actors = Agree(a.Mention.Actors, b.Mention.Actors, document, out bool actorsShared);
        bool recipients = Agree(a.Mention.Recipients, b.Mention.Recipients, document, out bool recipientsShared);
        if (a.Mention.Sentence == b.Mention.Sentence && actors && recipients) return actorsShared || recipientsShared || a.Mention.Nominal || b.Mention.Nominal;
        if (actorsShared && recipientsShared) return true;
        var reciprocal = a.Mention.Pattern.Reciprocal || b.Mention.Pattern.Reciprocal;
        return reciprocal && Agree(a.Mention.Actors, b.Mention.Recipients, document, out bool left) && left
            && Agree(a.Mention.Recipients, b.Mention.Actors, document, out bool right) && right;
    }

    // "Nine people were killed when a bomber struck", "shelled the market, killing nine", "a blast that killed nine": the
    // dead are those of the attack that the clause hangs on or that hangs on it.
    private static bool IsToll(EventMention toll, EventMention attack, Document document)
    {
        if (toll.Type != "ASSAULT" || toll.Sentence != attack.Sentence || toll.Pattern.Cameo != "1823" || toll.Nominal || attack.Pattern.Cameo == "1823") return false;
        if (toll.Actors.Count > 0 && attack.Actors.Count > 0 && !Agree(toll.Actors, attack.Actors, document, out _)) return false;
        var sentence = document.Sentences[toll.Sentence];
        return toll.Actors.Count == 0 && HangsOn(sentence, attack.Trigger, toll) || HangsOn(sentence, toll.Trigger, attack);
    }

    private static bool HangsOn(Sentence sentence, int token, EventMention other)
    {
        for (int steps = 0; steps < 3 && sentence.Tokens[token].Relation is "advcl" or "acl" or "xcomp" or "obl" or "nmod" or "nsubj" or "obj"; steps++)
        {
            token = sentence.Tokens[token].Head;
            if (other.Trigger == token || other.Words.Contains(token)) return true;
        }
        return false;
    }

    private static bool SameChain(IReadOnlyList<ChainHop> a, IReadOnlyList<ChainHop> b)
    {
        if (a.Count != b.Count) return false;
        for (int i = 0; i < a.Count; i++)
            if (a[i].Kind != b[i].Kind || !string.Equals(a[i].Name ?? a[i].Text, b[i].Name ?? b[i].Text, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static bool Agree(IReadOnlyList<ResolvedActor> a, IReadOnlyList<ResolvedActor> b, Document document, out bool shared)
    {
        shared = a.Count > 0 && b.Count > 0 && a.Any(x => b.Any(y => SameParty(x, y, document)));
        return shared || a.Count == 0 || b.Count == 0;
    }

    private static bool SameParty(ResolvedActor a, ResolvedActor b, Document document)
    {
        if (a.Sentence == b.Sentence && a.Head == b.Head) return true;
        if (document.ChainOf(a.Sentence, a.Head) is { } chain && ReferenceEquals(chain, document.ChainOf(b.Sentence, b.Head))) return true;
        if (a.Name is not null && b.Name is not null) return a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase) || a.Code is not null && a.Code == b.Code && !a.IsPerson && !b.IsPerson;
        return a.Code is not null && a.Code == b.Code;
    }
}
