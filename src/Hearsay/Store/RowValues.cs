using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>Records as rows: each method writes the values of one row in the order of its <see cref="StoreTable"/>.</summary>
internal static class RowValues
{
    /// <summary>Separates the items of a list in one column; none of the codes listed holds it.</summary>
    public const char ListSeparator = ';';

    /// <summary>Separates table rows, whose ids may hold anything else.</summary>
    public const char LineSeparator = (char)10;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The way back; a day that the store wrote, for nothing else is written like it.</summary>
    public static DateOnly ReadDay(string text)
    {
        // By hand, for an export reads millions of days.
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') throw NoDay(text);
        return new(Digits(text, 0, 4), Digits(text, 5, 7), Digits(text, 8, 10));
    }

    private static int Digits(string text, int from, int to)
    {
        int number = 0;
        for (int i = from; i < to; i++) number = char.IsAsciiDigit(text[i]) ? 10 * number + text[i] - '0' : throw NoDay(text);
        return number;
    }

    private static FormatException NoDay(string text) => new($"\"{text}\" is no day.");

    /// <summary>Where a text has characters of two code units: their offsets. Almost always empty.</summary>
    public static string Pairs(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0) return "";
        return string.Join(ListSeparator, Enumerable.Range(0, text.Length - 1).Where(i => char.IsSurrogatePair(text, i)).Select(i => i.ToString(CultureInfo.InvariantCulture)));
    }

    public static void Sentence(IRowWriter rows, long articleKey, int number, int start, int end, string text)
    {
        rows.Number(RecordKey.Of(articleKey, number));
        rows.Number(articleKey);
        rows.Number(number);
        rows.Number(start);
        rows.Number(end);
        rows.Text(text);
        rows.EndRow();
    }

    public static void Event(IRowWriter rows, PreparedArticle article, PreparedEvent prepared, WriteTurn turn)
    {
        var e = prepared.Record;
        rows.Number(prepared.Key);
        rows.Text(e.Id);
        rows.Number(article.Key);
        rows.Number(e.Sentence);
        rows.Number(article.SentenceKey(e.Sentence));
        Excerpt(rows, e.Trigger);
        rows.Text(e.Type);
        rows.Text(e.Mode);
        rows.Text(string.Join(ListSeparator, e.Contexts));
        rows.Text(e.Cameo);
        rows.Text(e.Status);
        rows.Text(e.Time?.Text);
        rows.Text(Day(e.Time?.Start));
        rows.Text(Day(e.Time?.End));
        rows.Text(e.Time?.Granularity);
        Place(rows, e.Place);
        rows.Number(e.Killed);
        rows.Number(e.Injured);
        rows.Number(e.Size);
        rows.Number(e.Quotation);
        rows.Real(e.Confidence);
        rows.Text(e.Trace.Pattern);
        rows.Text(string.Join(LineSeparator, e.Trace.Rows));
        rows.Text(prepared.Day);
        rows.Text(prepared.Happening);
        rows.Text(prepared.Hash);
        rows.Text(prepared.ReviewState);
        History(rows, turn, prepared.CreatedAt);
        rows.EndRow();
    }

    public static void Party(IRowWriter rows, long eventKey, string role, int ordinal, Party party)
    {
        rows.Number(eventKey);
        rows.Text(role);
        rows.Number(ordinal);
        rows.Text(party.Text);
        rows.Number(party.Start);
        rows.Number(party.End);
        rows.Text(party.Name);
        rows.Text(party.Code);
        rows.Text(party.Country);
        rows.Text(string.Join(ListSeparator, party.Sectors));
        rows.EndRow();
    }

    public static void Hop(IRowWriter rows, long recordKey, int ordinal, ChainHop hop)
    {
        rows.Number(recordKey);
        rows.Number(ordinal);
        rows.Text(hop.Name);
        rows.Text(hop.Kind);
        rows.Text(hop.Cue);
        rows.Text(hop.Text);
        rows.Number(hop.Start);
        rows.Number(hop.End);
        rows.EndRow();
    }

    public static void Quotation(IRowWriter rows, PreparedArticle article, PreparedQuotation prepared, WriteTurn turn)
    {
        var q = prepared.Record;
        rows.Number(prepared.Key);
        rows.Text(prepared.Id);
        rows.Number(article.Key);
        rows.Number(prepared.Ordinal);
        rows.Number(article.SentenceAt(q.Content.Count > 0 ? q.Content[0].Start : 0));
        rows.Number(article.SentenceAt(q.Content.Count > 0 ? Math.Max(0, q.Content[^1].End - 1) : 0));
        rows.Text(q.Form);
        rows.Text(q.Cue?.Text);
        rows.Number(q.Cue?.Start);
        rows.Number(q.Cue?.End);
        Voice(rows, q.Speaker);
        Voice(rows, q.Addressee);
        rows.Text(prepared.Day);
        rows.Text(prepared.Hash);
        History(rows, turn, prepared.CreatedAt);
        rows.EndRow();
    }

    public static void Diagnostic(IRowWriter rows, long run, long articleKey, int ordinal, Diagnostic diagnostic)
    {
        rows.Number(run);
        rows.Number(articleKey);
        rows.Number(ordinal);
        rows.Text(diagnostic.Code);
        rows.Text(diagnostic.Severity == Severity.Error ? "error" : "warning");
        rows.Text(diagnostic.Message);
        rows.Text(diagnostic.Place);
        rows.Text(diagnostic.Remedy);
        rows.EndRow();
    }

    public static void Article(IRowWriter rows, PreparedArticle prepared, WriteTurn turn)
    {
        var a = prepared.Coded.Article;
        rows.Number(prepared.Key);
        rows.Text(a.Id);
        rows.Text(a.Url);
        rows.Text(a.Outlet);
        rows.Text(a.Title);
        rows.Text(Day(a.PublishedOn));
        rows.Text(a.Language);
        rows.Text(a.Text);
        rows.Text(prepared.TextHash);
        rows.Text(prepared.Hash);
        rows.Text(Pairs(a.Text));
        rows.Number(turn.Run);
        History(rows, turn, prepared.CreatedAt);
        rows.EndRow();
    }

    private static void History(IRowWriter rows, WriteTurn turn, string? createdAt)
    {
        rows.Number(turn.Run);
        rows.Text(createdAt ?? turn.Now);
        rows.Text(turn.Now);
        rows.Text(null);
        rows.Number(turn.Revision);
    }

    private static void Excerpt(IRowWriter rows, Excerpt excerpt)
    {
        rows.Text(excerpt.Text);
        rows.Number(excerpt.Start);
        rows.Number(excerpt.End);
    }

    private static void Place(IRowWriter rows, EventPlace? place)
    {
        rows.Text(place?.Text);
        rows.Text(place?.Name);
        rows.Text(place?.Country);
        rows.Text(place?.Admin1);
        rows.Real(place?.Lat);
        rows.Real(place?.Lon);
        rows.Number(place?.GeonameId);
    }

    private static void Voice(IRowWriter rows, Party? party)
    {
        rows.Text(party?.Text);
        rows.Number(party?.Start);
        rows.Number(party?.End);
        rows.Text(party?.Name);
        rows.Text(party?.Code);
        rows.Text(party?.Country);
        rows.Text(party is null ? null : string.Join(ListSeparator, party.Sectors));
    }
}
