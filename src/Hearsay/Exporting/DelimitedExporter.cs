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
    private readonly Stream output;
    private readonly Drafts drafts;
    private readonly ExportRows rows;
    private readonly bool raw;
    private readonly char[] special;

    public DelimitedExporter(Stream output, ExportRows rows, bool raw)
    {
        this.output = output;
        drafts = new Drafts(output);
        this.rows = rows;
        this.raw = raw;
        special = rows.Table.Quoted ? [rows.Table.Separator, '"', '\n', '\r'] : [rows.Table.Separator, '\n', '\r'];
        if (rows.Table.Header) drafts.Of(Header)();
    }

    public Action Ready(IReadOnlyList<ExportedArticle> part) => drafts.Of(draft =>
    {
        using var writer = Writer(draft);
        foreach (var row in rows.Of(part))
        {
            for (int c = 0; c < rows.Table.Columns.Count; c++)
            {
                if (c > 0) writer.Write(rows.Table.Separator);
                Cell(writer, rows.Table.Columns[c], row);
            }
            writer.Write('\n');
        }
    });

    public void Complete() => output.Flush();

    private static StreamWriter Writer(Stream draft) => new(draft, new UTF8Encoding(false), 1 << 12, leaveOpen: true);

    private void Header(Stream draft)
    {
        using var writer = Writer(draft);
        for (int c = 0; c < rows.Table.Columns.Count; c++)
        {
            if (c > 0) writer.Write(rows.Table.Separator);
            Cell(writer, rows.Table.Columns[c].Name, guard: false);
        }
        writer.Write('\n');
    }

    private void Cell(StreamWriter writer, ExportColumn column, ExportRow row)
    {
        if (column.ReadText is { } text)
        {
            if (text(row) is { } words) Cell(writer, words, column.FromText && !raw);
        }
        else if (column.ReadInteger is { } integer)
        {
            if (integer(row) is { } number) Number(writer, number, default);
        }
        else if (column.ReadReal is { } real)
        {
            if (real(row) is { } number && double.IsFinite(number)) Number(writer, number, default);
        }
        else if (column.ReadDay!(row) is { } day) Number(writer, day, "yyyy-MM-dd");
    }

    private static void Number<T>(StreamWriter writer, T value, ReadOnlySpan<char> format) where T : ISpanFormattable
    {
        Span<char> buffer = stackalloc char[32];
        if (value.TryFormat(buffer, out int length, format, CultureInfo.InvariantCulture)) writer.Write(buffer[..length]);
        else writer.Write(value.ToString(null, CultureInfo.InvariantCulture));
    }

    private void Cell(StreamWriter writer, string words, bool guard)
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
