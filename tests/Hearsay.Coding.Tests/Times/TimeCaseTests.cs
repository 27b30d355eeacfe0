using Hearsay.Coding.Times;

namespace Hearsay.Coding.Tests.Times;

/// <summary>Runs tests/cases/times: what each expression is resolved to, and which one governs a trigger.</summary>
public sealed class TimeCaseTests
{
    public static TheoryData<int, string, string, DateOnly> Expressions => Read("expressions.txt");

    public static TheoryData<int, string, string, DateOnly> Governance => Read("governance.txt");

    [Theory, MemberData(nameof(Expressions))]
    public void An_expression_has_the_value_of_its_case(int line, string text, string expected, DateOnly published)
    {
        var document = CodingTools.Annotator.Annotate(text);
        var found = CodingTools.Times.Resolve(document, published).Select(t =>
            $"{t.Span.In(text)} = {t.Type.ToString().ToLowerInvariant()} {t.Value ?? "-"} {(t.Start is { } start ? $"{start:yyyy-MM-dd}..{t.End:yyyy-MM-dd}" : "-")} {t.Granularity}");
        Assert.True(expected == string.Join(" ; ", found), $"expressions.txt:{line}: {text}\nexpected {expected}\nfound    {string.Join(" ; ", found)}");
    }

    [Theory, MemberData(nameof(Governance))]
    public void A_trigger_has_the_time_of_its_case(int line, string text, string expected, DateOnly published)
    {
        var (document, sentence, token) = CodingTools.Marked(text);
        var time = CodingTools.TimeGovernance.For(document, sentence, token, CodingTools.Times.Resolve(document, published));
        Assert.True(expected == (time?.Span.In(document.Text) ?? "none"), $"governance.txt:{line}: {text}\nexpected {expected}\nfound    {time?.Span.In(document.Text) ?? "none"}");
    }

    private static TheoryData<int, string, string, DateOnly> Read(string file)
    {
        var data = new TheoryData<int, string, string, DateOnly>();
        foreach (var (line, text, expected, published) in CodingTools.Cases("times", file)) data.Add(line, text, expected, published);
        return data;
    }
}
