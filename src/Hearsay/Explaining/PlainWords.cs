using Hearsay.Coding.Events;

namespace Hearsay.Explaining;

/// <summary>
/// What the codes mean, said so that it can stand between two parties: "Kenya → spoke by phone with → Somalia".
/// A type or mode that is not in the tables is shown as its own name in lower case.
/// </summary>
public static class PlainWords
{
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["AGREE"] = "agreed to cooperate with", ["CONSULT"] = "talked with", ["CONSULT.visit"] = "visited",
        ["CONSULT.third-party"] = "mediated for", ["CONSULT.multilateral"] = "met in a round of many with",
        ["CONSULT.phone"] = "spoke by phone with", ["SUPPORT"] = "backed", ["CONCEDE"] = "gave way to",
        ["COOPERATE"] = "worked together with", ["AID"] = "gave aid to", ["RETREAT"] = "pulled back for",
        ["RETREAT.withdraw"] = "withdrew from", ["RETREAT.release"] = "released", ["RETREAT.disarm"] = "disarmed for",
        ["RETREAT.ceasefire"] = "ceased fire with", ["RETREAT.access"] = "let in", ["RETREAT.resign"] = "stepped down from",
        ["REQUEST"] = "demanded something of", ["REQUEST.assist"] = "demanded help from", ["REQUEST.change"] = "demanded change from",
        ["REQUEST.yield"] = "demanded a concession from", ["REQUEST.meet"] = "demanded talks with", ["ACCUSE"] = "accused",
        ["ACCUSE.disapprove"] = "criticised", ["ACCUSE.investigate"] = "investigated", ["ACCUSE.allege"] = "accused of wrongdoing",
        ["REJECT"] = "turned down", ["REJECT.assist"] = "refused to help", ["REJECT.change"] = "refused change to",
        ["REJECT.yield"] = "refused to yield to", ["REJECT.meet"] = "refused to meet", ["THREATEN"] = "threatened",
        ["THREATEN.restrict"] = "threatened to restrict", ["THREATEN.arrest"] = "threatened to arrest",
        ["THREATEN.relations"] = "threatened to cut relations with", ["THREATEN.expel"] = "threatened to expel",
        ["THREATEN.territory"] = "threatened the territory of", ["THREATEN.violence"] = "threatened with violence",
        ["PROTEST"] = "protested against", ["PROTEST.demo"] = "demonstrated against", ["PROTEST.riot"] = "rioted against",
        ["PROTEST.strike"] = "went on strike against", ["PROTEST.hunger"] = "went on hunger strike against",
        ["PROTEST.boycott"] = "boycotted", ["PROTEST.obstruct"] = "blocked the way of", ["PROTEST.vandalize"] = "vandalised in protest against",
        ["SANCTION"] = "imposed sanctions on", ["SANCTION.convict"] = "convicted", ["SANCTION.expel"] = "expelled",
        ["SANCTION.withdraw"] = "broke away from", ["SANCTION.discontinue"] = "cut off", ["MOBILIZE"] = "mobilised against",
        ["MOBILIZE.troops"] = "deployed troops against", ["MOBILIZE.weapons"] = "deployed weapons against",
        ["MOBILIZE.police"] = "deployed police against", ["MOBILIZE.militia"] = "mobilised militia against",
        ["COERCE"] = "put pressure on", ["COERCE.seize"] = "seized property of", ["COERCE.restrict"] = "restricted",
        ["COERCE.censor"] = "censored", ["COERCE.curfew"] = "put under curfew", ["COERCE.martial-law"] = "put under martial law",
        ["COERCE.arrest"] = "arrested", ["COERCE.deport"] = "deported", ["COERCE.withhold"] = "withheld supplies from",
        ["COERCE.misinformation"] = "spread misinformation against", ["COERCE.cyber"] = "attacked the computers of",
        ["ASSAULT"] = "attacked", ["ASSAULT.abduct"] = "abducted", ["ASSAULT.beat"] = "beat", ["ASSAULT.torture"] = "tortured",
        ["ASSAULT.sexual"] = "sexually assaulted", ["ASSAULT.targeted"] = "killed, or tried to kill,", ["ASSAULT.destroy"] = "destroyed property of",
        ["ASSAULT.primitive"] = "attacked with simple weapons", ["ASSAULT.firearms"] = "shot at", ["ASSAULT.explosives"] = "bombed",
        ["ASSAULT.suicide-attack"] = "carried out a suicide attack on", ["ASSAULT.aerial"] = "struck from the air",
        ["ASSAULT.drone"] = "struck by drone", ["ASSAULT.heavy-weapons"] = "shelled", ["ASSAULT.crowd-control"] = "used force on the crowd of",
        ["ASSAULT.unconventional"] = "attacked with unconventional weapons",
    };

    private static readonly Dictionary<string, string> Statuses = new()
    {
        ["asserted"] = "told as fact", ["denied"] = "denied: whoever is quoted says that it is not so",
        ["negated"] = "did not happen", ["promised"] = "promised, not yet done", ["threatened"] = "threatened, not yet done",
        ["demanded"] = "demanded, not yet done", ["planned"] = "planned, not yet done",
        ["conditional"] = "only if a condition is met", ["hypothetical"] = "imagined, not said to have happened",
        ["possible"] = "possible, not certain", ["questioned"] = "put in question", ["attempted"] = "tried, not said to have worked",
    };

    private static readonly string[] Trailing = [" to", " with", " against", " on", " from", " of", " for", ","];

    /// <summary>What the actor did: to the recipient that follows, or, without one, by itself ("withdrew").</summary>
    public static string Act(string type, string? mode, bool recipientFollows)
    {
        string? words = mode is null ? null : Acts.GetValueOrDefault($"{type}.{mode}");
        words ??= Acts.GetValueOrDefault(type, type.ToLowerInvariant());
        if (recipientFollows) return words;
        string? preposition = Array.Find(Trailing, t => words.EndsWith(t, StringComparison.Ordinal));
        return preposition is null ? words : words[..^preposition.Length];
    }

    /// <summary>"CONSULT, phone".</summary>
    public static string Kind(string type, string? mode) => mode is null ? type : $"{type}, {mode.Replace('-', ' ')}";

    /// <summary>How sure the one who tells it is.</summary>
    public static string Status(string status) => Statuses.GetValueOrDefault(status, status);

    /// <summary>«“met”, CONSULT by consult.meet, because it is a private meeting».</summary>
    public static string LeftOut(LeftOut one) => $"“{one.Trigger}”, {Kind(one.Mention.Type, one.Mention.Mode)} by {one.Mention.Pattern.Id}, because {one.Reason}";

    /// <summary>" [denied]" behind what was done, so that nobody takes it for done; nothing for what is told as fact.</summary>
    public static string Caution(string status) => status == "asserted" ? "" : $" [{status}]";
}
