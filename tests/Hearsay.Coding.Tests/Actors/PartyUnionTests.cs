using Hearsay.Coding.Actors;
using Hearsay.Coding.Places;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Actors;

/// <summary>One party that the tree cuts in two is counted once.</summary>
public class PartyUnionTests
{
    private static readonly ActorTables Tables = ActorTables.Load(Path.Combine(CodingTools.Data, "lexicons"));

    [Theory]
    [InlineData("Sanders praised Secretary of State John Kerry.", "Secretary", "Kerry", "John Kerry")]
    [InlineData("Sanders praised eventual nominee Hillary Clinton.", "nominee", "Clinton", "Hillary Clinton")]
    [InlineData("Guards arrested thousands of families.", "thousands", "families", "thousands of families")]
    [InlineData("Gunmen shot people in Fresno, Calif.", "Fresno", "Calif.", "Fresno")]
    [InlineData("Sanders praised the minister and John Kerry.", "minister", "Kerry", "the minister; John Kerry")]
    [InlineData("Sanders praised Barack Obama and John Kerry.", "Obama", "Kerry", "Barack Obama; John Kerry")]
    public void A_party_is_counted_once(string text, string first, string second, string expected)
    {
        var document = CodingTools.Annotator.Annotate(text);
        var s = document.Sentences[0];
        var actors = new ActorResolver(Tables, _ => null).Resolve(document, new DateOnly(2016, 4, 1), Array.Empty<PlaceMention>());
        var parties = new[] { first, second }.Select(w => actors.One(0, s.Tokens.First(t => t.Form == w).Index));
        Assert.Equal(expected, string.Join("; ", new PartyUnion(s, actors.AreOne).Of(parties).Select(p => p.Name ?? p.Span.In(text))));
    }
}
