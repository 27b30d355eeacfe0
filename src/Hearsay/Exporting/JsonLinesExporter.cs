using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hearsay.Exporting;

/// <summary>
/// One JSON object an event and line: <c>{"event":{…},"article":{…},"codedWith":{…},"updatedAt","withdrawn",
/// "reviewState","offsets"}</c>. The event has every field that <c>hearsay code</c> writes; the article has all but its text.
/// </summary>
internal sealed class JsonLinesExporter(Stream output, ExportOptions options, ExportTally tally) : IExporter
{
    private readonly Drafts drafts = new(output);

    public Action Ready(IReadOnlyList<ExportedArticle> part) => drafts.Of(lines =>
    {
        using var json = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var article in part)
            foreach (var e in article.Events)
            {
                Write(json, article, e);
                json.Flush();
                lines.Write("\n"u8);
                json.Reset();
                tally.Wrote(1);
            }
    });

    public void Complete() => output.Flush();

    private void Write(Utf8JsonWriter json, ExportedArticle article, ExportedEvent e)
    {
        json.WriteStartObject();
        json.WritePropertyName("event");
        RecordWriter.Write(json, e.Record);
        json.WriteStartObject("article");
        json.WriteString("id", article.Article.Id);
        json.WriteString("url", article.Article.Url);
        json.WriteString("outlet", article.Article.Outlet);
        json.WriteString("title", article.Article.Title);
        json.WriteString("publishedOn", article.Article.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("language", article.Article.Language);
        json.WriteEndObject();
        json.WriteStartObject("codedWith");
        var codedWith = e.CodedWith ?? article.CodedWith;
        json.WriteString("program", codedWith.Program);
        json.WriteString("model", codedWith.Model);
        json.WriteString("knowledge", codedWith.Knowledge);
        json.WriteEndObject();
        if (e.UpdatedAt is { } time) json.WriteString("updatedAt", time.UtcDateTime);
        else json.WriteNull("updatedAt");
        json.WriteBoolean("withdrawn", e.Withdrawn);
        json.WriteString("reviewState", e.ReviewState);
        json.WriteString("offsets", options.CodePoints ? "codepoints" : "utf16");
        json.WriteEndObject();
    }
}
