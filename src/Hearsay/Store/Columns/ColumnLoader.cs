using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Hearsay.Store.Columns;

/// <summary>
/// Reads what changed after a revision, or everything at first, and gives the snapshot that follows. The revision is read first:
/// rows that are written meanwhile are read again the next time, and replace themselves. <c>progress</c> is told now and then how many events are read.
/// </summary>
internal sealed class ColumnLoader(IDatabase database, ColumnTables tables, CancellationToken stop, Action<long>? progress = null)
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
        var quotations = ColumnSnapshot.Merge(known.Quotations, Rows(connection, Quotations, known.Revision, Quotation), q => q.Key, Count(connection, "quotations", known.Revision));
        var articles = ColumnSnapshot.Merge(known.Articles, Rows(connection, "SELECT key, outlet, published_on, withdrawn_at FROM articles", known.Revision, Article), a => a.Key, Count(connection, "articles", known.Revision));
        var copied = connection.Query<long>("SELECT key FROM articles WHERE text_hash IN (SELECT text_hash FROM articles GROUP BY text_hash HAVING count(*) > 1)", buffered: false).ToHashSet();
        return new(revision, events, quotations, articles, copied);
    }

    private IEnumerable<T> Rows<T>(DbConnection connection, string sql, long known, Func<IColumnScan, T> read)
    {
        using var row = database.Scan(connection, $"{sql} {Behind("revision > ", known)} ORDER BY key");
        while (row.Next()) yield return read(row);
    }

    private static long Count(DbConnection connection, string table, long known) => connection.ExecuteScalar<long>($"SELECT count(*) FROM {table} {Behind("revision > ", known)}");

    // Events, parties and hops all come in the order of the events' keys, so one walk joins them.
    private IEnumerable<EventChange> Changes(long known)
    {
        using var connection = database.Connect();
        using var children = database.Connect();
        using var others = database.Connect();
        string behind(string key) => known < 0 ? "" : $"WHERE {key} IN (SELECT key FROM events {Behind("revision > ", known)})";
        using var row = database.Scan(connection, $"{Events} {Behind("revision > ", known)} ORDER BY key");
        using var parties = database.Scan(children, $"SELECT event_key, CASE role WHEN 'recipient' THEN 1 END, name, text, code, country, sectors FROM parties {behind("event_key")} ORDER BY event_key, role, ordinal");
        using var hops = database.Scan(others, $"SELECT record_key, name, text FROM hops {behind("record_key")} ORDER BY record_key, ordinal");
        var ofParties = new Child(parties);
        var ofHops = new Child(hops);
        var change = new EventChange();
        for (long read = 0; row.Next(); read++)
        {
            stop.ThrowIfCancellationRequested();
            if (read % 4096 == 0) progress?.Invoke(read);
            Event(row, change);
            change.Parties.Clear();
            while (ofParties.IsOf(change.Row.Key)) change.Parties.Add(new(parties.Any(), parties.Text(tables.Names), parties.Text(tables.Names), parties.Text(tables.Codes), parties.Text(tables.Countries), parties.Text(tables.Sectors)));
            change.Hops.Clear();
            while (ofHops.IsOf(change.Row.Key)) change.Hops.Add(new(hops.Text(tables.Names), hops.Text(tables.Names)));
            change.Row.Dyad = Dyad(change.Parties, change.Pairs);
            yield return change;
        }
    }

    private static string Behind(string condition, long known) => known < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"WHERE {condition}{known}");

    private void Event(IColumnScan row, EventChange change)
    {
        change.Row = new()
        {
            Key = row.Number(), Sentence = (int)RecordKey.Number(row.Number()), Day = row.Day(), Type = row.Text(tables.Types), Status = row.Text(tables.Statuses),
            Mode = row.Text(tables.Modes), Contexts = row.Text(tables.Contexts), Cameo = row.Text(tables.Cameos), Pattern = row.Text(tables.Patterns),
            Place = Place(row), PlaceText = row.Text(tables.Names), Confidence = row.Real() ?? 0, Quotation = (int)row.NumberOrNone(), Run = (int)row.Number(), Happening = row.Hash(),
        };
        change.Row.DayNumber = tables.Days.Of(change.Row.Day);
        change.Withdrawn = row.Any();
    }

    private int Place(IColumnScan row)
    {
        var place = new PlaceRow(row.Text(tables.Names), row.Text(tables.Countries), row.Text(tables.Names), row.Real(), row.Real(), row.NumberOrNone());
        return place.Name < 0 ? -1 : tables.Places.Of(place);
    }

    private int Dyad(List<PartyRow> parties, List<int> pairs)
    {
        pairs.Clear();
        if (parties.Count < 2) return EventRow.NoDyad;
        if (parties is [{ IsRecipient: false } actor, { IsRecipient: true } recipient])
            return actor.Country < 0 || recipient.Country < 0 ? EventRow.NoDyad : tables.Dyads.Of((actor.Country, recipient.Country));
        foreach (var pair in PartyRow.Dyads([.. parties])) pairs.Add(tables.Dyads.Of(pair));
        if (pairs.Count > 1) return EventRow.NoDyad;
        int only = pairs.Count == 0 ? EventRow.NoDyad : pairs[0];
        pairs.Clear();
        return only;
    }

    private VoiceRow Voice(IColumnScan row) => new(row.Text(tables.Names), row.Text(tables.Names), row.Text(tables.Codes), row.Text(tables.Countries), row.Text(tables.Sectors));

    private (long, QuotationRow?) Quotation(IColumnScan row)
    {
        var quotation = new QuotationRow(row.Number(), (int)row.Number(), row.Day(), row.Number(), row.Number(), (int)row.Number(), Voice(row), Voice(row), -1);
        if (quotation.Speaker.Name >= 0) quotation = quotation with { Quoted = tables.Speakers.Of((quotation.Speaker.Name, quotation.Speaker.Country)) };
        return (quotation.Key, row.Any() ? null : quotation);
    }

    private (long, ArticleRow?) Article(IColumnScan row)
    {
        var article = new ArticleRow(row.Number(), row.Text(tables.Outlets), row.Day());
        return (article.Key, row.Any() ? null : article);
    }

    // Rows that begin with the key of what they belong to; those of others are passed over.
    private sealed class Child(IColumnScan rows)
    {
        private long key = -1;
        private bool waiting;

        public bool IsOf(long wanted)
        {
            while (key <= wanted)
            {
                if (waiting && key == wanted)
                {
                    waiting = false;
                    return true;
                }
                key = rows.Next() ? rows.Number() : long.MaxValue;
                waiting = true;
            }
            return false;
        }
    }
}
