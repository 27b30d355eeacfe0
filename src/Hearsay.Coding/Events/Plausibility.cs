using Hearsay.Coding.Actors;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Tells what words of politics say of something else: the filters between a pattern that matched and an event. An
/// event needs a party of public life; persons are arrested, not countries; a crash is no attack; a rival "attacked" in
/// a speech is criticised; who "supports" a candidate holds an opinion; what is released may be a report.
/// </summary>
internal sealed class Plausibility(Sentence sentence, ActorIndex actors, IReadOnlySet<string> misfortunes)
{
    private static readonly HashSet<string> Pollees = ["percent", "voter", "respondent", "poll", "survey", "fan", "reader", "viewer", "delegate", "electorate", "%"];

    /// <summary>The mention as it is meant: a politician's attack on another is criticism.</summary>
    public EventMention Mend(EventMention mention) =>
        IsBattleOfWords(mention) && sentence.Tokens[mention.Trigger].Lemma is "attack" or "assail" or "blast"
            ? mention with { Type = "ACCUSE", Mode = "disapprove", Cameo = "111", Contexts = [] }
            : mention;

    /// <summary>Whether <paramref name="mention"/>, made of <paramref name="match"/>, can be an event at all.</summary>
    public bool IsEvent(PatternMatch match, EventMention mention) =>
        IsPolitical(mention) && (!mention.Pattern.Official || IsOfficial(match, mention)) && (!mention.Pattern.OfficialActor || mention.Actors.Count > 0 && mention.Actors.All(IsPower)) && IsPossible(mention) && !IsAccident(mention) && !IsThing(match, mention)
        && !IsBattleOfWords(mention) && !IsOpinion(mention) && !IsPrivate(mention) && !IsInterview(mention) && !IsPartyMatter(mention) && !IsBareReadiness(mention);

    // Somebody must be a party to politics: a country, an office, a body. Private people alone are none, except where
    // the act itself is the state's ("was arrested") or the public's ("thousands marched"). An event noun needs more
    // than a verb does.
    private static bool IsPolitical(EventMention m)
    {
        if (m.Parties.Any(IsPublic)) return true;
        if (m.Nominal) return false;
        if (m.Type == "PROTEST") return m.Actors.Any(a => !a.IsPerson);
        return m.Type is "COERCE" or "SANCTION" or "ASSAULT" && m.Recipients.Any(r => r.Code is not null || r.IsPerson && r.Name is not null);
    }

    private static bool IsPublic(ResolvedActor actor) =>
        actor.Country.Length > 0 || actor.Sectors.Any(s => s is not ("CVL" or "UNK")) || actor.Subkind is "head" or "minister" or "official";

    // Both sides are there and speak for more than themselves; and "called him a liar" is no call.
    private bool IsOfficial(PatternMatch match, EventMention m) =>
        m.Actors.Count > 0 && m.Recipients.Count > 0 && m.Parties.All(IsOffice)
        && match.Actors.Concat(match.Recipients).All(token => actors.One(sentence.Index, token).CanAct)
        && (sentence.Tokens[m.Trigger].Lemma != "call" || m.Weight > 1 || sentence.Child(m.Trigger, "xcomp") < 0 && sentence.Child(m.Trigger, "ccomp") < 0 && sentence.Children(m.Trigger).Count(c => sentence.Tokens[c].DepRel == "obj") == 1);

    // Who "pulled back" or "quit" as a power of public life: an office, a body, people under arms, a party.
    private static bool IsPower(ResolvedActor a) => IsOffice(a) || a.Sectors.Any(s => s is "COP" or "PTY" or "UAF" or "PRM" or "OPP") && !a.Sectors.Contains("CVL");

    private static bool IsOffice(ResolvedActor a) =>
        a.Country.Length > 0 && a.Sectors.Count == 0 || a.Sectors.Any(s => s is "GOV" or "MIL" or "LEG" or "JUD" or "REB" or "SPY" or "UNO" or "IGO") || a.Country is "UNO" or "IGO" or "EUR"
        || a.Subkind is "head" or "minister" or "official";

    // "released her emails", "the release of his tax returns": what is arrested or released must be somebody.
    private bool IsThing(PatternMatch match, EventMention m)
    {
        if (!IsPersonal(match.Pattern.Pattern.Mode) && match.Pattern.Pattern.Mode != "expel") return false;
        if (match.Pattern.Pattern.Mode == "release" && m.Recipients.Count == 0 && (m.Nominal ? m.Weight == 1 : m.Weight == 1 && sentence.Child(m.Trigger, "obj") >= 0)) return true;
        return match.Recipients.Exists(r => (sentence.Tokens[r].DepRel is "obj" or "nsubj:pass" || m.Nominal && sentence.Tokens[r].DepRel == "nmod") && !actors.One(sentence.Index, r).CanAct);
    }

    private static bool IsPersonal(string? mode) => mode is "arrest" or "abduct" or "release" or "convict" or "deport" or "beat" or "torture" or "sexual" or "targeted";

    // A country can be attacked but not arrested.
    private bool IsPossible(EventMention m) =>
        !IsPersonal(m.Mode) || m.Recipients.Count == 0 || !m.Recipients.All(r => r.Kind is ActorKind.Country or ActorKind.Region or ActorKind.Metonym || actors.IsTarget(r.Sentence, r.Head));

    // "Twelve were killed when the bus crashed": deaths without a doer in a sentence about an accident or the weather.
    private bool IsAccident(EventMention m) =>
        m.Type == "ASSAULT" && m.Actors.Count == 0 && sentence.Tokens.Any(t => (t.Upos == "NOUN" || t.Lemma is "crash" or "collide" or "capsize" or "derail" or "drown") && misfortunes.Contains(t.Lemma));

    // "attacked his rival in a debate", "fought a primary against her", "came under fire": politicians without arms.
    private bool IsBattleOfWords(EventMention m) =>
        m is { Type: "ASSAULT" } && (m is { Cameo: "190", Mode: null } || sentence.Tokens[m.Trigger].Lemma == "come")
        && m.Parties.Any(IsCivilPolitician) && m.Parties.All(a => IsCivilPolitician(a) || a.Code is null || a.IsPerson && a.Sectors.All(s => s is "CVL"));

    private static bool IsCivilPolitician(ResolvedActor a) =>
        (a.IsPerson || a.Sectors.Contains("PTY") || a.Sectors.Contains("OPP") && !a.Sectors.Contains("CVL")) && a.Sectors.Any(s => s is "GOV" or "LEG" or "PTY" or "OPP" or "ELI" or "JRN" or "BUS")
        && !a.Sectors.Any(s => s is "MIL" or "REB" or "UAF" or "COP" or "SPY" or "CRM");

    // "27 percent support him", "who supports the candidate", "support for the bill grew": no act.
    private bool IsOpinion(EventMention m)
    {
        if (m.Pattern.Cameo == "052" && sentence.Tokens.Any(t => t.Lemma is "percent" or "%" or "poll")) return true;
        if (m.Type is "SUPPORT" or "REJECT" or "ACCUSE" && m.Actors.Any(a => Pollees.Contains(sentence.Tokens[a.Head].Lemma) && a.Sentence == sentence.Index)) return true;
        if (m is not { Type: "SUPPORT", Cameo: "052" }) return false;
        var trigger = sentence.Tokens[m.Trigger];
        if (m.Nominal) return m.Weight == 1 && (m.Actors.Count == 0 || m.Recipients.Count == 0);
        bool present = trigger.Xpos is "VBZ" or "VBP" && sentence.Child(m.Trigger, "aux") < 0;
        if (m.Recipients.Count == 0 && m.Actors.Count > 0 && m.Actors.All(IsPrivateVoice)) return true;
        return present && (trigger.DepRel == "acl:relcl" || m.Recipients.Count == 0) && m.Actors.All(a => a.IsPerson);
    }

    // Talks need somebody who talks for more than himself; a campaigner's visit to a town of his country is none.
    private bool IsPrivate(EventMention m)
    {
        if (m.Type != "CONSULT") return false;
        if (IsPress(m.Actors) || IsPress(m.Recipients)) return true;
        if (m.Parties.All(p => p.Sectors.Count > 0 && p.Sectors.All(s => s is "CVL" or "UNK" or "EDU" or "ELI") || p is { Code: null, Subkind: "" })) return true;
        return m.Mode == "visit" && m.Actors.Count > 0 && m.Recipients.Count > 0
            && m.Recipients.All(r => r.Sectors.Count == 0 && r.Kind is ActorKind.Country or ActorKind.Region && m.Actors.All(a => a.Country == r.Country));
    }

    private bool IsPress(IReadOnlyList<ResolvedActor> side) =>
        side.Count > 0 && side.All(p => p.Sectors.Contains("JRN") && (p.Kind is not null || p.Sentence == sentence.Index && sentence.Tokens[p.Head].Xpos is "NN" or "NNP"));

    /// <summary>
    /// Whether a speech act says nothing that could be an act of politics: "ruled out a bid", "refused to repudiate them" is
    /// a person's stand. Asked after folding: with a recipient or an act inside it is more.
    /// </summary>
    public static bool IsStand(EventMention m, bool folded) =>
        m is { Type: "AGREE", Cameo: "030" } or { Type: "REJECT" } && m.Recipients.Count == 0 && !folded && m.Actors.Count > 0 && m.Actors.All(IsPrivateVoice);

    private static bool IsPrivateVoice(ResolvedActor a) =>
        a.IsPerson && !a.Sectors.Any(s => s is "GOV" or "MIL" or "REB" or "JUD" or "COP");

    // Soldiers desert, delegates do not; states break with each other, politicians with a line; who breaks a norm of
    // states must be one.
    private static bool IsPartyMatter(EventMention m) => m switch
    {
        { Type: "RETREAT", Mode: "disarm" } => m.Actors.Count > 0 && m.Actors.All(a => a.Code is null || a.Sectors.Any(s => s is "PTY" or "LEG" or "ELI" or "BUS") && !a.Sectors.Any(s => s is "REB" or "UAF" or "MIL")),
        { Type: "SANCTION", Cameo: "161" } => m.Actors.Count > 0 && m.Actors.All(IsPrivateVoice),
        { Type: "REJECT", Cameo: "128" } => m.Actors.Count > 0 && m.Actors.All(a => IsPrivateVoice(a) || a.Sectors.Contains("PTY") || a.Sectors.Contains("BUS")),
        _ => false,
    };

    // "the reporter questioned the senator".
    private bool IsInterview(EventMention m) =>
        m.Mode == "arrest" && sentence.Tokens[m.Trigger].Lemma is "question" or "grill" or "quiz"
        && m.Actors.Any(a => !a.Sectors.Any(s => s is "COP" or "JUD" or "GOV" or "MIL" or "SPY" or "LEG") && (a.Country.Length == 0 || a.Sectors.Count > 0));

    // "is ready to serve": readiness is an offer only if it is known for what or to whom.
    private bool IsBareReadiness(EventMention m) =>
        m.Type == "AGREE" && sentence.Tokens[m.Trigger].Upos == "ADJ" && m.Recipients.Count == 0 && m.Embedded < 0;
}
