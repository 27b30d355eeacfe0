using Hearsay.Coding.Actors;

namespace Hearsay.Coding.Events;

/// <summary>
/// What a party's code says of its standing: whether it belongs to public life, speaks for a state, carries arms, or is
/// a politician without any. The filters of <see cref="Plausibility"/> are put together of these. A party without a
/// code is none of them.
/// </summary>
internal static class PartyKinds
{
    /// <summary>A country, a body or an office; not private people.</summary>
    public static bool IsPublic(this ResolvedActor a) =>
        a.Country.Length > 0 || a.Sectors.Any(s => s is not ("CVL" or "UNK")) || a.Subkind is "head" or "minister" or "official";

    /// <summary>A private person, a firm, a school, a newspaper: its dealings with its like are no politics.</summary>
    public static bool IsPrivate(this ResolvedActor a) =>
        a.Country is not ("UNO" or "IGO" or "NGO" or "EUR") && a.Subkind is not ("head" or "minister" or "official")
        && a.Kind is not ActorKind.People && (a.Sectors.Count > 0 || a.Country.Length == 0)
        && a.Sectors.All(s => s is "BUS" or "EDU" or "JRN" || s is "CVL" or "UNK" or "MED" or "AGR" && (a.Country.Length == 0 || a.IsContextual));

    /// <summary>A state, one of its organs, an armed force or an international body: whoever speaks for more than himself.</summary>
    public static bool IsOffice(this ResolvedActor a) =>
        a.Country.Length > 0 && a.Sectors.Count == 0 || a.Sectors.Any(s => s is "GOV" or "MIL" or "LEG" or "JUD" or "REB" or "SPY" or "UNO" or "IGO") || a.Country is "UNO" or "IGO" or "EUR" or "NGO"
        || a.Subkind is "head" or "minister" or "official";

    /// <summary>Who "pulled back" or "quit" as a power of public life: an office, a body, people under arms, a party.</summary>
    public static bool IsPower(this ResolvedActor a) => a.IsOffice() || a.Sectors.Any(s => s is "COP" or "PTY" or "UAF" or "PRM" or "OPP") && !a.Sectors.Contains("CVL");

    /// <summary>A union, a church, a society: with one voice in words and gifts, without force.</summary>
    public static bool IsBody(this ResolvedActor a) => !a.IsPerson && !a.Sectors.Contains("CVL") && a.Sectors.Any(s => s is "LAB" or "REL" or "HRI" || s == "SOC" && a.Kind == ActorKind.Organization);

    /// <summary>Whoever fights with more than words.</summary>
    public static bool IsArmed(this ResolvedActor a) => a.Sectors.Any(s => s is "MIL" or "REB" or "UAF" or "COP" or "SPY" or "CRM");

    /// <summary>A politician, a party or its press, without arms.</summary>
    public static bool IsCivilPolitician(this ResolvedActor a) =>
        (a.IsPerson || a.Sectors.Contains("PTY") || a.Sectors.Contains("OPP") && !a.Sectors.Contains("CVL"))
        && a.Sectors.Any(s => s is "GOV" or "LEG" or "PTY" or "OPP" or "ELI" or "JRN" or "BUS") && !a.IsArmed();

    /// <summary>A person who holds no office of the state: what he thinks binds nobody.</summary>
    public static bool IsPrivateVoice(this ResolvedActor a) =>
        a.IsPerson && !a.Sectors.Any(s => s is "GOV" or "MIL" or "REB" or "JUD" or "COP");

    /// <summary>A candidate, a party or a member of parliament: parts of one state, not the state.</summary>
    public static bool IsCampaigner(this ResolvedActor a) => (a.Sectors.Any(s => s is "PTY" or "ELI") || a.IsPerson && a.Sectors.Contains("LEG")) && !a.IsArmed() && !a.Sectors.Contains("GOV");

    /// <summary>Nothing is known but that they are people.</summary>
    public static bool IsAnybody(this ResolvedActor a) => a.Kind is not ActorKind.People && a.Sectors.All(s => s is "CVL" or "UNK") && (a.Country.Length == 0 || a.Sectors.Count > 0) && !(a.IsPerson && a.Name is not null);

    /// <summary>Neither a code nor a name: nobody in particular.</summary>
    public static bool IsNobody(this ResolvedActor a) => a.Code is null && a.Subkind is not ("head" or "minister" or "official") && !(a.IsPerson && a.Name is not null);

    /// <summary>Whether both belong to one country.</summary>
    public static bool IsHome(this ResolvedActor a, ResolvedActor other) => a.Country.Length > 0 && a.Country == other.Country;
}
