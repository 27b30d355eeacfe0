namespace Hearsay.Exporting;

/// <summary>What the user asks of an export. The defaults are what is safest to hand on: see docs/exports.md.</summary>
public sealed record ExportOptions
{
    /// <summary>The statuses wanted; null leaves it to the format: all where it has a status, else asserted only.</summary>
    public IReadOnlySet<string>? Statuses { get; init; }

    /// <summary>Keep one event a day of the same parties, code and status.</summary>
    public bool OneADay { get; init; }

    /// <summary>Offsets count code points (Python, R); else UTF-16 code units (C#, Java, JavaScript).</summary>
    public bool CodePoints { get; init; } = true;

    /// <summary>Write words of articles into tables as they are, even where a spreadsheet would run them as a formula.</summary>
    public bool Raw { get; init; }

    /// <summary>The optional parts of a PETRARCH2 line (<see cref="CameoTables.PetrarchParts"/>).</summary>
    public IReadOnlyCollection<string> Parts { get; init; } = [];

    /// <summary>Told of every event that one-a-day leaves out.</summary>
    public Action<DroppedEvent>? Dropped { get; init; }
}

/// <summary>An event that one-a-day left out, and the one that stands for it.</summary>
public sealed record DroppedEvent(string Id, string KeptId, DateOnly Day, string Actors, string Recipients, string Code);
