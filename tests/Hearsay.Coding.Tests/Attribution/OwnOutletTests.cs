using Hearsay.Coding.Attribution;
using Hearsay.Coding.Records;

namespace Hearsay.Coding.Tests.Attribution;

/// <summary>An article's own outlet, by its name or its address, is no hop of a chain; any other outlet is.</summary>
public sealed class OwnOutletTests
{
    [Theory]
    [InlineData("Harbour News", "harbour-news.com", true)]
    [InlineData("The Harbour Gazette", "Harbour Gazette", true)]
    [InlineData("Harbour Gazette", "harbourgazette.co.uk", true)]
    [InlineData("Harbour Gazette", "Harbour News", false)]
    [InlineData("Harbour Gazette", null, false)]
    public void KnowsTheOutletByNameAndByAddress(string name, string? outlet, bool own) =>
        Assert.Equal(own, HopKinds.IsOwnOutlet(new ChainHop(name, "outlet", "report", name, 0, name.Length), outlet));

    [Fact]
    public void APersonOfTheOutletsNameStays() =>
        Assert.False(HopKinds.IsOwnOutlet(new ChainHop("Harbour", "person", "say", "Harbour", 0, 7), "Harbour"));
}
