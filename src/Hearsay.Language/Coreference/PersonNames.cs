using System.Collections.Frozen;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Knowledge about how persons are named: honorifics and what they say about gender, particles that belong to a
/// surname, and when two names cannot be one person's. All words are lower case.
/// </summary>
internal static class PersonNames
{
    private static readonly FrozenDictionary<string, Gender> Honorifics = new Dictionary<string, Gender>
    {
        ["mr"] = Gender.Male, ["mister"] = Gender.Male, ["sir"] = Gender.Male, ["lord"] = Gender.Male, ["king"] = Gender.Male,
        ["prince"] = Gender.Male, ["emperor"] = Gender.Male, ["sheikh"] = Gender.Male, ["sheik"] = Gender.Male, ["emir"] = Gender.Male,
        ["sultan"] = Gender.Male, ["pope"] = Gender.Male, ["father"] = Gender.Male, ["imam"] = Gender.Male, ["ayatollah"] = Gender.Male,
        ["mullah"] = Gender.Male, ["archbishop"] = Gender.Male, ["cardinal"] = Gender.Male, ["duke"] = Gender.Male, ["señor"] = Gender.Male,
        ["monsieur"] = Gender.Male, ["herr"] = Gender.Male, ["congressman"] = Gender.Male, ["chairman"] = Gender.Male,
        ["mrs"] = Gender.Female, ["ms"] = Gender.Female, ["miss"] = Gender.Female, ["madam"] = Gender.Female, ["madame"] = Gender.Female,
        ["lady"] = Gender.Female, ["dame"] = Gender.Female, ["queen"] = Gender.Female, ["princess"] = Gender.Female,
        ["empress"] = Gender.Female, ["duchess"] = Gender.Female, ["baroness"] = Gender.Female, ["countess"] = Gender.Female,
        ["sister"] = Gender.Female, ["mother"] = Gender.Female, ["señora"] = Gender.Female, ["frau"] = Gender.Female,
        ["congresswoman"] = Gender.Female, ["chairwoman"] = Gender.Female,
        ["dr"] = Gender.Person, ["doctor"] = Gender.Person, ["prof"] = Gender.Person, ["professor"] = Gender.Person, ["rev"] = Gender.Person,
        ["reverend"] = Gender.Person, ["gen"] = Gender.Person, ["col"] = Gender.Person, ["lt"] = Gender.Person, ["capt"] = Gender.Person,
        ["sgt"] = Gender.Person, ["maj"] = Gender.Person, ["cmdr"] = Gender.Person, ["adm"] = Gender.Person, ["sen"] = Gender.Person,
        ["rep"] = Gender.Person, ["gov"] = Gender.Person, ["pres"] = Gender.Person, ["st"] = Gender.Person, ["saint"] = Gender.Person,
        ["hon"] = Gender.Person, ["pm"] = Gender.Person, ["mp"] = Gender.Person, ["comrade"] = Gender.Person, ["judge"] = Gender.Person,
        ["justice"] = Gender.Person,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(["jr", "sr", "ii", "iii", "iv", "phd", "md", "obe", "cbe", "qc", "kc"], StringComparer.Ordinal);

    /// <summary>Gender that an honorific or role noun in front of a name implies; null when the word is neither.</summary>
    public static Gender? GenderOfTitle(string word)
    {
        string bare = word.TrimEnd('.');
        if (Honorifics.TryGetValue(bare, out var gender)) return gender;
        var (kind, nounGender) = NounLexicon.Look(bare);
        return kind == NounClass.Person ? nounGender : null;
    }

    /// <summary>Whether the word only decorates the end of a name ("Jr.", "III").</summary>
    public static bool IsSuffix(string word) => Suffixes.Contains(word.TrimEnd('.'));

    /// <summary>
    /// Whether two entities' fullest names exclude that they are one person: both have a given name and a surname,
    /// and one of the two differs by more than an initial.
    /// </summary>
    public static bool Contradict(Candidate? a, Candidate? b)
    {
        if (a?.Kind != NameKind.Person || b?.Kind != NameKind.Person) return false;
        string[] x = a.NameWords, y = b.NameWords;
        return !Fits(x, y) && !Fits(y, x);
    }

    /// <summary>Whether <paramref name="part"/> can be a form of the person's name <paramref name="full"/>.</summary>
    public static bool Fits(string[] part, string[] full)
    {
        if (part.Length == 0 || part.Length > full.Length) return false;
        if (RunOf(part, full)) return true;
        if (part.Length < 2 || part[^1] != full[^1]) return false;
        return SameGivenName(part[0], full[0]) || (full.Length > 2 && SameGivenName(part[0], full[1]));
    }

    private static bool SameGivenName(string a, string b)
    {
        if (a == b) return true;
        if (a[0] != b[0]) return false;
        string x = a.TrimEnd('.'), y = b.TrimEnd('.');
        if (x.Length == 1 || y.Length == 1) return true;
        // "Abby" for "Abigail", "Ben" for "Benjamin": a short form keeps the first three letters or more.
        string shorter = x.Length < y.Length ? x : y, longer = x.Length < y.Length ? y : x;
        return shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    private static bool RunOf(string[] part, string[] full)
    {
        for (int at = 0; at + part.Length <= full.Length; at++)
            if (part.AsSpan().SequenceEqual(full.AsSpan(at, part.Length))) return true;
        return false;
    }
}
