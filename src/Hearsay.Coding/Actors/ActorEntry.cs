namespace Hearsay.Coding.Actors;

/// <summary>What kind of table row an actor was read from; smaller values win when one phrase names several.</summary>
public enum ActorKind
{
    /// <summary>A state or territory by name.</summary>
    Country,

    /// <summary>A party, agency, armed group, company …</summary>
    Organization,

    /// <summary>A news outlet or agency.</summary>
    Outlet,

    /// <summary>A building or nickname that stands for a body ("the Kremlin").</summary>
    Metonym,

    /// <summary>A person with an office.</summary>
    Person,

    /// <summary>An ethnic, religious or political group.</summary>
    People,

    /// <summary>A nationality word, noun or adjective ("Iranian", "Iranians").</summary>
    Nationality,

    /// <summary>A province, city or region; stands for its country.</summary>
    Region,
}

/// <summary>
/// One meaning of a phrase in the actor tables: the code's parts, the days it holds (null: open), and the row.
/// </summary>
/// <param name="Name">The row's main name.</param>
/// <param name="Country">ISO 3166-1 alpha-3 or a country-like code (IGO, NGO …), "" when none.</param>
/// <param name="Sectors">PLOVER sectors, main one first.</param>
/// <param name="Kind">The table's kind.</param>
/// <param name="OrganizationKind">party, armed-group, wire … where the table tells, else "".</param>
/// <param name="From">First day the row holds.</param>
/// <param name="To">Last day the row holds.</param>
/// <param name="Reference">How a trace names the row.</param>
public sealed record ActorEntry(
    string Name, string Country, string[] Sectors, ActorKind Kind, string OrganizationKind, DateOnly? From, DateOnly? To, string Reference)
{
    /// <summary>Whether the row holds on <paramref name="day"/>; true for an unknown day.</summary>
    public bool HoldsOn(DateOnly? day) => day is not { } d || !(d < From) && !(d > To);

    /// <summary>Whether the row had begun by <paramref name="day"/>; true for an unknown day.</summary>
    public bool HasBegun(DateOnly? day) => day is not { } d || !(d < From);

    /// <summary>
    /// What a person is on <paramref name="day"/> as far as the row tells: its sectors while it holds; before and after
    /// an office of the state he is known, and without it.
    /// </summary>
    public string[] SectorsOn(DateOnly? day) =>
        Kind == ActorKind.Person && !HoldsOn(day) && (Sectors.Contains("GOV") || Sectors.Contains("LEG") || !HasBegun(day) && Sectors.Contains("PTY")) ? ["ELI"] : Sectors;
}
