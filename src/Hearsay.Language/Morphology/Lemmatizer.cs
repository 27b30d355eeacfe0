namespace Hearsay.Language.Morphology;

/// <summary>
/// Gives words their dictionary form by the conventions of UD English: verbs the bare infinitive, nouns the
/// singular, adjectives and adverbs the positive, pronouns the nominative, "n't" is "not", numbers lose their
/// thousands commas; proper nouns keep their capital. Takes a form with its tags ("_" where one is unknown) and never
/// fails. Immutable: one instance serves any number of threads.
/// <example>("besieged", VERB, VBN) → "besiege"; ("n't", PART, RB) → "not"; ("Kenyans", PROPN, NNPS) → "Kenyan".</example>
/// </summary>
public sealed class Lemmatizer(LemmaTable table)
{
    /// <summary>Ends the key of a word in small letters in the rules on capitals ("french0").</summary>
    public const char SmallKey = '0';

    private const int LongestAcronym = 4;

    /// <summary>Reads "lemmas.bin" from the folder of English models.</summary>
    public static Lemmatizer Load(string modelsDirectory) => new(LemmaTable.Load(Path.Combine(modelsDirectory, "lemmas.bin")));

    /// <summary>The lemma of <paramref name="form"/>; tags and features as in CoNLL-U.</summary>
    public string Lemma(string form, string upos, string xpos = "_", string feats = "_")
    {
        if (form.Length == 0) return form;
        if (xpos == "_") xpos = TagFromFeatures(upos, feats);
        if (upos is "NUM" && Segmentation.Characters.IsDigit(form[0]))
            return form.Contains(',') ? form.Replace(",", "", StringComparison.Ordinal) : form;
        if (table.RulesOf(upos, xpos) is not { } rules) return form;
        string lower = form.ToLowerInvariant();
        string written = Recase(form, lower, upos, rules);
        int rule = rules.Ending.Find(Apostrophes(lower));
        // A clitic's lemma has the straight apostrophe; in a name it stays as printed.
        if (upos is not ("PROPN" or "NOUN")) written = Apostrophes(written);
        string lemma = rule < 0 ? written : table.Edit(rule).Apply(written);
        return lemma.Length == 0 ? written : lemma;
    }

    /// <summary>The form with the capitals its lemma has.</summary>
    private static string Recase(string form, string lower, string upos, (LemmaRules Case, LemmaRules Ending) rules)
    {
        if (string.Equals(form, lower, StringComparison.Ordinal))
            return upos is "ADJ" or "PROPN" or "PRON" && rules.Case.FindWhole(lower + SmallKey) == (int)LemmaCase.Title ? Capitalised(lower) : form;
        var shape = CaseShape(form);
        return rules.Case.Find(CaseKey(shape, lower)) switch
        {
            (int)LemmaCase.Keep => form,
            (int)LemmaCase.Title => Capitalised(lower),
            (int)LemmaCase.Lower => lower,
            _ => upos == "PROPN" ? form : lower,
        };
    }

    private static string Capitalised(string lower) => string.Concat(lower[..1].ToUpperInvariant(), lower.AsSpan(1));

    /// <summary>How <paramref name="form"/>, which has a capital, is written.</summary>
    public static WordCase CaseShape(string form)
    {
        bool lower = false, later = false;
        for (int i = 0; i < form.Length; i++)
        {
            lower |= char.IsLower(form[i]);
            later |= i > 0 && char.IsUpper(form[i]);
        }
        if (later) return lower ? WordCase.Mixed : WordCase.Capitals;
        return char.IsUpper(form[0]) ? WordCase.Initial : WordCase.Mixed;
    }

    /// <summary>The key under which the rules on capitals are looked up: the lower-case form and a letter for its writing.</summary>
    public static string CaseKey(WordCase shape, string lower) =>
        lower + (shape switch { WordCase.Initial => "1", WordCase.Mixed => "2", _ => lower.Length <= LongestAcronym ? "3" : "4" });

    /// <summary>Curly and other apostrophes as the straight one that the rules are written with.</summary>
    public static string Apostrophes(string lower) => lower.AsSpan().IndexOfAny('’', '‘', '´') < 0 && !lower.Contains('ʼ')
        ? lower
        : lower.Replace('’', '\'').Replace('‘', '\'').Replace('´', '\'').Replace('ʼ', '\'');

    /// <summary>The Penn tag that the features say, for input without one.</summary>
    private static string TagFromFeatures(string upos, string feats)
    {
        bool Has(string feature) => feats.Contains(feature, StringComparison.Ordinal);
        return upos switch
        {
            "NOUN" => Has("Number=Plur") ? "NNS" : "NN",
            "PROPN" => Has("Number=Plur") ? "NNPS" : "NNP",
            "ADJ" => Has("Degree=Cmp") ? "JJR" : Has("Degree=Sup") ? "JJS" : "JJ",
            "ADV" => Has("Degree=Cmp") ? "RBR" : Has("Degree=Sup") ? "RBS" : "RB",
            "VERB" or "AUX" when Has("VerbForm=Ger") => "VBG",
            "VERB" or "AUX" when Has("VerbForm=Part") => Has("Tense=Past") ? "VBN" : "VBG",
            "VERB" or "AUX" when Has("Tense=Past") => "VBD",
            "VERB" or "AUX" when Has("Person=3") && Has("Number=Sing") => "VBZ",
            "VERB" or "AUX" => Has("Tense=Pres") ? "VBP" : "VB",
            _ => "_",
        };
    }
}
