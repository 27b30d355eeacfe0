namespace Hearsay.Articles.Archives;

/// <summary>
/// One record of a web archive: what its header says, and its block where that may hold an article. Number counts
/// from 1 in the file. A record that cannot be read has a <see cref="Fault"/> and nothing else; a block over the
/// limit is passed over and counts as a fault as well.
/// </summary>
internal sealed record WarcRecord(long Number)
{
    /// <summary>response, request, revisit, metadata, warcinfo, resource, conversion …, in lower case.</summary>
    public string Type { get; init; } = "";

    /// <summary>WARC-Record-ID without its angle brackets, or null.</summary>
    public string? Id { get; init; }

    /// <summary>WARC-Target-URI without angle brackets (some writers of WARC/1.0 put them), or null.</summary>
    public string? Address { get; init; }

    /// <summary>Content-Type of the block, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether WARC-Truncated says that the crawler cut the block off.</summary>
    public bool Truncated { get; init; }

    /// <summary>The block of a response, resource or conversion; null for other records.</summary>
    public byte[]? Block { get; init; }

    /// <summary>Why the record cannot be read, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether records of this type hold what a server sent or what was made from it.</summary>
    public static bool HasContent(string type) => type is "response" or "resource" or "conversion";
}
