namespace Hearsay.Store;

/// <summary>
/// A question to the store, the same for the command line, exports, the web and the API. All terms must hold, and the
/// words must be found in the record's sentence (for quotations in the first or last that they span, for articles in one of their own).
/// Withdrawn records are left out unless asked for. <see cref="QueryText"/> reads and writes it as text:
/// <c>actor:IRN type:CONSULT status:denied since:2024-01-01 "nuclear talks"</c>.
/// </summary>
public sealed record RecordQuery
{
    /// <summary>Everything.</summary>
    public static readonly RecordQuery All = new();

    /// <summary>What is looked for.</summary>
    public RecordKind Kind { get; init; } = RecordKind.Events;

    /// <summary>Conditions on fields.</summary>
    public IReadOnlyList<QueryTerm> Terms { get; init; } = [];

    /// <summary>Words to be found; null when any will do.</summary>
    public WordQuery? Words { get; init; }

    /// <summary>The order.</summary>
    public RecordOrder Order { get; init; } = RecordOrder.Newest;

    /// <summary>Records on a page, 1 to 1,000.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where the page before ended: its <see cref="FoundPage.Next"/>; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>Whether withdrawn records are found, too.</summary>
    public bool IncludeWithdrawn { get; init; }

    /// <summary>The query with one more condition; no values change nothing.</summary>
    /// <exception cref="StoreException">A value is none that the field can have (HS3032).</exception>
    public RecordQuery With(QueryField field, params IReadOnlyList<string> values) =>
        values.Count == 0 ? this : this with { Terms = [.. Terms, QueryFields.Term(field, values)] };
}
