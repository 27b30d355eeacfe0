using Hearsay.Coding.Places;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Places;

/// <summary>Runs tests/cases/places: what each name is resolved to, and which place governs a trigger.</summary>
public sealed class PlaceCaseTests
{
    public static TheoryData<int, string, string> Mentions => Read("mentions.txt");

    public static TheoryData<int, string, string> Governance => Read("governance.txt");

    [Theory, MemberData(nameof(Mentions))]
    public void A_name_means_the_place_of_its_case(int line, string text, string expected)
    {
        var found = CodingTools.Places.Resolve(CodingTools.Annotator.Annotate(text)).Select(m => $"{m.Span.In(text)} = {m.Name}, {m.Country ?? "-"}, {m.Admin1 ?? "-"}");
        Assert.True(expected == string.Join(" ; ", found), $"mentions.txt:{line}: {text}\nexpected {expected}\nfound    {string.Join(" ; ", found)}");
    }

    [Theory, MemberData(nameof(Governance))]
    public void A_trigger_has_the_place_of_its_case(int line, string text, string expected)
    {
        var (document, sentence, token) = CodingTools.Marked(text);
        var place = CodingTools.PlaceGovernance.For(document, sentence, token, CodingTools.Places.Resolve(document));
        Assert.True(expected == (place?.Span.In(document.Text) ?? "none"), $"governance.txt:{line}: {text}\nexpected {expected}\nfound    {place?.Span.In(document.Text) ?? "none"}");
    }

    private static TheoryData<int, string, string> Read(string file)
    {
        var data = new TheoryData<int, string, string>();
        foreach (var (line, text, expected, _) in CodingTools.Cases("places", file)) data.Add(line, text, expected);
        return data;
    }
}
