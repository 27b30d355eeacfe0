namespace Hearsay.Coding.Records;

/// <summary>
/// Someone who acts, is acted on, speaks or is spoken to. <c>Text</c> is the mention the value was read from;
/// <c>Name</c> the fullest name the article gives for the party. An unknown party keeps its text and has null
/// <c>Code</c> and <c>Country</c> and no sectors: nothing is guessed.
/// </summary>
public sealed record Party
{
    /// <summary>The words of the mention.</summary>
    public required string Text { get; init; }

    /// <summary>Start of the mention in <c>Article.Text</c>, UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>End (exclusive) of the mention.</summary>
    public required int End { get; init; }

    /// <summary>The fullest name the article gives for the party; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Country (ISO 3166-1 alpha-3) or IGO, UNO, EUR, NGO, MNC … followed by the sectors: "KENGOV".</summary>
    public string? Code { get; init; }

    /// <summary>The country part of <see cref="Code"/>, or null.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors, main one first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];
}
