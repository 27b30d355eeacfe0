using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// Which words of a dependency tree lend their time and place to an event: the trigger, its noun phrase's verb when
/// that only carries the noun, and the clauses above it in a chain that changes neither speaker nor occasion. Used for
/// time and place alike, since both attach as adjuncts.
/// </summary>
internal sealed class Clauses(WordTable<OccasionUse> words)
{
    /// <summary>Reads the words from the data folder.</summary>
    public static Clauses Load(string dataDirectory) => new(WordTable<OccasionUse>.Load(Path.Combine(dataDirectory, "lexicons", "occasion-words.csv")));

    /// <summary>Whether the word has the use in the table.</summary>
    public bool Is(string word, OccasionUse use) => words.Is(word, use);

    /// <summary>Whether the sentence has a tree; bare tokens carry no relations.</summary>
    public static bool Parsed(Sentence s) => s.Root >= 0 && s.Tokens[s.Root].DepRel != "_";

    /// <summary>The token of a span whose head lies outside it.</summary>
    public static int Head(Sentence s, int first, int last)
    {
        for (int i = first; i <= last; i++)
            if (s.Tokens[i].Head < first || s.Tokens[i].Head > last)
                if (s.Tokens[i].Relation is not ("case" or "punct" or "det")) return i;
        return last;
    }

    /// <summary>Whether the noun is itself a word for a time.</summary>
    public bool TimeNoun(Token t) => words.Is(t.Lemma, OccasionUse.TimeNoun) || t.Upos is "PROPN" or "NUM" or "ADV" or "ADJ";

    /// <summary>The tokens that may carry the adjuncts of the event at <paramref name="trigger"/>, the closest first.</summary>
    public IReadOnlyList<int> Lenders(Sentence s, int trigger)
    {
        var lenders = new List<int> { trigger };
        // Nouns that the trigger is said of: "the attack on Monday killed 12".
        foreach (int c in s.Children(trigger))
            if ((s.Tokens[c].Relation == "nsubj" || !Judges(s.Tokens[trigger].Lemma)) && s.Tokens[c].Relation is "nsubj" or "obj" or "xcomp" or "compound" && s.Tokens[c].Upos is not "PROPN" && s.Tokens[trigger].Upos is "VERB") lenders.Add(c);
        // "The minister, speaking in Cairo on Monday, accused", "Speaking on Monday, he accused": one occasion.
        foreach (int c in s.Children(trigger))
        {
            if (c < trigger && s.Tokens[c].Relation == "advcl" && s.Tokens[c].Xpos == "VBG" && !Marked(s, c)) lenders.Add(c);
            if (s.Tokens[c].Relation != "nsubj") continue;
            foreach (int a in s.Children(c))
                if (s.Tokens[a].DepRel == "acl" && s.Tokens[a].Xpos == "VBG" && a > 0 && s.Tokens[a - 1].Form == ",") lenders.Add(a);
        }
        int at = trigger;
        for (int steps = 0; steps < 12; steps++)
        {
            var t = s.Tokens[at];
            if (t.Head < 0 || !Lends(s, at)) break;
            at = t.Head;
            lenders.Add(at);
            // "agreed on Monday to meet": what hangs on the verb between is the clause's as well.
        }
        return lenders;
    }

    /// <summary>Whether the head of <paramref name="at"/> shares its occasion with it.</summary>
    private bool Lends(Sentence s, int at)
    {
        var t = s.Tokens[at];
        var head = s.Tokens[t.Head];
        switch (t.Relation)
        {
            case "conj":
                return true;
            case "xcomp" or "advcl" or "aux" or "cop" or "flat" or "fixed" or "compound":
                // A clause with a conjunction of its own ("after", "if") speaks of another occasion.
                return t.Relation != "advcl" || !Marked(s, at);
            case "ccomp":
                return !SaysOrThinks(s, t.Head) && head.Lemma is "see" or "make" or "let" or "help" or "have";
            case "acl" when t.DepRel != "acl:relcl":
                return t.Xpos is "VBG" or "VB";
            case "acl":
                // "went to the station, where they said": same place, same day.
                return Where(s, at);
            case "nsubj" or "obj" or "obl" or "nmod" or "dep":
                // "despite the resistance of the church": mentioned beside the occasion, not in it.
                if (t.Relation is "obl" or "nmod" && s.Child(at, "case") is >= 0 and var c && words.Is(s.Tokens[c].Form, OccasionUse.Aside)) return false;
                if (head.Upos is "VERB" or "AUX") return t.Relation == "nsubj" && t.Upos == "NOUN" || words.Is(head.Lemma, OccasionUse.Carrier);
                return t.Relation == "nmod" && head.Upos == "NOUN" || s.Child(t.Head, "cop") >= 0 && t.Relation == "nsubj";
            default:
                return false;
        }
    }

    /// <summary>Verbs that take an event as their object without taking part in it: who condemns an attack in Somalia need not be there.</summary>
    public bool Judges(string lemma) => words.Is(lemma, OccasionUse.Judge);

    private static bool Where(Sentence s, int verb)
    {
        foreach (int c in s.Children(verb)) if (s.Tokens[c].Form.Equals("where", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether the noun places what is said in an occasion: "during talks", "in an attack", "at a rally".</summary>
    public static bool Occasion(Sentence s, int noun)
    {
        if (s.Tokens[noun].Relation != "obl" || s.Child(noun, "case") is not (>= 0 and var c)) return false;
        return s.Tokens[c].Form.ToLowerInvariant() is "during" or "in" or "at" or "amid";
    }

    private static bool Marked(Sentence s, int verb)
    {
        foreach (int c in s.Children(verb))
            if (s.Tokens[c].Relation is "mark" && s.Tokens[c].Form.ToLowerInvariant() is not ("to" or "while" or "whilst" or "as" or "by")
                || s.Tokens[c].Relation == "advmod" && s.Tokens[c].Form.Equals("when", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private bool SaysOrThinks(Sentence s, int verb) => words.Is(s.Tokens[verb].Lemma, OccasionUse.Say);
}
