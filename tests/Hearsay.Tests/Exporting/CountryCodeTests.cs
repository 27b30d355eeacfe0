using System.Globalization;
using Hearsay.Coding.Knowledge;
using Hearsay.Tests.Evaluation;

namespace Hearsay.Tests.Exporting;

/// <summary>The numbers and letters that other people's lists give to countries: one country each, on the right continent.</summary>
public sealed class CountryCodeTests
{
    // Under a state's number its successor goes on, in the Correlates of War's list and so here.
    private static readonly HashSet<string> Gone = ["CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG"];

    private static readonly IReadOnlyList<CsvTable.Row> Rows = [.. CsvTable.Read(Path.Combine(TestCoder.Root, "data", "ontology", "country-codes.csv"), "code", "fips", "cow").Rows];

    [Theory]
    [InlineData("cow")]
    [InlineData("fips")]
    public void No_two_countries_of_today_share_one(string column)
    {
        var shared = Rows.Where(r => r[column].Length > 0 && !Gone.Contains(r["code"])).GroupBy(r => r[column]).Where(g => g.Count() > 1);
        Assert.Empty(shared.Select(g => $"{g.Key}: {string.Join(' ', g.Select(r => r["code"]))}"));
    }

    [Fact]
    public void The_Correlates_of_War_number_countries_by_continent()
    {
        var places = CsvTable.Read(Path.Combine(TestCoder.Root, "data", "places", "countries.csv"), "code", "lat", "lon").Rows
            .ToDictionary(r => r["code"], r => (Lat: Number(r["lat"]), Lon: Number(r["lon"])));
        var wrong = Rows.Where(r => r["cow"].Length > 0 && places.ContainsKey(r["code"]))
            .Where(r => !Lies(int.Parse(r["cow"], CultureInfo.InvariantCulture), places[r["code"]].Lat, places[r["code"]].Lon));
        Assert.Empty(wrong.Select(r => $"{r["code"]} {r["cow"]}"));
        Assert.True(Rows.Count(r => r["cow"].Length > 0 && places.ContainsKey(r["code"])) > 190);
    }

    // The Americas, Europe with the former Soviet west, Africa, the Middle East with the north of Africa, Asia, Oceania.
    private static bool Lies(int number, double lat, double lon) => number switch
    {
        >= 2 and < 200 => lon is > -170 and < -30,
        >= 200 and < 400 => lat > 34 && lon > -25,
        >= 400 and < 600 => lat is > -36 and < 25 && lon is > -26 and < 60,
        >= 600 and < 700 => lat is > 4 and < 43 && lon is > -19 and < 63,
        >= 700 and < 900 => lat is > -12 and < 57 && lon is > 55 and < 150,
        >= 900 and < 1000 => lat is > -50 and < 20 && lon is > 110 or < -150,
        _ => false,
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
