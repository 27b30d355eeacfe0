using System.Data.Common;
using System.Globalization;
using System.Text;
using Hearsay.Articles.Languages;
using Sylvan.Data.Csv;

namespace Hearsay.Articles;

/// <summary>
/// CSV with a header line to articles, one a row; the separator (comma, semicolon, tab) is told from the header, and a
/// <see cref="ColumnMap"/> says which column holds what. Quoted cells may span lines. A row without text, and one over the limit,
/// is an error that costs itself or, where the rest cannot be made out, the rest of the file.
/// </summary>
internal static class TableReader
{
    /// <summary>The rows as inputs, each at "file:number of the row", the header being row 1.</summary>
    public static IEnumerable<ArticleInput> Inputs(Stream stream, string place, ColumnMap columns, Func<Article, Article> complete)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        if (Open(text, out string? fault) is not { } table)
        {
            yield return ArticleInput.Failed(Faults.BadTable(place, fault!));
            yield break;
        }
        using var closing = table;
        var fields = Fields(table, columns);
        if (!fields.ContainsKey("text"))
        {
            yield return ArticleInput.Failed(Faults.BadTable(place, $"no column is called {columns.NamesOf("text").First()}"));
            yield break;
        }
        for (int row = 2; ; row++)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{place}:{row}");
            bool more = Next(table, out string? broken);
            if (broken is not null) yield return ArticleInput.Failed(Faults.BadTable(at, broken));
            if (!more)
            {
                if (row == 2 && broken is null) yield return ArticleInput.Failed(Faults.Empty(place));
                yield break;
            }
            var cells = fields.ToDictionary(f => f.Key, f => f.Value < table.FieldCount ? table.GetString(f.Value) : "");
            yield return new(at, () => Read(cells, at, complete));
        }
    }

    private static CsvDataReader? Open(TextReader text, out string? fault)
    {
        try
        {
            fault = null;
            return CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 64 * 1024, MaxBufferSize = ArticleLimits.LineBytes, HeaderComparer = StringComparer.OrdinalIgnoreCase, ResultSetMode = ResultSetMode.SingleResult });
        }
        catch (Exception e) when (IsFault(e))
        {
            fault = e.Message;
            return null;
        }
    }

    private static bool Next(CsvDataReader table, out string? fault)
    {
        try
        {
            fault = null;
            return table.Read();
        }
        catch (Exception e) when (IsFault(e))
        {
            fault = e.Message;
            return false;
        }
    }

    // The library throws kinds of its own, all of them about the file.
    private static bool IsFault(Exception e) => e is FormatException or IOException or InvalidDataException or InvalidOperationException or ArgumentException or NotSupportedException or DbException;

    private static Dictionary<string, int> Fields(CsvDataReader table, ColumnMap columns)
    {
        var fields = new Dictionary<string, int>();
        foreach (string field in (string[])["id", "url", "outlet", "title", "publishedOn", "language", "text"])
            foreach (string name in columns.NamesOf(field))
                for (int i = 0; i < table.FieldCount; i++)
                    if (string.Equals(table.GetName(i).Trim('\uFEFF', ' '), name, StringComparison.OrdinalIgnoreCase)) fields.TryAdd(field, i);
        return fields;
    }

    private static ArticleReading Read(Dictionary<string, string> cells, string place, Func<Article, Article> complete)
    {
        var diagnostics = new List<Diagnostic>();
        string? Cell(string field) => cells.GetValueOrDefault(field) is { } cell && !string.IsNullOrWhiteSpace(cell) ? TextDecoder.Cleaned(cell.Trim(), place, diagnostics) : null;
        if (Cell("text") is null)
        {
            if (diagnostics.Count == 0) diagnostics.Add(Faults.Empty(place));
            return new(place, null, diagnostics);
        }
        string text = TextDecoder.Cleaned(cells["text"], place, [])!;
        var day = PublicationDate.Parse(Cell("publishedOn"));
        if (day is null && Cell("publishedOn") is { } written) diagnostics.Add(Faults.FieldIgnored(place, "publishedOn", $"\"{written}\" is not understood"));
        var article = PlainText.Checked(new Article
        {
            Id = Cell("id") ?? PlainText.IdOf(text), Url = Cell("url"), Outlet = Cell("outlet"), Title = Cell("title"), PublishedOn = day,
            Language = Cell("language") ?? LanguageGate.Undeclared, Text = text,
        }, place, diagnostics);
        return new(place, article is null ? null : complete(article), diagnostics);
    }
}
