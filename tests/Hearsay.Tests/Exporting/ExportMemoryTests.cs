using Hearsay.Exporting;
using Hearsay.Tests.Articles;

namespace Hearsay.Tests.Exporting;

[Collection(nameof(MemoryTests))]
public sealed class ExportMemoryTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("prov")]
    [InlineData("annotations")]
    public void Memory_does_not_grow_with_the_articles(string format)
    {
        var article = Exports.Small("1", "NOR", "RUS", new(2024, 3, 1));
        IEnumerable<ExportedArticle> Many(int count) => Enumerable.Range(0, count).Select(_ => article);
        long Peak(int count)
        {
            long peak = 0;
            Export.Run(Many(count).Select((a, i) =>
            {
                if (i % 10_000 == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
                return a;
            }), ExportFormat.Find(format)!, new(), Exports.Codes, Stream.Null);
            return peak;
        }
        Peak(10_001);
        long small = Peak(10_001), large = Peak(60_001);
        Assert.True(large < small + 2_000_000, $"{small:N0} bytes for 10,000 articles, {large:N0} for 60,000");
    }
}
