namespace Hearsay.Articles;

/// <summary>
/// One article that is still to be read: a file, or one line of a JSON Lines file whose bytes are already here.
/// <see cref="Read"/> does the costly part (decoding, HTML), throws nothing and may run on any thread, so a run
/// can list its inputs on one thread and read them on many.
/// </summary>
/// <param name="Place">The file, or file:line, as diagnostics name it.</param>
/// <param name="Read">Reads the article; call it once.</param>
public sealed record ArticleInput(string Place, Func<ArticleReading> Read)
{
    /// <summary>How much of all inputs, in bytes, was passed when this one came up: 0 to 1; or null where that is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Collected from the web by someone else, a record of an archive; not named by the user one by one.</summary>
    public bool Collected { get; init; }

    internal static ArticleInput Failed(Diagnostic diagnostic) => new(diagnostic.Place, () => ArticleReading.Failed(diagnostic));
}
