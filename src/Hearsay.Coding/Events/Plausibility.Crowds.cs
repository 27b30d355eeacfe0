using Hearsay.Coding.Actors;

namespace Hearsay.Coding.Events;

/// <summary>Words of war in other hands: crowds that storm and burn, roads that police or farmers block, land that nobody takes by force.</summary>
internal sealed partial class Plausibility
{
    private static readonly HashSet<string> Marchers = ["protester", "demonstrator", "rioter", "crowd", "mob", "marcher", "striker", "looter", "student", "worker", "youth", "supporter", "follower", "resident", "farmer", "villager", "trucker", "driver", "miner", "mourner", "prisoner", "inmate"];

    private static readonly HashSet<string> Barriers = ["block", "blockade", "barricade", "erect", "set", "put", "man", "build", "obstruct", "close", "shut", "enforce"];

    private static readonly HashSet<string> Rampages = ["storm", "invade", "overrun", "break", "burst", "pour", "torch", "burn", "set", "ransack", "loot", "smash", "destroy", "wreck", "trash", "vandalize", "vandalise", "raid"];

    /// <summary>The mention as it is meant: a politician's attack on another is criticism, a crowd's on a building a riot.</summary>
    public EventMention Mend(EventMention mention) => mention switch
    {
        _ when IsVerbalBlow(mention) || IsBattleOfWords(mention) && sentence.Tokens[mention.Trigger].Lemma is "attack" or "assail" or "blast"
            => mention with { Type = "ACCUSE", Mode = "disapprove", Cameo = "111", Contexts = [] },
        // "A militia imprisoned her": only courts and states convict.
        { Type: "SANCTION", Mode: "convict" } when sentence.Tokens[mention.Trigger].Lemma is "imprison" or "jail" or "incarcerate" && mention.Actors.Count > 0 && mention.Actors.All(a => a.Sectors.Count > 0 && !a.Sectors.Any(s => s is "JUD" or "GOV" or "LEG" or "MIL" or "COP"))
            => mention with { Type = "COERCE", Mode = "arrest", Cameo = "173", Contexts = [] },
        _ when IsRampage(mention) => mention with { Type = "PROTEST", Mode = mention.Mode == "destroy" ? "vandalize" : "riot", Cameo = "145", Contexts = [] },
        { Type: "PROTEST", Mode: "obstruct" } when mention.Actors.Count > 0 && mention.Actors.All(IsForce) => mention with { Type = "COERCE", Mode = "restrict", Cameo = "172", Contexts = [] },
        { Type: "COERCE", Mode: "restrict" } when Barriers.Contains(sentence.Tokens[mention.Trigger].Lemma) && IsCrowd(mention.Actors) => mention with { Type = "PROTEST", Mode = "obstruct", Cameo = "144", Contexts = [] },
        _ => mention,
    };

    private bool IsCrowd(IReadOnlyList<ResolvedActor> side) =>
        side.Count > 0 && side.All(a => a.Sentence == sentence.Index && Marchers.Contains(sentence.Tokens[a.Head].Lemma) && !a.Sectors.Any(s => s is "UAF" or "REB" or "MIL" or "COP"));

    // "Police blocked the tunnel" is no protest; "farmers set up roadblocks" is.
    private static bool IsForce(ResolvedActor a) => a.Sectors.Any(s => s is "MIL" or "COP" or "PRM") || a is { Kind: ActorKind.Country, Sectors.Count: 0 };

    // "Protesters stormed parliament", "workers torched the factory": things are broken, nobody fights a war.
    private bool IsRampage(EventMention m) =>
        m is { Type: "ASSAULT" or "COERCE", Mode: null or "destroy" or "primitive" or "seize", Nominal: false } && Rampages.Contains(sentence.Tokens[m.Trigger].Lemma)
        && m.Actors.Count > 0 && IsCrowd(m.Actors);

    // Land is taken by those who bear arms or rule: a cyclist who regains ground conquers none.
    private static bool IsPeacefulConquest(EventMention m) =>
        m is { Type: "COERCE", Mode: "seize", Pattern.Cameo: "192" or "170" } && (m.Actors.Count == 0
            || !m.Actors.Any(a => a.Country.Length > 0 && a.Sectors.Count == 0 && !a.IsPerson || a.IsArmed() || a.Sectors.Contains("PRM")
                || a.Sectors.Contains("GOV") && (!a.IsPerson || m.Pattern.Cameo == "170")));
}
