using System.Runtime.CompilerServices;
using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// Reads events by their keys, some thousands at a time: one query for the parties, the hops and the articles each and then
/// one for the events, all in the order of the keys, so that one walk brings them together.
/// </summary>
internal sealed class EventLoader(RowQuery read)
{
    private const string Record = "e.key, e.id, e.sentence, e.trigger_text, e.trigger_start, e.trigger_end, e.type, e.mode, e.contexts, e.cameo, e.status, e.time_text, e.time_start, " +
        "e.time_end, e.granularity, e.place_text, e.place_name, e.place_country, e.admin1, e.lat, e.lon, e.geoname_id, e.killed, e.injured, e.size, e.quotation, e.confidence, e.pattern, e.trace_rows";

    private const string Header = "key, id, url, outlet, title, published_on, language";

    private const string History = "e.run, e.created_at, e.updated_at, e.withdrawn_at, e.revision";

    /// <summary>The events with these keys, in their order; keys that are not there are passed over.</summary>
    public List<StoredEvent> Events(IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        var part = KeyPart.Of(keys);
        var headers = Headers(part);
        var found = new List<StoredEvent>(keys.Count);
        Each(part, $"SELECT {Record}, e.review_state, {History}, e.day, e.happening, e.hash, s.text, s.start_offset FROM events e LEFT JOIN sentences s ON s.key = e.sentence_key WHERE {part.Records("e.key")} ORDER BY e.key",
            (key, record, row) => found.Add(new()
            {
                Key = key, Record = record, Article = headers.Of(RecordKey.Article(key))[0].Row, ReviewState = row.Text(), History = row.History(), Day = row.Day(), Happening = row.Text(),
                Hash = row.Text(), SentenceText = row.TextOrNull() ?? "", SentenceStart = (int)(row.NumberOrNull() ?? 0),
            }));
        if (part.Rising) return found;
        var byKey = found.ToDictionary(e => e.Key);
        return [.. keys.Where(byKey.ContainsKey).Select(k => byKey[k])];
    }

    /// <summary>The events with what an export says of their articles, article by article; those of whole articles only where they stand.</summary>
    public List<ReportedEvents> Reported(KeyPart part, bool standing)
    {
        var pairs = new Dictionary<long, string>();
        var headers = Headers(part, pairs);
        var found = new List<ReportedEvents>();
        long article = -1;
        List<ReportedEvent> events = [];
        Each(part, $"SELECT {Record}, e.review_state, e.run, e.updated_at, e.withdrawn_at FROM events e WHERE {part.Records("e.key")}{(standing ? " AND e.withdrawn_at IS NULL" : "")} ORDER BY e.key", (key, record, row) =>
        {
            if (article != RecordKey.Article(key))
            {
                article = RecordKey.Article(key);
                events = [];
                found.Add(new(headers.Of(article)[0].Row, pairs.GetValueOrDefault(article, ""), events));
            }
            events.Add(new(record, row.Text(), row.Number(), row.Time(), row.TextOrNull() is not null));
        });
        return found;
    }

    /// <summary>What is said of the articles of records.</summary>
    public ChildRows<ArticleHeader> Headers(KeyPart part)
    {
        var headers = new ChildRows<ArticleHeader>();
        using var row = read($"SELECT {Header} FROM articles WHERE {part.Articles("key")} ORDER BY key", part);
        while (row.Next()) headers.Add(row.Number(), ReadHeader(row));
        return headers;
    }

    // The same, with the pairs of the articles that have any. Null is what articles have that were written before the column was there: their texts are asked.
    private ChildRows<ArticleHeader> Headers(KeyPart part, Dictionary<long, string> pairs)
    {
        var headers = new ChildRows<ArticleHeader>();
        var unknown = new List<long>();
        using (var row = read($"SELECT {Header}, pairs FROM articles WHERE {part.Articles("key")} ORDER BY key", part))
            while (row.Next())
            {
                long key = row.Number();
                headers.Add(key, ReadHeader(row));
                string? known = row.TextOrNull();
                if (known is null) unknown.Add(key);
                else if (known.Length > 0) pairs[key] = known;
            }
        if (unknown.Count == 0) return headers;
        using var texts = read($"SELECT key, text FROM articles WHERE {KeyPart.Among("key", unknown)}");
        while (texts.Next()) pairs[texts.Number()] = RowValues.Pairs(texts.Text());
        return headers;
    }

    private static ArticleHeader ReadHeader(RowReading row) => new(row.OwnText()!, row.OwnText(), row.TextOrNull(), row.OwnText(), row.Day(), row.Text());

    /// <summary>The chains of records.</summary>
    public ChildRows<ChainHop> Hops(KeyPart part)
    {
        var hops = new ChildRows<ChainHop>();
        using var row = read($"SELECT record_key, name, kind, cue, text, start_offset, end_offset FROM hops WHERE {part.Records("record_key")} ORDER BY record_key, ordinal", part);
        while (row.Next()) hops.Add(row.Number(), new ChainHop(row.TextOrNull(), row.Text(), row.TextOrNull(), row.Text(), row.Int(), row.Int()));
        return hops;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Each(KeyPart part, string sql, Action<long, EventRecord, RowReading> take)
    {
        var parties = new ChildRows<(bool IsRecipient, Party Party)>();
        using (var row = read($"SELECT event_key, CASE role WHEN 'recipient' THEN 1 ELSE 0 END, text, start_offset, end_offset, name, code, country, sectors FROM parties WHERE {part.Records("event_key")} ORDER BY event_key, role, ordinal", part))
            while (row.Next()) parties.Add(row.Number(), (row.Int() != 0, row.Voice()!));
        var hops = Hops(part);
        using var rows = read(sql, part);
        while (rows.Next())
        {
            long key = rows.Number();
            if (part.Holds(key)) take(key, Event(rows, parties.Of(key), hops.ListOf(key)), rows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static EventRecord Event(RowReading row, ReadOnlySpan<(long, (bool IsRecipient, Party Party) Row)> parties, IReadOnlyList<ChainHop> chain)
    {
        // Actors come first: the roles are in the order of the alphabet.
        int actors = 0;
        while (actors < parties.Length && !parties[actors].Row.IsRecipient) actors++;
        return new EventRecord
        {
            Id = row.OwnText()!, Sentence = row.Int(), Trigger = row.Excerpt(), Type = row.Text(), Mode = row.TextOrNull(), Contexts = row.List(), Cameo = row.TextOrNull(),
            Status = row.Text(), Time = Time(row), Place = Place(row), Killed = row.NumberOrNull(), Injured = row.NumberOrNull(), Size = row.NumberOrNull(),
            Quotation = (int?)row.NumberOrNull(), Confidence = row.Real(), Trace = new Trace(row.Text(), row.List(RowValues.LineSeparator)),
            Actors = Parties(parties[..actors]), Recipients = Parties(parties[actors..]), Chain = chain,
        };
    }

    private static IReadOnlyList<Party> Parties(ReadOnlySpan<(long, (bool, Party Party) Row)> rows)
    {
        if (rows.Length == 0) return [];
        var parties = new Party[rows.Length];
        for (int i = 0; i < parties.Length; i++) parties[i] = rows[i].Row.Party;
        return parties;
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
        if (row.TextOrNull() is not { } text)
        {
            row.Skip(6);
            return null;
        }
        return new EventPlace(text, row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.RealOrNull(), row.RealOrNull(), (int?)row.NumberOrNull());
    }
}
