using Hearsay.Exporting;

namespace Hearsay.Tests.Exporting;

public sealed class ExportSelectionTests
{
    private static readonly DateOnly Day = new(2024, 3, 1);

    public static TheoryData<string> WithoutStatus => [.. ExportFormat.All.Where(f => !f.HasStatus).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(WithoutStatus))]
    public void A_format_without_a_status_gets_asserted_events_only(string format)
    {
        var (text, tally) = Exports.Text(format, new(), Exports.Small("1", "NOR", "RUS", Day), Exports.Small("2", "NOR", "RUS", Day, "denied"));
        Assert.Equal((1, 1), (tally.Written, tally.LeftOut["denied"]));
        Assert.Equal("1 written from 2 articles; left out: 1 denied", tally.ToString());
        var (both, _) = Exports.Text(format, new() { Statuses = Exports.AnyStatus }, Exports.Small("1", "NOR", "RUS", Day), Exports.Small("2", "NOR", "RUS", Day, "denied"));
        Assert.Equal(Exports.Cells(text).Length + 1, Exports.Cells(both).Length);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void A_format_with_a_status_gets_all_events_unless_told(string format)
    {
        var articles = new[] { Exports.Small("1", "NOR", "RUS", Day), Exports.Small("2", "NOR", "RUS", Day, "denied") };
        Assert.Equal(2, Exports.Text(format, new(), articles).Tally.Written);
        var (text, tally) = Exports.Text(format, new() { Statuses = new HashSet<string> { "denied" } }, articles);
        Assert.Equal(1, tally.Written);
        Assert.Contains("denied", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_a_day_keeps_the_first_and_says_which_it_dropped()
    {
        var dropped = new List<DroppedEvent>();
        var (_, tally) = Exports.Text("csv", new() { OneADay = true, Dropped = dropped.Add },
            Exports.Small("1", "NOR", "RUS", Day), Exports.Small("2", "NOR", "RUS", Day), Exports.Small("3", "NOR", "RUS", Day.AddDays(1)),
            Exports.Small("4", "NOR", "RUS", Day, "denied"), Exports.Small("5", "NOR", "RUS", Day, type: "CONSULT"), Exports.Small("6", "RUS", "NOR", Day));
        Assert.Equal((5, 1), (tally.Written, tally.LeftOut["repeated that day"]));
        Assert.Equal(new DroppedEvent("2", "1", Day, "NOR", "RUS", "110"), Assert.Single(dropped));
    }

    [Fact]
    public void One_a_day_never_takes_the_unknown_for_the_same()
    {
        var (_, tally) = Exports.Text("csv", new() { OneADay = true },
            Exports.Small("1", null, "RUS", Day), Exports.Small("2", null, "RUS", Day), Exports.Small("3", "NOR", "RUS", null), Exports.Small("4", "NOR", "RUS", null));
        Assert.Equal((4, 0), (tally.Written, tally.LeftOut.Count));
    }

    [Fact]
    public void What_a_format_cannot_hold_is_counted_by_reason()
    {
        var articles = new[] { Exports.Small("1", null, "RUS", Day), Exports.Small("2", "NOR", "RUS", null), Exports.Small("3", null, null, Day) };
        Assert.Equal("0 written from 3 articles; left out: 1 without a day, 2 without codes on both sides", Exports.Text("petrarch2", new(), articles).Tally.ToString());
        Assert.Equal("1 written from 3 articles; left out: 1 without a coded party, 1 without a day", Exports.Text("gdelt", new(), articles).Tally.ToString());
        Assert.Equal("0 written from 3 articles; left out: 3 without coordinates", Exports.Text("geojson", new(), articles).Tally.ToString());
    }

    [Fact]
    public void Withdrawn_events_are_marked_where_the_format_can_and_left_out_elsewhere()
    {
        var article = Exports.Small("1", "NOR", "RUS", Day);
        article = article with { Events = [article.Events[0] with { Withdrawn = true, UpdatedAt = new(2024, 3, 2, 10, 0, 0, TimeSpan.Zero) }] };
        var (csv, _) = Exports.Text("csv", new(), article);
        Assert.EndsWith("2024-03-02T10:00:00Z,1,,,,", csv.TrimEnd('\n'), StringComparison.Ordinal);
        Assert.Contains("\"withdrawn\":true", Exports.Text("jsonl", new(), article).Text, StringComparison.Ordinal);
        Assert.Equal(1, Exports.Text("icews", new(), article).Tally.LeftOut["withdrawn"]);
    }

    [Fact]
    public void Offsets_count_code_points_unless_told_otherwise()
    {
        var (points, _) = Exports.Text("jsonl", new(), Exports.Formula());
        Assert.Contains("\"trigger\":{\"start\":10,\"end\":18,", points, StringComparison.Ordinal);
        Assert.Contains("\"offsets\":\"codepoints\"", points, StringComparison.Ordinal);
        var (units, _) = Exports.Text("jsonl", new() { CodePoints = false }, Exports.Formula());
        Assert.Contains("\"trigger\":{\"start\":11,\"end\":19,", units, StringComparison.Ordinal);
        Assert.Contains("\"offsets\":\"utf16\"", units, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_begin_like_a_formula_are_disarmed_unless_raw_is_asked_for()
    {
        Assert.Contains(",'=SUM(1),", Exports.Text("csv", new(), Exports.Formula()).Text, StringComparison.Ordinal);
        Assert.Contains(",=SUM(1),", Exports.Text("csv", new() { Raw = true }, Exports.Formula()).Text, StringComparison.Ordinal);
        Assert.Contains("\t'=SUM(1)\t", Exports.Text("icews", new() { Statuses = Exports.AnyStatus }, Exports.Formula()).Text, StringComparison.Ordinal);
    }
}
