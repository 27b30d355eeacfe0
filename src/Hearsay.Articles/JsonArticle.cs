using System.Text.Json;
using System.Text.Unicode;
using Hearsay.Articles.Languages;

namespace Hearsay.Articles;

/// <summary>
/// One JSON object to an article: {"id","outlet","title","publishedOn","url","text"}, of which only "text" is
/// required; "published" and "date" are read like "publishedOn", and "language" is kept. The text is taken exactly
/// as it is, so that offsets in the records hold in the user's own data. A field of the wrong kind is ignored with
/// a warning; an object without text is refused.
/// </summary>
internal static class JsonArticle
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads one line.</summary>
    public static ArticleReading ReadLine(byte[] line, string place, ColumnMap columns)
    {
        var diagnostics = new List<Diagnostic>();
        using var document = Parse(line, place, diagnostics);
        return document is null ? new(place, null, diagnostics) : ReadElement(document.RootElement, place, columns, diagnostics);
    }

    /// <summary>Reads a document that spans lines: one object, or an array of objects ("file[0]", "file[1]" …).</summary>
    public static IEnumerable<ArticleReading> ReadDocument(byte[] bytes, string place, ColumnMap columns)
    {
        var diagnostics = new List<Diagnostic>();
        using var document = Parse(bytes, place, diagnostics);
        if (document is null)
        {
            yield return new(place, null, diagnostics);
            yield break;
        }
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return ReadElement(document.RootElement, place, columns, diagnostics);
            yield break;
        }
        int index = 0;
        foreach (var element in document.RootElement.EnumerateArray())
            yield return ReadElement(element, $"{place}[{index++}]", columns, []);
        if (index == 0) yield return ArticleReading.Failed(Faults.Empty(place));
    }

    private static JsonDocument? Parse(byte[] bytes, string place, List<Diagnostic> diagnostics)
    {
        try
        {
            // Guessing a charset is dear: what does not even begin like JSON is left to the parser to refuse.
            if (Utf8.IsValid(bytes) || bytes.AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[' or (byte)'"', ..]) return JsonDocument.Parse(bytes, Options);
            string? text = TextDecoder.Decode(bytes, place, null, diagnostics);
            return text is null ? null : JsonDocument.Parse(text, Options);
        }
        catch (JsonException e)
        {
            diagnostics.Add(Faults.BadJson(place, Reason(e)));
            return null;
        }
    }

    // The library's message ends with its own line and byte position; the column is what a user can look up.
    private static string Reason(JsonException e)
    {
        int cut = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string message = (cut < 0 ? e.Message : e.Message[..cut]).TrimEnd('.');
        return $"{message} (byte {e.BytePositionInLine + 1})";
    }

    private static ArticleReading ReadElement(JsonElement element, string place, ColumnMap columns, List<Diagnostic> diagnostics)
    {
        try
        {
            return new(place, FromObject(element, place, columns, diagnostics), diagnostics);
        }
        catch (InvalidOperationException)
        {
            // Only GetString on "\ud800" gets here: valid JSON that is no valid text.
            diagnostics.Add(Faults.BadJson(place, "a string holds half of a surrogate pair"));
            return new(place, null, diagnostics);
        }
    }

    private static Article? FromObject(JsonElement element, string place, ColumnMap columns, List<Diagnostic> diagnostics)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(columns.NamesOf("text").First(), out var textElement)
            || textElement.ValueKind != JsonValueKind.String)
        {
            diagnostics.Add(Faults.NoText(place, Found(element, columns.NamesOf("text").First())));
            return null;
        }
        string raw = textElement.GetString()!;
        if (string.IsNullOrWhiteSpace(raw))
        {
            diagnostics.Add(Faults.Empty(place));
            return null;
        }
        if (TextDecoder.Cleaned(raw, place, diagnostics) is not { } text) return null;
        string? language = String(element, columns.NamesOf("language").First(), place, diagnostics);
        return PlainText.Checked(new Article
        {
            Id = Id(element, columns.NamesOf("id").First(), place, diagnostics) ?? PlainText.IdOf(text),
            Url = String(element, columns.NamesOf("url").First(), place, diagnostics),
            Outlet = String(element, columns.NamesOf("outlet").First(), place, diagnostics),
            Title = String(element, columns.NamesOf("title").First(), place, diagnostics),
            PublishedOn = Day(element, columns, place, diagnostics),
            Language = language ?? LanguageGate.Undeclared,
            Text = text,
        }, place, diagnostics);
    }

    private static string Found(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(name, out var text) => $"its \"{name}\" is {Kind(text)}",
        JsonValueKind.Object => $"the object has no \"{name}\"",
        _ => $"it is {Kind(element)}, not an object",
    };

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    private static string? Id(JsonElement element, string name, string place, List<Diagnostic> diagnostics) =>
        element.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.Number
            ? id.GetRawText()
            : String(element, name, place, diagnostics);

    private static string? String(JsonElement element, string field, string place, List<Diagnostic> diagnostics)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? TextDecoder.Cleaned(text, place, diagnostics) : null;
        diagnostics.Add(Faults.FieldIgnored(place, field, $"it is {Kind(value)}"));
        return null;
    }

    private static DateOnly? Day(JsonElement element, ColumnMap columns, string place, List<Diagnostic> diagnostics)
    {
        foreach (string field in columns.NamesOf("publishedOn"))
        {
            if (String(element, field, place, diagnostics) is not { } written) continue;
            if (PublicationDate.Parse(written) is { } day) return day;
            diagnostics.Add(Faults.FieldIgnored(place, field, $"\"{written}\" is not understood"));
        }
        return null;
    }
}
