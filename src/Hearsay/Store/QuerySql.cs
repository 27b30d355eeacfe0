using System.Globalization;
using Dapper;

namespace Hearsay.Store;

/// <summary>
/// A query as SQL: conditions on one of <c>events e</c>, <c>quotations q</c>, <c>sentences s</c>, <c>articles a</c>, with
/// parameters for everything a user wrote. Fields that the kind of record does not have itself are asked of its events.
/// </summary>
internal sealed class QuerySql
{
    private readonly IDatabase database;
    private readonly List<string> conditions = [];
    private int count;

    private readonly bool probe;

    private QuerySql(IDatabase database, bool probe) => (this.database, this.probe) = (database, probe);

    /// <summary>The parameters' values.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>All conditions joined; "1 = 1" if there is none.</summary>
    public string Where => conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", conditions);

    /// <summary>
    /// The conditions of a query; <paramref name="probe"/> asks them of one event after the other, its words, parties, chain and
    /// article, instead of finding first all events for which they hold.
    /// </summary>
    public static QuerySql Of(RecordQuery query, IDatabase database, bool probe = false)
    {
        var sql = new QuerySql(database, probe);
        if (query.Kind != RecordKind.Sentences && !query.IncludeWithdrawn) sql.conditions.Add($"{Alias(query.Kind)}.withdrawn_at IS NULL");
        var ofEvents = new List<string>();
        foreach (var term in query.Terms)
        {
            if (query.Kind != RecordKind.Events && sql.Own(query.Kind, term) is { } own) sql.conditions.Add(term.Not ? $"NOT coalesce({own}, FALSE)" : own);
            else ofEvents.Add(term.Not ? $"NOT coalesce({sql.OfEvent(term)}, FALSE)" : sql.OfEvent(term));
        }
        if (query.Kind == RecordKind.Events) sql.conditions.AddRange(ofEvents);
        else if (ofEvents.Count > 0) sql.conditions.Add(Holds(query.Kind, string.Join(" AND ", ofEvents)));
        if (query.Words is { } words) sql.conditions.Add(probe ? database.ProbeWords("e.sentence_key", sql.Parameter(database.Words(words))) : sql.HasWords(query.Kind, words));
        return sql;
    }

    /// <summary>One more condition.</summary>
    public void Add(string condition) => conditions.Add(condition);

    /// <summary>A parameter's place in the SQL.</summary>
    public string Parameter(object value)
    {
        string name = "p" + (count++).ToString(CultureInfo.InvariantCulture);
        Parameters.Add(name, value);
        return "@" + name;
    }

    /// <summary>The letter that a kind's table goes by.</summary>
    public static char Alias(RecordKind kind) => kind switch { RecordKind.Events => 'e', RecordKind.Quotations => 'q', RecordKind.Sentences => 's', _ => 'a' };

    private static string Holds(RecordKind kind, string ofEvent) => kind switch
    {
        RecordKind.Sentences => $"s.key IN (SELECT e.sentence_key FROM events e WHERE e.withdrawn_at IS NULL AND {ofEvent})",
        RecordKind.Articles => $"a.key IN (SELECT e.article_key FROM events e WHERE e.withdrawn_at IS NULL AND {ofEvent})",
        // The events of an article lie in one range of keys.
        _ => $"EXISTS (SELECT 1 FROM events e WHERE e.key >= (q.article_key << 20) AND e.key < ((q.article_key + 1) << 20) AND e.quotation = q.ordinal AND e.withdrawn_at IS NULL AND {ofEvent})",
    };

    private string HasWords(RecordKind kind, WordQuery words)
    {
        string parameter = Parameter(database.Words(words));
        return kind switch
        {
            RecordKind.Events => database.HasWords("e.sentence_key", parameter),
            RecordKind.Sentences => database.HasWords("s.key", parameter),
            RecordKind.Articles => $"a.key IN (SELECT w.article_key FROM sentences w WHERE {database.HasWords("w.key", parameter)})",
            _ => $"({database.HasWords("q.sentence_key", parameter)} OR {database.HasWords("q.last_sentence_key", parameter)})",
        };
    }

    private string OfEvent(QueryTerm term) => term.Field switch
    {
        QueryField.Actor => Party(term, "p.role = 'actor' AND "),
        QueryField.Recipient => Party(term, "p.role = 'recipient' AND "),
        QueryField.Party => Party(term, ""),
        QueryField.Sector => OfChild("parties p", "p.event_key", Any(term, v => $"(';' || p.sectors || ';') LIKE {Parameter($"%;{v};%")}")),
        QueryField.Type => Equal("e.type", term),
        QueryField.Quad => $"e.type IN ({string.Join(',', term.Values.SelectMany(q => QuadClass.Types[q]).Select(t => $"'{t}'"))})",
        QueryField.Mode => Equal("e.mode", term),
        QueryField.Context => Any(term, v => $"(';' || e.contexts || ';') LIKE {Parameter($"%;{v};%")}"),
        QueryField.Cameo => Any(term, v => Begins("e.cameo", v)),
        QueryField.Status => Equal("e.status", term),
        QueryField.Speaker => OfChild("hops h", "h.record_key", Any(term, v => $"{Contains("h.name", v)} OR {Contains("h.text", v)}")),
        QueryField.Place => Any(term, v => $"{Contains("e.place_name", v)} OR {Contains("e.admin1", v)} OR {Contains("e.place_text", v)}"),
        QueryField.Country => $"e.place_name IS NOT NULL AND {Equal("e.place_country", term)}",
        QueryField.Area => Any(term, Inside),
        QueryField.Since => Any(term, v => $"e.day >= {Parameter(v)}"),
        QueryField.Until => $"e.day <> '' AND {Any(term, v => $"e.day <= {Parameter(v)}")}",
        QueryField.Confidence => Any(term, v => $"e.confidence >= {Parameter(double.Parse(v, CultureInfo.InvariantCulture))}"),
        QueryField.Review => Equal("e.review_state", term),
        QueryField.Event => Equal("e.id", term),
        QueryField.Pattern => Any(term, v => Begins("e.pattern", v)),
        QueryField.Run => Any(term, v => $"e.run = {Parameter(long.Parse(v, CultureInfo.InvariantCulture))}"),
        QueryField.Revision => Any(term, v => $"e.revision > {Parameter(long.Parse(v, CultureInfo.InvariantCulture))}"),
        QueryField.Article when term.Values.Count == 1 => OfOneArticle(Parameter(term.Values[0])),
        _ when probe => $"EXISTS (SELECT 1 FROM articles a WHERE a.key = e.article_key AND {OfArticle(term)})",
        // The article's key, from the column that the index by sentence holds.
        _ => $"(e.sentence_key >> 20) IN (SELECT a.key FROM articles a WHERE {OfArticle(term)})",
    };

    // The events of an article lie in one range of keys.
    private static string OfOneArticle(string id) =>
        $"(e.key >= (SELECT a.key << 20 FROM articles a WHERE a.id = {id}) AND e.key < (SELECT (a.key + 1) << 20 FROM articles a WHERE a.id = {id}))";

    private string Inside(string value)
    {
        GeoBox.TryParse(value, out var box);
        return $"(e.place_name IS NOT NULL AND e.lat >= {Parameter(box.South)} AND e.lat <= {Parameter(box.North)} AND (e.lon >= {Parameter(box.West)} {(box.West <= box.East ? "AND" : "OR")} e.lon <= {Parameter(box.East)}))";
    }

    /// <summary>The condition on the record itself, or null where only its events can tell.</summary>
    private string? Own(RecordKind kind, QueryTerm term) => kind switch
    {
        RecordKind.Quotations => OfQuotation(term),
        RecordKind.Articles => OfArticle(term),
        _ => OfArticle(term) is { } article ? $"s.article_key IN (SELECT a.key FROM articles a WHERE {article})" : null,
    };

    private string? OfQuotation(QueryTerm term) => term.Field switch
    {
        QueryField.Speaker => Any(term, v => IsCode(v) ? Begins("q.speaker_code", v) : $"{Contains("q.speaker_name", v)} OR {Contains("q.speaker_text", v)}"),
        QueryField.Party => Any(term, v => IsCode(v)
            ? $"{Begins("q.speaker_code", v)} OR {Begins("q.addressee_code", v)}"
            : $"{Contains("q.speaker_name", v)} OR {Contains("q.speaker_text", v)} OR {Contains("q.addressee_name", v)} OR {Contains("q.addressee_text", v)}"),
        QueryField.Sector => Any(term, v => $"(';' || q.speaker_sectors || ';') LIKE {Parameter($"%;{v};%")}"),
        QueryField.Country => Equal("q.speaker_country", term),
        QueryField.Since => Any(term, v => $"q.day >= {Parameter(v)}"),
        QueryField.Until => $"q.day <> '' AND {Any(term, v => $"q.day <= {Parameter(v)}")}",
        QueryField.Run => Any(term, v => $"q.run = {Parameter(long.Parse(v, CultureInfo.InvariantCulture))}"),
        QueryField.Revision => Any(term, v => $"q.revision > {Parameter(long.Parse(v, CultureInfo.InvariantCulture))}"),
        QueryField.Article or QueryField.Outlet or QueryField.PublishedSince or QueryField.PublishedUntil =>
            $"q.article_key IN (SELECT a.key FROM articles a WHERE {OfArticle(term)})",
        _ => null,
    };

    private string? OfArticle(QueryTerm term) => term.Field switch
    {
        QueryField.Article => Equal("a.id", term),
        QueryField.Outlet => Any(term, v => Contains("a.outlet", v)),
        QueryField.PublishedSince => Any(term, v => $"a.published_on >= {Parameter(v)}"),
        QueryField.PublishedUntil => Any(term, v => $"a.published_on <= {Parameter(v)}"),
        QueryField.Revision => Any(term, v => $"a.revision > {Parameter(long.Parse(v, CultureInfo.InvariantCulture))}"),
        _ => null,
    };

    // A code is one in capitals, three letters a part; anything else is a name.
    private string Party(QueryTerm term, string role) =>
        OfChild("parties p", "p.event_key", role + Any(term, v => IsCode(v) ? Begins("p.code", v) : $"{Contains("p.name", v)} OR {Contains("p.text", v)}"));

    private string OfChild(string table, string key, string condition) =>
        probe ? $"EXISTS (SELECT 1 FROM {table} WHERE {key} = e.key AND {condition})" : $"e.key IN (SELECT {key} FROM {table} WHERE {condition})";

    internal static bool IsCode(string value) => value.Length % 3 == 0 && value.All(char.IsAsciiLetterUpper);

    private string Equal(string column, QueryTerm term) =>
        term.Values.Count == 1 ? $"{column} = {Parameter(term.Values[0])}" : $"{column} IN ({string.Join(',', term.Values.Select(Parameter))})";

    // A range, so that an index serves: from the prefix to just before the text that follows all texts beginning so.
    private string Begins(string column, string prefix) => $"({column} >= {Parameter(prefix)} AND {column} < {Parameter(prefix + '\uFFFF')})";

    private string Contains(string column, string words) =>
        $"{database.Lower(column, !System.Text.Ascii.IsValid(words))} LIKE {Parameter('%' + Escaped(words.ToLowerInvariant()) + '%')} ESCAPE '!'";

    private static string Escaped(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private static string Any(QueryTerm term, Func<string, string> condition) => $"({string.Join(" OR ", term.Values.Select(condition))})";
}
