namespace Hearsay.Training.Morphology;

/// <summary>
/// Word lists that go with the treebanks when the lemma table is made: irregular verbs, nouns and comparisons of
/// English in full, and regular verbs of the news whose base form cannot be told from the ending (a silent e, a
/// doubled consonant). Yields every inflected form with its tags and lemma.
/// </summary>
internal static partial class EnglishForms
{
    /// <summary>Every listed form.</summary>
    public static IEnumerable<(string Upos, string Xpos, string Form, string Lemma)> All() =>
        Irregular().Concat(Regular()).Concat(Nouns()).Concat(Comparisons()).Concat(Fixed());

    /// <summary>
    /// The other forms that a regular verb form implies: "timing" → "time" says "timed" → "time", as past and as
    /// participle. Irregular verbs imply nothing.
    /// </summary>
    public static IEnumerable<(string Xpos, string Form)> Siblings(string tag, string form, string lemma)
    {
        if (IrregularLemmas.Value.Contains(lemma) || form != form.ToLowerInvariant() || form.Length < 5) yield break;
        string? stem = tag switch
        {
            "VERB/VBG" when form.EndsWith("ing", StringComparison.Ordinal) => form[..^3],
            "VERB/VBD" or "VERB/VBN" when form.EndsWith("ed", StringComparison.Ordinal) => form[..^2],
            _ => null,
        };
        if (stem is null || !lemma.StartsWith(stem[..^1], StringComparison.Ordinal)) yield break;
        bool y = stem.EndsWith('y') && tag == "VERB/VBG" && EndsInConsonantY(stem);
        string past = y ? stem[..^1] + "ied" : stem + "ed";
        yield return ("VBD", past);
        yield return ("VBN", past);
        if (!past.EndsWith("ied", StringComparison.Ordinal)) yield return ("VBG", past[..^2] + "ing");
    }

    private static readonly Lazy<HashSet<string>> IrregularLemmas =
        new(() => [.. Split(IrregularVerbs, ',').Select(line => Split(line, ' ')[0])]);

    private static IEnumerable<(string, string, string, string)> Fixed()
    {
        foreach (string line in Split(FixedForms, ','))
        {
            string[] parts = Split(line, ' ');
            yield return (parts[0], parts[1], parts[2], parts[3]);
        }
        foreach (string word in Split(CapitalAdjectives, ' ')) yield return ("ADJ", "JJ", word, word);
        foreach (string numeral in Split(RomanNumerals, ' ')) yield return ("NUM", "CD", numeral, numeral);
    }

    private static IEnumerable<(string, string, string, string)> Irregular()
    {
        foreach (string line in Split(IrregularVerbs, ','))
        {
            string[] parts = Split(line, ' ');
            string verb = parts[0];
            foreach (string past in parts[1].Split('/')) yield return ("VERB", "VBD", past, verb);
            foreach (string participle in parts[2].Split('/')) yield return ("VERB", "VBN", participle, verb);
            bool doubled = parts.Length > 3;
            yield return ("VERB", "VBG", Gerund(verb, doubled), verb);
            yield return ("VERB", "VBZ", Third(verb), verb);
        }
    }

    private static IEnumerable<(string, string, string, string)> Regular()
    {
        foreach (string item in Split(RegularVerbs, ' '))
        {
            bool doubled = item[0] == '+';
            string verb = doubled ? item[1..] : item;
            string past = verb.EndsWith('e') ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : doubled ? verb + verb[^1] + "ed" : verb + "ed";
            yield return ("VERB", "VBD", past, verb);
            yield return ("VERB", "VBN", past, verb);
            yield return ("VERB", "VBG", Gerund(verb, doubled), verb);
            yield return ("VERB", "VBZ", Third(verb), verb);
        }
    }

    private static IEnumerable<(string, string, string, string)> Nouns()
    {
        foreach (string line in Split(IrregularNouns, ','))
        {
            string[] parts = Split(line, ' ');
            yield return ("NOUN", "NNS", parts[1], parts[0]);
        }
    }

    private static IEnumerable<(string, string, string, string)> Comparisons()
    {
        foreach (string line in Split(IrregularComparisons, ','))
        {
            string[] parts = Split(line, ' ');
            yield return (parts[0], parts[0] == "ADJ" ? "JJR" : "RBR", parts[2], parts[1]);
            yield return (parts[0], parts[0] == "ADJ" ? "JJS" : "RBS", parts[3], parts[1]);
        }
        foreach (string word in Split(RegularAdjectives, ' '))
        {
            bool doubled = word[0] == '+';
            string adjective = doubled ? word[1..] : word;
            string stem = adjective.EndsWith('e') ? adjective[..^1] : EndsInConsonantY(adjective) ? adjective[..^1] + "i" : doubled ? adjective + adjective[^1] : adjective;
            yield return ("ADJ", "JJR", stem + "er", adjective);
            yield return ("ADJ", "JJS", stem + "est", adjective);
        }
    }

    private static string Gerund(string verb, bool doubled)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal)) return verb[..^2] + "ying";
        bool silent = verb.EndsWith('e') && verb.Length > 2 && !verb.EndsWith("ee", StringComparison.Ordinal)
            && !verb.EndsWith("oe", StringComparison.Ordinal) && !verb.EndsWith("ye", StringComparison.Ordinal) && verb is not ("singe" or "tinge");
        return silent ? verb[..^1] + "ing" : doubled ? verb + verb[^1] + "ing" : verb + "ing";
    }

    /// <summary>The third person singular of a verb's base form: "lift" → "lifts".</summary>
    public static string Third(string verb)
    {
        if (verb == "have") return "has";
        if (EndsInConsonantY(verb)) return verb[..^1] + "ies";
        bool sibilant = verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('z') || verb.EndsWith("sh", StringComparison.Ordinal)
            || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('o');
        return sibilant ? verb + "es" : verb + "s";
    }

    private static bool EndsInConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2]);

    private static string[] Split(string list, char separator) =>
        list.Split([separator, '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
