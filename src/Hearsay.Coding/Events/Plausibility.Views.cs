using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

// What people think, what befalls anybody, and what is said for form's sake.
internal sealed partial class Plausibility
{
    private static readonly HashSet<string> Leanings = ["support", "stand", "side", "favor", "favour", "champion"];

    private static readonly HashSet<string> Vows = ["vow", "pledge", "promise", "agree", "decide", "refuse", "decline", "announce", "urge", "ask", "order"];

    private static readonly HashSet<string> Followers = ["supporter", "voter", "crowd", "audience", "fan", "volunteer", "donor", "fundraiser", "staffer", "backer"];

    private static readonly HashSet<string> Struggles = ["fight", "battle", "combat", "war", "wrestle", "duel", "spar"];

    // "supports the party's candidates", "stood with other leaders": a lasting attitude; who endorses or backs does it once,
    // and who will or vows to support commits himself.
    private bool IsAttitude(EventMention m)
    {
        var trigger = sentence.Tokens[m.Trigger];
        if (m is not { Type: "SUPPORT", Nominal: false, Weight: 1 } || !Leanings.Contains(trigger.Lemma)) return false;
        bool commits = trigger.Xpos == "VB" && (sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "aux", Lemma: "will" or "would" or "'ll" }) || trigger.Head >= 0 && Vows.Contains(sentence.Tokens[trigger.Head].Lemma));
        bool can = sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "aux", Lemma: "can" or "could" or "may" or "might" }); // "who can back the candidate of their choice"
        return (!commits || can) && m.Actors.All(a => m.Recipients.Any(a.IsHome)) && m.Parties.All(p => p.IsPerson || p.IsCampaigner() || p.IsPrivate() || p.IsAnybody());
    }

    // "in close touch with his supporters".
    private bool IsFollowing(EventMention m) => m.Type == "CONSULT" && m.Recipients.Count > 0 && m.Recipients.All(r => Followers.Contains(Lemma(r)));

    // "can back any candidate": whoever it may be is nobody.
    private bool IsWhoever(EventMention m) =>
        m.Type is "SUPPORT" or "CONSULT" or "REQUEST" or "COOPERATE" && m.Recipients.Count > 0
        && m.Recipients.All(r => r.Sentence == sentence.Index && sentence.Children(r.Head).Any(c => c < r.Head && sentence.Tokens[c].Lemma.ToLowerInvariant() is "any" or "whichever" or "whatever" or "every"));

    // "women who are raped", "if people are shot": what happens to people of a kind, told of no day and no place.
    private bool IsGeneric(EventMention m)
    {
        if (m.Type is not ("ASSAULT" or "COERCE") || m.Nominal || m.Actors.Any(a => a.Name is not null) || m.Recipients.Any(r => r.Name is not null || r.Kind is not null) || m.Recipients.Count == 0) return false;
        bool present = sentence.Tokens[m.Trigger].Xpos is "VBZ" or "VBP" || sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "aux", Xpos: "VBZ" or "VBP", Lemma: "be" or "get" });
        bool bare = m.Recipients.All(r => r.Sentence == sentence.Index && sentence.Tokens[r.Head].Xpos == "NNS" && !sentence.Children(r.Head).Any(c => c < r.Head && sentence.Tokens[c].Relation is "det" or "nummod" or "nmod"));
        return present && bare && sentence.Tokens[m.Trigger].DepRel is "acl:relcl" or "advcl" && !sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "aux", Lemma: "have" });
    }

    // "told them to kill themselves", "had to defend herself".
    private bool IsSelf(EventMention m) =>
        (m is { Type: "ASSAULT", Nominal: false } && sentence.Tokens[m.Trigger].Lemma is "kill" or "hurt" or "hang" or "shoot" or "drown" || m is { Type: "SUPPORT", Nominal: false })
        && sentence.Child(m.Trigger, "obj") is >= 0 and var obj && (sentence.Tokens[obj].Form.EndsWith("self", StringComparison.OrdinalIgnoreCase) || sentence.Tokens[obj].Form.EndsWith("selves", StringComparison.OrdinalIgnoreCase));

    // "Having fought the government and prevailed": a struggle without arms, by nobody that is told.
    private bool IsCivilStruggle(EventMention m) =>
        m is { Type: "ASSAULT", Mode: null, Nominal: false } && Struggles.Contains(sentence.Tokens[m.Trigger].Lemma) && m.Recipients.Count > 0
        && !m.Parties.Any(p => p.IsArmed() || p.Country.Length > 0 && p.Sectors.Count == 0) && m.Recipients.Any(r => r.Sectors.Any(s => s is not "CVL"))
        && (m.Actors.Count == 0 || m.Actors.All(a => a.Sectors.Any(s => s is "SOC" or "PTY" or "LEG" or "ELI" or "BUS" or "JRN")));

    // "Thank you, Delaware" is said by whoever speaks to whoever listens.
    private bool IsCourtesy(EventMention m) =>
        m.Type == "SUPPORT" && sentence.Tokens[m.Trigger].Lemma == "thank" && sentence.Child(m.Trigger, "nsubj") < 0 && m.Trigger + 1 < sentence.Tokens.Count && sentence.Tokens[m.Trigger + 1].Form.ToLowerInvariant() is "you" or "god" or "goodness";

    // "dismissed him as a Hollywood actor" takes no post from anybody; "dismissed him as minister" does.
    private bool IsDisdain(EventMention m) =>
        m is { Type: "SANCTION", Mode: "expel" } && sentence.Tokens[m.Trigger].Lemma is "dismiss" or "reject" or "oust"
        && sentence.Tokens.Any(t => t.Index > m.Trigger && t.Index <= m.Trigger + 8 && t.Form == "as" && t.Index + 1 < sentence.Tokens.Count && sentence.Tokens[t.Index + 1] is { Form: "a" or "an" } or { Upos: "ADJ" });

    // "spoke on condition of anonymity" is no talk with anybody.
    private bool IsBackground(EventMention m) =>
        m.Type == "CONSULT" && m.Recipients.Count == 0 && sentence.Tokens[m.Trigger].Lemma is "speak" or "talk" && sentence.Tokens.Any(t => t.Index > m.Trigger && t.Lemma == "anonymity");

    // "Sanders turned his back": one candidate is no demonstration.
    private static bool IsGesture(EventMention m) => m is { Type: "PROTEST", Mode: null or "demo" or "boycott", Actors.Count: 1 } && m.Actors[0].IsPerson && m.Actors[0].IsCampaigner();

    // "The company reserves the right to reject any listing"; farmers and doctors who threaten are no firms.
    private static bool IsTerms(EventMention m) =>
        m is { Type: "THREATEN", Recipients.Count: 0, Actors.Count: > 0 } && m.Actors.All(a => a.IsPrivate() && !a.IsArmed() && !a.Sectors.Any(s => s is "AGR" or "MED" or "CVL"));

    // "a joint committee of the campaign and the party", "promised the money to charity".
    private bool IsCampaignBusiness(EventMention m) =>
        m.Actors.Count > 0 && m.Actors.All(PartyKinds.IsCampaigner)
        && (m.Type == "COOPERATE" && m.Recipients.All(r => r.IsCampaigner()) || m.Type is "AGREE" or "AID" && m.Recipients.Count > 0 && m.Recipients.All(r => Lemma(r) is "charity" or "foundation"));
}
