using System.Collections.Concurrent;
using Hearsay.Language.Conllu;
using Hearsay.Language.Coreference;
using Hearsay.Language.Morphology;
using Hearsay.Language.Parsing;
using Hearsay.Language.Segmentation;

namespace Hearsay.Language;

/// <summary>
/// English text to an annotated <see cref="Document"/>: tokens, sentences, tags, lemmas, Universal Dependencies trees,
/// names and coreference. Takes any string and never fails for its content; the same text gives the same document on
/// any thread. One annotator serves any number of threads: it shares the models and keeps a parser for each call in
/// flight. Refuses a folder without its models with the exception of the file that is missing or damaged.
/// </summary>
public sealed class Annotator
{
    private readonly Segmenter segmenter;
    private readonly Lemmatizer lemmatizer;
    private readonly ParserModel parserModel;
    private readonly ConcurrentBag<Parser> idleParsers = [];

    /// <summary>Puts an annotator together from models that are already loaded.</summary>
    public Annotator(Segmenter segmenter, Lemmatizer lemmatizer, ParserModel parserModel)
    {
        this.segmenter = segmenter;
        this.lemmatizer = lemmatizer;
        this.parserModel = parserModel;
    }

    /// <summary>Loads sentences.bin, lemmas.bin and parser.bin from the folder of English models.</summary>
    public static Annotator Load(string modelsDirectory) => new(
        Segmenter.Load(modelsDirectory),
        Lemmatizer.Load(modelsDirectory),
        ParserModel.Load(Path.Combine(modelsDirectory, "parser.bin")));

    /// <summary>Annotates a text; all spans point into it.</summary>
    public Document Annotate(string text) => Annotate(text, segmenter.Segment(text));

    /// <summary>Annotates the words of CoNLL-U sentences as they are given; spans point into their text.</summary>
    public Document Annotate(ConlluText tokens) => Annotate(tokens.Text, tokens.Sentences, tokens.Forms);

    /// <summary>Annotates a text whose sentences and tokens are known; each sentence has at least one token.</summary>
    public Document Annotate(string text, IReadOnlyList<SegmentedSentence> segmented)
    {
        var words = new string[segmented.Count][];
        for (int s = 0; s < words.Length; s++) words[s] = [.. segmented[s].Tokens.Select(span => span.In(text))];
        return Annotate(text, segmented, words);
    }

    private Document Annotate(string text, IReadOnlyList<SegmentedSentence> segmented, IReadOnlyList<string[]> words)
    {
        var (sentences, names) = Read(segmented, words);
        return new Document(text, sentences, names, CoreferenceResolver.Resolve(text, sentences, names));
    }

    /// <summary>Annotates a text without its chains: what the ranker of antecedents is trained on.</summary>
    internal Document AnnotateTrees(string text)
    {
        var segmented = segmenter.Segment(text);
        var (sentences, names) = Read(segmented, [.. segmented.Select(s => s.Tokens.Select(span => span.In(text)).ToArray())]);
        return new Document(text, sentences, names, []);
    }

    private (Sentence[] Sentences, List<Name> Names) Read(IReadOnlyList<SegmentedSentence> segmented, IReadOnlyList<string[]> words)
    {
        var parsed = Run(words);
        var sentences = new Sentence[segmented.Count];
        var names = new List<Name>();
        for (int s = 0; s < sentences.Length; s++)
        {
            sentences[s] = Build(s, segmented[s].Paragraph, segmented[s].Tokens, words[s], parsed[s]);
            NameReader.Read(sentences[s], parsed[s].NameTags, names);
        }
        return (sentences, HeadlineNames.Trim(sentences, names));
    }

    /// <summary>
    /// Tags, lemmatises and parses sentences given as words. Spans point into the words joined by single spaces, one
    /// line a sentence; every sentence is a paragraph of its own.
    /// </summary>
    public IReadOnlyList<Sentence> Parse(IReadOnlyList<string[]> sentences)
    {
        var parsed = Run(sentences);
        var result = new List<Sentence>(sentences.Count);
        int offset = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            if (sentences[s].Length == 0) continue;
            var spans = new TextSpan[sentences[s].Length];
            for (int i = 0; i < spans.Length; i++)
            {
                spans[i] = new TextSpan(offset, offset + sentences[s][i].Length);
                offset = spans[i].End + 1;
            }
            result.Add(Build(result.Count, result.Count, spans, sentences[s], parsed[s]));
        }
        return result;
    }

    /// <summary>Parses each text as one sentence, whatever marks it holds; spans point into that text.</summary>
    public IReadOnlyList<Sentence> ParseSentences(IReadOnlyList<string> texts)
    {
        var spans = texts.Select(t => segmenter.Segment(t).SelectMany(s => s.Tokens).ToArray()).ToList();
        var words = spans.Select((s, i) => s.Select(span => span.In(texts[i])).ToArray()).ToList();
        var parsed = Run(words);
        return [.. words.Select((w, i) => Build(i, i, spans[i], w, parsed[i]))];
    }

    /// <summary>The lemma of <paramref name="form"/>, inflected as <paramref name="model"/> is.</summary>
    public string LemmatizeLike(string form, Token model) => lemmatizer.Lemma(form, model.Upos, model.Xpos, model.Feats);

    private ParsedSentence[] Run(IReadOnlyList<string[]> words)
    {
        // A parser owns its buffers, so each call in flight borrows one.
        if (!idleParsers.TryTake(out var parser)) parser = new Parser(parserModel);
        var datelines = words.Select(w => Dateline.Length(w)).ToArray();
        var parsed = parser.Parse([.. words.Select((w, i) => datelines[i] == 0 ? w : w[datelines[i]..])]);
        idleParsers.Add(parser);
        for (int i = 0; i < parsed.Length; i++)
        {
            TreeRepair.Mend(datelines[i] == 0 ? words[i] : words[i][datelines[i]..], parsed[i]);
            if (datelines[i] > 0) parsed[i] = Dateline.Attach(words[i], datelines[i], parsed[i]);
        }
        return parsed;
    }

    private Sentence Build(int index, int paragraph, IReadOnlyList<TextSpan> spans, string[] words, ParsedSentence parsed)
    {
        var tokens = new Token[words.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (parsed.Xpos[i] is "VBP" or "VB" && parsed.Upos[i] == "VERB" && IrregularPasts.Contains(words[i]))
                (parsed.Xpos[i], parsed.Feats[i]) = ("VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
            tokens[i] = new Token
            {
                Index = i,
                Span = spans[i],
                Form = words[i],
                Lemma = ShortenedAuxiliary.Lemma(words, parsed, i) ?? lemmatizer.Lemma(words[i], parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]),
                Upos = parsed.Upos[i],
                Xpos = parsed.Xpos[i],
                Feats = parsed.Feats[i],
                Head = parsed.Heads[i],
                DepRel = parsed.DepRels[i],
            };
        }
        return new Sentence(index, paragraph, tokens);
    }
}
