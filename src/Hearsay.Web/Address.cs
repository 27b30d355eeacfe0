namespace Hearsay.Web;

/// <summary>
/// The addresses of pages. Ids and names come from articles and may hold anything, so they travel in the query, escaped,
/// and never in the path.
/// </summary>
internal static class Address
{
    /// <summary>An article, at one of its events when <paramref name="number"/> (from 1) is given.</summary>
    public static string Article(string id, int? number = null) => $"/article?id={Uri.EscapeDataString(id)}{(number is { } n ? $"#event-{n}" : "")}";

    /// <summary>The page that opens an event's article at the event.</summary>
    public static string Event(string id) => $"/event?id={Uri.EscapeDataString(id)}";

    /// <summary>What an actor (a code such as KENGOV or a country) did.</summary>
    public static string Actor(string code) => $"/actor?code={Uri.EscapeDataString(code)}";

    /// <summary>What one actor did to another.</summary>
    public static string Dyad(string actor, string recipient) => $"/dyad?actor={Uri.EscapeDataString(actor)}&recipient={Uri.EscapeDataString(recipient)}";

    /// <summary>An address in an article as a link: only the web's own schemes, else null.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address.AbsoluteUri : null;
}
