using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearsay.Evaluation;

/// <summary>
/// One article with full records: one line of JSON with "id", "outlet", "published", "title", "text", "events", "quotes",
/// "tolerated". All strings occur in the text, and the first occurrence is meant. Without "quotes" quotations were not
/// looked at, and none is measured.
/// </summary>
public sealed record GoldArticle(
    string Id, string? Outlet, string? Published, string? Title, string Text,
    IReadOnlyList<GoldRecord> Events, IReadOnlyList<GoldQuote>? Quotes, IReadOnlyList<ToleratedEvent>? Tolerated)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Reads a JSONL file of such articles.</summary>
    public static IReadOnlyList<GoldArticle> Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<GoldArticle>(l, Options)!)];
}

/// <summary>A gold event.</summary>
public sealed record GoldRecord(
    string Trigger, string Type, string? Mode, string? Cameo, IReadOnlyList<GoldParty> Actors, IReadOnlyList<GoldParty> Recipients, string Status,
    IReadOnlyList<string>? Date, string? Place, long? Killed, long? Injured, IReadOnlyList<string> Chain,
    IReadOnlyList<string>? Alt, IReadOnlyList<string>? AltStatus, IReadOnlyList<string>? AltMode, IReadOnlyList<IReadOnlyList<string>>? AltChain,
    bool Symmetric, bool Optional);

/// <summary>A gold party: words and code.</summary>
public sealed record GoldParty(string Text, string? Code);

/// <summary>A gold quotation.</summary>
public sealed record GoldQuote(string Content, string? Speaker, string? Addressee, string Form, IReadOnlyList<string> Chain);

/// <summary>An event that may be predicted without harm.</summary>
public sealed record ToleratedEvent(string Trigger, string Type, string? Why);
