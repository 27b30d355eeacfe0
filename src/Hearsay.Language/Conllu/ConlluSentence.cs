namespace Hearsay.Language.Conllu;

/// <summary>One syntactic word of a CoNLL-U file; <paramref name="Id"/> counts from 1 and <paramref name="Head"/> is 0 for the root.</summary>
public sealed record ConlluWord(
    int Id, string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string DepRel, string Deps, string Misc)
{
    /// <summary>The relation without its subtype.</summary>
    public string Relation => DepRel.IndexOf(':') is var i and >= 0 ? DepRel[..i] : DepRel;

    /// <summary>Whether white space follows the word (no SpaceAfter=No).</summary>
    public bool SpaceAfter => !ConlluReader.HasNoSpaceAfter(Misc);
}

/// <summary>Words <c>[First, Last]</c>, counted from 1, that are written as one token ("don't").</summary>
public sealed record ConlluMultiword(int First, int Last, string Form, string Misc)
{
    /// <summary>Whether white space follows the token.</summary>
    public bool SpaceAfter => !ConlluReader.HasNoSpaceAfter(Misc);
}

/// <summary>
/// A sentence of a CoNLL-U file: its comments without the leading "#", its words, and the multiword tokens over
/// them. Empty nodes are not kept. Word k stands at index k − 1.
/// </summary>
public sealed record ConlluSentence(
    IReadOnlyList<string> Comments, IReadOnlyList<ConlluWord> Words, IReadOnlyList<ConlluMultiword> Multiwords, int Line)
{
    /// <summary>The value of the comment "# key = value", or null.</summary>
    public string? Comment(string key)
    {
        foreach (string comment in Comments)
        {
            int equals = comment.IndexOf('=');
            if (equals >= 0 && comment.AsSpan(0, equals).Trim().SequenceEqual(key)) return comment[(equals + 1)..].Trim();
        }
        return null;
    }

    /// <summary>Whether the sentence opens a paragraph or a document.</summary>
    public bool OpensParagraph => Comments.Any(c => Names(c, "newpar") || Names(c, "newdoc"));

    private static bool Names(string comment, string word)
    {
        var text = comment.AsSpan().Trim();
        return text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || text[word.Length] is ' ' or '=');
    }
}
