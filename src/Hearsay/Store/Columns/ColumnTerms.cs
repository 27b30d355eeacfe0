using System.Globalization;

namespace Hearsay.Store.Columns;

/// <summary>Whether an event fits.</summary>
internal delegate bool EventFits(EventBlock block, in EventRow row);

/// <summary>
/// The conditions of a query as tests of rows: the counterpart of <see cref="QuerySql"/>, term by term, and a test holds the two
/// together. Texts are compared once for each different text, not once for each row. Fields that no row has give null;
/// then the database must answer.
/// </summary>
internal sealed class ColumnTerms(ColumnTables tables, ColumnSnapshot snapshot, Func<IReadOnlyDictionary<long, string>> reviewed)
{
    /// <summary>Fields of articles: asked of the article, whatever is counted.</summary>
    public static bool IsOfArticle(QueryField field) => field is QueryField.Article or QueryField.Outlet or QueryField.PublishedSince or QueryField.PublishedUntil or QueryField.Revision;

    /// <summary>Fields that quotations have themselves.</summary>
    public static bool IsOfQuotation(QueryField field) =>
        IsOfArticle(field) || field is QueryField.Speaker or QueryField.Party or QueryField.Sector or QueryField.Country or QueryField.Since or QueryField.Until or QueryField.Run;

    /// <summary>Whether all fields of the query are in the rows.</summary>
    public static bool Covers(RecordQuery query) => !query.IncludeWithdrawn && query.Terms.All(t => t.Field is not (QueryField.Article or QueryField.Event or QueryField.Revision));

    /// <summary>A test of events.</summary>
    public EventFits OfEvent(QueryTerm term)
    {
        var fits = Event(term);
        return term.Not ? (block, in row) => !fits(block, row) : fits;
    }

    /// <summary>A test of quotations.</summary>
    public Func<QuotationRow, bool> OfQuotation(QueryTerm term)
    {
        var fits = Quotation(term);
        return term.Not ? q => !fits(q) : fits;
    }

    /// <summary>A test of articles.</summary>
    public Func<ArticleRow, bool> OfArticle(QueryTerm term)
    {
        var fits = Article(term);
        return term.Not ? a => !fits(a) : fits;
    }

    private EventFits Event(QueryTerm term)
    {
        switch (term.Field)
        {
            case QueryField.Actor: return Party(term, false);
            case QueryField.Recipient: return Party(term, true);
            case QueryField.Party: return Party(term, null);
            case QueryField.Sector: var sectors = tables.Sectors.Where(s => term.Values.Any(v => Lists(s, v)));
                return (block, in row) => Any(block.PartiesOf(row), sectors);
            case QueryField.Type: var types = Equal(tables.Types, term.Values); return (_, in row) => types.Has(row.Type);
            case QueryField.Quad: var quads = Equal(tables.Types, [.. term.Values.SelectMany(q => QuadClass.Types[q])]); return (_, in row) => quads.Has(row.Type);
            case QueryField.Mode: var modes = Equal(tables.Modes, term.Values); return (_, in row) => modes.Has(row.Mode);
            case QueryField.Context: var contexts = tables.Contexts.Where(c => term.Values.Any(v => Lists(c, v))); return (_, in row) => contexts.Has(row.Contexts);
            case QueryField.Cameo: var cameos = Begins(tables.Cameos, term.Values); return (_, in row) => cameos.Has(row.Cameo);
            case QueryField.Pattern: var patterns = Begins(tables.Patterns, term.Values); return (_, in row) => patterns.Has(row.Pattern);
            case QueryField.Status: var statuses = Equal(tables.Statuses, term.Values); return (_, in row) => statuses.Has(row.Status);
            case QueryField.Speaker: var speakers = Contains(term.Values); return (block, in row) => Any(block.HopsOf(row), speakers);
            case QueryField.Place: return Place(Contains(term.Values));
            case QueryField.Country: var countries = Equal(tables.Countries, term.Values); return (_, in row) => row.Place >= 0 && countries.Has(tables.Places[row.Place].Country);
            case QueryField.Area: var inside = Inside(term.Values); return (_, in row) => inside.Has(row.Place);
            case QueryField.Since: int since = term.Values.Min(Day); return (_, in row) => row.Day >= since;
            case QueryField.Until: int until = term.Values.Max(Day); return (_, in row) => row.Day >= 0 && row.Day <= until;
            case QueryField.Confidence: double least = term.Values.Min(v => double.Parse(v, CultureInfo.InvariantCulture)); return (_, in row) => row.Confidence >= least;
            case QueryField.Review: return Review(term);
            case QueryField.Run: var runs = Numbers(term); return (_, in row) => runs.Contains(row.Run);
            default: var articles = Articles(Article(term)); return (_, in row) => articles(RecordKey.Article(row.Key));
        }
    }

    private Func<QuotationRow, bool> Quotation(QueryTerm term)
    {
        switch (term.Field)
        {
            case QueryField.Speaker: var speakers = Voices(term); return q => speakers(q.Speaker);
            case QueryField.Party: var voices = Voices(term); return q => voices(q.Speaker) || voices(q.Addressee);
            case QueryField.Sector: var sectors = tables.Sectors.Where(s => term.Values.Any(v => Lists(s, v))); return q => sectors.Has(q.Speaker.Sectors);
            case QueryField.Country: var countries = Equal(tables.Countries, term.Values); return q => countries.Has(q.Speaker.Country);
            case QueryField.Since: int since = term.Values.Min(Day); return q => q.Day >= since;
            case QueryField.Until: int until = term.Values.Max(Day); return q => q.Day >= 0 && q.Day <= until;
            case QueryField.Run: var runs = Numbers(term); return q => runs.Contains(q.Run);
            default: var articles = Articles(Article(term)); return q => articles(RecordKey.Article(q.Key));
        }
    }

    private Func<ArticleRow, bool> Article(QueryTerm term)
    {
        switch (term.Field)
        {
            case QueryField.Outlet: var outlets = tables.Outlets.Where(o => term.Values.Any(v => Contains(o, v))); return a => outlets.Has(a.Outlet);
            case QueryField.PublishedSince: int since = term.Values.Min(Day); return a => a.Published >= since;
            default: int until = term.Values.Max(Day); return a => a.Published >= 0 && a.Published <= until;
        }
    }

    private Predicate<long> Articles(Func<ArticleRow, bool> fits)
    {
        var fitting = new Marks(snapshot.Articles.Length);
        for (int i = 0; i < snapshot.Articles.Length; i++)
            if (fits(snapshot.Articles[i])) fitting.Add(i);
        var places = new ArticlePlaces(snapshot.Articles);
        return article => fitting.Has(places.Of(article));
    }

    private EventFits Party(QueryTerm term, bool? recipient)
    {
        var (codes, names) = CodesAndNames(term);
        return (block, in row) =>
        {
            foreach (var party in block.PartiesOf(row))
                if ((recipient is null || party.IsRecipient == recipient) && (codes.Has(party.Code) || names.Has(party.Name) || names.Has(party.Text))) return true;
            return false;
        };
    }

    private Predicate<VoiceRow> Voices(QueryTerm term)
    {
        var (codes, names) = CodesAndNames(term);
        return voice => codes.Has(voice.Code) || names.Has(voice.Name) || names.Has(voice.Text);
    }

    private (Marks Codes, Marks Names) CodesAndNames(QueryTerm term) =>
        (Begins(tables.Codes, [.. term.Values.Where(QuerySql.IsCode)]), Contains([.. term.Values.Where(v => !QuerySql.IsCode(v))]));

    private EventFits Place(Marks names)
    {
        var places = tables.Places.Where(p => names.Has(p.Name) || names.Has(p.Admin1));
        return (_, in row) => places.Has(row.Place) || names.Has(row.PlaceText);
    }

    private Marks Inside(IReadOnlyList<string> values)
    {
        var boxes = values.Select(v => GeoBox.TryParse(v, out var box) ? box : default).ToList();
        return tables.Places.Where(p => p.Lat is { } lat && p.Lon is { } lon && boxes.Exists(b => b.Contains(lat, lon)));
    }

    private EventFits Review(QueryTerm term)
    {
        var states = reviewed();
        return (_, in row) => term.Values.Contains(states.GetValueOrDefault(row.Key, ReviewState.Unreviewed));
    }

    private static bool Any(ReadOnlySpan<PartyRow> parties, Marks sectors)
    {
        foreach (var party in parties)
            if (sectors.Has(party.Sectors)) return true;
        return false;
    }

    private static bool Any(ReadOnlySpan<HopRow> hops, Marks names)
    {
        foreach (var hop in hops)
            if (names.Has(hop.Name) || names.Has(hop.Text)) return true;
        return false;
    }

    private Marks Contains(IReadOnlyList<string> words) => words.Count == 0 ? Marks.None : tables.Names.Where(n => Contains(n, words));

    private static Marks Equal(Numbering<string> table, IReadOnlyList<string> values) => table.Where(values.Contains);

    private static Marks Begins(Numbering<string> table, IReadOnlyList<string> prefixes) =>
        prefixes.Count == 0 ? Marks.None : table.Where(t => prefixes.Any(p => t.StartsWith(p, StringComparison.Ordinal)));

    private static HashSet<int> Numbers(QueryTerm term) => [.. term.Values.Select(v => (int)Math.Min(long.Parse(v, CultureInfo.InvariantCulture), int.MaxValue))];

    private static bool Contains(string text, IReadOnlyList<string> words)
    {
        // By number: an enumerator for each of a hundred thousand names would be megabytes a query.
        for (int i = 0; i < words.Count; i++)
            if (Contains(text, words[i])) return true;
        return false;
    }

    private static bool Contains(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool Lists(string list, string value) => list.Split(RowValues.ListSeparator).Contains(value, StringComparer.OrdinalIgnoreCase);

    private static int Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
