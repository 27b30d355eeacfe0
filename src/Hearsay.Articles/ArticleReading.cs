namespace Hearsay.Articles;

/// <summary>
/// The outcome of reading one input: the article, or why there is none. With an article the diagnostics are
/// warnings; without one, either one of them is an error or the input was left out on purpose
/// (<see cref="Skipped"/>: a file in a directory that holds no article).
/// </summary>
/// <param name="Place">The file, or file:line.</param>
/// <param name="Article">The article, or null.</param>
/// <param name="Diagnostics">What was wrong, in the order found.</param>
public sealed record ArticleReading(string Place, Article? Article, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How many inputs this stands for when it is skipped: the records of an archive that hold no article.</summary>
    public long LeftOut { get; init; } = 1;

    /// <summary>Whether the input was left out without being at fault.</summary>
    public bool Skipped => Article is null && !Diagnostics.Any(d => d.Severity == Severity.Error);

    internal static ArticleReading Failed(Diagnostic diagnostic) => new(diagnostic.Place, null, [diagnostic]);
}
