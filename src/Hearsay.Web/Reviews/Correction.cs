using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Coding.Records;
using Hearsay.Reviewing;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Web.Reviews;

/// <summary>
/// What a reviewer filled in where an event is wrong, as the JSON object that a review keeps: those fields that differ, under
/// the names that <c>hearsay code</c> gives them. Words of a party must stand in the article; where they were not selected but typed, the
/// occurrence nearest to the trigger is meant. <see cref="Fault"/> says what cannot be taken, and then there is no JSON.
/// </summary>
internal sealed record Correction(string? Json, string? Fault)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the form.</summary>
    public static Correction Of(IFormCollection form, EventRecord record, string text)
    {
        var changed = new JsonObject();
        foreach (var (name, was) in (ReadOnlySpan<(string, string?)>)[("type", record.Type), ("mode", record.Mode), ("status", record.Status)])
            if (form.ContainsKey(name) && form[name].ToString() is var now && now != (was ?? "")) changed[name] = now.Length == 0 ? null : now;
        foreach (var (name, were) in (ReadOnlySpan<(string, IReadOnlyList<Party>)>)[("actor", record.Actors), ("recipient", record.Recipients)])
        {
            var parties = Parties(form, name, record.Trigger.Start, text, out string? fault);
            if (fault is not null) return new(null, fault);
            if (parties is null || Same(parties, were)) continue;
            changed[name + "s"] = JsonSerializer.SerializeToNode(parties, Web);
        }
        if (changed.Count == 0) return new(null, "Nothing was changed. Change a field, accept the event, or reject it.");
        try
        {
            ReviewCorrection.Apply(record, changed.ToJsonString());
            return new(changed.ToJsonString(), null);
        }
        catch (InvalidDataException e)
        {
            return new(null, $"The correction cannot be read: {e.Message}");
        }
    }

    private static List<Party>? Parties(IFormCollection form, string name, int near, string text, out string? fault)
    {
        fault = null;
        if (!form.ContainsKey(name + "-text")) return null;
        var words = form[name + "-text"];
        var starts = form[name + "-start"];
        var codes = form[name + "-code"];
        var parties = new List<Party>();
        for (int i = 0; i < words.Count; i++)
        {
            string said = words[i]?.Trim() ?? "";
            if (said.Length == 0) continue;
            int start = int.TryParse(i < starts.Count ? starts[i] : "", out int given) && Stands(text, said, given) ? given : Nearest(text, said, near);
            if (start < 0)
            {
                fault = $"The words “{said}” do not stand in the article. Select them in the text.";
                return null;
            }
            string? code = i < codes.Count && codes[i]?.Trim().ToUpperInvariant() is { Length: > 0 } written ? written : null;
            parties.Add(new Party { Text = said, Start = start, End = start + said.Length, Code = code, Country = code is { Length: >= 3 } ? code[..3] : null, Sectors = code is { Length: > 3 } ? [.. code[3..].Chunk(3).Select(c => new string(c))] : [] });
        }
        return parties;
    }

    private static bool Same(List<Party> now, IReadOnlyList<Party> was) =>
        now.Count == was.Count && now.Zip(was).All(p => p.First.Text == p.Second.Text && p.First.Start == p.Second.Start && p.First.Code == p.Second.Code);

    private static bool Stands(string text, string words, int at) => at >= 0 && at + words.Length <= text.Length && string.CompareOrdinal(text, at, words, 0, words.Length) == 0;

    private static int Nearest(string text, string words, int to)
    {
        int after = text.IndexOf(words, Math.Clamp(to, 0, text.Length), StringComparison.Ordinal);
        int before = text[..Math.Clamp(to, 0, text.Length)].LastIndexOf(words, StringComparison.Ordinal);
        return after < 0 ? before : before < 0 || after - to < to - before ? after : before;
    }
}
