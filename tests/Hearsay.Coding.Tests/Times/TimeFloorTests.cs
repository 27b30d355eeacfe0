using Hearsay.Coding.Times;

namespace Hearsay.Coding.Tests.Times;

/// <summary>Holds the measured quality on gold that lies beside the repository; skipped, with the reason, where it is missing.</summary>
public sealed class TimeFloorTests
{
    [Fact]
    public void Meantime_recognition_and_values_stay_up()
    {
        Assert.SkipWhen(CodingTools.Gold == null, "no gold folder beside the repository");
        var score = TimeEvaluation.Meantime(Path.Combine(CodingTools.Gold!, "times", "meantime", "test.tsv"), CodingTools.Times, CodingTools.Annotator.Annotate).Aggregate((a, b) => a + b);
        Assert.True(score.RecognitionF1 >= 0.92, $"recognition {score.RecognitionF1:0.000}");
        Assert.True(score.ValueF1 >= 0.83, $"value {score.ValueF1:0.000}");
    }

    [Theory]
    [InlineData("Date", 0.86)]
    [InlineData("DatePeriod", 0.94)]
    [InlineData("DateTimePeriod", 0.83)]
    [InlineData("Duration", 0.92)]
    [InlineData("Set", 0.93)]
    [InlineData("Holiday", 0.9)]
    public void Extractor_specifications_stay_passed(string extractor, double floor)
    {
        Assert.SkipWhen(CodingTools.Gold == null, "no gold folder beside the repository");
        var rate = TimeEvaluation.Specification(Path.Combine(CodingTools.Gold!, "times", "recognizers", extractor + "Extractor.json"), CodingTools.Times, CodingTools.Annotator.Annotate);
        Assert.True(rate.Rate >= floor, $"{extractor}: {rate.Passed} of {rate.Total}");
    }
}
