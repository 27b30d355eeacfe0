using Hearsay.Coding.Places;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Places;

/// <summary>Holds the measured quality on gold that lies beside the repository; skipped, with the reason, where it is missing.</summary>
public sealed class PlaceFloorTests
{
    [Theory]
    [InlineData("TR-News.xml", 0.87, 0.75)]
    [InlineData("GeoVirus.xml", 0.90, 0.86)]
    public void Toponyms_are_found_and_placed(string file, double f1, double accuracy)
    {
        Assert.SkipWhen(CodingTools.Gold == null, "no gold folder beside the repository");
        var score = PlaceEvaluation.Corpus(Path.Combine(CodingTools.Gold!, "places", file), CodingTools.Places, CodingTools.Annotator.Annotate).Aggregate((a, b) => a + b);
        Assert.True(score.F1 >= f1, $"F1 {score.F1:0.000}");
        Assert.True(score.AccuracyWithIdentity >= accuracy, $"accuracy {score.AccuracyWithIdentity:0.000}, strict {score.Accuracy:0.000}");
    }

    [Theory]
    [InlineData("TR-News.xml", 0.86, 0.935)]
    [InlineData("GeoVirus.xml", 0.825, 0.945)]
    public void Given_toponyms_are_placed(string file, double accuracy, double country)
    {
        Assert.SkipWhen(CodingTools.Gold == null, "no gold folder beside the repository");
        var score = PlaceEvaluation.GivenSpans(Path.Combine(CodingTools.Gold!, "places", file), CodingTools.Places, CodingTools.Annotator.Annotate).Aggregate((a, b) => a + b);
        Assert.Equal(score.Gold, score.Matched);
        Assert.True(score.Accuracy >= accuracy, $"accuracy {score.Accuracy:0.000}");
        Assert.True(score.Country >= country, $"country {score.Country:0.000}");
    }
}
