using Hearsay.Coding.Knowledge;

namespace Hearsay.Web.Actors;

/// <summary>Codes in words, from the table of countries: KENGOV is "Kenya, GOV". A code that the table does not have is its own name.</summary>
public sealed class ActorNames(ReadingRoomOptions options)
{
    private readonly Dictionary<string, string> countries =
        CsvTable.Read(Path.Combine(options.DataDirectory, "lexicons", "countries.csv"), "code", "name").Rows.ToDictionary(r => r["code"], r => r["name"]);

    /// <summary>The code in words.</summary>
    public string Of(string code)
    {
        if (code.Length < 3 || !countries.TryGetValue(code[..3], out string? country)) return code;
        return code.Length == 3 ? country : $"{country}, {string.Join(" ", code[3..].Chunk(3).Select(c => new string(c)))}";
    }
}
