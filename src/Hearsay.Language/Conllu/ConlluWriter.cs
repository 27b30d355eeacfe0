using System.Globalization;
using Hearsay.Language.Segmentation;

namespace Hearsay.Language.Conllu;

/// <summary>
/// Writes annotated sentences as CoNLL-U that the CoNLL 2018 evaluation script reads: "# sent_id" and "# text",
/// "# newpar" where a paragraph begins, ids 1, 2, 3 …, one root a sentence, SpaceAfter=No where no white space
/// follows, and multiword ranges over contractions ("1-2 don't"). Columns it knows nothing about hold "_".
/// </summary>
public static class ConlluWriter
{
    /// <summary>Writes a document; sentence ids are <paramref name="id"/>, a hyphen and a number from 1.</summary>
    public static void Write(TextWriter writer, Document document, string id = "s")
    {
        int paragraph = -1;
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            if (s == 0) writer.Write($"# newdoc id = {Cell(id)}\n");
            if (sentence.Paragraph != paragraph) writer.Write("# newpar\n");
            paragraph = sentence.Paragraph;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {Cell(id)}-{s + 1}\n"));
            writer.Write($"# text = {Flat(sentence.Span.In(document.Text))}\n");
            int nextStart = s + 1 < document.Sentences.Count ? document.Sentences[s + 1].Span.Start : int.MaxValue;
            for (int i = 0; i < sentence.Tokens.Count; i++)
            {
                WriteRange(writer, sentence, i);
                int following = i + 1 < sentence.Tokens.Count ? sentence.Tokens[i + 1].Span.Start : nextStart;
                string misc = following == sentence.Tokens[i].Span.End ? "SpaceAfter=No" : "_";
                WriteWord(writer, sentence.Tokens[i], InRange(sentence, i) ? "_" : misc);
            }
            writer.Write('\n');
        }
    }

    /// <summary>
    /// Writes <paramref name="sentence"/> with the comments, multiword tokens and MISC column of the
    /// <paramref name="original"/> whose tokens it was made from, and everything else anew.
    /// </summary>
    public static void Write(TextWriter writer, ConlluSentence original, Sentence sentence)
    {
        if (original.Words.Count != sentence.Tokens.Count)
            throw new ArgumentException("The two sentences have different numbers of words.", nameof(sentence));
        foreach (string comment in original.Comments) writer.Write($"# {comment}\n");
        int next = 0;
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            if (next < original.Multiwords.Count && original.Multiwords[next].First == i + 1)
            {
                var token = original.Multiwords[next++];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{token.First}-{token.Last}\t{token.Form}\t_\t_\t_\t_\t_\t_\t_\t{token.Misc}\n"));
            }
            WriteWord(writer, sentence.Tokens[i] with { Form = original.Words[i].Form }, original.Words[i].SpaceAfter ? "_" : "SpaceAfter=No");
        }
        writer.Write('\n');
    }

    private static void WriteWord(TextWriter writer, Token token, string misc)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"{token.Index + 1}\t{Cell(token.Form)}\t{Cell(token.Lemma)}\t{Cell(token.Upos)}\t{Cell(token.Xpos)}\t{Cell(token.Feats)}\t"));
        // A sentence without a tree hangs from its first word, so that the file stays valid.
        int head = token.DepRel == "_" && token.Head < 0 ? (token.Index == 0 ? 0 : 1) : token.Head + 1;
        string relation = token.DepRel != "_" ? token.DepRel : head == 0 ? "root" : "dep";
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{head}\t{Cell(relation)}\t_\t{misc}\n"));
    }

    private static void WriteRange(TextWriter writer, Sentence sentence, int i)
    {
        if (!OpensRange(sentence, i)) return;
        int last = i + 1;
        while (JoinsPrevious(sentence, last + 1)) last++;
        var tokens = sentence.Tokens;
        string form = string.Concat(Enumerable.Range(i, last - i + 1).Select(k => tokens[k].Form));
        bool space = last + 1 >= tokens.Count || tokens[last + 1].Span.Start != tokens[last].Span.End;
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{last + 1}\t{Cell(form)}\t_\t_\t_\t_\t_\t_\t_\t{(space ? "_" : "SpaceAfter=No")}\n"));
    }

    private static bool OpensRange(Sentence sentence, int i) => JoinsPrevious(sentence, i + 1) && !JoinsPrevious(sentence, i);

    private static bool InRange(Sentence sentence, int i) => JoinsPrevious(sentence, i) || JoinsPrevious(sentence, i + 1);

    /// <summary>Whether the token is a clitic, or the rest of a fused word, written onto the token before it.</summary>
    private static bool JoinsPrevious(Sentence sentence, int i)
    {
        if (i <= 0 || i >= sentence.Tokens.Count) return false;
        Token before = sentence.Tokens[i - 1], token = sentence.Tokens[i];
        if (before.Span.End != token.Span.Start || !char.IsLetterOrDigit(before.Form[^1]) && before.Form[^1] != '.') return false;
        if (token.Form.Length == 1 && Characters.IsApostrophe(token.Form[0])) return token.Upos == "PART";
        return Contractions.IsClitic(token.Form)
            || char.IsLetter(token.Form[0]) && char.IsLetter(before.Form[^1]) && char.IsLetter(before.Form[0]);
    }

    private static string Cell(string value) => value.Length == 0 ? "_" : Flat(value);

    /// <summary>Control characters and line ends become spaces: a cell or comment is one line.</summary>
    private static string Flat(string value)
    {
        if (!value.AsSpan().ContainsAnyInRange('\0', '\u001F') && value.IndexOfAny(['\u007F', '\u0085', '\u2028', '\u2029']) < 0) return value;
        return string.Create(value.Length, value, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i];
        });
    }
}
