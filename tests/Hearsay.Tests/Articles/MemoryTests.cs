using System.Text;
using Hearsay.Articles;

namespace Hearsay.Tests.Articles;

/// <summary>Runs alone: what other tests allocate meanwhile would be counted as well.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_number_of_lines()
    {
        const int Lines = 50_000;
        var line = Encoding.UTF8.GetBytes("{\"id\":\"1\",\"text\":\"" + new string('x', 1000) + "\"}\n");
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        int read = 0;
        foreach (var input in new ArticleReader(standardInput: () => new RepeatedStream(line, Lines)).Open(["-"]))
        {
            Assert.NotNull(input.Read().Article);
            if (++read % 5000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        Assert.Equal(Lines, read);
        Assert.InRange(most, 0, 8 * 1024 * 1024);
    }
}
