using CsCheck;
using Hearsay.Language.Conllu;
using Hearsay.Language.Tests.Segmentation;

namespace Hearsay.Language.Tests;

/// <summary>Text to document, with the models of the repository.</summary>
public class AnnotatorTests
{
    private static readonly Lazy<Annotator> Shared = new(() => Annotator.Load(TestFiles.Models));

    private const string Story = """
        KAMPALA (Reuters) — Ugandan Foreign Minister Jane Akello met the Kenyan ambassador on Monday. She didn't take questions.

        "We have agreed to talk again," the minister told reporters.
        """;

    [Fact]
    public void A_story_gets_sentences_trees_lemmas_and_names()
    {
        var document = Shared.Value.Annotate(Story);
        Assert.Equal(3, document.Sentences.Count);
        Assert.Equal([0, 0, 1], document.Sentences.Select(s => s.Paragraph));
        var met = document.Sentences[0].Tokens.Single(t => t.Form == "met");
        Assert.Equal(("meet", "VERB"), (met.Lemma, met.Upos));
        Assert.Contains(document.Names, n => n.Span.In(Story).EndsWith("Akello", StringComparison.Ordinal));
        Assert.All(document.Sentences, s => Assert.Single(s.Tokens, t => t.Head < 0));
    }

    [Fact]
    public void Every_span_spells_its_form() => Assert.All(
        Shared.Value.Annotate(Story).Sentences.SelectMany(s => s.Tokens), t => Assert.Equal(t.Form, t.Span.In(Story)));

    [Fact]
    public void Given_words_are_kept_as_they_are()
    {
        var gold = ConlluReader.Read(new StringReader("1-2\tgonna\t_\t_\t_\t_\t_\t_\t_\t_\n1\tgoing\t_\t_\t_\t_\t_\t_\t_\t_\n2\tto\t_\t_\t_\t_\t_\t_\t_\t_\n3\tleave\t_\t_\t_\t_\t_\t_\t_\t_\n\n")).ToList();
        var sentence = Assert.Single(Shared.Value.Annotate(ConlluText.Build(gold)).Sentences);
        Assert.Equal(["going", "to", "leave"], sentence.Tokens.Select(t => t.Form));
        var writer = new StringWriter();
        ConlluWriter.Write(writer, gold[0], sentence);
        Assert.StartsWith("1-2\tgonna\t", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_alone_are_parsed()
    {
        var sentences = Shared.Value.Parse([["Rebels", "seized", "two", "towns", "."], [], ["They", "left", "."]]);
        Assert.Equal(2, sentences.Count);
        Assert.Equal("seize", sentences[0].Tokens[sentences[0].Root].Lemma);
    }

    [Fact]
    public void Threads_get_what_one_thread_gets()
    {
        string[] texts = [.. Enumerable.Range(0, 12).Select(i => string.Concat(Enumerable.Repeat(Story + "\n\n", 1 + i % 3)))];
        string Written(string text)
        {
            var writer = new StringWriter();
            ConlluWriter.Write(writer, Shared.Value.Annotate(text));
            return writer.ToString();
        }
        string[] serial = [.. texts.Select(Written)];
        string[] parallel = new string[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => parallel[i] = Written(texts[i]));
        Assert.Equal(serial, parallel);
    }

    [Fact]
    public void Odd_texts_are_annotated_and_written() => Gen.OneOf(Gen.String[0, 30], Gen.OneOf("\0\uD800 a.", "...", "— “”", "1.\n2.\n", "\uFEFF", "a\u0301\u0301\u0301")).Array[0, 4]
        .Select(parts => string.Join(" ", parts)).Sample(text =>
        {
            var document = Shared.Value.Annotate(text);
            var writer = new StringWriter();
            ConlluWriter.Write(writer, document);
            var read = ConlluReader.Read(new StringReader(writer.ToString())).ToList();
            return read.Count == document.Sentences.Count && TreeEvaluation.Evaluate(read, read).Words.F1 is 1.0 or 0.0;
        }, iter: 200);

    [Fact]
    public void A_folder_without_models_is_refused() =>
        Assert.ThrowsAny<IOException>(() => Annotator.Load(Path.Combine(TestFiles.Models, "nowhere")));
}
