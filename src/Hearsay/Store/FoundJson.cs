using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hearsay.Store;

/// <summary>
/// Found records as lines of JSON: the record as <c>hearsay code</c> writes it, the article without its text, and what
/// the store knows beside: <c>{"event":{…},"article":{…},"sentence":"…","day":…,"review":…,"createdAt":…,…}</c>. UTF-8, one
/// object a line, properties in a fixed order.
/// </summary>
public static class FoundJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>An event.</summary>
    public static byte[] Line(StoredEvent e) => Line(json =>
    {
        json.WritePropertyName("event");
        RecordWriter.Write(json, e.Record);
        Article(json, e.Article);
        json.WriteString("sentence", e.SentenceText);
        json.WriteString("day", RowValues.Day(e.Day));
        json.WriteString("review", e.ReviewState);
        History(json, e.History);
    });

    /// <summary>A quotation.</summary>
    public static byte[] Line(StoredQuotation q) => Line(json =>
    {
        json.WriteString("id", q.Id);
        json.WritePropertyName("quotation");
        RecordWriter.Write(json, q.Record);
        Article(json, q.Article);
        History(json, q.History);
    });

    /// <summary>A sentence.</summary>
    public static byte[] Line(FoundSentence s) => Line(json =>
    {
        json.WriteNumber("sentence", s.Sentence);
        json.WriteNumber("start", s.Start);
        json.WriteNumber("end", s.End);
        json.WriteString("text", s.Text);
        Article(json, s.Article);
    });

    /// <summary>An article.</summary>
    public static byte[] Line(FoundArticle a) => Line(json =>
    {
        Article(json, a.Article);
        json.WriteNumber("events", a.Events);
        json.WriteNumber("quotations", a.Quotations);
        json.WriteString("beginning", a.Beginning);
    });

    private static void Article(Utf8JsonWriter json, ArticleHeader article)
    {
        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        json.WriteString("url", article.Url);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("title", article.Title);
        json.WriteString("publishedOn", RowValues.Day(article.PublishedOn));
        json.WriteString("language", article.Language);
        json.WriteEndObject();
    }

    private static void History(Utf8JsonWriter json, RecordHistory history)
    {
        json.WriteString("createdAt", Moment.Text(history.CreatedAt));
        json.WriteString("updatedAt", Moment.Text(history.UpdatedAt));
        json.WriteString("withdrawnAt", history.WithdrawnAt is { } at ? Moment.Text(at) : null);
        json.WriteNumber("revision", history.Revision);
        json.WriteNumber("run", history.Run);
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
