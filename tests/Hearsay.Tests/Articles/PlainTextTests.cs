using System.Text;

namespace Hearsay.Tests.Articles;

public sealed class PlainTextTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_header_gives_the_fields_and_its_title_opens_the_text()
    {
        var article = Reading.Clean(Reading.One(scratch.File("a.txt",
            "Title: Ministers meet in Oslo\nOutlet: The Fjord Times\nDate: 12 March 2024\nUrl: https://fjord.example/1\n\nOSLO - The ministers met.\n")));
        Assert.Equal("Ministers meet in Oslo", article.Title);
        Assert.Equal("The Fjord Times", article.Outlet);
        Assert.Equal(new DateOnly(2024, 3, 12), article.PublishedOn);
        Assert.Equal("https://fjord.example/1", article.Url);
        Assert.Equal("Ministers meet in Oslo\n\nOSLO - The ministers met.\n", article.Text);
        Assert.StartsWith("sha:", article.Id, StringComparison.Ordinal);
        Assert.Equal(20, article.Id.Length);
    }

    [Fact]
    public void Without_a_header_the_text_is_kept_whole_and_a_headline_is_the_title()
    {
        const string Text = "Ministers meet in Oslo\n\nThe ministers met on Monday.\n";
        var article = Reading.Clean(Reading.One(scratch.File("a.txt", Text)));
        Assert.Equal(Text, article.Text);
        Assert.Equal("Ministers meet in Oslo", article.Title);
    }

    [Theory]
    [InlineData("The ministers met on Monday.\n\nThey talked.\n")]
    [InlineData("One line only")]
    [InlineData("A line\nanother line without a blank one between\n")]
    public void A_first_line_that_is_no_headline_gives_no_title(string text)
    {
        var article = Reading.Clean(Reading.One(scratch.File("a.txt", text)));
        Assert.Null(article.Title);
        Assert.Equal(text, article.Text);
    }

    [Fact]
    public void A_report_that_opens_with_a_word_and_a_colon_loses_nothing()
    {
        const string Text = "Urgent: shots fired near the palace.\n\nMore to come.\n";
        Assert.Equal(Text, Reading.Clean(Reading.One(scratch.File("a.txt", Text))).Text);
    }

    [Fact]
    public void A_date_that_is_not_understood_is_a_warning()
    {
        var article = Reading.Warns("HS1010", Reading.One(scratch.File("a.txt", "Title: T\nDate: some day\n\nText here.\n")));
        Assert.Null(article.PublishedOn);
    }

    [Fact]
    public void Line_ends_of_any_system_give_the_same_article()
    {
        var unix = Reading.Clean(Reading.One(scratch.File("u.txt", "Title: T\n\nOne.\n\nTwo.\n")));
        var windows = Reading.Clean(Reading.One(scratch.File("w.txt", "Title: T\r\n\r\nOne.\r\n\r\nTwo.\r\n")));
        Assert.Equal(unix, windows);
    }

    [Theory]
    [InlineData("2024-03-12")]
    [InlineData("2024-03-12T23:59:00+02:00")]
    [InlineData("2024/3/12")]
    [InlineData("20240312")]
    [InlineData("12 March 2024")]
    [InlineData("March 12, 2024")]
    [InlineData("Tue, 12 Mar 2024 10:00:00 GMT")]
    [InlineData("Tuesday, 12 March 2024, 10:00")]
    public void Dates_are_read_however_they_are_written(string written) =>
        Assert.Equal(new DateOnly(2024, 3, 12), Hearsay.Articles.PublicationDate.Parse(written));

    [Theory]
    [InlineData("03/04/2024")]
    [InlineData("yesterday")]
    [InlineData("0001-01-01")]
    [InlineData("")]
    [InlineData(null)]
    public void A_date_that_could_be_two_or_none_is_refused(string? written) =>
        Assert.Null(Hearsay.Articles.PublicationDate.Parse(written));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_decides(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Erdoğan met the minister – again.")];
        Assert.Equal("Erdoğan met the minister – again.", Reading.Clean(Reading.One(scratch.File("a.txt", bytes))).Text);
    }

    [Fact]
    public void Utf_16_without_a_mark_is_recognised()
    {
        var bytes = Encoding.Unicode.GetBytes("The minister met the president on Monday, officials said.");
        Assert.StartsWith("The minister", Reading.Warns("HS1011", Reading.One(scratch.File("a.txt", bytes))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf_8_is_read_by_guess_with_a_warning()
    {
        byte[] bytes = [.. "He said: "u8, 0x93, .. "We will not go"u8, 0x94, .. ", and Caf"u8, 0xE9, .. " owners agreed.\n"u8];
        var article = Reading.Warns("HS1011", Reading.One(scratch.File("a.txt", bytes)));
        Assert.Contains("“We will not go”", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_zeros_become_spaces_so_that_offsets_hold()
    {
        var article = Reading.Warns("HS1012", Reading.One(scratch.File("a.txt", "The\0minister said that\0he would go.")));
        Assert.Equal("The minister said that he would go.", article.Text);
    }
}
