using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Places;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Places;

public sealed class PlaceResolverTests
{
    [Theory]
    [InlineData("Goma", "COD")]
    [InlineData("Texas", "USA")]
    [InlineData("Paris", "FRA")]
    [InlineData("Crimea", "UKR")]
    [InlineData("Kenya", "KEN")]
    [InlineData("Strait of Hormuz", null)]
    [InlineData("Xyzzy", null)]
    public void A_bare_name_has_the_country_of_its_likeliest_sense(string name, string? country) =>
        Assert.Equal(country, CodingTools.Places.CountryOf(name));

    [Fact]
    public void One_name_means_one_place_throughout()
    {
        var places = CodingTools.Places.Resolve(CodingTools.Annotator.Annotate("The fire began in Paris, Texas.\n\nFirefighters came to Paris on Monday."));
        Assert.All(places.Where(p => p.Name == "Paris"), p => Assert.Equal("USA", p.Country));
    }

    [Fact]
    public void An_unknown_place_spoils_nothing_else()
    {
        var places = CodingTools.Places.Resolve(CodingTools.Annotator.Annotate("Troops moved from the village of Qarzumbat to Kandahar in Afghanistan."));
        Assert.Contains(places, p => p.Country == "AFG" && p.Lat != null && p.FeatureClass == "P");
    }

    [Theory]
    [InlineData("Al Ḩudaydah", "al-Hudaydah")]
    [InlineData("N'Djamena", "Ndjamena")]
    [InlineData("São Paulo", "sao paulo")]
    [InlineData("Washington, D.C.", "Washington DC")]
    public void Spellings_of_one_name_fold_alike(string a, string b) => Assert.Equal(PlaceFold.Fold(a), PlaceFold.Fold(b));

    [Fact]
    public void The_gazetteer_is_sorted_and_holds_every_capital()
    {
        var gazetteer = Gazetteer.Load(Path.Combine(CodingTools.Data, "places", "gazetteer.bin.gz"));
        Assert.InRange(gazetteer.Count, 150_000, 250_000);
        foreach (string capital in new[] { "nairobi", "kyiv", "ouagadougou", "vaduz", "port moresby", "zagreb" })
        {
            var found = new List<Place>();
            gazetteer.Find(capital, found);
            Assert.Contains(found, p => p.Rank == PlaceRank.Capital && p.GeonameId > 0);
        }
    }

    [Fact]
    public void A_small_town_outside_its_stated_country_is_left_unresolved()
    {
        var places = CodingTools.Places.Resolve(CodingTools.Annotator.Annotate("The mayor opened a school in Wakefield, Kenya."));
        var town = Assert.Single(places, p => p.Name == "Wakefield");
        Assert.Equal("KEN", town.Country);
        Assert.Null(town.Lat);
    }

    [Theory]
    [InlineData("The Guardian", "GBR")]
    [InlineData("Gazette of Nowhere", "ZAF")]
    public void The_outlet_tips_the_scales(string outlet, string country)
    {
        var document = CodingTools.Annotator.Annotate("A bridge in Newcastle was closed.");
        Assert.Equal(country, Assert.Single(CodingTools.Places.Resolve(document, outlet)).Country);
    }

    [Fact]
    public void The_outlet_does_not_move_a_capital() =>
        Assert.Equal("GBR", Assert.Single(CodingTools.Places.Resolve(CodingTools.Annotator.Annotate("The minister flew to London."), "Toronto Star")).Country);

    [Fact]
    public void Given_spans_are_resolved_even_when_nobody_would_find_them()
    {
        const string text = "The envoy went to goma and nowhere.";
        var document = CodingTools.Annotator.Annotate(text);
        var place = Assert.Single(CodingTools.Places.Resolve(document, [new Language.TextSpan(18, 22)]));
        Assert.Equal("COD", place.Country);
    }

    [Fact]
    public void A_table_with_an_unknown_use_is_refused_with_the_line()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "lexicons"));
            File.WriteAllText(Path.Combine(folder, "lexicons", "occasion-words.csv"), "use,words\nwhere,in|at\nwither,to\n");
            var fault = Assert.Throws<KnowledgeException>(() => PlaceGovernance.Load(folder));
            Assert.Contains("HS2045", fault.Message);
            Assert.Contains("wither", fault.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Another_file_is_refused_with_the_remedy()
    {
        string file = Path.GetTempFileName();
        try
        {
            using (var gzip = new System.IO.Compression.GZipStream(File.Create(file), System.IO.Compression.CompressionLevel.Fastest)) gzip.Write("not a gazetteer at all"u8);
            Assert.Contains("training/Hearsay.Places", Assert.Throws<KnowledgeException>(() => Gazetteer.Load(file)).Message);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
