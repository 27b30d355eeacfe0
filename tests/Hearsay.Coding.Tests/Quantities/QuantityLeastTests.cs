using Hearsay.Coding.Quantities;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Quantities;

public sealed class QuantityLeastTests
{
    [Theory]
    [InlineData("Thousands of people marched.", 1_000)]
    [InlineData("Tens of thousands of people marched.", 10_000)]
    [InlineData("Hundreds of thousands of people marched.", 100_000)]
    [InlineData("Several hundred students marched.", 300)]
    [InlineData("Dozens of students marched.", 12)]
    [InlineData("Some 5,000 demonstrators marched.", 5_000)]
    [InlineData("Many people marched.", null)]
    public void A_vague_crowd_has_the_unit_it_names_at_the_least(string text, int? least)
    {
        var crowd = Assert.Single(CodingTools.Quantities.Read(CodingTools.Annotator.Annotate(text).Sentences[0]), q => q.Kind == QuantityKind.Crowd);
        Assert.Equal(least, (int?)crowd.Least);
    }
}
