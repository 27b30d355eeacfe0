using System.Runtime.InteropServices;

namespace Hearsay.Store.Columns;

/// <summary>
/// One walk over all events that counts everything at once. What a query asks of quotations and articles is counted behind it, as
/// <see cref="QuerySql"/> has it: fields of their own are asked of themselves, the others of the events that they hold. A walk over a million events
/// takes some tens of milliseconds and stops when <paramref name="stop"/> says so.
/// </summary>
internal sealed class ColumnPass(ColumnTables tables, ColumnSnapshot snapshot, RecordQuery query, ColumnTerms terms, SentenceKeys? words, CancellationToken stop)
{
    private readonly Dictionary<(int Day, int Type), long> days = [];
    private readonly Dictionary<int, long> statuses = [], places = [], types = [];
    private readonly Dictionary<(int, int), long> dyads = [];
    private readonly HashSet<ulong> copies = [];
    private readonly PriorityQueue<long, (int Day, long Key)> latest = new();
    private long mentions, happenings, articles;

    /// <summary>Counts; <paramref name="load"/> reads the latest events by their keys.</summary>
    public StoreSummary Count(SummarySize size, Func<IReadOnlyList<long>, IReadOnlyList<StoredEvent>> load)
    {
        Walk([.. query.Terms.Select(terms.OfEvent)], size.Latest);
        return new()
        {
            Counts = new(mentions, happenings + copies.Count, articles),
            Days = [.. days.Where(d => d.Key.Day >= 0).OrderBy(d => d.Key.Day).ThenBy(d => tables.Types[d.Key.Type], StringComparer.Ordinal)
                .Select(d => new TimelineStep(DateOnly.FromDayNumber(d.Key.Day), tables.Types[d.Key.Type], d.Value))],
            Types = Top(types, tables.Types, int.MaxValue),
            Statuses = Top(statuses, tables.Statuses, int.MaxValue),
            Places = [.. places.Select(p => Place(tables.Places[p.Key], p.Value)).OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal).Take(size.Places)],
            Dyads = [.. dyads.Select(d => new DyadCount(tables.Countries[d.Key.Item1], tables.Countries[d.Key.Item2], d.Value))
                .OrderByDescending(d => d.Events).ThenBy(d => d.Actor, StringComparer.Ordinal).ThenBy(d => d.Recipient, StringComparer.Ordinal).Take(size.Dyads)],
            Outlets = size.Outlets == 0 ? [] : Top(Outlets(), tables.Outlets, size.Outlets),
            Speakers = size.Speakers == 0 ? [] : Speakers(size.Speakers),
            Latest = load(Latest()),
        };
    }

    private void Walk(EventFits[] fits, int newest)
    {
        words?.Restart();
        long article = -1;
        bool copied = false;
        foreach (var block in snapshot.Events)
        {
            stop.ThrowIfCancellationRequested();
            foreach (ref readonly var row in block.Rows.AsSpan())
            {
                if (!Fits(fits, block, row) || (words is not null && !words.Has(row.SentenceKey))) continue;
                if (RecordKey.Article(row.Key) != article)
                {
                    article = RecordKey.Article(row.Key);
                    copied = snapshot.Copied.Contains(article);
                    articles++;
                }
                mentions++;
                if (copied) copies.Add(row.Happening);
                else happenings++;
                Add(block, row);
                if (newest > 0) Remember(row, newest);
            }
        }
    }

    private void Add(EventBlock block, in EventRow row)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(days, (row.Day, row.Type), out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(types, row.Type, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(statuses, row.Status, out _)++;
        if (row.Place >= 0) CollectionsMarshal.GetValueRefOrAddDefault(places, row.Place, out _)++;
        var parties = block.PartiesOf(row);
        for (int a = 0; a < parties.Length; a++)
        {
            if (parties[a].IsRecipient || parties[a].Country < 0 || Before(parties, a)) continue;
            for (int r = 0; r < parties.Length; r++)
                if (parties[r].IsRecipient && parties[r].Country >= 0 && !Before(parties, r)) CollectionsMarshal.GetValueRefOrAddDefault(dyads, (parties[a].Country, parties[r].Country), out _)++;
        }
    }

    // Whether a party before it has the same part and country: each pair of countries counts once an event.
    private static bool Before(ReadOnlySpan<PartyRow> parties, int at)
    {
        for (int i = 0; i < at; i++)
            if (parties[i].IsRecipient == parties[at].IsRecipient && parties[i].Country == parties[at].Country) return true;
        return false;
    }

    private void Remember(in EventRow row, int newest)
    {
        if (latest.Count < newest) latest.Enqueue(row.Key, (row.Day, row.Key));
        else if (latest.TryPeek(out _, out var last) && (row.Day, row.Key).CompareTo(last) > 0) latest.EnqueueDequeue(row.Key, (row.Day, row.Key));
    }

    private List<long> Latest()
    {
        var keys = new List<long>(latest.Count);
        while (latest.TryDequeue(out long key, out _)) keys.Add(key);
        keys.Reverse();
        return keys;
    }

    private static bool Fits(EventFits[] fits, EventBlock block, in EventRow row)
    {
        foreach (var fit in fits)
            if (!fit(block, row)) return false;
        return true;
    }

    private Dictionary<int, long> Outlets()
    {
        var own = query.Terms.Where(t => ColumnTerms.IsOfArticle(t.Field)).Select(terms.OfArticle).ToList();
        var ofEvents = query.Terms.Where(t => !ColumnTerms.IsOfArticle(t.Field)).ToList();
        var holding = ofEvents.Count == 0 ? null : Holding(ofEvents, static (in row) => RecordKey.Article(row.Key));
        var outlets = new Dictionary<int, long>();
        foreach (var article in snapshot.Articles)
            if (article.Outlet >= 0 && own.TrueForAll(f => f(article)) && holding?.Contains(article.Key) != false && words?.HasArticle(article.Key) != false)
                CollectionsMarshal.GetValueRefOrAddDefault(outlets, article.Outlet, out _)++;
        return outlets;
    }

    private List<SpeakerCount> Speakers(int most)
    {
        var own = query.Terms.Where(t => ColumnTerms.IsOfQuotation(t.Field)).Select(terms.OfQuotation).ToList();
        var ofEvents = query.Terms.Where(t => !ColumnTerms.IsOfQuotation(t.Field)).ToList();
        var holding = ofEvents.Count == 0 ? null : Holding(ofEvents, static (in row) => row.Quotation < 0 ? -1 : RecordKey.Of(RecordKey.Article(row.Key), row.Quotation));
        var speakers = new Dictionary<(int Name, int Country), long>();
        words?.Restart();
        foreach (var q in snapshot.Quotations)
        {
            if (q.Speaker.Name < 0 || !own.TrueForAll(f => f(q)) || holding?.Contains(RecordKey.Of(RecordKey.Article(q.Key), q.Ordinal)) == false) continue;
            if (words is not null && !words.Has(q.Sentence) && !words.Has(q.LastSentence)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(speakers, (q.Speaker.Name, q.Speaker.Country), out _)++;
        }
        return [.. speakers.Select(s => new SpeakerCount(tables.Names[s.Key.Name], s.Key.Country < 0 ? null : tables.Countries[s.Key.Country], s.Value))
            .OrderByDescending(s => s.Quotations).ThenBy(s => s.Name, StringComparer.Ordinal).Take(most)];
    }

    private delegate long Part(in EventRow row);

    private HashSet<long> Holding(IEnumerable<QueryTerm> ofEvents, Part part)
    {
        var fits = ofEvents.Select(terms.OfEvent).ToArray();
        var found = new HashSet<long>();
        long last = -1;
        foreach (var block in snapshot.Events)
        {
            stop.ThrowIfCancellationRequested();
            foreach (ref readonly var row in block.Rows.AsSpan())
                if (part(row) is var its && its >= 0 && its != last && Fits(fits, block, row)) found.Add(last = its);
        }
        return found;
    }

    private PlaceCount Place(PlaceRow place, long count) => new(tables.Names[place.Name],
        place.Country < 0 ? null : tables.Countries[place.Country], place.Admin1 < 0 ? null : tables.Names[place.Admin1], place.Lat, place.Lon, place.GeonameId, count);

    private static List<ValueCount> Top(Dictionary<int, long> counts, Numbering<string> table, int most) =>
        [.. counts.Select(c => new ValueCount(table[c.Key], c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(most)];
}
