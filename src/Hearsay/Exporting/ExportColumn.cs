namespace Hearsay.Exporting;

/// <summary>
/// One column of a table format: its name and meaning as the data dictionary prints them, its type, and how its value
/// is read from a row. Exactly one of the four readers is set; null is a value that is not known and is written as an
/// empty cell. <c>FromText</c> marks cells whose words come from articles: a spreadsheet must not run them as formulas.
/// </summary>
public sealed record ExportColumn
{
    private ExportColumn(string name, string meaning)
    {
        Name = name;
        Meaning = meaning;
    }

    /// <summary>As the header line has it.</summary>
    public string Name { get; }

    /// <summary>One sentence for the data dictionary.</summary>
    public string Meaning { get; }

    /// <summary>Whether the words come from an article.</summary>
    public bool FromText { get; private init; }

    /// <summary>Whether hardly any other row has the same text: nothing is won by remembering it.</summary>
    public bool IsOwn { get; private init; }

    /// <summary>Reads a text.</summary>
    public Func<ExportRow, string?>? ReadText { get; private init; }

    /// <summary>Reads a whole number.</summary>
    public Func<ExportRow, long?>? ReadInteger { get; private init; }

    /// <summary>Reads a real number.</summary>
    public Func<ExportRow, double?>? ReadReal { get; private init; }

    /// <summary>Reads a day.</summary>
    public Func<ExportRow, DateOnly?>? ReadDay { get; private init; }

    /// <summary>text, integer, real or date.</summary>
    public string Type => ReadText is not null ? "text" : ReadInteger is not null ? "integer" : ReadReal is not null ? "real" : "date";

    /// <summary>A row's id.</summary>
    public static ExportColumn Id(string name, string meaning, Func<ExportRow, string?> read) => Code(name, meaning, read) with { IsOwn = true };

    /// <summary>A code, a date in another format: text that Hearsay itself writes.</summary>
    public static ExportColumn Code(string name, string meaning, Func<ExportRow, string?> read) => new(name, meaning) { ReadText = read };

    /// <summary>Words of an article, or of its outlet.</summary>
    public static ExportColumn Words(string name, string meaning, Func<ExportRow, string?> read) => new(name, meaning) { ReadText = read, FromText = true };

    /// <summary>A whole number.</summary>
    public static ExportColumn Integer(string name, string meaning, Func<ExportRow, long?> read) => new(name, meaning) { ReadInteger = read };

    /// <summary>A real number.</summary>
    public static ExportColumn Real(string name, string meaning, Func<ExportRow, double?> read) => new(name, meaning) { ReadReal = read };

    /// <summary>A day, written 2024-03-12.</summary>
    public static ExportColumn Day(string name, string meaning, Func<ExportRow, DateOnly?> read) => new(name, meaning) { ReadDay = read };

    /// <summary>A column of a format that Hearsay has nothing to write in.</summary>
    public static ExportColumn Empty(string name) => Code(name, "not filled", static _ => null);
}
