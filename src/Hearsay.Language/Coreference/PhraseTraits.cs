namespace Hearsay.Language.Coreference;

/// <summary>
/// What one noun phrase's words say about it: the words of its name without titles, its titles, its modifiers,
/// how it is introduced, and from these its gender and number. Holds the answers of one reading; give it the
/// sentence, the head and the name that covers it, if any.
/// </summary>
internal struct PhraseTraits(Sentence sentence, int head, Name? name)
{
    private static readonly string[] Nothing = [];

    public string[] NameWords { get; private set; } = Nothing;

    public string[] Titles { get; private set; } = Nothing;

    public string[] TitleModifiers { get; private set; } = Nothing;

    public string[] Modifiers { get; private set; } = Nothing;

    public Determiner Determiner { get; private set; } = Determiner.Bare;

    public int Possessor { get; private set; } = -1;

    /// <summary>Reads name words and titles, from the recognised name or else from the head's flat and compound parts.</summary>
    public void ReadName()
    {
        var words = new List<string>(4);
        List<string>? titles = null, titleModifiers = null;
        bool person = name?.Kind == NameKind.Person || HasTitle();
        if (name is not null)
            for (int i = name.First; i <= name.Last; i++) AddWord(sentence.Tokens[i], words);
        else CollectWords(words);
        if (person || name is null) TakeLeadingTitles(words, person, ref titles);
        if (name?.Kind == NameKind.Person) CutPersonName(words);
        NameWords = words.Count == 0 ? Nothing : [.. words];
        ReadTitles(ref titles, ref titleModifiers);
        if (titles is not null) Titles = [.. titles];
        if (titleModifiers is not null) TitleModifiers = [.. titleModifiers];
    }

    /// <summary>Reads determiner, possessor and modifiers.</summary>
    public void ReadModifiers()
    {
        List<string>? modifiers = null;
        foreach (int child in sentence.Children(head))
        {
            var token = sentence.Tokens[child];
            if (name is not null && child >= name.First && child <= name.Last) continue;
            switch (token.Relation)
            {
                case "det":
                    Determiner = DeterminerOf(token.Lemma.ToLowerInvariant());
                    break;
                case "nmod" when token.DepRel == "nmod:poss":
                    Possessor = child;
                    if (Determiner is Determiner.Bare) Determiner = Determiner.Possessive;
                    break;
                case "amod" or "compound" or "nummod":
                    if (token.Lemma is "other" or "another" && Determiner != Determiner.Indefinite) Determiner = Determiner.Indefinite;
                    (modifiers ??= []).Add(token.Lemma.ToLowerInvariant());
                    break;
                case "nmod" or "acl" or "flat":
                    (modifiers ??= []).Add(token.Lemma.ToLowerInvariant());
                    break;
            }
        }
        if (modifiers is not null) Modifiers = [.. modifiers];
    }

    /// <summary>Class and gender of the name: from its kind, then from titles, then from the given name.</summary>
    public readonly (NounClass Class, Gender Gender) TraitsOfName(Gender nounGender, NounClass nounClass)
    {
        switch (name?.Kind)
        {
            // "Etta", "Catherine Donnelly": a given name may be a person whatever the tagger says.
            case NameKind.Organization: return (NounClass.Group, NameWords.Length <= 2 && NounLexicon.IsGivenName(NameWords[0]) ? Gender.Any : Gender.Thing);
            case NameKind.Place: return (NounClass.Place, NameWords.Length <= 2 && NounLexicon.IsGivenName(NameWords[0]) ? Gender.Any : Gender.Thing);
            case NameKind.Group: return (NounClass.Person, Gender.Person);
            case null when nounClass == NounClass.Person && NameWords.Length == 1: return (nounClass, nounGender);
            case null when Titles.Length == 0 && !NounLexicon.IsGivenName(NameWords[0]): return (nounClass, Gender.Any);
        }
        var gender = Gender.Person;
        foreach (string title in Titles)
            if (PersonNames.GenderOfTitle(title) is { } said && (gender & said) != 0) gender &= said;
        return (NounClass.Person, gender);
    }

    /// <summary>What the given name suggests. A lone name may be a surname: "Mohamed" says nothing about Amina Mohamed; see NameSieve.GuessGenders.</summary>
    public readonly Gender GenderOfGivenName() =>
        NameWords.Length > 1 && name?.Kind is NameKind.Person or null ? NounLexicon.GenderOfGivenName(NameWords[0]) : Gender.Any;

    /// <summary>Number, from the head's features and class.</summary>
    public readonly Plurality Number(NounClass kind, bool proper)
    {
        var token = sentence.Tokens[head];
        bool many = token.Feats.Contains("Number=Plur", StringComparison.Ordinal) || token.Xpos is "NNS" or "NNPS";
        if (token.Upos == "NUM" && char.IsAsciiDigit(token.Form[0])) return Plurality.One;
        if (token.Upos is "NUM" or "DET" or "ADJ") return Plurality.Many;
        if (name?.Kind is NameKind.Organization || kind == NounClass.Group) return many && !proper ? Plurality.Many : Plurality.Either;
        if (name?.Kind is NameKind.Group) return many ? Plurality.Many : Plurality.Either;
        if (proper && name?.Kind is NameKind.Place) return Plurality.One;
        if (proper && name?.Kind is null && kind != NounClass.Person) return Plurality.Either;
        return many && !(proper && name?.Kind == NameKind.Person) ? Plurality.Many : Plurality.One;
    }

    private static Determiner DeterminerOf(string lemma) => lemma switch
    {
        "the" or "both" or "all" => Determiner.Definite,
        "this" or "that" or "these" or "those" or "such" => Determiner.Demonstrative,
        "no" or "every" or "each" or "any" or "either" or "neither" or "whichever" or "what" or "which" => Determiner.Quantified,
        _ => Determiner.Indefinite,
    };

    // "Bonosus of Sardica" is Bonosus, "Martin Luther King Jr." ends with King.
    private static void CutPersonName(List<string> words)
    {
        int of = words.IndexOf("of");
        if (of > 0) words.RemoveRange(of, words.Count - of);
        while (words.Count > 2 && PersonNames.IsSuffix(words[^1])) words.RemoveAt(words.Count - 1);
    }

    private readonly bool HasTitle()
    {
        foreach (int child in sentence.Children(head))
            if (sentence.Tokens[child].DepRel == "nmod:desc") return true;
        return false;
    }

    private readonly void CollectWords(List<string> words)
    {
        foreach (int child in sentence.Children(head))
        {
            var token = sentence.Tokens[child];
            if (child >= head) break;
            bool part = token.Upos is "PROPN" or "X" && token.Relation is "compound" or "flat";
            // "Democratic" in "the Democratic Party" is part of the name though an adjective.
            if (part || (token.Relation == "amod" && char.IsUpper(token.Form[0]))) AddWord(token, words);
        }
        AddWord(sentence.Tokens[head], words);
        foreach (int child in sentence.Children(head))
            if (child > head && sentence.Tokens[child].Relation == "flat") AddWord(sentence.Tokens[child], words);
    }

    private static void AddWord(Token token, List<string> words)
    {
        if (token.Upos is "PUNCT" or "PART" || token.Xpos == "POS") return;
        if (words.Count == 0 && token.Upos == "DET") return;
        words.Add(NameText.Fold(token.Form));
    }

    // "President William Ruto" recognised as one name: the title is split off unless nothing would remain.
    private static void TakeLeadingTitles(List<string> words, bool person, ref List<string>? titles)
    {
        int count = 0;
        while (count < words.Count - 1 && PersonNames.GenderOfTitle(words[count]) is not null
               && (person || words.Count - count > 1) && !NounLexicon.IsGivenName(words[count])) count++;
        if (count == 0) return;
        titles = words.GetRange(0, count);
        words.RemoveRange(0, count);
    }

    private readonly void ReadTitles(ref List<string>? titles, ref List<string>? modifiers)
    {
        foreach (int child in sentence.Children(head))
        {
            if (child >= head) break;
            var token = sentence.Tokens[child];
            if (name is not null && child >= name.First) break;
            bool title = token.DepRel == "nmod:desc"
                || (token.Relation is "compound" && PersonNames.GenderOfTitle(token.Form.ToLowerInvariant()) is not null);
            if (!title) continue;
            (titles ??= []).Add(token.Lemma.ToLowerInvariant().TrimEnd('.'));
            foreach (int inner in sentence.Children(child))
                if (sentence.Tokens[inner].Relation is "amod" or "compound" or "nmod")
                    (modifiers ??= []).Add(sentence.Tokens[inner].Lemma.ToLowerInvariant());
        }
        if (titles is null) return;
        foreach (int child in sentence.Children(head))
            if (child < head && sentence.Tokens[child].Relation is "amod") (modifiers ??= []).Add(sentence.Tokens[child].Lemma.ToLowerInvariant());
    }
}
