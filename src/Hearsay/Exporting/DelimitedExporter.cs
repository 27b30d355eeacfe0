using System.Globalization;
using System.Text;

namespace Hearsay.Exporting;

/// <summary>
/// Tables of text: cells between separators, lines ended by "\n", UTF-8 without a byte order mark. A cell with words of
/// an article that begins like a formula (= + - @, tab) gets an apostrophe in front, as OWASP advises against CSV
/// injection, unless raw is asked for. Formats without quoting get spaces for tabs and line breaks.
/// </summary>
internal sealed class DelimitedExporter : IExporter
{
    private readonly StreamWriter writer;
    private readonly ExportRows rows;
    private readonly bool raw;
    private readonly char[] special;

    public DelimitedExporter(Stream output, ExportRows rows, bool raw)
    {
        writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        this.rows = rows;
        this.raw = raw;
        special = rows.Table.Quoted ? [rows.Table.Separator, '"', '\n', '\r'] : [rows.Table.Separator, '\n', '\r'];
        if (!rows.Table.Header) return;
        for (int c = 0; c < rows.Table.Columns.Count; c++)
        {
            if (c > 0) writer.Write(rows.Table.Separator);
            Cell(rows.Table.Columns[c].Name, guard: false);
        }
        writer.Write('\n');
    }

    public void Write(ExportedArticle article)
    {
        foreach (var row in rows.Of(article))
        {
            for (int c = 0; c < rows.Table.Columns.Count; c++)
            {
                if (c > 0) writer.Write(rows.Table.Separator);
                Cell(rows.Table.Columns[c], row);
            }
            writer.Write('\n');
        }
    }

    public void Complete() => writer.Flush();

    private void Cell(ExportColumn column, ExportRow row)
    {
        if (column.ReadText is { } text)
        {
            if (text(row) is { } words) Cell(words, column.FromText && !raw);
        }
        else if (column.ReadInteger is { } integer)
        {
            if (integer(row) is { } number) Number(number, default);
        }
        else if (column.ReadReal is { } real)
        {
            if (real(row) is { } number && double.IsFinite(number)) Number(number, default);
        }
        else if (column.ReadDay!(row) is { } day) Number(day, "yyyy-MM-dd");
    }

    private void Number<T>(T value, ReadOnlySpan<char> format) where T : ISpanFormattable
    {
        Span<char> buffer = stackalloc char[32];
        if (value.TryFormat(buffer, out int length, format, CultureInfo.InvariantCulture)) writer.Write(buffer[..length]);
        else writer.Write(value.ToString(null, CultureInfo.InvariantCulture));
    }

    private void Cell(string words, bool guard)
    {
        bool formula = guard && words is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
        if (words.AsSpan().IndexOfAny(special) < 0)
        {
            if (formula) writer.Write('\'');
            writer.Write(words);
        }
        else if (rows.Table.Quoted)
        {
            writer.Write(formula ? "\"'" : "\"");
            writer.Write(words.Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }
        else
        {
            if (formula) writer.Write('\'');
            foreach (char c in words) writer.Write(Array.IndexOf(special, c) >= 0 ? ' ' : c);
        }
    }
}
