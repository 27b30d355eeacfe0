using Hearsay.Reviewing;

namespace Hearsay.Tests.Reviewing;

/// <summary>Coefficients against values computed by hand from the formulas, and α against the worked example of its paper.</summary>
public sealed class AgreementTests
{
    private static List<(string, string)> Pairs(params (string First, string Second, int Count)[] cells) =>
        [.. cells.SelectMany(c => Enumerable.Repeat((c.First, c.Second), c.Count))];

    [Fact]
    public void Kappa_of_a_table_of_two_by_two()
    {
        // 35 of 50 agree, 0.5 by chance (25/50·30/50 + 25/50·20/50): (0.7 − 0.5) / (1 − 0.5).
        Assert.Equal(0.4, Agreement.CohenKappa(Pairs(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)))!.Value, 12);
    }

    [Fact]
    public void Kappa_of_three_categories()
    {
        // Observed 7/10; rows 4, 4, 2, columns 5, 3, 2 of 10: chance 0.20 + 0.12 + 0.04 = 0.36; κ = 0.34 / 0.64.
        Assert.Equal(0.53125, Agreement.CohenKappa(Pairs(("a", "a", 3), ("a", "b", 1), ("b", "a", 2), ("b", "b", 2), ("c", "c", 2)))!.Value, 12);
    }

    [Fact]
    public void Kappa_is_one_for_full_agreement_below_zero_for_less_than_chance_and_undefined_without_choice()
    {
        Assert.Equal(1, Agreement.CohenKappa(Pairs(("a", "a", 3), ("b", "b", 2)))!.Value, 12);
        Assert.Equal(-1, Agreement.CohenKappa(Pairs(("a", "b", 2), ("b", "a", 2)))!.Value, 12);
        Assert.Null(Agreement.CohenKappa(Pairs(("a", "a", 5))));
        Assert.Null(Agreement.CohenKappa([]));
    }

    [Fact]
    public void Alpha_of_the_worked_example_of_four_observers_with_gaps()
    {
        // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example C: nominal α = 0.743.
        string[][] rows =
        [
            ["1", "2", "3", "3", "2", "1", "4", "1", "2", "", "", ""],
            ["1", "2", "3", "3", "2", "2", "4", "1", "2", "5", "", "3"],
            ["", "3", "3", "3", "2", "3", "4", "2", "2", "5", "1", ""],
            ["1", "2", "3", "3", "2", "4", "4", "1", "2", "5", "1", ""],
        ];
        var units = Enumerable.Range(0, 12).Select(u => (IReadOnlyCollection<string>)[.. rows.Select(r => r[u]).Where(v => v.Length > 0)]);
        Assert.Equal(0.743, Agreement.KrippendorffAlpha(units)!.Value, 3);
    }

    [Fact]
    public void Alpha_of_two_observers_by_hand()
    {
        // Krippendorff (2011), example A: 6 agreements, 14 zeros and 6 ones: α = (19·12 − 212) / (380 − 212) = 0.095.
        var units = "0100000000".Zip("1110010100", (x, y) => (IReadOnlyCollection<string>)[x.ToString(), y.ToString()]);
        Assert.Equal(16.0 / 168, Agreement.KrippendorffAlpha(units)!.Value, 12);
        Assert.Null(Agreement.KrippendorffAlpha([["a"], ["b"]]));
        Assert.Null(Agreement.KrippendorffAlpha([["a", "a"], ["a", "a"]]));
    }
}
