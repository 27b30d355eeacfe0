using Hearsay.Coding.Actors;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

// What speaks of politics and is an attitude, a private meeting, a campaign stop or a donation.
internal sealed partial class Plausibility
{
    private static readonly HashSet<string> Pollees = ["percent", "voter", "respondent", "poll", "survey", "fan", "reader", "viewer", "delegate", "electorate", "%"];

    // Crowds that hold views; what they favour is no act.
    private static readonly HashSet<string> Crowds =
    [
        "supporter", "superdelegate", "people", "woman", "man", "white", "black", "latino", "hispanic", "american", "evangelical", "worker", "donor", "independent",
        "conservative", "liberal", "progressive", "moderate", "youth", "millennial", "majority", "one", "family", "parent", "student", "resident", "citizen", "backer", "critic", "activist",
    ];

    // "27 percent support him", "who supports the candidate", "support for the bill grew": no act.
    private bool IsOpinion(EventMention m)
    {
        if (m.Pattern.Cameo == "052" && sentence.Tokens.Any(t => t.Lemma is "percent" or "%" or "poll")) return true;
        bool ballot = m.Type == "REJECT" && sentence.Tokens[m.Trigger].Xpos is "VBD" or "VBN" && m.Actors.All(a => Lemma(a) is "voter" or "electorate"); // "voters rejected the treaty"
        if (!ballot && m.Type is "SUPPORT" or "REJECT" or "ACCUSE" && m.Actors.Any(a => Pollees.Contains(Lemma(a)))) return true;
        if (m is not { Type: "SUPPORT", Cameo: "052" }) return false;
        if (m.Nominal && sentence.Tokens[m.Trigger].Head is >= 0 and var verb && sentence.Tokens[verb].Lemma is "have" or "enjoy" or "lose" or "lack" or "need") return true;
        if (m.Actors.Count > 0 && m.Actors.All(a => a.Code is null)) return true;
        if (m.Recipients.Count == 0 && m.Actors.Count > 0 && m.Actors.All(a => a.IsPrivateVoice() || a.IsCampaigner() || a.IsAnybody())) return true;
        if (m.Nominal) return m.Weight == 1 && (m.Actors.Count == 0 || m.Recipients.Count == 0);
        if (m.Actors.Count > 0 && m.Actors.All(a => a.Name is null && (Crowds.Contains(Lemma(a)) || Leanings.Contains(sentence.Tokens[m.Trigger].Lemma) && PersonNouns.IsQuantity(Lemma(a))))) return true;
        if (m.Recipients.Count > 0 && m.Recipients.All(r => r.IsAnybody() || r.Code is null) && m.Actors.All(a => !a.IsOffice() || a.IsCampaigner())) return true;
        var trigger = sentence.Tokens[m.Trigger];
        bool present = trigger.Xpos is "VBZ" or "VBP" && sentence.Child(m.Trigger, "aux") < 0;
        return present && (trigger.DepRel == "acl:relcl" || m.Recipients.Count == 0) && m.Actors.All(a => a.IsPerson);
    }

    private string Lemma(ResolvedActor a) => a.Sentence == sentence.Index ? sentence.Tokens[a.Head].Lemma.ToLowerInvariant() : "";

    // Talks need somebody on either side, and one who talks for more than himself.
    private bool IsPrivate(EventMention m)
    {
        if (m.Type != "CONSULT") return false;
        if (IsPress(m.Actors) || IsPress(m.Recipients)) return true;
        if (m.Mode != "visit" && (m.Actors.Count == 0 || m.Recipients.Count == 0) && !m.Parties.Any(IsGroup)) return true;
        if (m.Actors.Count > 0 && m.Recipients.Count > 0 && !m.Parties.Any(p => p.IsOffice() && !p.IsCampaigner())
            && (m.Actors.All(IsListener) || m.Recipients.All(IsListener))) return true;
        return m.Parties.All(p => p.Sectors.Count > 0 && p.Sectors.All(s => s is "CVL" or "UNK" or "EDU" or "ELI") || p is { Code: null, Subkind: "" });
    }

    // "The two leaders met", "the ministers held talks".
    private bool IsGroup(ResolvedActor a) => a.Country is "UNO" or "IGO" or "EUR" ||
        (a.IsOffice() || a.Subkind is "head" or "minister" or "official") && a.Sentence == sentence.Index && sentence.Tokens[a.Head] is { Xpos: "NNS" or "NNPS" or "PRP" } head && head.Lemma.ToLowerInvariant() is not ("he" or "she" or "i" or "it");

    // A candidate's audience and his staff.
    private static bool IsListener(ResolvedActor a) => a.IsNobody() || a.IsAnybody() || a.Sectors.All(s => s is "CVL" or "UNK" or "EDU" or "BUS" or "JRN") && a.Sectors.Count > 0;

    private bool IsPress(IReadOnlyList<ResolvedActor> side) =>
        side.Count > 0 && side.All(p => p.Sectors.Contains("JRN") && (p.Kind is not null || p.Sentence == sentence.Index && sentence.Tokens[p.Head].Xpos is "NN" or "NNP"));

    // A campaigner's visit to a town of his country is none, nor is a trip to nobody.
    private static bool IsTour(EventMention m)
    {
        if (m is not { Type: "CONSULT", Mode: "visit" }) return false;
        if (m.Recipients.Count == 0) return m.Nominal || m.Actors.All(a => !a.IsOffice() || a.IsCampaigner());
        if (m.Actors.Count == 0) return m.Nominal && m.Recipients.All(r => r.Sectors.Count == 0 && r.Kind is ActorKind.Region);
        return m.Recipients.All(r => r.Sectors.Count == 0 && m.Actors.All(a => a.Country == r.Country && !a.IsContextual || a.Code is null && a.Subkind.Length == 0));
    }

    // Donations to candidates, loans to business men, charity.
    private static bool IsPrivateMoney(EventMention m)
    {
        if (m.Type != "AID") return false;
        if (m.Recipients.Count > 0 && m.Recipients.All(r => r.IsCampaigner() || r.IsPerson && r.Sectors.All(s => s is "BUS" or "CVL") && m.Actors.All(a => a.IsHome(r)))) return true;
        bool official = m.Actors.Any(a => a.IsOffice() && !a.IsCampaigner() || a.Country == "NGO" || a.Sectors.Any(s => s is "NGO" or "HRI" or "MED"));
        return m.Actors.Count > 0 && !official && (m.Recipients.Count == 0 || m.Recipients.All(r => !r.IsOffice() || m.Actors.Any(a => a.IsHome(r))));
    }
}
