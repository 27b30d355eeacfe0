using DuckDB.NET.Data;
using Hearsay.Exporting;
using Hearsay.Tests.Articles;

namespace Hearsay.Tests.Exporting;

/// <summary>CSV and Parquet read back by DuckDB.</summary>
public sealed class DuckDbTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private static readonly Dictionary<string, string> Types = new() { ["text"] = "VARCHAR", ["integer"] = "BIGINT", ["real"] = "DOUBLE", ["date"] = "DATE" };

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void Every_value_comes_back(string format)
    {
        string file = scratch.File("events." + format, Exports.Bytes(format, new() { Raw = true }, Exports.Full(), Exports.Formula()).Bytes);
        string from = format == "parquet" ? $"read_parquet('{file}')" : $"read_csv('{file}', header=true, all_varchar=true)";
        using var rows = Query($"SELECT * FROM {from}");
        Assert.Equal(EventTable.Columns.Select(c => c.Name), Enumerable.Range(0, rows.FieldCount).Select(rows.GetName));
        Assert.True(rows.Read());
        Assert.Equal("The minister", rows["actor"]);
        Assert.Equal("Norsk Byrå > Kari Solberg", rows["chain"]);
        Assert.Equal("consult.phone", rows["pattern"]);
        Assert.True(rows.Read());
        Assert.Equal("=SUM(1)", rows["actor"]);
        Assert.Equal("\"Riga\", Latvia's\nleader", rows["recipient"]);
        Assert.Equal("Lithuania <LTU>", rows["other_recipients"]);
        Assert.Equal("b 2", rows["article_id"]);
        Assert.Equal("diplomatic;peace", rows["contexts"]);
        Assert.True(rows["place_name"] is DBNull);
        Assert.Equal("10", Convert.ToString(rows["trigger_start"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(rows.Read());
    }

    [Fact]
    public void Parquet_has_the_types_that_the_dictionary_says()
    {
        string file = scratch.File("events.parquet", Exports.Bytes("parquet", new(), Exports.Full()).Bytes);
        using var rows = Query($"DESCRIBE SELECT * FROM read_parquet('{file}')");
        foreach (var column in EventTable.Columns)
        {
            Assert.True(rows.Read());
            Assert.Equal((column.Name, Types[column.Type]), (rows.GetString(0), rows.GetString(1)));
        }
    }

    [Fact]
    public void Csv_is_read_with_the_types_that_the_dictionary_says()
    {
        string file = scratch.File("events.csv", Exports.Bytes("csv", new(), Exports.Full()).Bytes);
        string types = string.Join(", ", EventTable.Columns.Select(c => $"'{c.Name}': '{Types[c.Type]}'"));
        using var rows = Query($"SELECT event_day, score, killed, lat, event_id FROM read_csv('{file}', header=true, columns={{{types}}})");
        Assert.True(rows.Read());
        Assert.Equal((new DateOnly(2024, 3, 11), 1.5, 1L, 59.91, "e1"), (rows.GetFieldValue<DateOnly>(0), rows.GetDouble(1), rows.GetInt64(2), rows.GetDouble(3), rows.GetString(4)));
    }

    [Fact]
    public void Parquet_of_many_row_groups_holds_every_row_once()
    {
        const int Count = 150_000;
        string file = Path.Combine(scratch.Folder, "many.parquet");
        using (var stream = File.Create(file))
            Export.Run(Enumerable.Range(0, Count).Select(i => Exports.Small($"{i}", "NOR", i % 3 == 0 ? null : "RUS", new DateOnly(2024, 1, 1).AddDays(i % 366))), ExportFormat.Find("parquet")!, new(), Exports.Codes, stream, TestContext.Current.CancellationToken);
        using var rows = Query($"SELECT count(*), count(DISTINCT event_id), count(recipient_code), min(event_day), max(event_day), count(DISTINCT event_day) FROM read_parquet('{file}')");
        Assert.True(rows.Read());
        Assert.Equal((Count, Count, 100_000, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 366L),
            (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetFieldValue<DateOnly>(3), rows.GetFieldValue<DateOnly>(4), rows.GetInt64(5)));
    }

    [Theory]
    [InlineData("icews", 20)]
    [InlineData("polecat", 40)]
    [InlineData("gdelt", 61)]
    public void The_tab_separated_formats_are_tables_to_others_too(string format, int columns)
    {
        string file = scratch.File("events.tab", Exports.Bytes(format, new() { Statuses = Exports.AnyStatus }, Exports.Full(), Exports.Formula()).Bytes);
        bool header = format != "gdelt";
        using var rows = Query($"SELECT * FROM read_csv('{file}', delim='\t', quote='', header={(header ? "true" : "false")}, all_varchar=true)");
        Assert.Equal(columns, rows.FieldCount);
        int count = 0;
        while (rows.Read()) count++;
        Assert.Equal(3, count);
    }

    private static DuckDBDataReader Query(string sql)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }
}
