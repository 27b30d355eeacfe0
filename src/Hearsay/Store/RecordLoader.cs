using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Store;

/// <summary>
/// Reads articles, quotations and sentences by their keys, some hundreds at a time: one query for the rows and one for each
/// kind of child. Events come from <see cref="EventLoader"/>.
/// </summary>
internal sealed class RecordLoader(RowQuery read)
{
    private static readonly string QuotationColumns = string.Join(',', StoreTable.Quotations.Columns.Select(c => "q." + c));

    private readonly EventLoader events = new(read);

    /// <summary>The quotations with these keys, in their order.</summary>
    public List<StoredQuotation> Quotations(IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        var part = KeyPart.Of(keys);
        var hops = events.Hops(part);
        var headers = events.Headers(part);
        var contents = new ChildRows<Excerpt>();
        Read($"SELECT quotation_key, text, start_offset, end_offset FROM contents WHERE {part.Records("quotation_key")} ORDER BY quotation_key, ordinal", part,
            row => contents.Add(row.Number(), row.Excerpt()));
        var found = new Dictionary<long, StoredQuotation>(keys.Count);
        Read($"SELECT {QuotationColumns} FROM quotations q WHERE {part.Records("q.key")} ORDER BY q.key", part, row =>
        {
            long key = row.Number();
            found[key] = Quotation(key, row, contents.ListOf(key), hops.ListOf(key), headers.Of(RecordKey.Article(key))[0].Row);
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    /// <summary>The articles with these keys, in their order, with the given events and quotations (by key).</summary>
    public IReadOnlyList<StoredArticle> Articles(IReadOnlyList<long> keys, IReadOnlyList<long> eventKeys, IReadOnlyList<long> quotationKeys)
    {
        var events = this.events.Events(eventKeys).ToLookup(e => RecordKey.Article(e.Key));
        var quotations = Quotations(quotationKeys).ToLookup(q => RecordKey.Article(q.Key));
        string list = KeyPart.List(keys);
        var sentences = new Dictionary<long, List<TextSpan>>();
        foreach (long key in keys)
            Read($"SELECT start_offset, end_offset FROM sentences WHERE key BETWEEN @first AND @last ORDER BY key", KeyPart.OfArticles(key, key), row => Add(sentences, key, new TextSpan(row.Int(), row.Int())));
        var diagnostics = new Dictionary<long, List<Diagnostic>>();
        Read($"SELECT article_key, code, severity, message, place, remedy FROM diagnostics WHERE article_key IN ({list}) ORDER BY article_key, ordinal", null,
            row => Add(diagnostics, row.Number(), Diagnostic(row)));
        var found = new Dictionary<long, StoredArticle>(keys.Count);
        Read($"SELECT {string.Join(',', StoreTable.Articles.Columns)} FROM articles WHERE key IN ({list})", null, row =>
        {
            long key = row.Number();
            var article = Article(row);
            found[key] = new StoredArticle
            {
                Key = key, Article = article, History = row.History(), Sentences = sentences.GetValueOrDefault(key) ?? [],
                Events = [.. events[key]], Quotations = [.. quotations[key]], Diagnostics = diagnostics.GetValueOrDefault(key) ?? [],
            };
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    /// <summary>The sentences with these keys, in their order.</summary>
    public List<FoundSentence> Sentences(IReadOnlyList<long> keys)
    {
        if (keys.Count == 0) return [];
        var part = KeyPart.Of(keys);
        var headers = events.Headers(part);
        var found = new Dictionary<long, FoundSentence>(keys.Count);
        Read($"SELECT key, article_key, sentence, start_offset, end_offset, text FROM sentences WHERE {part.Records("key")} ORDER BY key", part, row =>
        {
            long key = row.Number();
            found[key] = new(key, headers.Of(row.Number())[0].Row, row.Int(), row.Int(), row.Int(), row.Text());
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
            $"substr(a.text, 1, 300) FROM articles a WHERE a.key IN ({KeyPart.List(keys)})", null, row =>
        {
            long key = row.Number();
            var header = new ArticleHeader(row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Day(), row.Text());
            found[key] = new(key, header, row.Number(), row.Number(), row.Text());
        });
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    private static StoredQuotation Quotation(long key, RowReading row, IReadOnlyList<Excerpt> contents, IReadOnlyList<ChainHop> chain, ArticleHeader article)
    {
        string id = row.OwnText()!;
        row.Number();
        int ordinal = row.Int();
        row.Number();
        row.Number();
        var record = new QuotationRecord
        {
            Form = row.Text(), Cue = row.ExcerptOrNull(), Speaker = row.Voice(), Addressee = row.Voice(),
            Content = contents, Chain = chain,
        };
        row.Text();
        row.Text();
        return new StoredQuotation { Key = key, Id = id, Article = article, Record = record, Ordinal = ordinal, History = row.History() };
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

    private void Read(string sql, KeyPart? part, Action<RowReading> take)
    {
        using var row = read(sql, part);
        while (row.Next()) take(row);
    }
}
