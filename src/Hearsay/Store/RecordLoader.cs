using System.Data.Common;
using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Store;

/// <summary>
/// Reads records by their keys, some hundreds at a time: one query for the rows and one for each kind of child. Keys
/// are numbers that the store gave out, so they stand in the SQL as they are.
/// </summary>
internal sealed class RecordLoader(IDatabase database, DbConnection connection)
{
    private readonly Func<string, RowReading> read = database.Reader(connection);

    private static readonly string EventColumns = string.Join(',', StoreTable.Events.Columns.Select(c => "e." + c));
    private static readonly string QuotationColumns = string.Join(',', StoreTable.Quotations.Columns.Select(c => "q." + c));

    /// <summary>
    /// The events with these keys, in their order; keys that are not there are passed over. Without
    /// <paramref name="sentences"/> the words of their sentences stay empty.
    /// </summary>
    public List<StoredEvent> Events(IReadOnlyList<long> keys, bool sentences = true)
    {
        if (keys.Count == 0) return [];
        var actors = new Dictionary<long, List<Party>>(keys.Count);
        var recipients = new Dictionary<long, List<Party>>(keys.Count);
        Read($"SELECT event_key, role, text, start_offset, end_offset, name, code, country, sectors FROM parties WHERE {Among("event_key", keys)} ORDER BY event_key, role, ordinal",
            row => Add(row.Number() is var key && row.Text() == "actor" ? actors : recipients, key, row.Voice()!));
        var hops = Hops(keys);
        var headers = Headers(keys);
        var found = new Dictionary<long, StoredEvent>(keys.Count);
        string text = sentences ? ", s.text, s.start_offset FROM events e LEFT JOIN sentences s ON s.key = e.sentence_key" : ", '', 0 FROM events e";
        Read($"SELECT {EventColumns}{text} WHERE {Among("e.key", keys)}", row =>
        {
            var e = Event(row, actors, recipients, hops, headers);
            found[e.Key] = e;
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    /// <summary>The events with these keys, which lie article by article, with what an export needs of their articles.</summary>
    public List<ReportedEvents> Reported(IReadOnlyList<long> keys)
    {
        var pairs = new Dictionary<long, string?>();
        Read($"SELECT key, pairs FROM articles WHERE (pairs IS NULL OR pairs <> '') AND {Among("key", [.. keys.Select(RecordKey.Article).Distinct()], ofArticles: true)}", row => pairs[row.Number()] = row.TextOrNull());
        var unknown = pairs.Where(p => p.Value is null).Select(p => p.Key).ToList();
        if (unknown.Count > 0) Read($"SELECT key, text FROM articles WHERE {Among("key", unknown, ofArticles: true)}", row => pairs[row.Number()] = RowValues.Pairs(row.Text()));
        return [.. Events(keys, sentences: false).GroupBy(e => RecordKey.Article(e.Key)).Select(g => new ReportedEvents(g.First().Article, pairs.GetValueOrDefault(g.Key) ?? "", [.. g]))];
    }

    /// <summary>The quotations with these keys, in their order.</summary>
    public List<StoredQuotation> Quotations(IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        string list = List(keys);
        var hops = Hops(keys);
        var headers = Headers(keys);
        var contents = new Dictionary<long, List<Excerpt>>();
        Read($"SELECT quotation_key, text, start_offset, end_offset FROM contents WHERE quotation_key IN ({list}) ORDER BY quotation_key, ordinal",
            row => Add(contents, row.Number(), row.Excerpt()));
        var found = new Dictionary<long, StoredQuotation>(keys.Count);
        Read($"SELECT {QuotationColumns} FROM quotations q WHERE q.key IN ({list})", row =>
        {
            var q = Quotation(row, contents, hops, headers);
            found[q.Key] = q;
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    /// <summary>The articles with these keys, in their order, with the given events and quotations (by key).</summary>
    public IEnumerable<StoredArticle> Articles(IReadOnlyList<long> keys, IReadOnlyList<long> eventKeys, IReadOnlyList<long> quotationKeys)
    {
        var events = Events(eventKeys).ToLookup(e => RecordKey.Article(e.Key));
        var quotations = Quotations(quotationKeys).ToLookup(q => RecordKey.Article(q.Key));
        string list = List(keys);
        var sentences = new Dictionary<long, List<TextSpan>>();
        foreach (long key in keys)
            Read($"SELECT start_offset, end_offset FROM sentences WHERE {RecordKey.Range("key", key)} ORDER BY key", row => Add(sentences, key, new TextSpan(row.Int(), row.Int())));
        var diagnostics = new Dictionary<long, List<Diagnostic>>();
        Read($"SELECT article_key, code, severity, message, place, remedy FROM diagnostics WHERE article_key IN ({list}) ORDER BY article_key, ordinal",
            row => Add(diagnostics, row.Number(), Diagnostic(row)));
        var found = new Dictionary<long, StoredArticle>(keys.Count);
        Read($"SELECT {string.Join(',', StoreTable.Articles.Columns)} FROM articles WHERE key IN ({list})", row =>
        {
            long key = row.Number();
            var article = Article(row);
            found[key] = new StoredArticle
            {
                Key = key, Article = article, History = row.History(), Sentences = sentences.GetValueOrDefault(key) ?? [],
                Events = [.. events[key]], Quotations = [.. quotations[key]], Diagnostics = diagnostics.GetValueOrDefault(key) ?? [],
            };
        });
        return keys.Where(found.ContainsKey).Select(k => found[k]);
    }

    /// <summary>The sentences with these keys, in their order.</summary>
    public List<FoundSentence> Sentences(IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        var headers = Headers(keys);
        var found = new Dictionary<long, FoundSentence>(keys.Count);
        Read($"SELECT key, article_key, sentence, start_offset, end_offset, text FROM sentences WHERE key IN ({List(keys)})", row =>
        {
            long key = row.Number();
            found[key] = new(key, headers[row.Number()], row.Int(), row.Int(), row.Int(), row.Text());
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    /// <summary>The articles with these keys, in their order, as search results.</summary>
    public List<FoundArticle> ArticlesFound(IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        var found = new Dictionary<long, FoundArticle>(keys.Count);
        string events = "(SELECT count(*) FROM events e WHERE e.key >= (a.key << 20) AND e.key < ((a.key + 1) << 20) AND e.withdrawn_at IS NULL)";
        Read($"SELECT a.key, a.id, a.url, a.outlet, a.title, a.published_on, a.language, {events}, {events.Replace("events e", "quotations e", StringComparison.Ordinal)}, " +
            $"substr(a.text, 1, 300) FROM articles a WHERE a.key IN ({List(keys)})", row =>
        {
            long key = row.Number();
            var header = new ArticleHeader(row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Day(), row.Text());
            found[key] = new(key, header, row.Number(), row.Number(), row.Text());
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    /// <summary>Keys as they stand behind IN.</summary>
    public static string List(IEnumerable<long> keys) => string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)));

    // Keys in order that fill most of a range are asked for as the range: thousands of numbers cost more than the rows between.
    private static string Among(string column, IReadOnlyList<long> keys, bool ofArticles = false)
    {
        const int Many = 256;
        long first = keys[0], last = keys[^1];
        long span = ofArticles ? last - first : (RecordKey.Article(last) - RecordKey.Article(first)) * 2;
        return keys.Count >= Many && span >= 0 && span <= 2 * keys.Count && keys.Zip(keys.Skip(1)).All(k => k.First < k.Second)
            ? string.Create(CultureInfo.InvariantCulture, $"{column} BETWEEN {first} AND {last}")
            : $"{column} IN ({List(keys)})";
    }

    private Dictionary<long, ArticleHeader> Headers(IReadOnlyList<long> keys)
    {
        var headers = new Dictionary<long, ArticleHeader>();
        Read($"SELECT key, id, url, outlet, title, published_on, language FROM articles WHERE {Among("key", [.. keys.Select(RecordKey.Article).Distinct()], ofArticles: true)}",
            row => headers[row.Number()] = new(row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Day(), row.Text()));
        return headers;
    }

    private Dictionary<long, List<ChainHop>> Hops(IReadOnlyList<long> keys)
    {
        var hops = new Dictionary<long, List<ChainHop>>();
        Read($"SELECT record_key, name, kind, cue, text, start_offset, end_offset FROM hops WHERE {Among("record_key", keys)} ORDER BY record_key, ordinal",
            row => Add(hops, row.Number(), new ChainHop(row.TextOrNull(), row.Text(), row.TextOrNull(), row.Text(), row.Int(), row.Int())));
        return hops;
    }

    private static StoredEvent Event(
        RowReading row, Dictionary<long, List<Party>> actors, Dictionary<long, List<Party>> recipients, Dictionary<long, List<ChainHop>> hops, Dictionary<long, ArticleHeader> headers)
    {
        long key = row.Number();
        string id = row.Text();
        long article = row.Number();
        int sentence = row.Int();
        row.Number();
        var record = new EventRecord
        {
            Id = id, Sentence = sentence, Trigger = row.Excerpt(), Type = row.Text(), Mode = row.TextOrNull(), Contexts = row.List(), Cameo = row.TextOrNull(),
            Status = row.Text(), Time = Time(row), Place = Place(row), Killed = row.NumberOrNull(), Injured = row.NumberOrNull(), Size = row.NumberOrNull(),
            Quotation = (int?)row.NumberOrNull(), Confidence = row.Real(), Trace = new Trace(row.Text(), row.List(RowValues.LineSeparator)),
            Actors = actors.GetValueOrDefault(key) ?? [], Recipients = recipients.GetValueOrDefault(key) ?? [],
            Chain = hops.GetValueOrDefault(key) ?? [],
        };
        return new StoredEvent
        {
            Key = key, Article = headers[article], Record = record, Day = row.Day(), Happening = row.Text(), Hash = row.Text(), ReviewState = row.Text(),
            History = row.History(), SentenceText = row.TextOrNull() ?? "", SentenceStart = (int)(row.NumberOrNull() ?? 0),
        };
    }

    private static EventTime? Time(RowReading row)
    {
        string? text = row.TextOrNull();
        var start = row.Day();
        var end = row.Day();
        string? granularity = row.TextOrNull();
        return text is null ? null : new EventTime(text, start, end, granularity ?? "");
    }

    private static EventPlace? Place(RowReading row)
    {
        string? text = row.TextOrNull();
        var place = new EventPlace(text ?? "", row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.RealOrNull(), row.RealOrNull(), (int?)row.NumberOrNull());
        return text is null ? null : place;
    }

    private static StoredQuotation Quotation(RowReading row, Dictionary<long, List<Excerpt>> contents, Dictionary<long, List<ChainHop>> hops, Dictionary<long, ArticleHeader> headers)
    {
        long key = row.Number();
        string id = row.Text();
        long article = row.Number();
        int ordinal = row.Int();
        row.Number();
        row.Number();
        var record = new QuotationRecord
        {
            Form = row.Text(), Cue = row.ExcerptOrNull(), Speaker = row.Voice(), Addressee = row.Voice(),
            Content = contents.GetValueOrDefault(key) ?? [], Chain = hops.GetValueOrDefault(key) ?? [],
        };
        row.Text();
        row.Text();
        return new StoredQuotation { Key = key, Id = id, Article = headers[article], Record = record, Ordinal = ordinal, History = row.History() };
    }

    private static Article Article(RowReading row)
    {
        var article = new Article
        {
            Id = row.Text(), Url = row.TextOrNull(), Outlet = row.TextOrNull(), Title = row.TextOrNull(), PublishedOn = row.Day(), Language = row.Text(), Text = row.Text(),
        };
        row.Text();
        row.Text();
        row.TextOrNull();
        row.Number();
        return article;
    }

    private static Diagnostic Diagnostic(RowReading row)
    {
        string code = row.Text();
        return new(code, row.Text() == "error" ? Severity.Error : Severity.Warning, row.Text(), row.Text(), row.Text());
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> groups, TKey key, T item) where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
        group.Add(item);
    }

    private void Read(string sql, Action<RowReading> take)
    {
        using var row = read(sql);
        while (row.Next()) take(row);
    }
}
