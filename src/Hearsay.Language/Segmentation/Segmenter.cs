namespace Hearsay.Language.Segmentation;

/// <summary>
/// Text to paragraphs, sentences and tokens. Takes any string, however long or broken, and returns every code unit
/// that is no separator in exactly one token; an empty text has no sentences. Immutable: one instance serves any
/// number of threads.
/// </summary>
public sealed class Segmenter(SentenceModel model)
{
    private readonly SentenceSplitter splitter = new(model);

    /// <summary>Reads "sentences.bin" from the folder of English models.</summary>
    public static Segmenter Load(string modelsDirectory) =>
        new(SentenceModel.Load(Path.Combine(modelsDirectory, "sentences.bin")));

    /// <summary>The sentences in text order.</summary>
    public IReadOnlyList<SegmentedSentence> Segment(string text)
    {
        var result = new List<SegmentedSentence>();
        var tokens = new List<TextSpan>();
        var ends = new List<int>();
        int paragraph = 0;
        foreach (var span in ParagraphFinder.Find(text))
        {
            tokens.Clear();
            ends.Clear();
            Tokenizer.Tokenize(text, span.Start, span.End, tokens);
            var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
            splitter.Split(text, all, ends);
            int start = 0;
            foreach (int end in ends)
            {
                result.Add(new SegmentedSentence(paragraph, all[start..end].ToArray()));
                start = end;
            }
            paragraph++;
        }
        return result;
    }
}
