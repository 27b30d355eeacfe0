using Hearsay.Coding.Quantities;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Quantities;

/// <summary>Runs tests/cases/numbers: how many were killed, hurt, held, gathered or given.</summary>
public sealed class QuantityCaseTests
{
    public static TheoryData<int, string, string> Quantities
    {
        get
        {
            var data = new TheoryData<int, string, string>();
            foreach (var (line, text, expected, _) in CodingTools.Cases("numbers", "quantities.txt")) data.Add(line, text, expected);
            return data;
        }
    }

    [Theory, MemberData(nameof(Quantities))]
    public void A_sentence_tells_the_numbers_of_its_case(int line, string text, string expected)
    {
        var found = CodingTools.Annotator.Annotate(text).Sentences.SelectMany(CodingTools.Quantities.Read)
            .Select(q => $"{q.Kind.ToString().ToLowerInvariant()} {Sign(q.Bound)} {q.Value?.ToString() ?? q.Span.In(text)}");
        Assert.True(expected == string.Join(" ; ", found), $"quantities.txt:{line}: {text}\nexpected {expected}\nfound    {string.Join(" ; ", found)}");
    }

    [Fact]
    public void The_governor_is_the_word_that_tells_the_kind()
    {
        var sentence = CodingTools.Annotator.Annotate("The shelling killed 12 people and wounded 30.").Sentences[0];
        Assert.Equal(["killed", "wounded"], CodingTools.Quantities.Read(sentence).Select(q => sentence.Tokens[q.GovernorToken].Form));
    }

    private static string Sign(QuantityBound bound) =>
        bound switch { QuantityBound.AtLeast => ">=", QuantityBound.AtMost => "<=", QuantityBound.About => "~", _ => "=" };
}
