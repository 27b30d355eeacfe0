using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay;

/// <summary>
/// A coded article as one line of JSON: UTF-8, no line break inside, properties in a fixed order and none left out
/// (what the text does not say is null or an empty list). Letters are written as they are, not as \u escapes, so
/// that the text stays readable. Equal articles give equal bytes on every machine. Thread-safe.
/// </summary>
public static class RecordWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // The shape is fixed by this file and tested; checking it again for every value costs a tenth of the time.
        SkipValidation = true,
    };

    /// <summary>The line, with "\n" at its end.</summary>
    public static byte[] Line(CodedArticle coded)
    {
        var buffer = new ArrayBufferWriter<byte>(4 * coded.Article.Text.Length + 1024);
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, coded);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An article without codes, as <c>hearsay extract</c> prints it: the same "article" (and what else its page says) and "diagnostics".</summary>
    public static byte[] Line(Article? article, IReadOnlyList<Diagnostic> diagnostics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("article");
            if (article is null) json.WriteNullValue();
            else WriteExtracted(json, article);
            WriteList(json, "diagnostics", diagnostics, Write);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CodedArticle coded)
    {
        json.WriteStartObject();
        json.WritePropertyName("article");
        Write(json, coded.Article);
        WriteList(json, "events", coded.Events, Write);
        WriteList(json, "quotations", coded.Quotations, Write);
        WriteList(json, "diagnostics", coded.Diagnostics, Write);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        WriteFields(json, article);
        json.WriteEndObject();
    }

    // Records keep to their fixed names; what pages say besides is shown by "extract" only.
    private static void WriteExtracted(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        WriteFields(json, article);
        json.WriteString("publishedAt", article.PublishedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("byline", article.Byline);
        json.WriteString("dek", article.Dek);
        json.WriteString("section", article.Section);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Article article)
    {
        json.WriteString("id", article.Id);
        json.WriteString("url", article.Url);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("title", article.Title);
        json.WriteString("publishedOn", Day(article.PublishedOn));
        json.WriteString("language", article.Language);
        json.WriteString("text", article.Text);
    }

    internal static void Write(Utf8JsonWriter json, EventRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteNumber("sentence", record.Sentence);
        Write(json, "trigger", record.Trigger);
        json.WriteString("type", record.Type);
        json.WriteString("mode", record.Mode);
        WriteList(json, "contexts", record.Contexts, static (j, context) => j.WriteStringValue(context));
        json.WriteString("cameo", record.Cameo);
        WriteList(json, "actors", record.Actors, Write);
        WriteList(json, "recipients", record.Recipients, Write);
        json.WriteString("status", record.Status);
        Write(json, record.Time);
        Write(json, record.Place);
        Write(json, "killed", record.Killed);
        Write(json, "injured", record.Injured);
        Write(json, "size", record.Size);
        WriteList(json, "chain", record.Chain, Write);
        Write(json, "quotation", record.Quotation);
        json.WriteNumber("confidence", Math.Round(record.Confidence, 4));
        json.WriteStartObject("trace");
        json.WriteString("pattern", record.Trace.Pattern);
        WriteList(json, "rows", record.Trace.Rows, static (j, row) => j.WriteStringValue(row));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, QuotationRecord quotation)
    {
        json.WriteStartObject();
        WriteList(json, "content", quotation.Content, Write);
        Write(json, "cue", quotation.Cue);
        Write(json, "speaker", quotation.Speaker);
        Write(json, "addressee", quotation.Addressee);
        json.WriteString("form", quotation.Form);
        WriteList(json, "chain", quotation.Chain, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Party party)
    {
        json.WriteStartObject();
        json.WriteString("text", party.Text);
        json.WriteNumber("start", party.Start);
        json.WriteNumber("end", party.End);
        json.WriteString("name", party.Name);
        json.WriteString("code", party.Code);
        json.WriteString("country", party.Country);
        WriteList(json, "sectors", party.Sectors, static (j, sector) => j.WriteStringValue(sector));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChainHop hop)
    {
        json.WriteStartObject();
        json.WriteString("name", hop.Name);
        json.WriteString("kind", hop.Kind);
        json.WriteString("cue", hop.Cue);
        json.WriteString("text", hop.Text);
        json.WriteNumber("start", hop.Start);
        json.WriteNumber("end", hop.End);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EventTime? time)
    {
        json.WritePropertyName("time");
        if (time is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("text", time.Text);
        json.WriteString("start", Day(time.Start));
        json.WriteString("end", Day(time.End));
        json.WriteString("granularity", time.Granularity);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EventPlace? place)
    {
        json.WritePropertyName("place");
        if (place is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("text", place.Text);
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        json.WriteString("admin1", place.Admin1);
        Write(json, "lat", place.Lat);
        Write(json, "lon", place.Lon);
        Write(json, "geonameId", place.GeonameId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Excerpt excerpt)
    {
        json.WriteStartObject();
        json.WriteNumber("start", excerpt.Start);
        json.WriteNumber("end", excerpt.End);
        json.WriteString("text", excerpt.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("message", diagnostic.Message);
        json.WriteString("place", diagnostic.Place);
        json.WriteString("remedy", diagnostic.Remedy);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Excerpt? excerpt)
    {
        json.WritePropertyName(name);
        if (excerpt is null) json.WriteNullValue();
        else Write(json, excerpt);
    }

    private static void Write(Utf8JsonWriter json, string name, Party? party)
    {
        json.WritePropertyName(name);
        if (party is null) json.WriteNullValue();
        else Write(json, party);
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    // JSON has no NaN; a coordinate that is not a number is a coordinate that is not known.
    private static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
