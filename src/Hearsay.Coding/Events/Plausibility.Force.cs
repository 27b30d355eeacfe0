using Hearsay.Coding.Actors;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

// What speaks of force and is none: things seized, accidents, election fights, circumstances.
internal sealed partial class Plausibility
{
    // "released her emails", "the release of his tax returns": what is arrested or released must be somebody.
    private bool IsThing(PatternMatch match, EventMention m)
    {
        if (!IsPersonal(match.Pattern.Pattern.Mode) && match.Pattern.Pattern.Mode != "expel") return false;
        if (match.Pattern.Pattern.Mode == "release" && m.Recipients.Count == 0 && (m.Nominal ? m.Weight == 1 : m.Weight == 1 && sentence.Child(m.Trigger, "obj") >= 0)) return true;
        if (sentence.Tokens[m.Trigger].Lemma is "capture" or "seize" && m.Recipients.Count > 0 && m.Recipients.All(r => r.Code is null)) return true;
        return match.Recipients.Exists(r => (sentence.Tokens[r].DepRel is "obj" or "nsubj:pass" || m.Nominal && sentence.Tokens[r].DepRel == "nmod") && !actors.One(sentence.Index, r).CanAct);
    }

    private static bool IsPersonal(string? mode) => mode is "arrest" or "abduct" or "release" or "convict" or "deport" or "beat" or "torture" or "sexual" or "targeted";

    // A country can be attacked but not arrested.
    private bool IsPossible(EventMention m) =>
        !IsPersonal(m.Mode) || m.Recipients.Count == 0 || !m.Recipients.All(r => r.Kind is ActorKind.Country or ActorKind.Region or ActorKind.Metonym || actors.IsTarget(r.Sentence, r.Head));

    // "Twelve were killed when the bus crashed": deaths without a doer in a sentence about an accident or the weather.
    private bool IsAccident(EventMention m) =>
        m.Type is "ASSAULT" or "COERCE" && m.Actors.Count > 0 && m.Actors.All(IsMisfortune)
        || m.Type == "ASSAULT" && m.Actors.Count == 0 && sentence.Tokens[m.Trigger].Lemma == "poison" && sentence.Tokens.Any(t => t.Lemma is "lead" or "water" or "food" or "fume" or "monoxide" or "pollution" or "alcohol" or "mushroom" or "pesticide")
        || m.Type == "ASSAULT" && m.Actors.Count == 0 && sentence.Tokens.Any(t => (t.Upos == "NOUN" || t.Lemma is "crash" or "collide" or "capsize" or "derail" or "drown") && misfortunes.Contains(t.Lemma));

    // "Cyclone Shaheen killed a child", "a heatwave overwhelms the city".
    private bool IsMisfortune(ResolvedActor a) =>
        misfortunes.Contains(Lemma(a)) || a.Sentence == sentence.Index && sentence.Children(a.Head).Any(c => sentence.Tokens[c].Relation is "compound" or "flat" or "nmod" && Math.Abs(c - a.Head) == 1 && misfortunes.Contains(sentence.Tokens[c].Lemma.ToLowerInvariant()));

    // "attacked his rival in a debate", "fought a primary against her", "came under fire", "beat him in the primary":
    // politicians without arms.
    private bool IsBattleOfWords(EventMention m)
    {
        if (m.Type != "ASSAULT") return false;
        var trigger = sentence.Tokens[m.Trigger];
        bool contest = trigger.Lemma is "beat" or "defeat" or "crush" or "rout" or "thrash" or "pound" or "hit" or "battle";
        if (m.Actors.Count > 0 && m.Recipients.Count > 0 && m.Mode is not ("beat" or "sexual" or "targeted") && m.Parties.All(PartyKinds.IsCivilPolitician)) return true;
        if (m is not { Cameo: "190", Mode: null } && trigger.Lemma != "come" && !contest) return false;
        if (m.Nominal && m.Actors.Any(PartyKinds.IsCivilPolitician) && !m.Parties.Any(p => p.IsArmed() || p.Country.Length > 0 && p.Sectors.Count == 0)) return true;
        if (m.Parties.Any(PartyKinds.IsCivilPolitician) && m.Parties.All(a => a.IsCivilPolitician() || a.Code is null || a.IsPerson && a.Sectors.All(s => s is "CVL"))) return true;
        bool spoken = trigger.Lemma is "attack" or "assail" or "blast" || contest;
        return spoken && m.Actors.Count > 0 && m.Recipients.Count > 0 && m.Recipients.All(PartyKinds.IsCivilPolitician) && !m.Actors.Any(PartyKinds.IsArmed);
    }

    // "the fight against the militants", "a White House battle": a struggle is an act where both sides of it are told.
    private bool IsStruggle(EventMention m)
    {
        if (m is not { Type: "ASSAULT", Nominal: true, Cameo: "190", Mode: null }) return false;
        bool struggle = sentence.Tokens[m.Trigger].Lemma is "war" or "fight" or "battle" or "conflict" or "struggle" or "warfare" or "campaign" or "operation" or "clash";
        bool waged = sentence.Tokens[m.Trigger] is { Relation: "obj", Head: >= 0 and var verb } && LightVerbs.Contains(sentence.Tokens[verb].Lemma);
        return struggle && !waged && (m.Actors.Count == 0 || m.Recipients.Count == 0) || m.Recipients.Count == 0 && m.Actors.All(a => a.Country.Length == 0 || a.IsContextual);
    }

    // "tried to prevent him from reaching the nomination", "the party's blockade of the nominee", "lock her up".
    private static bool IsManoeuvre(EventMention m)
    {
        if (m.Type != "COERCE") return false;
        bool rivals = m.Actors.Count > 0 && m.Recipients.Count > 0 && m.Actors.All(PartyKinds.IsCampaigner) && m.Recipients.All(r => r.IsCampaigner() || r.IsCivilPolitician());
        return rivals || m.Mode is "arrest" or "deport" && m.Actors.Count > 0 && m.Actors.All(a => a.IsAnybody() || a.IsNobody() || a.Sectors.Contains("OPP") && !a.IsPerson);
    }

    // "were forced to pay smugglers", "has been disqualified by her numbers".
    private bool IsCircumstance(EventMention m) =>
        m is { Type: "COERCE", Mode: "restrict", Nominal: false } && m.Actors.Count == 0 && !m.Recipients.Any(r => r.IsPerson && r.Name is not null)
        && sentence.Tokens[m.Trigger].Lemma is "force" or "disqualify" or "disenfranchise" or "oblige" or "compel";

    // "the reporter questioned the senator", "when questioned about it".
    private bool IsInterview(EventMention m) =>
        m.Mode == "arrest" && sentence.Tokens[m.Trigger].Lemma is "question" or "grill" or "quiz"
        && (m.Actors.Count == 0 && sentence.Tokens.All(t => t.Lemma is not ("police" or "officer" or "detective" or "investigator"))
            || m.Actors.Any(a => !a.Sectors.Any(s => s is "COP" or "JUD" or "GOV" or "MIL" or "SPY" or "LEG") && (a.Country.Length == 0 || a.Sectors.Count > 0)));
}
