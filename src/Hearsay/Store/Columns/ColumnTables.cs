namespace Hearsay.Store.Columns;

/// <summary>The texts behind the numbers of the rows.</summary>
internal sealed class ColumnTables
{
    public Numbering<string> Types { get; } = new();

    public Numbering<string> Statuses { get; } = new();

    public Numbering<string> Modes { get; } = new();

    public Numbering<string> Contexts { get; } = new();

    public Numbering<string> Cameos { get; } = new();

    public Numbering<string> Patterns { get; } = new();

    public Numbering<string> Codes { get; } = new();

    public Numbering<string> Countries { get; } = new();

    public Numbering<string> Sectors { get; } = new();

    public Numbering<string> Outlets { get; } = new();

    /// <summary>Names and mentions of parties, speakers and places.</summary>
    public Numbering<string> Names { get; } = new();

    public Numbering<PlaceRow> Places { get; } = new();
}
