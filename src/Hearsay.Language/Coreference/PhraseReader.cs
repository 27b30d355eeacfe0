namespace Hearsay.Language.Coreference;

/// <summary>
/// Turns a noun phrase, pronoun or coordination of a parsed sentence into a <see cref="Candidate"/> with its
/// traits: gender and number, name and titles, determiner and modifiers, grammatical role. Answers null for what
/// cannot corefer (times, quantities, titles, parts of names). Reads only the head's children.
/// </summary>
internal static class PhraseReader
{
    /// <summary>Whether the token heads a noun phrase of its own.</summary>
    public static bool Heads(Sentence sentence, int index, Name? name)
    {
        var token = sentence.Tokens[index];
        if (token.Relation is "flat" or "fixed" or "goeswith" or "discourse" or "expl" or "case" or "cc" or "mark" or "advmod" or "aux" or "cop" or "punct")
            return false;
        if (token.DepRel is "nmod:desc") return false;
        bool nounLike = token.Upos is "NOUN" or "PROPN";
        if (name is not null)
        {
            if (name.Kind == NameKind.Group && !nounLike) return false;
            // Within a name only the token that leads out of it is a head ("Kenya" in "Central Bank of Kenya" is one too).
            bool inside = name.First <= index && index <= name.Last;
            if (inside && token.Head >= name.First && token.Head <= name.Last && token.Relation is "compound" or "amod" or "flat") return false;
            return nounLike || (inside && (token.Head < name.First || token.Head > name.Last) && token.Relation is not ("amod" or "det" or "nummod"));
        }
        if (IsNumber(token)) return true;
        if (token.Upos is "NUM" or "DET" or "ADJ" or "VERB" or "X" or "SYM") return IsPair(sentence, token);
        return nounLike;
    }

    /// <summary>A pronoun as a candidate.</summary>
    public static Candidate OfPronoun(PhraseFrame frame, Pronouns.Traits traits)
    {
        var (role, governor) = Place(frame.Sentence, frame.Head);
        return new Candidate
        {
            Mention = frame.ToMention(MentionForm.Pronoun, frame.Head),
            Sentence = frame.Sentence,
            Head = frame.Token,
            Key = traits.Key,
            Gender = traits.Gender,
            Number = traits.Number,
            Person = traits.Person,
            Reflexive = traits.Reflexive,
            Quotation = frame.Quotation,
            Role = role,
            Governor = governor,
        };
    }

    /// <summary>A name or common noun phrase as a candidate, null when it cannot corefer.</summary>
    public static Candidate? OfNoun(PhraseFrame frame, Name? name, bool modifying)
    {
        var token = frame.Token;
        if (name is { Kind: NameKind.Person } && NamesRole(frame.Sentence, frame.Head, name)) name = null;
        bool proper = name is not null || (token.Upos == "PROPN" && !NamesRole(frame.Sentence, frame.Head, null));
        string lemma = (proper ? token.Form : token.Lemma).ToLowerInvariant();
        var (kind, gender) = NounLexicon.Look(lemma);
        var builder = new PhraseTraits(frame.Sentence, frame.Head, name);
        if (proper) builder.ReadName();
        builder.ReadModifiers();
        if (proper && builder.NameWords.Length == 0) proper = false;
        if (proper) (kind, gender) = builder.TraitsOfName(gender, kind);
        if (name is not null) frame = Trim(frame, name);
        var (role, governor) = Place(frame.Sentence, frame.Head);
        return new Candidate
        {
            Mention = frame.ToMention(proper ? MentionForm.Name : MentionForm.Nominal, frame.Head),
            Sentence = frame.Sentence,
            Head = token,
            Key = proper && name?.Kind == NameKind.Person ? builder.NameWords[^1] : lemma,
            Gender = gender,
            Guess = proper ? builder.GenderOfGivenName() : Gender.Any,
            Number = builder.Number(kind, proper),
            Kind = proper ? name?.Kind : null,
            Class = kind,
            Determiner = builder.Determiner,
            NameWords = proper ? builder.NameWords : [],
            Modifiers = builder.Modifiers,
            Titles = builder.Titles,
            TitleModifiers = builder.TitleModifiers,
            Possessor = builder.Possessor,
            Quotation = frame.Quotation,
            Modifying = modifying,
            Role = role,
            Governor = governor,
        };
    }

    /// <summary>Several conjoined phrases as one plural candidate.</summary>
    public static Candidate? OfCoordination(PhraseFrame frame, CoordinationReader.Span span)
    {
        bool persons = true;
        foreach (int member in span.Members)
        {
            var token = frame.Sentence.Tokens[member];
            if (token.Upos == "PRON") continue;
            if (token.Upos == "NOUN" && NounLexicon.Look(token.Lemma).Class is NounClass.Time or NounClass.Quantity) return null;
            persons &= token.Upos == "PROPN" || NounLexicon.Look(token.Lemma).Class == NounClass.Person;
        }
        var (role, governor) = Place(frame.Sentence, frame.Head);
        return new Candidate
        {
            Mention = frame.ToMention(MentionForm.Nominal, span.Conjunction),
            Sentence = frame.Sentence,
            Head = frame.Token,
            Key = "&",
            Gender = persons ? Gender.Any : Gender.Thing,
            Number = Plurality.Many,
            Coordinated = true,
            Quotation = frame.Quotation,
            Role = role,
            Governor = governor,
        };
    }

    // A name ends where it ends, whatever the parser hangs below it; "Kenya's" is no part of "Kenya's president William Ruto".
    private static PhraseFrame Trim(PhraseFrame frame, Name name)
    {
        if (frame.Head > name.Last) return frame;
        int first = Math.Min(frame.First, name.First);
        for (int i = name.First - 1; i > first; i--)
            if (frame.Sentence.Tokens[i] is { Relation: "case", Lemma: "'s" or "'" or "’s" or "’" }) first = i + 1;
        return frame with { First = first, Last = Math.Max(name.Last, frame.Head) };
    }

    // "the Prime Minister", "Director of the institute": capitalised roles are no names. A lone "Baker" is one.
    private static bool NamesRole(Sentence sentence, int head, Name? name)
    {
        if (NounLexicon.Look(sentence.Tokens[head].Form.ToLowerInvariant()).Class != NounClass.Person) return false;
        if (name is not null && (head != name.Last || (name.Last > name.First && sentence.Child(head, "det") < 0))) return false;
        bool introduced = name is null;
        foreach (int child in sentence.Children(head))
        {
            var token = sentence.Tokens[child];
            if (token.Relation == "flat") return false;
            introduced |= token.Relation is "det" or "nmod" && token.DepRel != "nmod:desc";
        }
        return introduced;
    }

    // "1859", "[17]": a number that counts nothing names a year or a thing in a list.
    private static bool IsNumber(Token token) =>
        token.Upos == "NUM" && char.IsAsciiDigit(token.Form[0]) && (token.Relation is not ("nummod" or "compound" or "amod" or "det") || token.Form.Length == 4 && token.Form[0] is '1' or '2');

    // "both", "the two", "the three", "the accused": heads that are no nouns.
    private static bool IsPair(Sentence sentence, Token token)
    {
        if (token.Relation is not ("nsubj" or "obj" or "obl" or "nmod" or "iobj")) return false;
        if (token.Upos == "DET") return token.Lemma == "both";
        if (token.Upos is not ("NUM" or "ADJ")) return false;
        int det = sentence.Child(token.Index, "det");
        return det >= 0 && sentence.Tokens[det].Lemma is "the" or "these" or "those" && sentence.Child(token.Index, "nmod") < 0
            && token.Lemma is "two" or "three" or "four" or "accused";
    }

    // Conjuncts share the place of the first member; the chain is followed a few steps at most.
    private static (string Role, int Governor) Place(Sentence sentence, int index)
    {
        var token = sentence.Tokens[index];
        for (int steps = 0; steps < 8 && token.Relation is "conj" or "appos" && token.Head >= 0; steps++) token = sentence.Tokens[token.Head];
        string role = token.DepRel;
        return (role, token.Head);
    }
}
