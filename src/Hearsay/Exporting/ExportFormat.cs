namespace Hearsay.Exporting;

/// <summary>
/// A format by name: what it is called on the command line, what it can say, and how a writer of it is made. Tables
/// carry their columns, for the data dictionary; formats of documents carry none. <see cref="All"/> is the whole list.
/// </summary>
/// <param name="Name">As <c>--format</c> takes it.</param>
/// <param name="Meaning">One line for the documentation.</param>
/// <param name="HasStatus">Whether it says which status an event has.</param>
/// <param name="HasWithdrawn">Whether it says that an event has been withdrawn.</param>
public sealed record ExportFormat(string Name, string Meaning, bool HasStatus, bool HasWithdrawn)
{
    /// <summary>Every format, in the order of the documentation.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "Hearsay's table, RFC 4180", true, true) { Table = _ => new("csv", EventTable.Columns) { Separator = ',', Quoted = true, Header = true } },
        new("jsonl", "one JSON object an event and line, every field of the record", true, true),
        new("parquet", "Hearsay's table, for DuckDB, R and Python", true, true) { Table = _ => new("parquet", EventTable.Columns) },
        OfTable(options => CameoTables.Petrarch2(options.Parts), "petrarch2", "PETRARCH2's event file"),
        OfTable(_ => CameoTables.Phoenix, "phoenix", "the Phoenix pipeline's 26 columns"),
        OfTable(_ => NewsTables.Icews, "icews", "public ICEWS, 20 columns"),
        OfTable(_ => GdeltTables.Events, "gdelt", "GDELT 2.0 events, 61 columns"),
        OfTable(_ => GdeltTables.Mentions, "gdelt-mentions", "GDELT 2.0 mentions, 16 columns"),
        OfTable(_ => NewsTables.Polecat, "polecat", "POLECAT, 40 columns"),
        new("prov", "W3C PROV-JSON, a bundle for each article: who told whom", true, false),
        new("annotations", "W3C Web Annotations (JSON-LD)", true, false),
        new("geojson", "a GeoJSON feature for each event with coordinates", true, true),
    ];

    /// <summary>The table, for formats that are one; its columns may depend on the options.</summary>
    public Func<ExportOptions, TableFormat>? Table { get; private init; }

    /// <summary>Whether it says something of the article's text itself.</summary>
    public bool ReadsText => Name is "gdelt" or "gdelt-mentions" or "annotations";

    /// <summary>Whether it says something of quotations.</summary>
    public bool HasQuotations => Name is "prov" or "annotations";

    /// <summary>The format of that name, or null.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static ExportFormat OfTable(Func<ExportOptions, TableFormat> table, string name, string meaning) => new(name, meaning, false, false) { Table = table };

    internal IExporter Open(Stream output, ExportOptions options, Codebook codes, ExportTally tally) => Name switch
    {
        "parquet" => new ParquetExporter(output, new ExportRows(Table!(options), codes, tally)),
        "jsonl" => new JsonLinesExporter(output, options, tally),
        "prov" => new ProvExporter(output, tally),
        "annotations" => new AnnotationExporter(output, tally),
        "geojson" => new GeoJsonExporter(output, new ExportRows(new("geojson", EventTable.Columns), codes, tally), tally),
        _ => new DelimitedExporter(output, new ExportRows(Table!(options), codes, tally), options.Raw),
    };
}
