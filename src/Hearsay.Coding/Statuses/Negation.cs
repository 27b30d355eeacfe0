using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Tells whether a word is negated by what hangs on it: "not", "never", "no longer", "neither", "no" on its subject or
/// object, "without", or a word that says it nearly happened. "Not only" and "not … until" are no negations.
/// </summary>
internal static class Negation
{
    /// <summary>
    /// Whether the predicate or noun at <paramref name="index"/> is negated, leaving out what hangs on it by way of
    /// <paramref name="from"/>, whose own negation has been read.
    /// </summary>
    public static bool Holds(Sentence s, int index, int from = -1)
    {
        if (BeforeTo(s, index)) return true;
        bool verbal = s.Tokens[index].Upos is "VERB" or "ADJ" or "AUX" || s.Child(index, "nsubj") >= 0;
        foreach (int c in s.Children(index))
        {
            var t = s.Tokens[c];
            if (t.DepRel is "punct" || c == from) continue;
            string lemma = t.Lemma.ToLowerInvariant();
            switch (t.Relation)
            {
                case "advmod" or "neg":
                    if (IsAdverb(s, index, c, lemma)) return true;
                    break;
                case "aux" when lemma is "not" or "n't":
                case "cc" when lemma is "neither" or "nor":
                case "case" or "mark" when lemma is "without":
                    return true;
                case "det":
                    if (lemma is "no" or "neither" || lemma is "any" && Hardly(s, c)) return true;
                    break;
                case "nsubj" or "obj" when verbal:
                    if (IsNothing(s, c, lemma)) return true;
                    break;
            }
        }
        return false;
    }

    /// <summary>Whether nobody does it, as against one party that does not: "nobody denies", "did not deny".</summary>
    public static bool IsByAll(Sentence s, int index) =>
        s.Child(index, "nsubj") is var subject and >= 0 && IsNothing(s, subject, s.Tokens[subject].Lemma.ToLowerInvariant());

    private static bool IsAdverb(Sentence s, int index, int adverb, string lemma) => lemma switch
    {
        "not" or "n't" or "n’t" or "never" => !FollowedByOnly(s, adverb) && !Until(s, index, adverb) && !(adverb > index && adverb + 1 < s.Tokens.Count && s.Tokens[adverb + 1].Lemma == "to"),
        "nowhere" or "hardly" or "scarcely" or "neither" or "nor" => true,
        "almost" or "nearly" => s.Tokens[index].Upos is "VERB" && adverb < index,
        "long" => adverb > 0 && s.Tokens[adverb - 1].Lemma == "no",
        "no" => adverb + 1 < s.Tokens.Count && s.Tokens[adverb + 1].Lemma is "longer" or "long",
        "longer" => s.Child(adverb, "advmod") is var no and >= 0 && s.Tokens[no].Lemma is "no",
        _ => false,
    };

    // "vowed never to negotiate": the negation is the infinitive's, whichever verb the parser hangs it on.
    private static bool BeforeTo(Sentence s, int index)
    {
        foreach (int c in s.Children(index))
            if (c > 0 && c < index && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma == "to") return s.Tokens[c - 1].Lemma.ToLowerInvariant() is "not" or "never";
        return false;
    }

    // "Not only did they burn …", "not just".
    private static bool FollowedByOnly(Sentence s, int adverb)
    {
        for (int i = adverb + 1; i < Math.Min(s.Tokens.Count, adverb + 2); i++)
            if (s.Tokens[i].Lemma is "only" or "just" or "merely" or "simply") return true;
        return false;
    }

    // "was not arrested until Monday": he was.
    private static bool Until(Sentence s, int index, int adverb)
    {
        for (int i = Math.Max(index, adverb) + 1; i < Math.Min(s.Tokens.Count, index + 4); i++)
            if (s.Tokens[i].Lemma.Equals("until", StringComparison.OrdinalIgnoreCase)) return s.Tokens[index].Xpos is "VBN" or "VBD" or "VB" && Past(s, index);
        return false;
    }

    private static bool Past(Sentence s, int index)
    {
        foreach (int c in s.Children(index)) if (s.Tokens[c].Relation is "aux" && s.Tokens[c].Xpos == "VBD") return true;
        return false;
    }

    private static bool IsNothing(Sentence s, int argument, string lemma)
    {
        if (lemma is "nobody" or "none" or "nothing" or "neither" || lemma == "one" && argument > 0 && s.Tokens[argument - 1].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (int d in s.Children(argument))
        {
            var t = s.Tokens[d];
            if (t.Relation == "det" && t.Lemma.ToLowerInvariant() is "no" or "neither") return !IsCompared(s, d);
            if (t.DepRel == "cc:preconj" && t.Lemma.Equals("neither", StringComparison.OrdinalIgnoreCase)) return true;
            if (t.Relation == "det" && t.Lemma.Equals("any", StringComparison.OrdinalIgnoreCase) && Hardly(s, d)) return true;
        }
        return false;
    }

    // "There is no greater threat than …" denies no threat.
    private static bool IsCompared(Sentence s, int no)
    {
        if (no + 2 >= s.Tokens.Count || s.Tokens[no + 1].Xpos is not ("JJR" or "RBR")) return false;
        for (int i = no + 2; i < Math.Min(s.Tokens.Count, no + 9); i++) if (s.Tokens[i].Form == "than") return true;
        return false;
    }

    private static bool Hardly(Sentence s, int determiner) =>
        determiner > 0 && s.Tokens[determiner - 1].Lemma.ToLowerInvariant() is "hardly" or "scarcely";
}
