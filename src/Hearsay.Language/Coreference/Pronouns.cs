using System.Collections.Frozen;

namespace Hearsay.Language.Coreference;

/// <summary>
/// The pronouns that corefer: personal, possessive and reflexive ones of all persons. Answers null for every
/// other pronoun (relative, interrogative, indefinite, demonstrative) and for an "it" that refers to nothing:
/// an expletive subject, weather and time, or the subject of "it is likely that …".
/// </summary>
internal static class Pronouns
{
    /// <summary>What a pronoun's form says.</summary>
    internal readonly record struct Traits(string Key, Gender Gender, Plurality Number, int Person, bool Reflexive);

    private static readonly FrozenDictionary<string, Traits> Table = Build();

    private static readonly FrozenSet<string> ClausalPredicates = FrozenSet.ToFrozenSet(
        ["seem", "appear", "happen", "turn", "follow", "rain", "snow", "matter", "emerge", "transpire"], StringComparer.Ordinal);

    /// <summary>The traits of a referring pronoun, null for any other token.</summary>
    public static Traits? Look(Token token, Sentence sentence)
    {
        if (!Table.TryGetValue(token.Form.ToLowerInvariant(), out var traits)) return null;
        if (token.Relation is "expl" or "discourse" or "fixed" or "det") return null;
        if (token.Xpos is "WDT" or "WP" or "EX") return null;
        return traits.Key == "it" && Pleonastic(token, sentence) ? null : traits;
    }

    private static bool Pleonastic(Token token, Sentence sentence)
    {
        if (token.Relation != "nsubj" || token.Head < 0) return false;
        var governor = sentence.Tokens[token.Head];
        bool clause = false;
        foreach (int child in sentence.Children(token.Head))
        {
            var relation = sentence.Tokens[child].Relation;
            if (child > token.Index && relation is "csubj" or "ccomp" && governor.Upos is "ADJ" or "NOUN") clause = true;
        }
        if (clause) return true;
        if (ClausalPredicates.Contains(governor.Lemma) && (sentence.Child(token.Head, "ccomp") >= 0 || governor.Lemma is "rain" or "snow")) return true;
        return sentence.Child(token.Head, "cop") >= 0 && governor.Upos is "NOUN" or "NUM"
            && NounLexicon.Look(governor.Lemma.ToLowerInvariant()).Class == NounClass.Time;
    }

    private static FrozenDictionary<string, Traits> Build()
    {
        var table = new Dictionary<string, Traits>(StringComparer.Ordinal);
        void Add(string key, Gender gender, Plurality number, int person, string forms)
        {
            foreach (string form in forms.Split(' '))
                table[form] = new Traits(key, gender, number, person, form.Contains("sel", StringComparison.Ordinal));
        }

        Add("he", Gender.Male, Plurality.One, 3, "he him his himself");
        Add("she", Gender.Female, Plurality.One, 3, "she her hers herself");
        Add("it", Gender.Thing, Plurality.One, 3, "it its itself");
        Add("they", Gender.Any, Plurality.Many, 3, "they them their theirs themselves themself 'em");
        Add("i", Gender.Person, Plurality.One, 1, "i me my mine myself");
        Add("we", Gender.Any, Plurality.Many, 1, "we us our ours ourselves");
        Add("you", Gender.Person, Plurality.Either, 2, "you your yours yourself yourselves ya");
        Add("this", Gender.Thing, Plurality.One, 3, "this that");
        Add("these", Gender.Any, Plurality.Many, 3, "these those");
        table["'s"] = new Traits("we", Gender.Any, Plurality.Many, 1, false);
        table["’s"] = table["'s"];
        table["’em"] = table["'em"];
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
