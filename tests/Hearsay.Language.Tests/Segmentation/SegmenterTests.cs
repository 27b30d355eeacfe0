using System.Diagnostics;
using Hearsay.Language.Segmentation;

namespace Hearsay.Language.Tests.Segmentation;

/// <summary>Paragraphs and line layouts, and texts that are long or broken.</summary>
public class SegmenterTests
{
    private static List<string> Sentences(string text) =>
        [.. TestFiles.Segmenter.Segment(text).Select(s => new TextSpan(s.Tokens[0].Start, s.Tokens[^1].End).In(text).ReplaceLineEndings(" "))];

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n \u00A0\u200B\0")]
    public void Text_without_words_has_no_sentences(string text) => Assert.Empty(TestFiles.Segmenter.Segment(text));

    [Fact]
    public void A_headline_without_full_stop_is_a_sentence() =>
        Assert.Equal(["Port workers walk out", "Cranes stood still on Monday."], Sentences("Port workers walk out\nCranes stood still on Monday."));

    [Fact]
    public void Bullets_are_sentences() =>
        Assert.Equal(["Agreed so far:", "• a truce in the north", "• an exchange of prisoners", "- aid for the camps"],
            Sentences("Agreed so far:\n• a truce in the north\n• an exchange of prisoners\n- aid for the camps"));

    [Fact]
    public void Wrapped_lines_are_joined() =>
        Assert.Equal(
            ["The committee said that the vote would be held before the end of the month, adding that it had asked the two parties to keep their supporters at home.", "Neither has replied."],
            Sentences("The committee said that the vote would be held before the end of the\nmonth, adding that it had asked the two parties to keep their supporters\nat home. Neither has replied."));

    [Fact]
    public void A_wrapped_line_may_begin_with_a_capital() =>
        Assert.Equal(
            ["Envoys from both capitals flew to the coast on Friday, where the aides of President Moyo had been waiting since the start of the week for an answer."],
            Sentences("Envoys from both capitals flew to the coast on Friday, where the aides of\nPresident Moyo had been waiting since the start of the week for an\nanswer."));

    [Fact]
    public void A_line_that_ends_in_a_preposition_goes_on() =>
        Assert.Single(Sentences("The two governments will send observers to the polling stations in\nBukavu and in the camps to the north."));

    [Fact]
    public void A_blank_line_ends_a_paragraph_even_without_full_stop()
    {
        var sentences = TestFiles.Segmenter.Segment("Gunfire in the capital\n\nshops stay shut");
        Assert.Equal([0, 1], sentences.Select(s => s.Paragraph));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2029")]
    public void Other_line_ends_count_as_well(string end) =>
        Assert.Equal(2, TestFiles.Segmenter.Segment($"Ministers resign{end}Markets fall").Count);

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        var sentences = TestFiles.Segmenter.Segment(string.Concat(Enumerable.Repeat("and then, ", 2000)));
        Assert.All(sentences, s => Assert.InRange(s.Tokens.Count, 1, SentenceSplitter.LongestSentence));
    }

    [Theory]
    [InlineData("the envoy said. ")]
    [InlineData("a-")]
    [InlineData("it's")]
    [InlineData("1.")]
    [InlineData("@a.")]
    [InlineData("(\"")]
    public void Ten_megabytes_on_one_line_take_seconds(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(TestFiles.Segmenter.Segment(text));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Assert.Throws<InvalidDataException>(() => SentenceModel.Load(path));
        File.Delete(path);
    }

    [Fact]
    public void A_model_reads_back_as_it_was_written()
    {
        string path = Path.GetTempFileName();
        new SentenceModel([1, -2, 3, -128], 5).Save(path);
        var model = SentenceModel.Load(path);
        File.Delete(path);
        Assert.Equal(5, model.Threshold);
        Assert.Equal(1 - 2 - 128, model.Score([0u, 1u, 7u]));
    }
}
