using System.Data;
using System.Data.Common;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Dapper;

namespace Hearsay.Store.Columns;

/// <summary>
/// Reads what changed after a revision, or everything at first, and gives the snapshot that follows. The revision is read first:
/// rows that are written meanwhile are read again the next time, and replace themselves.
/// </summary>
internal sealed class ColumnLoader(IDatabase database, ColumnTables tables)
{
    private const string Events = "SELECT key, sentence_key, day, type, status, mode, contexts, cameo, pattern, place_name, place_country, admin1, lat, lon, geoname_id, place_text, confidence, quotation, run, happening, withdrawn_at FROM events";
    private const string Quotations = "SELECT key, ordinal, day, sentence_key, last_sentence_key, run, speaker_name, speaker_text, speaker_code, speaker_country, speaker_sectors, " +
        "addressee_name, addressee_text, addressee_code, addressee_country, addressee_sectors, withdrawn_at FROM quotations";

    /// <summary>The snapshot of now.</summary>
    public ColumnSnapshot After(ColumnSnapshot known)
    {
        using var connection = database.Connect();
        long revision = connection.ExecuteScalar<long>("SELECT revision FROM store");
        if (revision == known.Revision) return known;
        var events = EventBlock.Merge(known.Events, Changes(known.Revision));
        var quotations = ColumnSnapshot.Merge(known.Quotations, [.. Rows(connection, Quotations, known.Revision, Quotation)], q => q.Key);
        var articles = ColumnSnapshot.Merge(known.Articles, [.. Rows(connection, "SELECT key, outlet, published_on, withdrawn_at FROM articles", known.Revision, Article)], a => a.Key);
        var copied = connection.Query<long>("SELECT key FROM articles WHERE text_hash IN (SELECT text_hash FROM articles GROUP BY text_hash HAVING count(*) > 1)", buffered: false).ToHashSet();
        return new(revision, events, quotations, articles, copied);
    }

    private static IEnumerable<T> Rows<T>(DbConnection connection, string sql, long known, Func<RowReading, T> read)
    {
        using var reader = connection.ExecuteReader($"{sql} {Behind("revision > ", known)} ORDER BY key");
        var row = new RowReading(reader);
        while (row.Next()) yield return read(row);
    }

    // Events, parties and hops all come in the order of the events' keys, so one walk joins them.
    private IEnumerable<EventChange> Changes(long known)
    {
        using var connection = database.Connect();
        using var children = database.Connect();
        using var others = database.Connect();
        string behind(string key) => known < 0 ? "" : $"WHERE {key} IN (SELECT key FROM events {Behind("revision > ", known)})";
        using var events = connection.ExecuteReader($"{Events} {Behind("revision > ", known)} ORDER BY key");
        using var parties = children.ExecuteReader($"SELECT event_key, role, name, text, code, country, sectors FROM parties {behind("event_key")} ORDER BY event_key, role, ordinal");
        using var hops = others.ExecuteReader($"SELECT record_key, name, text FROM hops {behind("record_key")} ORDER BY record_key, ordinal");
        var row = new RowReading(events);
        var ofParties = new Child(parties);
        var ofHops = new Child(hops);
        var change = new EventChange();
        while (row.Next())
        {
            Event(row, change);
            change.Parties.Clear();
            while (ofParties.IsOf(change.Row.Key)) change.Parties.Add(Party(ofParties.Row));
            change.Hops.Clear();
            while (ofHops.IsOf(change.Row.Key)) change.Hops.Add(new(tables.Names.Of(ofHops.Row.TextOrNull()), tables.Names.Of(ofHops.Row.Text())));
            yield return change;
        }
    }

    private static string Behind(string condition, long known) => known < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"WHERE {condition}{known}");

    private void Event(RowReading row, EventChange change)
    {
        long key = row.Number();
        change.Row = new()
        {
            Key = key, Sentence = (int)RecordKey.Number(row.Number()), Day = Day(row.TextOrNull()), Type = tables.Types.Of(row.Text()), Status = tables.Statuses.Of(row.Text()),
            Mode = tables.Modes.Of(row.TextOrNull()), Contexts = tables.Contexts.Of(row.Text()), Cameo = tables.Cameos.Of(row.TextOrNull()), Pattern = tables.Patterns.Of(row.Text()),
            Place = Place(row), PlaceText = tables.Names.Of(row.TextOrNull()), Confidence = row.Real(), Quotation = (int)(row.NumberOrNull() ?? -1), Run = row.Int(),
            Happening = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(row.Text().AsSpan())),
        };
        change.Withdrawn = row.TextOrNull() is not null;
    }

    private int Place(RowReading row)
    {
        string? name = row.TextOrNull(), country = row.TextOrNull(), admin1 = row.TextOrNull();
        double? lat = row.RealOrNull(), lon = row.RealOrNull();
        long? id = row.NumberOrNull();
        return name is null ? -1 : tables.Places.Of(new(tables.Names.Of(name), tables.Countries.Of(country), tables.Names.Of(admin1), lat, lon, id));
    }

    private PartyRow Party(RowReading row) => new(row.Text() == "recipient",
        tables.Names.Of(row.TextOrNull()), tables.Names.Of(row.Text()), tables.Codes.Of(row.TextOrNull()), tables.Countries.Of(row.TextOrNull()), tables.Sectors.Of(row.Text()));

    private VoiceRow Voice(RowReading row) => new(tables.Names.Of(row.TextOrNull()), tables.Names.Of(row.TextOrNull()),
        tables.Codes.Of(row.TextOrNull()), tables.Countries.Of(row.TextOrNull()), tables.Sectors.Of(row.TextOrNull()));

    private (long, QuotationRow?) Quotation(RowReading row)
    {
        var quotation = new QuotationRow(row.Number(), row.Int(), Day(row.TextOrNull()), row.Number(), row.Number(), row.Int(), Voice(row), Voice(row));
        return (quotation.Key, row.TextOrNull() is null ? quotation : null);
    }

    private (long, ArticleRow?) Article(RowReading row)
    {
        var article = new ArticleRow(row.Number(), tables.Outlets.Of(row.TextOrNull()), Day(row.TextOrNull()));
        return (article.Key, row.TextOrNull() is null ? article : null);
    }

    private static int Day(string? day) =>
        string.IsNullOrEmpty(day) ? -1 : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    // Rows that begin with the key of what they belong to; those of others are passed over.
    private sealed class Child(IDataReader reader)
    {
        private long key = -1;
        private bool waiting;

        public RowReading Row { get; } = new(reader);

        public bool IsOf(long wanted)
        {
            while (true)
            {
                if (!waiting)
                {
                    if (key == long.MaxValue || !Row.Next())
                    {
                        key = long.MaxValue;
                        return false;
                    }
                    key = Row.Number();
                    waiting = true;
                }
                if (key > wanted) return false;
                waiting = false;
                if (key == wanted) return true;
            }
        }
    }
}
