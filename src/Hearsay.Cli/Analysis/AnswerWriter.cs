using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Hearsay.Cli.Analysis;

/// <summary>
/// The rows that SQL gave, as a table for people, as CSV (RFC 4180, with a header), or as one JSON object a line. Numbers
/// are written as they are counted everywhere (no thousands, a point for the fraction), days as 2024-03-12.
/// </summary>
internal static class AnswerWriter
{
    private const int MostShown = 1000;

    /// <summary>Writes CSV.</summary>
    public static void Csv(DbDataReader rows, TextWriter output)
    {
        output.Write(string.Join(',', Names(rows).Select(Quoted)) + "\n");
        while (rows.Read()) output.Write(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(i => Quoted(Text(rows, i) ?? ""))) + "\n");
    }

    /// <summary>Writes JSON Lines.</summary>
    public static void Json(DbDataReader rows, Stream output)
    {
        var names = Names(rows);
        while (rows.Read())
        {
            using (var json = new Utf8JsonWriter(output, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                for (int i = 0; i < names.Count; i++) Value(json, names[i], rows, i);
                json.WriteEndObject();
            }
            output.Write("\n"u8);
        }
    }

    /// <summary>Draws a table of at most 1,000 rows; returns how many were left out.</summary>
    public static long Table(DbDataReader rows, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string name in Names(rows)) table.AddColumn(new TableColumn(Markup.Escape(name)));
        long left = 0;
        for (int n = 0; rows.Read(); n++)
        {
            if (n >= MostShown) left++;
            else table.AddRow([.. Enumerable.Range(0, rows.FieldCount).Select(i => Markup.Escape(Text(rows, i) ?? ""))]);
        }
        console.Write(table);
        return left;
    }

    private static List<string> Names(DbDataReader rows) => [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];

    private static void Value(Utf8JsonWriter json, string name, DbDataReader rows, int i)
    {
        object? value = rows.IsDBNull(i) ? null : rows.GetValue(i);
        if (value is null) json.WriteNull(name);
        else if (value is bool yes) json.WriteBoolean(name, yes);
        else if (value is double real && double.IsFinite(real)) json.WriteNumber(name, real);
        else if (value is sbyte or short or int or long or byte or ushort or uint or ulong or decimal) json.WriteNumber(name, Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        else if (value is System.Numerics.BigInteger big && big >= long.MinValue && big <= long.MaxValue) json.WriteNumber(name, (long)big);
        else json.WriteString(name, Text(rows, i));
    }

    private static string? Text(DbDataReader rows, int i) => rows.IsDBNull(i) ? null : rows.GetValue(i) switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        string text => text,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => "[" + string.Join(", ", list.Cast<object?>()) + "]",
        var other => other.ToString(),
    };

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;
}
