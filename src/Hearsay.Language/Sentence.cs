namespace Hearsay.Language;

/// <summary>
/// A sentence: its tokens in text order and, when parsed, their dependency tree. Children and subtree lookups
/// are answered from an index built once, so walking the tree costs no search.
/// </summary>
public sealed class Sentence
{
    private readonly int[][] children;

    /// <param name="index">Position in the document, from 0.</param>
    /// <param name="paragraph">Index of the paragraph the sentence stands in, from 0.</param>
    /// <param name="tokens">The tokens in text order, at least one.</param>
    public Sentence(int index, int paragraph, IReadOnlyList<Token> tokens)
    {
        Index = index;
        Paragraph = paragraph;
        Tokens = tokens;
        var lists = new List<int>?[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            int head = tokens[i].Head;
            if (head < 0) { if (Root < 0) Root = i; continue; }
            (lists[head] ??= []).Add(i);
        }
        children = new int[tokens.Count][];
        for (int i = 0; i < children.Length; i++) children[i] = lists[i]?.ToArray() ?? [];
    }

    /// <summary>Position in the document, from 0.</summary>
    public int Index { get; }

    /// <summary>Index of the paragraph the sentence stands in, from 0.</summary>
    public int Paragraph { get; }

    /// <summary>The tokens in text order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Index of the root token, −1 when the sentence is not parsed.</summary>
    public int Root { get; } = -1;

    /// <summary>From the first token's start to the last token's end.</summary>
    public TextSpan Span => new(Tokens[0].Span.Start, Tokens[^1].Span.End);

    /// <summary>Indices of the direct dependents of token <paramref name="index"/>, in text order.</summary>
    public IReadOnlyList<int> Children(int index) => children[index];

    /// <summary>First dependent of <paramref name="index"/> whose relation (without subtype) is <paramref name="relation"/>, or −1.</summary>
    public int Child(int index, string relation)
    {
        foreach (int c in children[index]) if (Tokens[c].Relation == relation) return c;
        return -1;
    }

    /// <summary>Whether <paramref name="ancestor"/> dominates <paramref name="index"/> (or is it).</summary>
    public bool Dominates(int ancestor, int index)
    {
        for (int steps = 0; index >= 0 && steps <= Tokens.Count; steps++, index = Tokens[index].Head)
            if (index == ancestor) return true;
        return false;
    }

    /// <summary>All tokens dominated by <paramref name="index"/>, itself included, in text order.</summary>
    public IReadOnlyList<int> Subtree(int index)
    {
        var result = new List<int>();
        Collect(index, result);
        result.Sort();
        return result;
    }

    private void Collect(int index, List<int> into)
    {
        into.Add(index);
        foreach (int c in children[index]) Collect(c, into);
    }
}
