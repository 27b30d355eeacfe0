using Hearsay.Coding.Actors;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

// Inside one country politicians talk all day: only where who and whom are told is it an event.
internal sealed partial class Plausibility
{
    // A stand without a counterpart ("rejects any such plan"), by somebody who speaks for himself or a party. Heads of
    // state and ministers bind others by what they say; who leaves, gives in or protests needs nobody on the other side.
    private static bool IsHomeTalk(EventMention m)
    {
        if (m.Type is not ("SUPPORT" or "COERCE" or "COOPERATE" or "AID" or "SANCTION" or "ACCUSE") || m.Actors.Count == 0 || m.Type == "ACCUSE" && m.Weight > 1) return false;
        if (!m.Actors.All(a => (a.IsPerson || m.Weight == 1 && (a.IsCampaigner() || a.IsPrivate())) && !a.IsArmed() && a.Subkind is not ("head" or "minister"))) return false;
        return m.Recipients.Count == 0 || m.Recipients.All(r => r.IsNobody() && r.Name is null);
    }

    // "suspended his campaign", "his ouster as manager": posts and candidacies are a party's own business.
    private static bool IsOwnPost(EventMention m) =>
        m is { Type: "SANCTION", Mode: "expel" } && m.Parties.All(p => p.IsCampaigner() || p.IsPrivate() || p.IsAnybody() || p.Sectors.Contains("LAB"));

    // "visited the state", "made a trip to headquarters": a stop at home, unless somebody by name is seen there.
    private static bool IsStop(EventMention m) =>
        m is { Type: "CONSULT", Mode: "visit" } && m.Actors.Count > 0 && m.Actors.All(a => a.IsCampaigner())
        && m.Recipients.All(r => !(r.IsPerson && r.Name is not null) && m.Actors.All(a => a.IsHome(r) || r.Country is "PRI" or "GUM" or "VIR"));

    // "criminals are often sent to courses": force at home against nobody in particular by nobody.
    private static bool IsRoutine(EventMention m) =>
        m.Type is "COERCE" or "SANCTION" && m.Actors.Count == 0 && !m.Recipients.Any(r => r.Name is not null)
        && m.Recipients.All(r => r.IsAnybody() || r.Sectors.Any(s => s is "REF" or "CRM" or "REL" or "BUS" or "EDU" or "LAB")) && m.Recipients.All(r => r.Country.Length == 0 || r.IsContextual);
}
