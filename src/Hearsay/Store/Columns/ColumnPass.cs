namespace Hearsay.Store.Columns;

/// <summary>
/// Counts everything of an overview in one walk over the events. What a query asks of quotations and articles is counted behind it, as
/// <see cref="QuerySql"/> has it: fields of their own are asked of themselves, the others of the events that they hold.
/// </summary>
internal sealed class ColumnPass(ColumnTables tables, ColumnSnapshot snapshot, RecordQuery query, ColumnTerms terms, SentenceKeys? words, CancellationToken stop) : IDisposable
{
    private static readonly string[] Quads = [.. QuadClass.Types.Keys];

    private readonly int types = tables.Types.Count;
    private readonly int[] quadOfType = [.. Enumerable.Range(0, tables.Types.Count).Select(t => Math.Max(0, Array.IndexOf(Quads, QuadClass.Of(tables.Types[t]))))];
    private readonly int ofDays = tables.Days.Count, ofDyads = tables.Dyads.Count;
    private readonly NumberCounts days = new(tables.Days.Count * tables.Types.Count), statuses = new(tables.Statuses.Count), places = new(tables.Places.Count);
    private readonly NumberCounts dyads = new(tables.Dyads.Count * Quads.Length);

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
            Days = Days(), DayTypes = [.. Enumerable.Range(0, types).Select(t => tables.Types[t])],
            Types = Types(),
            Statuses = Top(statuses, tables.Statuses, int.MaxValue),
            Places = [.. places.Most(size.Places).Select(p => Place(tables.Places[p.Number], p.Count)).OrderByDescending(p => p.Events).ThenBy(p => p.Name, StringComparer.Ordinal).Take(size.Places)],
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
        int quad = quadOfType[row.Type];
        if (row.Dyad >= 0) dyads[row.Dyad * Quads.Length + quad]++;
        else foreach (int pair in block.PairsOf(row)) dyads[pair * Quads.Length + quad]++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var counts in (NumberCounts[])[days, statuses, places, dyads]) counts.Dispose();
    }

    private List<ValueCount> Types()
    {
        using var sums = new NumberCounts(types);
        for (int i = 0; i < ofDays * types; i++) sums[i % types] += days[i];
        return Top(sums, tables.Types, int.MaxValue);
    }

    private Dictionary<DyadCount, string> Dyads(int most)
    {
        using var sums = new NumberCounts(ofDyads);
        for (int d = 0; d < ofDyads; d++)
            foreach (int count in dyads.Of(d * Quads.Length, Quads.Length)) sums[d] += count;
        return sums.Most(most).Select(d => Counted(tables.Dyads[d.Number], dyads.Of(d.Number * Quads.Length, Quads.Length)))
            .OrderByDescending(d => d.Count.Events).ThenBy(d => d.Count.Actor, StringComparer.Ordinal).ThenBy(d => d.Count.Recipient, StringComparer.Ordinal).Take(most)
            .ToDictionary(d => d.Count, d => d.Quad);
    }

    private (DyadCount Count, string Quad) Counted((int Actor, int Recipient) pair, ReadOnlySpan<int> quads)
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

    private List<DayCounts> Days()
    {
        var found = new List<DayCounts>();
        foreach (int d in Enumerable.Range(0, ofDays).Where(d => tables.Days[d] >= 0).OrderBy(d => tables.Days[d]))
            if (days.Of(d * types, types) is var counts && counts.ContainsAnyExcept(0)) found.Add(new(DateOnly.FromDayNumber(tables.Days[d]), counts.ToArray()));
        return found;
    }

    private EventFits[] Terms(Func<QueryField, bool> which) => [.. query.Terms.Where(t => which(t.Field)).Select(terms.OfEvent)];

    private List<ValueCount> Outlets(HeldArticles? holding, int most)
    {
        var own = query.Terms.Where(t => ColumnTerms.IsOfArticle(t.Field)).Select(terms.OfArticle).ToList();
        using var outlets = new NumberCounts(tables.Outlets.Count);
        words?.Restart();
        for (int i = 0; i < snapshot.Articles.Length; i++)
        {
            var article = snapshot.Articles[i];
            if (article.Outlet >= 0 && holding?.Has(i) != false && Fits(own, article) && words?.HasArticle(article.Key) != false) outlets[article.Outlet]++;
        }
        return Top(outlets, tables.Outlets, most);
    }

    private List<SpeakerCount> Speakers(HeldQuotations? holding, int most)
    {
        var own = query.Terms.Where(t => ColumnTerms.IsOfQuotation(t.Field)).Select(terms.OfQuotation).ToList();
        using var speakers = new NumberCounts(tables.Speakers.Count);
        words?.Restart();
        for (int i = 0; i < snapshot.Quotations.Length; i++)
        {
            ref readonly var q = ref snapshot.Quotations[i];
            if (q.Quoted < 0 || holding?.Has(i) == false || !Fits(own, q)) continue;
            if (words is not null && !words.Has(q.Sentence) && !words.Has(q.LastSentence)) continue;
            speakers[q.Quoted]++;
        }
        return [.. speakers.Most(most).Select(s => (Speaker: tables.Speakers[s.Number], s.Count))
            .Select(s => new SpeakerCount(tables.Names[s.Speaker.Name], s.Speaker.Country < 0 ? null : tables.Countries[s.Speaker.Country], s.Count))
            .OrderByDescending(s => s.Quotations).ThenBy(s => s.Name, StringComparer.Ordinal).Take(most)];
    }

    private static bool Fits<T>(List<Func<T, bool>> own, in T row)
    {
        foreach (var fits in own)
            if (!fits(row)) return false;
        return true;
    }

    private PlaceCount Place(PlaceRow place, long count) => new(tables.Names[place.Name], place.Country < 0 ? null : tables.Countries[place.Country],
        place.Admin1 < 0 ? null : tables.Names[place.Admin1], place.Lat, place.Lon, place.GeonameId < 0 ? null : place.GeonameId, count);

    private static List<ValueCount> Top(NumberCounts counts, TextTable table, int most) =>
        [.. counts.Most(most).Select(c => new ValueCount(table[c.Number], c.Count)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(most)];
}
