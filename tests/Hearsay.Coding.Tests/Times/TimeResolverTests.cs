using CsCheck;
using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Tests.Times;

public sealed class TimeResolverTests
{
    [Fact]
    public void A_relative_expression_without_an_anchor_has_neither_value_nor_interval()
    {
        var time = Assert.Single(Resolve("The army withdrew last week.", null));
        Assert.Null(time.Value);
        Assert.Null(time.Start);
    }

    [Fact]
    public void A_dateline_anchors_an_article_without_a_publication_date()
    {
        var times = Resolve("Friday, August 21, 2015\n\nThe army withdrew yesterday.", null);
        Assert.Equal(new DateOnly(2015, 8, 20), times[^1].Start);
    }

    [Fact]
    public void A_quotation_may_have_an_anchor_of_its_own()
    {
        var document = CodingTools.Annotator.Annotate("He said in a speech: we will march tomorrow.");
        var times = CodingTools.Times.Resolve(document, new DateOnly(2024, 3, 12), (_, _) => new DateOnly(2020, 1, 1));
        Assert.Equal(new DateOnly(2020, 1, 2), Assert.Single(times).Start);
    }

    [Fact]
    public void Bare_tokens_without_trees_are_enough()
    {
        const string text = "Rebels will attack on Friday";
        int at = 0;
        var tokens = text.Split(' ').Select((w, i) => { at = text.IndexOf(w, at, StringComparison.Ordinal); return new Token { Index = i, Span = new TextSpan(at, at + w.Length), Form = w }; }).ToList();
        var document = new Document(text, [new Sentence(0, 0, tokens)], [], []);
        Assert.Equal(new DateOnly(2024, 3, 15), Assert.Single(CodingTools.Times.Resolve(document, new DateOnly(2024, 3, 12))).Start);
    }

    [Fact]
    public void A_range_never_ends_before_it_begins_and_spans_lie_in_the_text()
    {
        string[] words = ["from", "between", "and", "to", "the", "of", "next", "last", "week", "March", "May", "31", "30", "2024", "1999", "Monday", "-", "/", ",", "5", "pm", "ago", "two", "quarter", "first", "late", "Christmas", "in", "years", "'90s", "02", "12:30", "every", "half", "a"];
        Gen.Int[0, words.Length - 1].Array[1, 12].Sample(picks =>
        {
            string text = string.Join(' ', picks.Select(p => words[p]));
            foreach (var time in Resolve(text, new DateOnly(2024, 2, 29)))
            {
                if (time.Span.Start < 0 || time.Span.End > text.Length || time.Span.Length <= 0 || time.First > time.Last) return false;
                if ((time.Start == null) != (time.End == null) || time.Start > time.End) return false;
            }
            return true;
        }, iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("Easter", 2024, "2024-03-31")]
    [InlineData("Orthodox Easter", 2024, "2024-05-05")]
    [InlineData("Thanksgiving", 2023, "2023-11-23")]
    [InlineData("Black Friday", 2023, "2023-11-24")]
    [InlineData("Memorial Day", 2023, "2023-05-29")]
    [InlineData("Nowruz", 2024, "2024-03-20")]
    [InlineData("Yom Kippur", 2023, "2023-09-25")]
    [InlineData("Chinese New Year", 2024, "2024-02-10")]
    [InlineData("Eid al-Fitr", 2024, "2024-04-10")]
    public void A_movable_feast_falls_on_its_day(string name, int year, string day)
    {
        var calendar = HolidayCalendar.Load(Path.Combine(CodingTools.Data, "lexicons"));
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), calendar.Find(name, year)!.Value.First);
    }

    private static IReadOnlyList<TimeExpression> Resolve(string text, DateOnly? published) =>
        CodingTools.Times.Resolve(CodingTools.Annotator.Annotate(text), published);
}
