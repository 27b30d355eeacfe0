using Hearsay.Exporting;

namespace Hearsay.Tests.Exporting;

/// <summary>The columns of other people's formats, written out from their documentation.</summary>
public sealed class ColumnTests
{
    private static readonly string[] Actor1 = ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"];
    private static readonly string[] Geo = ["Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

    private static readonly Dictionary<string, string[]> Documented = new()
    {
        ["petrarch2"] = ["Date", "Source", "Target", "CAMEO", "Issues", "SentenceIDs", "Publisher"],
        ["phoenix"] =
        [
            "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute",
            "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute", "EventCode", "EventRootCode", "QuadClass", "GoldsteinScore",
            "Issues", "Lat", "Lon", "LocationName", "StateName", "CountryName", "SentenceID", "URLs", "NewsSources",
        ],
        ["icews"] =
        [
            "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
            "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
        ],
        ["gdelt"] =
        [
            "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate", .. Actor1.Select(c => "Actor1" + c), .. Actor1.Select(c => "Actor2" + c),
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
            .. Geo.Select(c => "Actor1Geo_" + c), .. Geo.Select(c => "Actor2Geo_" + c), .. Geo.Select(c => "ActionGeo_" + c), "DATEADDED", "SOURCEURL",
        ],
        ["gdelt-mentions"] =
        [
            "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID", "Actor1CharOffset",
            "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
        ],
        ["polecat"] =
        [
            "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
            "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
            "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
            "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
            "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
        ],
    };

    private static readonly Dictionary<string, int> Counts = new() { ["petrarch2"] = 7, ["phoenix"] = 26, ["icews"] = 20, ["gdelt"] = 61, ["gdelt-mentions"] = 16, ["polecat"] = 40 };

    public static TheoryData<string> Formats => [.. Documented.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Columns_and_lines_are_as_documented(string format)
    {
        var table = ExportFormat.Find(format)!.Table!(new());
        Assert.Equal(Documented[format], table.Columns.Select(c => c.Name));
        Assert.Equal(Counts[format], table.Columns.Count);
        var cells = Exports.Cells(Exports.Text(format, new() { Statuses = Exports.AnyStatus }, Exports.Full(), Exports.Formula()).Text);
        Assert.All(cells, line => Assert.Equal(Counts[format], line.Length));
        // One event with one pair, one with two.
        Assert.Equal(table.Header ? 4 : 3, cells.Length);
        if (table.Header) Assert.Equal(Documented[format], cells[0]);
    }

    [Fact]
    public void Petrarch2_has_its_optional_parts_where_its_own_writer_puts_them()
    {
        var line = Exports.Cells(Exports.Text("petrarch2", new() { Parts = CameoTables.PetrarchParts, Statuses = Exports.AnyStatus }, Exports.Formula()).Text)[0];
        Assert.Equal(["20240506", "ESTGOV", "LVAGOV", "120", "DIPLOMATIC,1;PEACE,1", "b 2_3", "https://posten.example/2?a=1", "Posten", "'=SUM(1)", "\"Riga\", Latvia's leader", "rejected", "EST", "LVA"], line);
        Assert.Equal(["20240311", "NORGOV", "RUS", "041", "DIPLOMATIC,1", "a1_1", "The Fjord Times"], Exports.Cells(Exports.Text("petrarch2", new(), Exports.Full()).Text)[0]);
    }

    [Fact]
    public void A_phone_call_reads_as_other_programs_would_write_it()
    {
        string[] gdelt = Exports.Cells(Exports.Text("gdelt", new(), Exports.Full()).Text)[0];
        Assert.Equal(["20240311", "202403", "2024", "2024.1945"], gdelt[1..5]);
        Assert.Equal(["NORGOV", "KARI SOLBERG", "NOR", "", "", "", "", "GOV", "", ""], gdelt[5..15]);
        Assert.Equal(["1", "041", "041", "04", "1", "1.5"], gdelt[25..31]);
        Assert.Equal(["5", "Oslo, Norway", "NO"], gdelt[51..54]);
        string[] icews = Exports.Cells(Exports.Text("icews", new(), Exports.Full()).Text)[1];
        Assert.Equal(["2024-03-11", "Kari Solberg", "GOV", "Norway", "Discuss by telephone", "041", "1.5", "Moscow", "", "Russia", "a1", "1", "The Fjord Times", "", "", "Oslo", "Norway", "59.91", "10.75"], icews[1..]);
        string[] polecat = Exports.Cells(Exports.Text("polecat", new(), Exports.Full()).Text)[1];
        Assert.Equal(["e1-0", "2024-03-11", "CONSULT", "phone", "1.5", "VERBAL COOPERATION", "diplomatic", "Kari Solberg", "NOR", "385", "GOV", "GOV", "", "The minister", ""], polecat[..15]);
        string[] phoenix = Exports.Cells(Exports.Text("phoenix", new(), Exports.Full()).Text)[0];
        Assert.Equal(["NORGOV", "NOR", "GOV", "", "RUS", "RUS", "", "", "041", "04", "1", "1.5", "DIPLOMATIC,1"], phoenix[5..18]);
        Assert.EndsWith("_0.1.0", phoenix[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_has_a_cameo_code_of_its_family()
    {
        var expected = new Dictionary<string, string>
        {
            ["AGREE"] = "030", ["CONSULT"] = "040", ["SUPPORT"] = "050", ["COOPERATE"] = "060", ["AID"] = "070", ["CONCEDE"] = "080", ["RETREAT"] = "080",
            ["ACCUSE"] = "110", ["REQUEST"] = "100", ["REJECT"] = "120", ["THREATEN"] = "130", ["PROTEST"] = "140", ["MOBILIZE"] = "150", ["SANCTION"] = "160",
            ["COERCE"] = "170", ["ASSAULT"] = "180",
        };
        foreach (var (type, code) in expected)
            Assert.Equal(code, Exports.Codes.Cameo(Exports.Small("1", "NOR", "RUS", null, type: type).Events[0].Record));
    }

    [Theory]
    [InlineData("CHN", "CH", "710", "China")]
    [InlineData("CHE", "SZ", "225", "Switzerland")]
    [InlineData("SSD", "OD", "626", "South Sudan")]
    [InlineData("XKX", "KV", "347", "Kosovo")]
    [InlineData("HKG", "HK", null, "Hong Kong")]
    [InlineData("IGO", null, null, null)]
    public void Countries_have_the_codes_of_other_lists(string code, string? fips, string? cow, string? name) =>
        Assert.Equal((fips, cow, name), (Exports.Codes.Fips(code), Exports.Codes.Cow(code), Exports.Codes.CountryName(code)));

    [Fact]
    public void The_data_dictionary_explains_every_column_and_what_was_left_out()
    {
        foreach (var format in ExportFormat.All)
        {
            var (_, tally) = Exports.Text(format.Name, new(), Exports.Full(), Exports.Formula());
            string page = DataDictionary.Page("out." + format.Name, format, new(), tally, "Hearsay 0.1.0");
            Assert.Contains(tally.ToString(), page, StringComparison.Ordinal);
            Assert.Contains("code points", page, StringComparison.Ordinal);
            if (format.Table is not { } table) continue;
            foreach (var column in table(new()).Columns)
            {
                Assert.Contains($"| {column.Name} | {column.Type} | {column.Meaning} |", page, StringComparison.Ordinal);
                Assert.NotEqual("", column.Meaning);
            }
        }
    }
}
