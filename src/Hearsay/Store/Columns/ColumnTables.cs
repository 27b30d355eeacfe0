namespace Hearsay.Store.Columns;

/// <summary>The texts behind the numbers of the rows.</summary>
internal sealed class ColumnTables
{
    public TextTable Types { get; } = new();

    public TextTable Statuses { get; } = new();

    public TextTable Modes { get; } = new();

    public TextTable Contexts { get; } = new();

    public TextTable Cameos { get; } = new();

    public TextTable Patterns { get; } = new();

    public TextTable Codes { get; } = new();

    public TextTable Countries { get; } = new();

    public TextTable Sectors { get; } = new();

    public TextTable Outlets { get; } = new();

    /// <summary>Names and mentions of parties, speakers and places.</summary>
    public TextTable Names { get; } = new();

    public Numbering<PlaceRow> Places { get; } = new();

    /// <summary>The days that events have, so that they are counted in an array.</summary>
    public Numbering<int> Days { get; } = new();

    /// <summary>Who is quoted: a name and a country each.</summary>
    public Numbering<(int Name, int Country)> Speakers { get; } = new();

    /// <summary>Pairs of countries, an actor's and a recipient's.</summary>
    public Numbering<(int Actor, int Recipient)> Dyads { get; } = new();
}
