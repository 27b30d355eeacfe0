namespace Hearsay.Articles.Fetching;

/// <summary>
/// What came of fetching an address: the answer, or a <see cref="Fault"/> and no content. NotModified means that what was
/// fetched before still holds (status 304).
/// </summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Status">HTTP status, 0 when there was no answer.</param>
public sealed record FetchedPage(string Address, int Status)
{
    /// <summary>The bytes, unpacked; empty with a fault.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Media type without parameters, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Charset that the server declares, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The validators to ask with next time.</summary>
    public string? ETag { get; init; }

    /// <summary>The other validator, as it was written.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server asks to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HS1032 with the reason, or null.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>Whether nothing has changed since the validators were given.</summary>
    public bool NotModified => Status == 304;
}
