using Hearsay.Evaluation;

namespace Hearsay.Tests.Evaluation;

public sealed class BootstrapTests
{
    private static UnitSamples Shares(params int[] right)
    {
        var samples = new UnitSamples();
        for (int i = 0; i < right.Length; i++) samples.Add($"u{i}", new Dictionary<string, FigureParts> { ["share"] = FigureParts.Ratio(right[i], 1), ["n"] = FigureParts.Count(1) });
        return samples;
    }

    [Fact]
    public void Figures_are_those_of_all_units_together()
    {
        Assert.Equal(0.75, (FigureParts.Ratio(1, 2) + FigureParts.Ratio(2, 2)).Value);
        Assert.Equal((0.5, 4.0), (Shares(1, 0, 1, 0).Rates["share"], Shares(1, 0, 1, 0).Rates["n"]));
        Assert.Equal(0, FigureParts.Ratio(0, 0).Value);
    }

    [Fact]
    public void Correlation_is_pearsons()
    {
        // x 1 2 3 4, y 2 1 4 3: r = 0.6 by hand.
        var parts = FigureParts.Correlation([(1, 2), (2, 1)]) + FigureParts.Correlation([(3, 4), (4, 3)]);
        Assert.Equal(0.6, parts.Value, 12);
        Assert.Equal(0, FigureParts.Correlation([(1, 2), (1, 3)]).Value);
    }

    [Fact]
    public void The_interval_of_a_share_is_as_wide_as_the_binomial_says()
    {
        // 100 units, 30 right: the 95 % interval of the normal approximation is 0.30 ± 0.0898.
        var samples = Shares([.. Enumerable.Range(0, 100).Select(i => i % 10 < 3 ? 1 : 0)]);
        var interval = new Bootstrap().Intervals(samples)["share"];
        Assert.InRange(interval.Low, 0.18, 0.24);
        Assert.InRange(interval.High, 0.36, 0.42);
    }

    [Fact]
    public void The_same_samples_give_the_same_interval_and_one_unit_none()
    {
        var samples = Shares(1, 0, 1, 1, 0, 1, 0, 0);
        Assert.Equal(new Bootstrap().Intervals(samples)["share"], new Bootstrap().Intervals(samples)["share"]);
        Assert.Empty(new Bootstrap().Intervals(Shares(1)));
        Assert.Empty(new Bootstrap().Intervals(UnitSamples.Whole(new Dictionary<string, double> { ["share"] = 0.5 })));
    }

    [Fact]
    public void Pairing_sees_a_small_gain_that_separate_draws_cannot()
    {
        // The second version is right wherever the first is, and on 6 of 200 more.
        int[] first = [.. Enumerable.Range(0, 200).Select(i => i % 2)], second = [.. first];
        for (int i = 0; i < 12; i += 2) second[i] = 1;
        var paired = new Bootstrap().Differences(Shares(first), Shares(second))["share"];
        Assert.Equal(0.03, paired.Value, 12);
        Assert.True(paired.Interval.Low > 0 && paired.P < 0.05, paired.ToString());
        var other = new UnitSamples();
        for (int i = 0; i < 200; i++) other.Add($"x{i}", new Dictionary<string, FigureParts> { ["share"] = FigureParts.Ratio(second[i], 1) });
        var separate = new Bootstrap().Differences(Shares(first), other)["share"];
        Assert.True(separate.Interval.Low < 0 && separate.P > 0.2, separate.ToString());
    }

    [Fact]
    public void A_report_reads_back_and_its_page_shows_the_change()
    {
        var bootstrap = new Bootstrap();
        EvaluationReport Report(string version, params int[] right) => new(version, "m1", "k1", [EvaluationReport.SetOf("demo", "00ff", Shares(right), bootstrap)]);
        var before = EvaluationReport.Read(Report("0.1.0", 1, 0, 0, 0, 1, 0, 0, 0).ToJson());
        string page = EvaluationPage.Write(Report("0.2.0", 1, 1, 1, 1, 1, 1, 1, 0), before, bootstrap);
        Assert.Contains("# Evaluation of Hearsay 0.2.0", page, StringComparison.Ordinal);
        Assert.Contains("8 units. Paired.", page, StringComparison.Ordinal);
        Assert.Contains("| share | 0.8750 | ", page, StringComparison.Ordinal);
        Assert.Contains(" | 0.2500 | +0.6250 | ", page, StringComparison.Ordinal);
        Assert.Contains("The other report does not have it.", EvaluationPage.Write(Report("0.2.0", 1, 0), before with { Sets = [] }, bootstrap), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"program\":\"1\",\"models\":\"\",\"knowledge\":\"\",\"sets\":[{\"name\":\"x\",\"gold\":\"\",\"units\":[\"1\"],\"figures\":[{\"name\":\"f\",\"value\":1,\"kind\":\"ratio\",\"parts\":[[1,2],[1,2]]}]}]}")]
    public void Something_else_is_no_report(string json) => Assert.Throws<InvalidDataException>(() => EvaluationReport.Read(json));
}
