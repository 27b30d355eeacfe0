namespace Hearsay.Exporting;

/// <summary>
/// A format of lines and columns: its name, its columns in order, and what it asks of an event. A format without a
/// column for the status can only say that something happened, so only asserted events go into it unless the user
/// names others; events that it cannot hold (no day, no code on a side it needs) are left out and counted.
/// </summary>
public sealed record TableFormat(string Name, IReadOnlyList<ExportColumn> Columns)
{
    /// <summary>Between cells.</summary>
    public char Separator { get; init; } = '\t';

    /// <summary>Whether cells may be quoted as RFC 4180 has it; else tabs and line breaks in cells become spaces.</summary>
    public bool Quoted { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool Header { get; init; }

    /// <summary>One line for each pair of an actor and a recipient rather than for each event.</summary>
    public bool Pairs { get; init; }

    /// <summary>Whether the format says which status an event has.</summary>
    public bool HasStatus { get; init; }

    /// <summary>Whether the format says that an event has been withdrawn.</summary>
    public bool HasWithdrawn { get; init; }

    /// <summary>Why an event cannot be written, or null when it can.</summary>
    public Func<ExportRow, string?> Refuses { get; init; } = static _ => null;

    /// <summary>Asks for a day.</summary>
    internal static string? WithoutDay(ExportRow row) => row.Day is null ? "without a day" : null;

    /// <summary>Asks for a day and for coded parties on both sides, as formats of dyads do.</summary>
    internal static string? WithoutDyad(ExportRow row) =>
        row.Actor?.Code is null || row.Recipient?.Code is null ? "without codes on both sides" : WithoutDay(row);
}
