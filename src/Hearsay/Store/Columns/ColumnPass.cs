using System.Runtime.InteropServices;

namespace Hearsay.Store.Columns;

/// <summary>
/// Counts everything of an overview in one walk over the events. What a query asks of quotations and articles is counted behind it, as
/// <see cref="QuerySql"/> has it: fields of their own are asked of themselves, the others of the events that they hold.
/// </summary>
internal sealed class ColumnPass(ColumnTables tables, ColumnSnapshot snapshot, RecordQuery query, ColumnTerms terms, SentenceKeys? words, CancellationToken stop)
{
    private static readonly string[] Quads = [.. QuadClass.Types.Keys];

    private readonly int types = tables.Types.Count;
    private readonly int[] quadOfType = [.. Enumerable.Range(0, tables.Types.Count).Select(t => Math.Max(0, Array.IndexOf(Quads, QuadClass.Of(tables.Types[t]))))];
    private readonly long[] days = new long[tables.Days.Count * tables.Types.Count];
    private readonly long[] statuses = new long[tables.Statuses.Count], places = new long[tables.Places.Count], dyads = new long[tables.Dyads.Count * Quads.Length];

    // Pairs of events that have several: they have no number, for only the thread that loads may give one.
    private readonly Dictionary<(int Actor, int Recipient), long[]> several = [];

    /// <summary>Counts; <paramref name="load"/> reads the latest events by their keys.</summary>
    public StoreSummary Count(SummarySize size, Func<IReadOnlyList<long>, IReadOnlyList<StoredEvent>> load)
    {
        var latest = new NewestKeys(size.Latest);
        var tally = new EventTally(snapshot);
        // Terms that quotations do not have themselves come first, then those that articles do not have: one walk serves all three.
        var ofQuotations = Terms(t => !ColumnTerms.IsOfQuotation(t));
        var ofArticles = Terms(t => ColumnTerms.IsOfQuotation(t) && !ColumnTerms.IsOfArticle(t));
        var rest = Terms(ColumnTerms.IsOfArticle);
        var quotations = ofQuotations.Length == 0 || size.Speakers == 0 ? null : new HeldQuotations(snapshot.Quotations);
        var articles = ofQuotations.Length + ofArticles.Length == 0 ? null : new HeldArticles(snapshot.Articles);
        EventWalk.Each(snapshot, ofQuotations, (block, in row) =>
        {
            if (row.Quotation >= 0) quotations?.Add(row);
            if (!EventWalk.Fits(ofArticles, block, row)) return;
            articles?.Add(row);
            if (!EventWalk.Fits(rest, block, row) || (words is not null && !words.Has(row.SentenceKey))) return;
            tally.Add(row);
            Add(block, row);
            latest.Add(row);
        }, stop);
        var pairs = Dyads(size.Dyads);
        return new()
        {
            Counts = tally.Counts,
            Days = [.. Steps().OrderBy(d => d.From).ThenBy(d => d.Type, StringComparer.Ordinal)],
            Types = Top(Enumerable.Range(0, types).Select(t => (tables.Types[t], Enumerable.Range(0, days.Length / types).Sum(d => days[d * types + t]))), int.MaxValue),
            Statuses = Top(statuses, tables.Statuses, int.MaxValue),
            Places = [.. Counted(places).Select(p => Place(tables.Places[p.Number], p.Count)).OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal).Take(size.Places)],
            Dyads = [.. pairs.Keys], DyadQuads = pairs,
            Outlets = size.Outlets == 0 ? [] : Outlets(articles, size.Outlets),
            Speakers = size.Speakers == 0 ? [] : Speakers(quotations, size.Speakers),
            Latest = load(latest.Done()),
        };
    }

    private void Add(EventBlock block, in EventRow row)
    {
        days[row.DayNumber * types + row.Type]++;
        statuses[row.Status]++;
        if (row.Place >= 0) places[row.Place]++;
        if (row.Dyad >= 0) dyads[row.Dyad * Quads.Length + quadOfType[row.Type]]++;
        if (row.Dyad == -2)
            foreach (var pair in PartyRow.Dyads(block.PartiesOf(row).ToArray())) Several(pair)[quadOfType[row.Type]]++;
    }

    private Dictionary<DyadCount, string> Dyads(int most)
    {
        var counted = new List<(DyadCount Count, string Quad)>();
        var seen = new HashSet<(int, int)>();
        for (int d = 0; d < dyads.Length / Quads.Length; d++)
        {
            var counts = dyads.AsSpan(d * Quads.Length, Quads.Length);
            if (counts.IndexOfAnyExcept(0L) < 0) continue;
            var pair = tables.Dyads[d];
            if (several.TryGetValue(pair, out long[]? more) && seen.Add(pair))
                for (int q = 0; q < counts.Length; q++) counts[q] += more[q];
            counted.Add(Counted(pair, counts));
        }
        foreach (var (pair, counts) in several)
            if (!seen.Contains(pair)) counted.Add(Counted(pair, counts));
        return counted.OrderByDescending(d => d.Count.Events).ThenBy(d => d.Count.Actor, StringComparer.Ordinal).ThenBy(d => d.Count.Recipient, StringComparer.Ordinal).Take(most)
            .ToDictionary(d => d.Count, d => d.Quad);
    }

    private (DyadCount Count, string Quad) Counted((int Actor, int Recipient) pair, ReadOnlySpan<long> quads)
    {
        long sum = 0;
        int most = 0;
        for (int q = 0; q < quads.Length; q++)
        {
            sum += quads[q];
            if (quads[q] > quads[most]) most = q;
        }
        return (new(tables.Countries[pair.Actor], tables.Countries[pair.Recipient], sum), Quads[most]);
    }

    private long[] Several((int Actor, int Recipient) pair) => CollectionsMarshal.GetValueRefOrAddDefault(several, pair, out _) ??= new long[Quads.Length];

    private IEnumerable<TimelineStep> Steps() => from d in Enumerable.Range(0, days.Length / Math.Max(1, types))
                                                 where tables.Days[d] >= 0
                                                 from t in Enumerable.Range(0, types)
                                                 where days[d * types + t] > 0
                                                 select new TimelineStep(DateOnly.FromDayNumber(tables.Days[d]), tables.Types[t], days[d * types + t]);

    private EventFits[] Terms(Func<QueryField, bool> which) => [.. query.Terms.Where(t => which(t.Field)).Select(terms.OfEvent)];

    private List<ValueCount> Outlets(HeldArticles? holding, int most)
    {
        var own = query.Terms.Where(t => ColumnTerms.IsOfArticle(t.Field)).Select(terms.OfArticle).ToList();
        long[] outlets = new long[tables.Outlets.Count];
        for (int i = 0; i < snapshot.Articles.Length; i++)
        {
            var article = snapshot.Articles[i];
            if (article.Outlet >= 0 && holding?.Has(i) != false && own.TrueForAll(f => f(article)) && words?.HasArticle(article.Key) != false) outlets[article.Outlet]++;
        }
        return Top(outlets, tables.Outlets, most);
    }

    private List<SpeakerCount> Speakers(HeldQuotations? holding, int most)
    {
        var own = query.Terms.Where(t => ColumnTerms.IsOfQuotation(t.Field)).Select(terms.OfQuotation).ToList();
        var speakers = new Dictionary<(int Name, int Country), long>();
        words?.Restart();
        for (int i = 0; i < snapshot.Quotations.Length; i++)
        {
            ref readonly var q = ref snapshot.Quotations[i];
            if (q.Speaker.Name < 0 || holding?.Has(i) == false || !Fits(own, q)) continue;
            if (words is not null && !words.Has(q.Sentence) && !words.Has(q.LastSentence)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(speakers, (q.Speaker.Name, q.Speaker.Country), out _)++;
        }
        return [.. speakers.Select(s => new SpeakerCount(tables.Names[s.Key.Name], s.Key.Country < 0 ? null : tables.Countries[s.Key.Country], s.Value))
            .OrderByDescending(s => s.Quotations).ThenBy(s => s.Name, StringComparer.Ordinal).Take(most)];
    }

    private static bool Fits(List<Func<QuotationRow, bool>> own, in QuotationRow quotation)
    {
        foreach (var fits in own)
            if (!fits(quotation)) return false;
        return true;
    }

    private PlaceCount Place(PlaceRow place, long count) => new(tables.Names[place.Name], place.Country < 0 ? null : tables.Countries[place.Country],
        place.Admin1 < 0 ? null : tables.Names[place.Admin1], place.Lat, place.Lon, place.GeonameId < 0 ? null : place.GeonameId, count);

    private static IEnumerable<(int Number, long Count)> Counted(long[] counts) => counts.Select((count, number) => (number, count)).Where(c => c.count > 0);

    private static List<ValueCount> Top(long[] counts, TextTable table, int most) => Top(Counted(counts).Select(c => (table[c.Number], c.Count)), most);

    private static List<ValueCount> Top(IEnumerable<(string Value, long Count)> counts, int most) =>
        [.. counts.Where(c => c.Count > 0).Select(c => new ValueCount(c.Value, c.Count)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(most)];
}
