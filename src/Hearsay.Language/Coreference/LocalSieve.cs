namespace Hearsay.Language.Coreference;

/// <summary>
/// Joins what one sentence's grammar equates: apposition ("Kenya's president, William Ruto"), copular predicates
/// ("Ruto is the president"), roles with "as" ("was sworn in as president"), "named her prime minister", and
/// reflexives with their subject. Denied, questioned and modal copulas equate nothing. Linear in the candidates.
/// </summary>
internal static class LocalSieve
{
    /// <summary>Merges within each sentence; <paramref name="index"/> finds the candidate that a token heads.</summary>
    public static void Run(IReadOnlyList<Candidate> candidates, EntityPool pool, HeadIndex index)
    {
        foreach (var c in candidates)
        {
            if (c.Coordinated) continue;
            if (c.Reflexive) BindReflexive(c, pool, index);
            if (c.Form == MentionForm.Pronoun) continue;
            switch (c.Head.Relation)
            {
                case "appos":
                    Appose(c, pool, index);
                    break;
                case "xcomp":
                    Name(c, pool, index);
                    break;
                case "obl" or "advcl" or "nmod":
                    PlayRole(c, pool, index);
                    break;
            }
            Equate(c, pool, index);
        }
    }

    private static void Appose(Candidate c, EntityPool pool, HeadIndex index)
    {
        if (index.At(c.Mention.Sentence, c.Head.Head) is not { } anchor) return;
        bool bothNamed = c.NameWords.Length > 0 && anchor.NameWords.Length > 0;
        // "Paris, France", "Nairobi (Kenya)" and lists of names are no appositions.
        if (bothNamed && !(c.Kind == anchor.Kind && c.Kind is NameKind.Organization) && !NameSieve.IsAcronym(c.NameWords, anchor.NameWords)
            && !NameSieve.IsAcronym(anchor.NameWords, c.NameWords)) return;
        // "after the death Friday, Thomas said": before a person's name only a noun for persons is one.
        if (c.Kind == NameKind.Person && anchor.Form == MentionForm.Nominal && anchor.Class != NounClass.Person) return;
        pool.Merge(anchor, c);
    }

    private static void Equate(Candidate c, EntityPool pool, HeadIndex index)
    {
        if (!Equates(c)) return;
        int subject = c.Sentence.Child(c.Mention.Head, "nsubj");
        if (subject < 0 || index.At(c.Mention.Sentence, subject) is not { } s || s.Key == "it" || s.Person != 3 && c.NameWords.Length == 0) return;
        if (s.Class != NounClass.Unknown && c.Class != NounClass.Unknown && s.Class != c.Class && s.Form != MentionForm.Pronoun) return;
        pool.Merge(s, c);
    }

    /// <summary>Whether the phrase is said of the subject of its copula, and not denied, asked or put as possible.</summary>
    public static bool Equates(Candidate c)
    {
        var sentence = c.Sentence;
        int cop = sentence.Child(c.Mention.Head, "cop");
        if (cop < 0 || sentence.Child(c.Mention.Head, "case") >= 0 || c.Determiner == Determiner.Quantified) return false;
        foreach (int child in sentence.Children(c.Mention.Head))
        {
            var token = sentence.Tokens[child];
            if (token.Relation == "aux" || token.Lemma is "not" or "n't" or "never" or "no") return false;
        }
        return sentence.Tokens[^1].Form != "?";
    }

    // "served as minister", "appointed her as minister": the object plays the role if there is one.
    private static void PlayRole(Candidate c, EntityPool pool, HeadIndex index)
    {
        var sentence = c.Sentence;
        int @case = sentence.Child(c.Mention.Head, "case");
        if (@case < 0 || sentence.Tokens[@case].Lemma != "as" || c.Head.Head < 0 || c.Class != NounClass.Person || c.Form != MentionForm.Nominal) return;
        // An actor "appears as", and speaking "as a doctor" is being one; playing is not.
        var verb = sentence.Tokens[c.Head.Head];
        if (verb.Upos != "VERB" || verb.Lemma is "appear" or "star" or "play" or "act" or "pose" or "dress" or "disguise" or "see" or "treat") return;
        int player = sentence.Child(c.Head.Head, "obj");
        if (player < 0) player = sentence.Child(c.Head.Head, "nsubj");
        if (player >= 0 && index.At(c.Mention.Sentence, player) is { } p && p.Gender != Gender.Thing) pool.Merge(p, c);
    }

    // "named her prime minister", "became president".
    private static void Name(Candidate c, EntityPool pool, HeadIndex index)
    {
        var sentence = c.Sentence;
        if (c.Head.Head < 0 || sentence.Child(c.Mention.Head, "case") >= 0) return;
        var verb = sentence.Tokens[c.Head.Head];
        int player = sentence.Child(verb.Index, "obj");
        if (player < 0) player = sentence.Child(verb.Index, "nsubj");
        if (player < 0 || index.At(c.Mention.Sentence, player) is not { } p) return;
        if (verb.Lemma is "become" or "remain" or "call" or "name" or "appoint" or "elect" or "crown" or "dub" or "declare") pool.Merge(p, c);
    }

    private static void BindReflexive(Candidate c, EntityPool pool, HeadIndex index)
    {
        var sentence = c.Sentence;
        int at = c.Head.Head;
        // Up from the verb to the first clause that has its own subject, a few steps at most.
        for (int steps = 0; steps < 4 && at >= 0; steps++, at = sentence.Tokens[at].Head)
        {
            int subject = sentence.Child(at, "nsubj");
            if (subject >= 0 && index.At(c.Mention.Sentence, subject) is { } s && !pool.Same(s, c) && pool.Merge(s, c)) return;
        }
        if (c.Head.Relation is "appos" or "nmod" && c.Head.Head >= 0 && index.At(c.Mention.Sentence, c.Head.Head) is { } emphatic) pool.Merge(emphatic, c);
    }
}
