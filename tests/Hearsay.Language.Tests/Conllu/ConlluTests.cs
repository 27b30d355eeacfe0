using CsCheck;
using Hearsay.Language.Conllu;

namespace Hearsay.Language.Tests.Conllu;

/// <summary>Reading and writing CoNLL-U.</summary>
public class ConlluTests
{
    private static List<ConlluSentence> Read(string text) => [.. ConlluReader.Read(new StringReader(text.Replace(' ', '\t').Replace('~', ' ')))];

    private const string Good = """
        #~newdoc~id~=~d1
        #~sent_id~=~d1-1
        1-2 don't _ _ _ _ _ _ _ _
        1 do do AUX VB _ 3 aux _ _
        2 n't not PART RB _ 3 advmod _ _
        3 shoot shoot VERB VB _ 0 root _ SpaceAfter=No
        3.1 empty _ _ _ _ _ _ 3:x _
        4 . . PUNCT . _ 3 punct _ _

        #~sent_id~=~d1-2
        1 Stop stop VERB VB _ 0 root _ _

        """;

    [Fact]
    public void Words_ranges_and_comments_are_read_and_empty_nodes_skipped()
    {
        var sentences = Read(Good);
        Assert.Equal(2, sentences.Count);
        Assert.Equal(["do", "n't", "shoot", "."], sentences[0].Words.Select(w => w.Form));
        Assert.Equal([3, 3, 0, 3], sentences[0].Words.Select(w => w.Head));
        Assert.Equal(new ConlluMultiword(1, 2, "don't", "_"), Assert.Single(sentences[0].Multiwords));
        Assert.Equal("d1-1", sentences[0].Comment("sent_id"));
        Assert.True(sentences[0].OpensParagraph);
        Assert.False(sentences[1].OpensParagraph);
        Assert.False(sentences[0].Words[2].SpaceAfter);
    }

    [Fact]
    public void The_text_is_put_together_again()
    {
        var text = ConlluText.Build(Read(Good));
        Assert.Equal("don't shoot. Stop", text.Text);
        Assert.Equal(["do", "n't", "shoot", "."], text.Sentences[0].Tokens.Select(t => t.In(text.Text)));
    }

    [Theory]
    [InlineData("1 a b c\n\n", 1, "4 columns instead of 10")]
    [InlineData("#~x\n1 a _ _ _ _ 0 root _ _\n3 b _ _ _ _ 1 dep _ _\n\n", 3, "word 3 follows word 1")]
    [InlineData("x a _ _ _ _ 0 root _ _\n\n", 1, "is no word number")]
    [InlineData("1 a _ _ _ _ two root _ _\n\n", 1, "HEAD is \"two\"")]
    [InlineData("1 a _ _ _ _ 7 dep _ _\n\n", 1, "the sentence has 1 words")]
    [InlineData("2-1 ab _ _ _ _ _ _ _ _\n\n", 1, "is no range")]
    [InlineData("1-3 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ 0 root _ _\n\n", 2, "runs past the last word")]
    [InlineData("1 a _ _ _ _ 0 root _ _\n#~late\n\n", 2, "a comment stands among the words")]
    [InlineData("1  _ _ _ _ 0 root _ _\n\n", 1, "FORM")]
    public void A_malformed_line_is_named_with_a_remedy(string text, int line, string message)
    {
        var error = Assert.Throws<ConlluFormatException>(() => Read(text));
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"line {line}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_last_blank_line_and_carriage_returns_are_accepted() =>
        Assert.Equal(2, Read(Good.TrimEnd().ReplaceLineEndings("\r\n")).Count);

    [Fact]
    public void An_unparsed_head_is_accepted() => Assert.Equal(-1, Read("1 a _ _ _ _ _ _ _ _\n\n")[0].Words[0].Head);

    [Fact]
    public void A_document_is_written_with_paragraphs_spaces_and_ranges()
    {
        const string text = "She won't go.\nStop";
        Token Word(int i, int start, int end, int head, string relation) =>
            new() { Index = i, Span = new TextSpan(start, end), Form = text[start..end], Head = head, DepRel = relation };
        var document = new Document(text, [
            new Sentence(0, 0, [Word(0, 0, 3, 3, "nsubj"), Word(1, 4, 6, 3, "aux"), Word(2, 6, 9, 3, "advmod"), Word(3, 10, 12, -1, "root"), Word(4, 12, 13, 3, "punct")]),
            new Sentence(1, 1, [Word(0, 14, 18, -1, "root")]),
        ], [], []);
        var writer = new StringWriter();
        ConlluWriter.Write(writer, document, "doc");
        string expected = string.Join('\n',
            "# newdoc id = doc", "# newpar", "# sent_id = doc-1", "# text = She won't go.",
            "1\tShe\t_\t_\t_\t_\t4\tnsubj\t_\t_", "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_", "2\two\t_\t_\t_\t_\t4\taux\t_\t_", "3\tn't\t_\t_\t_\t_\t4\tadvmod\t_\t_",
            "4\tgo\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No", "5\t.\t_\t_\t_\t_\t4\tpunct\t_\t_", "",
            "# newpar", "# sent_id = doc-2", "# text = Stop", "1\tStop\t_\t_\t_\t_\t0\troot\t_\t_", "", "");
        Assert.Equal(expected, writer.ToString());
    }

    [Fact]
    public void What_is_written_is_read_back() => Gen.String[1, 8].Where(s => s.Any(char.IsLetterOrDigit)).Array[1, 12].Sample(forms =>
    {
        string text = string.Join(' ', forms);
        int at = 0;
        var tokens = forms.Select((form, i) =>
        {
            var token = new Token { Index = i, Span = new TextSpan(at, at + form.Length), Form = form, Head = i - 1, DepRel = i == 0 ? "root" : "dep" };
            at += form.Length + 1;
            return token;
        }).ToList();
        var writer = new StringWriter();
        ConlluWriter.Write(writer, new Document(text, [new Sentence(0, 0, tokens)], [], []));
        var read = ConlluReader.Read(new StringReader(writer.ToString())).ToList();
        return read.Count == 1 && read[0].Words.Count == forms.Length && read[0].Words.Select(w => w.Head).SequenceEqual(Enumerable.Range(0, forms.Length));
    });

    [Fact]
    public void Given_words_keep_their_comments_and_ranges()
    {
        var original = Read(Good)[0];
        var tokens = original.Words.Select((w, i) => new Token { Index = i, Span = default, Form = w.Form, Lemma = "x", Head = i == 2 ? -1 : 2, DepRel = i == 2 ? "root" : "dep" });
        var writer = new StringWriter();
        ConlluWriter.Write(writer, original, new Sentence(0, 0, [.. tokens]));
        string[] lines = writer.ToString().Split('\n');
        Assert.Equal("# newdoc id = d1", lines[0]);
        Assert.Equal("1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_", lines[2]);
        Assert.Equal("3\tshoot\tx\t_\t_\t_\t0\troot\t_\tSpaceAfter=No", lines[5]);
    }
}
