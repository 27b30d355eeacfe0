using System.Text.Json;
using Hearsay.Evaluation;

namespace Hearsay.Tests.Evaluation;

/// <summary>Invariant A9: no figure falls under its floor.</summary>
public sealed class FloorTests
{
    private static readonly string Floors = Path.Combine(TestCoder.Root, "eval", "floors.json");

    public static TheoryData<string> Sets => [.. JsonDocument.Parse(File.ReadAllText(Floors)).RootElement.EnumerateObject().Select(p => p.Name).Where(n => n != "notice")];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Figures_stay_above_their_floors(string set)
    {
        Assert.SkipWhen(TestCoder.Gold is null, "The gold sets are not there: set HEARSAY_GOLD to a folder with gold/ and treebanks/.");
        var sets = new GoldSets(TestCoder.Gold!, TestCoder.Instance, TestCoder.Root);
        Assert.SkipUnless(File.Exists(sets.FileOf(set)), $"{sets.FileOf(set)} is not there.");
        var faults = Hearsay.Evaluation.Floors.Check(Floors, set, sets.FileOf(set), sets.Measure(set));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
