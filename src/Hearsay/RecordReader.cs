using System.Globalization;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay;

/// <summary>
/// The way back from a line of <c>hearsay code</c> to the coded article: what <see cref="RecordWriter"/> wrote, this
/// reads. Fields that it does not know are passed over and missing ones are null or empty, so that records of other
/// versions can be read; a line that is no record is refused with the reason. Thread-safe.
/// </summary>
public static class RecordReader
{
    /// <summary>Reads one line, with or without its line break.</summary>
    /// <exception cref="InvalidDataException">The line is not JSON, or JSON that is no record.</exception>
    public static CodedArticle Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("article", out var article) || !root.TryGetProperty("events", out _))
                throw new InvalidDataException("it has no \"article\" with \"events\"");
            return new CodedArticle(Article(article), List(root, "events", Event), List(root, "quotations", Quotation), List(root, "diagnostics", Diagnostic));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException(e is KeyNotFoundException ? "a field is missing" : e.Message, e);
        }
    }

    /// <summary>Reads one event, as it stands under "events".</summary>
    /// <exception cref="InvalidDataException">It is no event.</exception>
    public static EventRecord ReadEvent(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Event(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException(e is KeyNotFoundException ? "a field is missing" : e.Message, e);
        }
    }

    private static Article Article(JsonElement e) => new()
    {
        Id = e.GetProperty("id").GetString()!, Url = Text(e, "url"), Outlet = Text(e, "outlet"), Title = Text(e, "title"),
        PublishedOn = Day(e, "publishedOn"), Language = Text(e, "language") ?? "en", Text = e.GetProperty("text").GetString() ?? "",
    };

    private static EventRecord Event(JsonElement e) => new()
    {
        Id = e.GetProperty("id").GetString()!, Sentence = (int)(Number(e, "sentence") ?? 0), Trigger = Cut(e.GetProperty("trigger")),
        Type = Text(e, "type") ?? "", Mode = Text(e, "mode"), Contexts = Strings(e, "contexts"), Cameo = Text(e, "cameo"),
        Actors = List(e, "actors", Party), Recipients = List(e, "recipients", Party), Status = Text(e, "status") ?? "",
        Time = Has(e, "time", out var time) ? new EventTime(Text(time, "text") ?? "", Day(time, "start"), Day(time, "end"), Text(time, "granularity") ?? "") : null,
        Place = Has(e, "place", out var place) ? Place(place) : null,
        Killed = Number(e, "killed"), Injured = Number(e, "injured"), Size = Number(e, "size"),
        Chain = List(e, "chain", Hop), Quotation = (int?)Number(e, "quotation"),
        Confidence = Has(e, "confidence", out var confidence) ? confidence.GetDouble() : 0,
        Trace = Has(e, "trace", out var trace) ? new Trace(Text(trace, "pattern") ?? "", Strings(trace, "rows")) : new Trace("", []),
    };

    private static EventPlace Place(JsonElement e) => new(
        Text(e, "text") ?? "", Text(e, "name"), Text(e, "country"), Text(e, "admin1"), Real(e, "lat"), Real(e, "lon"), (int?)Number(e, "geonameId"));

    private static QuotationRecord Quotation(JsonElement e) => new()
    {
        Content = List(e, "content", Cut), Cue = Has(e, "cue", out var cue) ? Cut(cue) : null,
        Speaker = Has(e, "speaker", out var speaker) ? Party(speaker) : null,
        Addressee = Has(e, "addressee", out var addressee) ? Party(addressee) : null,
        Form = Text(e, "form") ?? "", Chain = List(e, "chain", Hop),
    };

    private static Party Party(JsonElement e) => new()
    {
        Text = Text(e, "text") ?? "", Start = e.GetProperty("start").GetInt32(), End = e.GetProperty("end").GetInt32(),
        Name = Text(e, "name"), Code = Text(e, "code"), Country = Text(e, "country"), Sectors = Strings(e, "sectors"),
    };

    private static ChainHop Hop(JsonElement e) => new(
        Text(e, "name"), Text(e, "kind") ?? "unspecified", Text(e, "cue"), Text(e, "text") ?? "", e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32());

    private static Excerpt Cut(JsonElement e) => new(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32(), Text(e, "text") ?? "");

    private static Diagnostic Diagnostic(JsonElement e) => new(
        Text(e, "code") ?? "", Text(e, "severity") == "error" ? Severity.Error : Severity.Warning, Text(e, "message") ?? "", Text(e, "place") ?? "", Text(e, "remedy") ?? "");

    private static bool Has(JsonElement e, string name, out JsonElement value) => e.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static string? Text(JsonElement e, string name) => Has(e, name, out var value) ? value.GetString() : null;

    private static long? Number(JsonElement e, string name) => Has(e, name, out var value) ? value.GetInt64() : null;

    private static double? Real(JsonElement e, string name) => Has(e, name, out var value) ? value.GetDouble() : null;

    private static DateOnly? Day(JsonElement e, string name) =>
        Text(e, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<string> Strings(JsonElement e, string name) => List(e, name, static s => s.GetString() ?? "");

    private static IReadOnlyList<T> List<T>(JsonElement e, string name, Func<JsonElement, T> read) =>
        Has(e, name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];
}
