using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Coding.Records;
using Hearsay.Store;

namespace Hearsay.Reviewing;

/// <summary>
/// Reviews as gold: an article all of whose events are decided becomes one line of the records form that
/// <c>hearsay evaluate --records</c> reads, with the accepted and corrected events and those that reviewers added.
/// Quotations are not reviewed and are left out. The form finds words by their first occurrence, so a trigger or a party
/// whose words stand earlier in the text is given with as many of its neighbours as make it the first.
/// </summary>
public static class ReviewGold
{
    /// <summary>The line of an article, or null while an event of it is undecided or nobody looked at it.</summary>
    public static byte[]? Line(StoredArticle article, IReadOnlyList<Review> reviews)
    {
        var events = article.Events.Where(e => e.History.WithdrawnAt is null).Select(e => ReviewedEvent.Of(e, reviews)).ToList();
        var added = reviews.Where(r => r.Verdict == Verdict.Add && r.Corrected is not null).Select(r => RecordReader.ReadEvent(r.Corrected!)).ToList();
        bool decided = events.All(e => e.Event.ReviewState is ReviewState.Accepted or ReviewState.Corrected or ReviewState.Rejected);
        if (!decided || events.Count + added.Count == 0) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, article, [.. events.Select(e => e.Right).OfType<EventRecord>(), .. added]);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, StoredArticle stored, IReadOnlyList<EventRecord> events)
    {
        var article = stored.Article;
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("published", Day(article.PublishedOn));
        json.WriteString("title", article.Title);
        json.WriteString("text", article.Text);
        json.WriteStartArray("events");
        foreach (var record in events.OrderBy(e => e.Trigger.Start)) Write(json, article.Text, record);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string text, EventRecord record)
    {
        json.WriteStartObject();
        json.WriteString("trigger", FirstOccurrence(text, record.Trigger.Start, record.Trigger.End));
        json.WriteString("type", record.Type);
        json.WriteString("mode", record.Mode);
        json.WriteString("cameo", record.Cameo);
        Write(json, "actors", text, record.Actors);
        Write(json, "recipients", text, record.Recipients);
        json.WriteString("status", record.Status);
        if (record.Time is { Start: { } start, End: { } end })
        {
            json.WriteStartArray("date");
            json.WriteStringValue(Day(start));
            json.WriteStringValue(Day(end));
            json.WriteEndArray();
        }
        else json.WriteNull("date");
        json.WriteString("place", record.Place?.Text);
        Write(json, "killed", record.Killed);
        Write(json, "injured", record.Injured);
        json.WriteStartArray("chain");
        foreach (var hop in record.Chain) json.WriteStringValue(hop.Kind == "unspecified" ? "(unspecified)" : hop.Name ?? hop.Text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string text, IReadOnlyList<Party> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteString("text", FirstOccurrence(text, party.Start, party.End));
            json.WriteString("code", party.Code);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    // The words with following ones, then with preceding ones, until nothing earlier in the text reads the same.
    private static string FirstOccurrence(string text, int start, int end)
    {
        while (text.IndexOf(text[start..end], StringComparison.Ordinal) < start && end < text.Length && text[end] != '\n') end = WordEnd(text, end);
        while (text.IndexOf(text[start..end], StringComparison.Ordinal) < start && start > 0) start = WordStart(text, start);
        return text[start..end];
    }

    private static int WordEnd(string text, int at)
    {
        do at++;
        while (at < text.Length && !char.IsWhiteSpace(text[at]));
        return at;
    }

    private static int WordStart(string text, int at)
    {
        do at--;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]));
        return at;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
