using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// Hashes that tell whether something changed between two runs, and ids for what has none of its own. All are sixteen
/// hexadecimal digits (xxHash64) and the same on every machine.
/// </summary>
internal sealed class RecordHash
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter json;

    public RecordHash() => json = new(buffer, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Of all fields of an article.</summary>
    public string Of(Article article) => Hash(() => RecordWriter.Write(json, article));

    /// <summary>Of all fields of an event and the day it is filed under.</summary>
    public string Of(EventRecord record, string day) => Hash(() =>
    {
        RecordWriter.Write(json, record);
        json.WriteStringValue(day);
    });

    /// <summary>Of all fields of a quotation, its place among the article's and the day it is filed under.</summary>
    public string Of(QuotationRecord quotation, int ordinal, string day) => Hash(() =>
    {
        RecordWriter.Write(json, quotation);
        json.WriteStringValue(day);
        json.WriteNumberValue(ordinal);
    });

    /// <summary>Of a text.</summary>
    public static string Of(string text) => Digits(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// The same for events of different articles that report one happening: at present the same words of the same text,
    /// as when several outlets print one wire report.
    /// </summary>
    public static string Happening(string textHash, EventRecord record) => Of(string.Create(CultureInfo.InvariantCulture,
        $"{textHash}\u001f{record.Trigger.Start}\u001f{record.Trigger.End}\u001f{record.Type}\u001f{record.Mode}\u001f{record.Status}\u001f{string.Join('\u001f', record.Chain.Select(h => h.Name ?? h.Text))}"));

    /// <summary>A quotation's id: stable as long as the same words of the same article are credited by the same cue.</summary>
    public static string QuotationId(string articleId, QuotationRecord quotation) => Of(string.Create(CultureInfo.InvariantCulture,
        $"{articleId}\u001f{(quotation.Content.Count > 0 ? quotation.Content[0].Start : -1)}\u001f{quotation.Cue?.Start ?? -1}\u001f{quotation.Speaker?.Start ?? -1}"));

    private string Hash(Action write)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        write();
        json.Flush();
        return Digits(XxHash64.HashToUInt64(buffer.WrittenSpan));
    }

    private static string Digits(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
