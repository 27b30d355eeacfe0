namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Takes an actor code of the CAMEO family ("USAGOV", "IGOEUREEC", "~INS") apart into a country and PLOVER sectors.
/// Codes are read in parts of three letters. A part that PLOVER renamed is translated (CAMEO's MED is PLOVER's JRN,
/// INS and SEP are REB); one that has no counterpart comes out in <see cref="Unknown"/> and is never guessed.
/// </summary>
/// <param name="Country">ISO 3166-1 alpha-3 or a country-like code, "" when none.</param>
/// <param name="Sectors">PLOVER sectors in the code's order, without repetition.</param>
/// <param name="Unknown">Parts without counterpart.</param>
internal sealed record CameoCode(string Country, IReadOnlyList<string> Sectors, IReadOnlyList<string> Unknown)
{
    private static readonly HashSet<string> CountryLike = ["UNO", "IGO", "NGO", "EUR", "MNC", "IMG", "ISM"];

    // Codes of older dictionaries and of CAMEO for what ISO 3166-1 calls otherwise.
    private static readonly Dictionary<string, string> Countries = new()
    {
        ["ROM"] = "ROU", ["ZAR"] = "COD", ["TMP"] = "TLS", ["PAL"] = "PSE", ["GER"] = "DEU", ["KSV"] = "XKX", ["KOS"] = "XKX", ["NGM"] = "NGO", ["EEC"] = "EUR",
    };

    private static readonly Dictionary<string, string> SectorNames = new()
    {
        ["INS"] = "REB", ["SEP"] = "REB", ["MED"] = "JRN", ["HLH"] = "MED", ["PPL"] = "CVL", ["PTY"] = "PTY",
        ["CHR"] = "REL", ["CTH"] = "REL", ["MOS"] = "REL", ["MUS"] = "REL", ["JEW"] = "REL", ["HIN"] = "REL", ["BUD"] = "REL", ["SIK"] = "REL", ["SHI"] = "REL",
    };

    /// <summary>Reads <paramref name="code"/>; null when it is not made of letters in threes.</summary>
    public static CameoCode? Read(string code, IReadOnlySet<string> countries, IReadOnlySet<string> sectors)
    {
        if (code.Length % 3 != 0 || !code.All(char.IsAsciiLetter)) return null;
        string country = "";
        var found = new List<string>();
        var unknown = new List<string>();
        var parts = code.ToUpperInvariant().Chunk(3).Select(c => new string(c)).ToList();
        for (int i = 0; i < parts.Count; i++)
        {
            string part = parts[i], renamed = Countries.GetValueOrDefault(part, part);
            string sector = SectorNames.GetValueOrDefault(part, part);
            bool isCountry = countries.Contains(renamed) || CountryLike.Contains(renamed);
            if (isCountry && (country.Length == 0 && i == 0 || country == "IGO" && renamed is "UNO" or "EUR")) country = renamed;
            else if (sectors.Contains(sector)) { if (!found.Contains(sector)) found.Add(sector); }
            else if (isCountry && country.Length == 0) country = renamed;
            else if (renamed != country) unknown.Add(part);
        }
        return new CameoCode(country, found, unknown);
    }

    /// <summary>Whether anything of the code has a meaning here.</summary>
    public bool IsEmpty => Country.Length == 0 && Sectors.Count == 0;
}
