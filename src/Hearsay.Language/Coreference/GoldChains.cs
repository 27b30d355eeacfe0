using Hearsay.Language.Conllu;

namespace Hearsay.Language.Coreference;

/// <summary>
/// The documents of a GUM file with their coreference (MISC Entity=; Zeldes 2017): the text laid out from the words, and
/// for each mention the entity, by the offset of its head word. A coordination is headed by its conjunction, as the
/// resolver's mentions are. Mentions of entities that occur once are kept, so that a pronoun's absence is known; they are
/// no chains. Words are split as the file has them, so parse <see cref="Text"/> and compare by offsets.
/// </summary>
/// <param name="Id">The document's id, empty for one without.</param>
/// <param name="Text">The document's text.</param>
/// <param name="EntityAt">The entity of each mention, by the offset of the mention's head word in <paramref name="Text"/>.</param>
public sealed record GoldChains(string Id, string Text, IReadOnlyDictionary<int, string> EntityAt)
{
    /// <summary>All documents of <paramref name="file"/>.</summary>
    public static IEnumerable<GoldChains> Read(string file)
    {
        var document = new List<ConlluSentence>();
        foreach (var sentence in ConlluReader.ReadFile(file))
        {
            if (sentence.Comment("newdoc id") is not null && document.Count > 0)
            {
                yield return Build(document);
                document = [];
            }
            document.Add(sentence);
        }
        if (document.Count > 0) yield return Build(document);
    }

    /// <summary>The entities with at least two mentions, as offsets of heads.</summary>
    public IEnumerable<IReadOnlyCollection<int>> Chains => EntityAt.GroupBy(e => e.Value, e => e.Key).Where(g => g.Count() > 1).Select(g => g.ToList());

    /// <summary>The chains that a resolver found in a document of the same text, as offsets of heads.</summary>
    public static IEnumerable<IReadOnlyCollection<int>> Heads(Document document, IEnumerable<CoreferenceChain> chains) =>
        chains.Select(c => (IReadOnlyCollection<int>)[.. c.Mentions.Select(m => document.Sentences[m.Sentence].Tokens[m.Head].Span.Start)]);

    private static GoldChains Build(List<ConlluSentence> sentences)
    {
        var text = ConlluText.Build(sentences);
        var entities = new Dictionary<int, string>();
        var open = new List<(string Id, int Start)>();
        for (int s = 0; s < sentences.Count; s++)
        {
            var words = sentences[s].Words;
            open.Clear();
            for (int i = 0; i < words.Count; i++)
                foreach (var (id, start) in Closing(words[i].Misc, i, open))
                    entities.TryAdd(text.Sentences[s].Tokens[Head(words, start, i)].Start, id);
        }
        return new GoldChains(sentences[0].Comment("newdoc id") ?? "", text.Text, entities);
    }

    // The mentions that end at word i; those that begin there are opened.
    private static List<(string Id, int Start)> Closing(string misc, int i, List<(string Id, int Start)> open)
    {
        var closed = new List<(string, int)>();
        string? value = misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
        for (int at = 0; value is not null && at < value.Length;)
        {
            if (value[at] == '(')
            {
                int end = value.AsSpan(at + 1).IndexOfAny('(', ')') is var n and >= 0 ? at + 1 + n : value.Length;
                string id = value[(at + 1)..end].Split('-')[0];
                bool whole = end < value.Length && value[end] == ')';
                if (whole) closed.Add((id, i));
                else open.Add((id, i));
                at = whole ? end + 1 : end;
                continue;
            }
            int close = value.IndexOf(')', at);
            if (close < 0) break;
            int found = open.FindLastIndex(o => o.Id == value[at..close]);
            if (found >= 0)
            {
                closed.Add(open[found]);
                open.RemoveAt(found);
            }
            at = close + 1;
        }
        return closed;
    }

    private static int Head(IReadOnlyList<ConlluWord> words, int start, int last)
    {
        int head = start;
        for (int i = start; i <= last; i++)
            if ((words[i].Head - 1 < start || words[i].Head - 1 > last) && words[i].Upos != "PUNCT") { head = i; break; }
        for (int i = head + 1; i <= last; i++)
            if (words[i].Head - 1 == head && words[i].DepRel == "conj")
                for (int k = i - 1; k > head; k--)
                    if (words[k].DepRel == "cc" && words[k].Head - 1 == i) return k;
        return head;
    }
}
