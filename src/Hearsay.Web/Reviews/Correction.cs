using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Coding.Places;
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

    /// <summary>Reads the form; <paramref name="named"/> looks up a place by its name and country, where there is one.</summary>
    public static Correction Of(IFormCollection form, EventRecord record, string text, Func<string, string?, Place?> named)
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
        foreach (var read in (ReadOnlySpan<Func<IFormCollection, EventRecord, string, JsonObject, string?>>)[Contexts, Time, (f, r, t, c) => Where(f, r, t, c, named), People])
            if (read(form, record, text, changed) is { } fault) return new(null, fault);
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

    // Boxes that are not ticked are not sent, so that a field beside them says that they were on the form.
    private static string? Contexts(IFormCollection form, EventRecord record, string text, JsonObject changed)
    {
        if (!form.ContainsKey("contexts-shown")) return null;
        var now = form["context"].OfType<string>().ToList();
        if (!now.ToHashSet().SetEquals(record.Contexts)) changed["contexts"] = new JsonArray([.. now.Select(c => JsonValue.Create(c))]);
        return null;
    }

    private static string? Time(IFormCollection form, EventRecord record, string text, JsonObject changed)
    {
        if (!form.ContainsKey("time-text")) return null;
        string words = form["time-text"].ToString().Trim();
        var (from, to) = (Day(form["time-from"]), Day(form["time-to"]));
        if (words == (record.Time?.Text ?? "") && from == record.Time?.Start && (to ?? from) == record.Time?.End) return null;
        if (words.Length == 0 && from is null && to is null)
        {
            changed["time"] = null;
            return null;
        }
        if (words.Length == 0 || !text.Contains(words, StringComparison.Ordinal)) return $"The words “{words}” that tell the time do not stand in the article. Select them in the text.";
        if (from is null || to < from) return "The time has no first day, or ends before it begins.";
        changed["time"] = JsonSerializer.SerializeToNode(new EventTime(words, from, to ?? from, Granularity(from.Value, to ?? from.Value)), Web);
        return null;
    }

    private static string? Where(IFormCollection form, EventRecord record, string text, JsonObject changed, Func<string, string?, Place?> named)
    {
        if (!form.ContainsKey("place-text")) return null;
        string words = form["place-text"].ToString().Trim(), name = form["place-name"].ToString().Trim(), country = form["place-country"].ToString().Trim().ToUpperInvariant();
        if (words == (record.Place?.Text ?? "") && name == (record.Place?.Name ?? "") && country == (record.Place?.Country ?? "")) return null;
        if (words.Length == 0 && name.Length == 0)
        {
            changed["place"] = null;
            return null;
        }
        if (words.Length == 0 || !text.Contains(words, StringComparison.Ordinal)) return $"The words “{words}” that name the place do not stand in the article. Select them in the text.";
        if (country.Length is not (0 or 3)) return $"“{country}” is no country. Write its three letters, such as NOR.";
        // Where another place is meant, the coordinates of the wrong one are not kept: the gazetteer has those of the right one, or nobody has.
        var same = record.Place is { } was && was.Name == name && was.Country == country ? was with { Text = words } : null;
        changed["place"] = JsonSerializer.SerializeToNode(same ?? Found(words, name.Length > 0 ? name : words, country.Length > 0 ? country : null, named), Web);
        return null;
    }

    private static EventPlace Found(string words, string name, string? country, Func<string, string?, Place?> named) =>
        named(name, country) is { } place ? new(words, name, country ?? place.Country, place.Admin1, place.Lat, place.Lon, place.GeonameId) : new(words, name, country, null, null, null, null);

    private static string? People(IFormCollection form, EventRecord record, string text, JsonObject changed)
    {
        foreach (var (name, was) in (ReadOnlySpan<(string, long?)>)[("killed", record.Killed), ("injured", record.Injured), ("size", record.Size)])
        {
            if (!form.ContainsKey(name)) continue;
            string now = form[name].ToString().Trim();
            if (now.Length > 0 && !long.TryParse(now, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return $"“{now}” is no number of people.";
            long? number = now.Length == 0 ? null : long.Parse(now, CultureInfo.InvariantCulture);
            if (number != was) changed[name] = number;
        }
        return null;
    }

    private static DateOnly? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    // The names that the program gives to spans of its own.
    private static string Granularity(DateOnly from, DateOnly to) =>
        from == to ? "day"
        : from.DayOfWeek == DayOfWeek.Monday && to == from.AddDays(6) ? "week"
        : from.Day == 1 && to == from.AddMonths(1).AddDays(-1) ? "month"
        : from is { Day: 1, Month: 1 } && to == from.AddYears(1).AddDays(-1) ? "year" : "day";

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
