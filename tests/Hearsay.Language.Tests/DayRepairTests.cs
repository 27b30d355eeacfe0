using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests;

/// <summary>A weekday is parted from the party in front of it, whatever the parser made of both; holidays stay whole.</summary>
public sealed class DayRepairTests
{
    // Each word as form/universal tag/tag/head/relation/name tag, heads from 1, 0 for the root.
    [Theory]
    [InlineData("told/VERB/VBD/0/root/O CNN/PROPN/NNP/3/nmod:desc/B-ORG Tuesday/PROPN/NNP/1/iobj/I-ORG", "told/0/root CNN/1/iobj Tuesday/1/obl:unmarked")]
    [InlineData("told/VERB/VBD/0/root/O the/DET/DT/4/det/O Daily/PROPN/NNP/4/compound/O Friday/PROPN/NNP/1/iobj/O", "told/0/root the/3/det Daily/1/iobj Friday/1/obl:unmarked")]
    [InlineData("told/VERB/VBD/0/root/O Lee/PROPN/NNP/1/iobj/B-PER Monday/PROPN/NNP/1/iobj/O", "told/0/root Lee/1/iobj Monday/1/obl:unmarked")]
    [InlineData("met/VERB/VBD/0/root/O Lee/PROPN/NNP/1/obj/B-PER Monday/PROPN/NNP/2/flat/I-PER", "met/0/root Lee/1/obj Monday/1/obl:unmarked")]
    [InlineData("marked/VERB/VBD/0/root/O Good/PROPN/NNP/3/amod/O Friday/PROPN/NNP/1/obj/O", "marked/0/root Good/3/amod Friday/1/obj")]
    public void A_day_says_when(string sentence, string expected)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('/'))];
        string[] Column(int c) => [.. words.Select(w => w[c])];
        var parsed = new ParsedSentence(Column(1), Column(2), [.. words.Select(_ => "_")],
            [.. words.Select(w => int.Parse(w[3], System.Globalization.CultureInfo.InvariantCulture) - 1)], Column(4), Column(5));
        DayRepair.Mend(Column(0), parsed);
        Assert.Equal(expected, string.Join(' ', words.Select((w, i) => $"{w[0]}/{parsed.Heads[i] + 1}/{parsed.DepRels[i]}")));
    }
}
