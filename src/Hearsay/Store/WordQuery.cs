namespace Hearsay.Store;

/// <summary>
/// Words to look for in sentences: a word or a phrase, all of several, any of several, or some without others.
/// Made by <see cref="QueryText"/> from what a user typed, written out for SQLite's FTS5 or PostgreSQL's tsquery by the
/// database; every word is quoted there, so that nothing a user types is syntax.
/// </summary>
public abstract record WordQuery
{
    private WordQuery()
    {
    }

    /// <summary>One word, or several that follow each other. With <paramref name="Prefix"/> the last is a beginning.</summary>
    public sealed record Phrase(string Words, bool Prefix = false) : WordQuery;

    /// <summary>Sentences in which each part is found.</summary>
    public sealed record All(IReadOnlyList<WordQuery> Parts) : WordQuery;

    /// <summary>Sentences in which a part is found.</summary>
    public sealed record Any(IReadOnlyList<WordQuery> Parts) : WordQuery;

    /// <summary>Sentences of <paramref name="Wanted"/> without those of <paramref name="Unwanted"/>.</summary>
    public sealed record Without(WordQuery Wanted, WordQuery Unwanted) : WordQuery;
}
