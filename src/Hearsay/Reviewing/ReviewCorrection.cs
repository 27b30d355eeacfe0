using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Records;
using Hearsay.Coding.Statuses;

namespace Hearsay.Reviewing;

/// <summary>
/// What a reviewer says is right where the program was wrong: settings like <c>type=CONSULT</c> become a JSON object with
/// those fields of the event, named as <c>hearsay code</c> names them, and that object laid over the event gives the
/// right one. Values that the ontology does not know are refused with what it does know; an empty value is null.
/// </summary>
public static class ReviewCorrection
{
    /// <summary>The fields that can be set.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["type", "mode", "contexts", "cameo", "status", "actor", "recipient", "killed", "injured", "size"];

    /// <summary>The object for some settings of an event.</summary>
    /// <exception cref="FormatException">A setting cannot be read; the message says why.</exception>
    public static string Json(EventRecord record, IEnumerable<string> settings, Ontology ontology)
    {
        var corrected = new JsonObject();
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            string field = equals < 0 ? setting : setting[..equals].Trim(), value = equals < 0 ? "" : setting[(equals + 1)..].Trim();
            if (equals < 0 || !Fields.Contains(field)) throw new FormatException($"\"{setting}\" sets nothing; write field=value with one of {string.Join(", ", Fields)}");
            var (name, node) = Value(record, field, value, (string?)corrected["type"] ?? record.Type, ontology);
            corrected[name] = node;
        }
        return corrected.ToJsonString();
    }

    /// <summary>The event as the reviewer has it; null changes nothing.</summary>
    /// <exception cref="InvalidDataException">The object is none of an event.</exception>
    public static EventRecord Apply(EventRecord record, string? corrected)
    {
        if (string.IsNullOrEmpty(corrected)) return record;
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer)) RecordWriter.Write(json, record);
            var whole = JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
            foreach (var (name, value) in JsonNode.Parse(corrected)!.AsObject()) whole[name] = value?.DeepClone();
            return RecordReader.ReadEvent(whole.ToJsonString());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static (string Name, JsonNode? Value) Value(EventRecord record, string field, string value, string type, Ontology ontology) => field switch
    {
        "type" => (field, OneOf(value.ToUpperInvariant(), ontology.Types.Keys, field)),
        "mode" => (field, value.Length == 0 ? null : OneOf(value.ToLowerInvariant(), ontology.Types[type].Modes, $"mode of {type}")),
        "contexts" => (field, new JsonArray([.. value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => OneOf(c, ontology.Contexts, "context"))])),
        "cameo" => (field, value.Length == 0 ? null : OneOf(value, ontology.Cameo.Keys, "CAMEO code")),
        "status" => (field, OneOf(value.ToLowerInvariant(), Enum.GetValues<Status>().Select(s => s.Word()), field)),
        "actor" => ("actors", Parties(record.Actors, value, field)),
        "recipient" => ("recipients", Parties(record.Recipients, value, field)),
        _ when value.Length == 0 => (field, null),
        _ => (field, long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw new FormatException($"\"{value}\" is no number of people")),
    };

    private static JsonNode OneOf(string value, IEnumerable<string> allowed, string what)
    {
        var known = allowed.ToList();
        return known.Contains(value) ? JsonValue.Create(value)
            : throw new FormatException($"\"{value}\" is no {what}{(known.Count is > 0 and <= 40 ? "; there are " + string.Join(", ", known) : "")}");
    }

    // The code of the first party; who it is stands in the text and stays. An empty value says that there is no such party.
    private static JsonArray Parties(IReadOnlyList<Party> parties, string code, string side)
    {
        if (code.Length == 0) return [];
        if (parties.Count == 0) throw new FormatException($"the event has no {side} to give a code to");
        if (code.Length < 3 || code.Length % 3 != 0 || !code.All(char.IsAsciiLetterUpper)) throw new FormatException($"\"{code}\" is no code; write country and sectors, like KENGOV");
        var array = new JsonArray();
        foreach (var (party, index) in parties.Select((p, i) => (p, i)))
        {
            var right = index == 0 ? party with { Code = code, Country = code[..3], Sectors = [.. code[3..].Chunk(3).Select(c => new string(c))] } : party;
            array.Add(new JsonObject
            {
                ["text"] = right.Text, ["start"] = right.Start, ["end"] = right.End, ["name"] = right.Name, ["code"] = right.Code, ["country"] = right.Country,
                ["sectors"] = new JsonArray([.. right.Sectors.Select(s => JsonValue.Create(s))]),
            });
        }
        return array;
    }
}
