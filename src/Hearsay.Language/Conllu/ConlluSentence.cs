namespace Hearsay.Language.Conllu;

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
