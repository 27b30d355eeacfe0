namespace Hearsay.Articles;

/// <summary>
/// One news report. All offsets in records count UTF-16 code units of <see cref="Text"/>. Fields that the input
/// does not give are null; <see cref="Id"/> is then a hash of the text.
/// </summary>
public sealed record Article
{
    /// <summary>The input's own id, or "sha:" and the first 16 hexadecimal digits of the text's hash.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The moment of publication with its offset from Greenwich, where the input gives both; or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who wrote it, without "By", or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The sentence below the headline, or null.</summary>
    public string? Dek { get; init; }

    /// <summary>The part of the paper, or null.</summary>
    public string? Section { get; init; }

    /// <summary>BCP 47 tag; "en" unless the input says otherwise.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The report's text, paragraphs separated by blank lines.</summary>
    public required string Text { get; init; }
}
