using Hearsay.Coding.Quotations;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Quotations;

/// <summary>How quotation marks are paired: styles of marks, apostrophes, paragraphs, and texts that are cut off.</summary>
public sealed class QuotationMarksTests
{
    [Theory]
    [InlineData("He said \"yes, today\" and left.", "yes, today")]
    [InlineData("He said “yes, today” and left.", "yes, today")]
    [InlineData("He said ''yes, today'' and left.", "yes, today")]
    [InlineData("He said ``yes, today'' and left.", "yes, today")]
    [InlineData("He said «yes, today» and left.", "yes, today")]
    [InlineData("The cooks' union isn't happy.", "")]
    [InlineData("It was the spring of '68 and the workers' year.", "")]
    public void Marks_of_every_style_are_paired(string text, string expected) => Assert.Equal(expected, Inside(text));

    [Fact]
    public void A_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() =>
        Assert.Equal("The first day was long / The second was longer", Inside("“The first day was long.\n\n“The second was longer.”"));

    [Fact]
    public void A_quotation_runs_on_to_the_closing_mark_of_the_next_paragraph() =>
        Assert.Equal("The first day was long.\n\nThe second was longer", Inside("“The first day was long.\n\nThe second was longer.”"));

    [Theory]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("He said \"")]
    [InlineData("''")]
    [InlineData("' '")]
    public void Lonely_marks_do_no_harm(string text) => Assert.NotNull(Inside(text));

    private static string Inside(string text) =>
        string.Join(" / ", QuotationMarks.Find(CodingTools.Annotator.Annotate(text)).Select(m => m.Inside.In(text)));
}
