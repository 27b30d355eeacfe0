using CsCheck;
using Hearsay.Language.Segmentation;

namespace Hearsay.Language.Tests.Segmentation;

/// <summary>What holds for every text, however odd.</summary>
public class SegmenterPropertyTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.OneOf("don't", "U.S.", "Mr.", " ", "\n", "\n\n", "\r\n", "\"", "”", "'", "’s", "-", "--", "...", "a.m.", "(", ")", "https://example.org/", "$5bn", "anti-war",
            "😀", "\uD83D", "\uDE00", "\0", "\u200B", "\u00A0", "\u2028", "1,000", "x@y.org", "#", "The", "said", ".", "!", "?", "—", "ä", "e\u0301", "中文", "#a", ":)", "'90s", "12.5%"),
        Gen.String[0, 6],
        Gen.Char[' ', '~'].Array[0, 12].Select(c => new string(c)));

    private static readonly Gen<string> Texts = Pieces.Array[0, 40].Select(p => string.Concat(p));

    [Fact]
    public void Tokens_lie_in_the_text_in_order_without_overlap() => Texts.Sample(text =>
    {
        int end = 0;
        foreach (var sentence in TestFiles.Segmenter.Segment(text))
        {
            if (sentence.Tokens.Count == 0) return false;
            foreach (var token in sentence.Tokens)
            {
                if (token.Start < end || token.End <= token.Start || token.End > text.Length) return false;
                end = token.End;
            }
        }
        return true;
    }, iter: 3000);

    [Fact]
    public void No_character_that_is_not_space_is_lost() => Texts.Sample(text =>
    {
        var covered = new bool[text.Length];
        foreach (var token in TestFiles.Segmenter.Segment(text).SelectMany(s => s.Tokens))
            for (int i = token.Start; i < token.End; i++) covered[i] = true;
        return Enumerable.Range(0, text.Length).All(i => covered[i] != IsSeparator(text[i]));
    }, iter: 3000);

    [Fact]
    public void Paragraphs_never_go_back_and_sentences_are_bounded() => Texts.Sample(text =>
    {
        int paragraph = 0;
        foreach (var sentence in TestFiles.Segmenter.Segment(text))
        {
            if (sentence.Paragraph < paragraph || sentence.Tokens.Count > SentenceSplitter.LongestSentence) return false;
            paragraph = sentence.Paragraph;
        }
        return true;
    }, iter: 1000);

    [Fact]
    public void The_same_text_gives_the_same_tokens() => Texts.Sample(text =>
    {
        var first = TestFiles.Segmenter.Segment(text).SelectMany(s => s.Tokens);
        return first.SequenceEqual(TestFiles.Segmenter.Segment(new string(text.AsSpan())).SelectMany(s => s.Tokens));
    }, iter: 300);

    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F';
}
