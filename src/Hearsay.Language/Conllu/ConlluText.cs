using System.Text;
using Hearsay.Language.Segmentation;

namespace Hearsay.Language.Conllu;

/// <summary>
/// The text that CoNLL-U sentences were cut from, put together again from the words and SpaceAfter=No, with a blank
/// line before each "newpar" or "newdoc"; and each word's span in it. The words of a multiword token are laid over
/// its form where they spell it ("do" + "n't" over "don't"); where they do not ("du" for "de le"), the first word
/// takes the whole form and the others follow it as empty spans; <see cref="Forms"/> has the words as the file has them.
/// </summary>
public sealed record ConlluText(string Text, IReadOnlyList<SegmentedSentence> Sentences, IReadOnlyList<string[]> Forms)
{
    /// <summary>Puts the sentences together in their order.</summary>
    public static ConlluText Build(IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var result = new List<SegmentedSentence>(sentences.Count);
        int paragraph = -1;
        bool space = false;
        foreach (var sentence in sentences)
        {
            bool opens = sentence.OpensParagraph || paragraph < 0;
            if (opens) paragraph++;
            if (text.Length > 0 && (opens || space)) text.Append(opens ? "\n\n" : " ");
            result.Add(new SegmentedSentence(paragraph, Append(sentence, text, out space)));
        }
        return new ConlluText(text.ToString(), result, [.. sentences.Select(s => s.Words.Select(w => w.Form).ToArray())]);
    }

    private static TextSpan[] Append(ConlluSentence sentence, StringBuilder text, out bool space)
    {
        var spans = new TextSpan[sentence.Words.Count];
        int next = 0;
        space = false;
        for (int i = 0; i < spans.Length;)
        {
            if (space) text.Append(' ');
            if (next < sentence.Multiwords.Count && sentence.Multiwords[next].First == i + 1)
            {
                var token = sentence.Multiwords[next++];
                Lay(sentence, token, text.Length, spans);
                text.Append(token.Form);
                space = token.SpaceAfter;
                i = token.Last;
                continue;
            }
            var word = sentence.Words[i];
            spans[i++] = new TextSpan(text.Length, text.Length + word.Form.Length);
            text.Append(word.Form);
            space = word.SpaceAfter;
        }
        return spans;
    }

    private static void Lay(ConlluSentence sentence, ConlluMultiword token, int start, TextSpan[] spans)
    {
        int length = 0;
        for (int k = token.First; k <= token.Last; k++) length += sentence.Words[k - 1].Form.Length;
        bool spelled = length == token.Form.Length;
        int at = start;
        for (int k = token.First; k <= token.Last; k++)
        {
            int end = spelled ? at + sentence.Words[k - 1].Form.Length : start + token.Form.Length;
            spans[k - 1] = new TextSpan(at, end);
            at = end;
        }
    }
}
