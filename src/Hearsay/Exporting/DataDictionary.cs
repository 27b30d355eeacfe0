using System.Text;

namespace Hearsay.Exporting;

/// <summary>
/// The page that lies beside an export: what the file is, how it was made and what every column means, in Markdown.
/// Whoever gets the data later can read there which statuses it holds, how offsets count, and what to cite.
/// </summary>
public static class DataDictionary
{
    /// <summary>The page for an export that has been made.</summary>
    /// <param name="file">Name of the data file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="tally">What came of it.</param>
    /// <param name="program">Name and version of the program that exported.</param>
    /// <param name="query">The filters in words, or null for everything.</param>
    public static string Page(string file, ExportFormat format, ExportOptions options, ExportTally tally, string program, string? query = null)
    {
        var page = new StringBuilder();
        page.Append($"# {file}\n\nExported by {program} as `{format.Name}`: {format.Meaning}. {tally}.\n\n");
        page.Append($"- Events: {query ?? "all that the input holds"}.\n");
        page.Append($"- Statuses: {Statuses(format, options)}.\n");
        page.Append($"- Offsets: half-open, counted in {(options.CodePoints ? "Unicode code points" : "UTF-16 code units")} of the article's text.\n");
        if (options.OneADay) page.Append("- One a day: of events of the same day, coded parties, code and status only the first was kept.\n");
        if (format.Table is not null && format.Name != "parquet")
            page.Append(options.Raw ? "- Cells hold the words of articles as they are; a spreadsheet may run some of them as formulas.\n"
                : "- Cells with words of articles that begin like a formula have an apostrophe in front (CSV injection).\n");
        page.Append("- Times, places and parties are what the text says. An empty cell is a value that the text does not say or that Hearsay does not measure.\n");
        page.Append("- To cite: the version columns, where the format has them, name the program, model and knowledge that coded the article.\n");
        if (format.Table is { } table) Columns(page, table(options));
        else page.Append($"\n{Documents(format.Name)}\n");
        return page.ToString();
    }

    private static string Statuses(ExportFormat format, ExportOptions options) =>
        options.Statuses is { } wanted ? string.Join(", ", wanted.Order(StringComparer.Ordinal)) + (format.HasStatus ? "" : "; the format does not say which")
        : format.HasStatus ? "all, each event says its own" : "asserted only, because the format cannot say that an event is denied, planned or demanded";

    private static void Columns(StringBuilder page, TableFormat table)
    {
        if (!table.Header && table.Name != "parquet") page.Append("- The file has no header line.\n");
        if (table.Pairs) page.Append("- One line is one pair of an actor and a recipient; an event with several gives several lines.\n");
        page.Append("\n| | column | type | meaning |\n|---|---|---|---|\n");
        for (int i = 0; i < table.Columns.Count; i++)
            page.Append($"| {i + 1} | {table.Columns[i].Name} | {table.Columns[i].Type} | {table.Columns[i].Meaning} |\n");
    }

    private static string Documents(string format) => format switch
    {
        "jsonl" => "Each line is an object with `event` (every field of the record, as `hearsay code` writes it), `article` (without its text), `codedWith`, `updatedAt`, `withdrawn`, `reviewState` and `offsets`.",
        "geojson" => "A FeatureCollection; coordinates are longitude, latitude in WGS84 degrees; the properties of a feature are:\n\n| property | type | meaning |\n|---|---|---|\n"
            + string.Concat(EventTable.Columns.Select(c => $"| {c.Name} | {c.Type} | {c.Meaning} |\n")),
        "prov" => "A bundle for each article. Agents are the parties of the chains, the outlet and the program; entities are the article, its quotations, each event (`hs:Claim`) and what each hop of its chain said (`hs:Statement`). A claim `wasDerivedFrom` the innermost statement or the article, a statement from the one further in.",
        _ => "An AnnotationPage. Each annotation selects its words by position (code points) and by quotation; motivation `classifying` is an event on its trigger, `identifying` a party or hop of it, `describing` a quotation.",
    };
}
