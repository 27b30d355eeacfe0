using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Language;
using Hearsay.Language.Conllu;

namespace Hearsay.Cli.Commands;

/// <summary>
/// The ways in which <c>hearsay parse</c> writes sentences: CoNLL-U; JSON, one object a sentence with heads counted
/// from 1 as in CoNLL-U (0 is the root) and, for text, offsets in UTF-16 code units; and a drawing.
/// </summary>
internal abstract class TreeFormat(TextWriter writer)
{
    /// <summary>The format of that name.</summary>
    public static TreeFormat Of(string name, TextWriter writer) => name switch
    {
        "json" => new Json(writer),
        "text-tree" => new Drawing(writer),
        _ => new Conllu(writer),
    };

    protected TextWriter Writer { get; } = writer;

    /// <summary>Writes the sentences of a text.</summary>
    public virtual void Write(Document document, string id)
    {
        foreach (var sentence in document.Sentences) Write(sentence, sentence.Span.In(document.Text), hasOffsets: true);
    }

    /// <summary>Writes a sentence of a CoNLL-U file.</summary>
    public virtual void Write(ConlluSentence original, Sentence sentence) =>
        Write(sentence, original.Comment("text") ?? string.Join(' ', original.Words.Select(w => w.Form)), hasOffsets: false);

    protected abstract void Write(Sentence sentence, string text, bool hasOffsets);

    private sealed class Conllu(TextWriter writer) : TreeFormat(writer)
    {
        public override void Write(Document document, string id) => ConlluWriter.Write(Writer, document, id);

        public override void Write(ConlluSentence original, Sentence sentence) => ConlluWriter.Write(Writer, original, sentence);

        protected override void Write(Sentence sentence, string text, bool hasOffsets) => throw new NotSupportedException("CoNLL-U needs the document.");
    }

    private sealed class Json(TextWriter writer) : TreeFormat(writer)
    {
        protected override void Write(Sentence sentence, string text, bool hasOffsets)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("text", text);
                json.WriteStartArray("tokens");
                foreach (var token in sentence.Tokens) Write(json, token, hasOffsets);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            Writer.Write(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
            Writer.Write('\n');
        }

        private static void Write(Utf8JsonWriter json, Token token, bool hasOffsets)
        {
            json.WriteStartObject();
            json.WriteNumber("id", token.Index + 1);
            json.WriteString("form", token.Form);
            json.WriteString("lemma", token.Lemma);
            json.WriteString("upos", token.Upos);
            json.WriteString("xpos", token.Xpos);
            json.WriteString("feats", token.Feats);
            json.WriteNumber("head", token.Head + 1);
            json.WriteString("deprel", token.DepRel);
            if (hasOffsets)
            {
                json.WriteNumber("start", token.Span.Start);
                json.WriteNumber("end", token.Span.End);
            }
            json.WriteEndObject();
        }
    }

    private sealed class Drawing(TextWriter writer) : TreeFormat(writer)
    {
        protected override void Write(Sentence sentence, string text, bool hasOffsets)
        {
            Writer.Write($"{string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\n");
            if (sentence.Root >= 0) Draw(sentence, sentence.Root, "", "");
            Writer.Write('\n');
        }

        private void Draw(Sentence sentence, int index, string first, string rest)
        {
            var token = sentence.Tokens[index];
            Writer.Write($"{first}{token.DepRel}  {token.Form}  {token.Upos}{(token.Feats == "_" ? "" : "  " + token.Feats)}\n");
            var children = sentence.Children(index);
            for (int i = 0; i < children.Count; i++)
            {
                bool last = i == children.Count - 1;
                Draw(sentence, children[i], rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
            }
        }
    }
}
