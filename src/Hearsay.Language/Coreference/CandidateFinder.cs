namespace Hearsay.Language.Coreference;

/// <summary>
/// Finds what may corefer in a parsed text: noun phrases, personal, possessive and reflexive pronouns, "both",
/// "the two", and coordinations of such phrases. Expletive and pleonastic "it", times, quantities, titles in
/// front of names and relative pronouns are left out. A coordination's mention is headed by its conjunction, so
/// that it never takes the place of its first member. Sentences of more than <see cref="LongestSentence"/> tokens
/// are passed over. Linear in the text.
/// </summary>
internal sealed class CandidateFinder
{
    /// <summary>Longest sentence that is read. Longer ones are no prose, and would make the steps within a sentence costly.</summary>
    public const int LongestSentence = 1000;

    private readonly QuotationMap quotations;
    private readonly List<Candidate> found = [];
    private readonly List<Candidate> inSentence = [];
    private int[] first = new int[64];
    private int[] last = new int[64];
    private int[] nameAt = new int[64];

    private CandidateFinder(QuotationMap quotations) => this.quotations = quotations;

    /// <summary>All candidates in text order. <paramref name="names"/> may be in any order.</summary>
    public static List<Candidate> Find(IReadOnlyList<Sentence> sentences, IReadOnlyList<Name> names, QuotationMap quotations)
    {
        var finder = new CandidateFinder(quotations);
        var bySentence = new List<Name>?[sentences.Count];
        var surnames = Surnames(sentences, names);
        foreach (var name in names)
            if (name.Sentence >= 0 && name.Sentence < sentences.Count) (bySentence[name.Sentence] ??= []).Add(Consistent(name, sentences[name.Sentence], surnames));
        for (int s = 0; s < sentences.Count; s++)
            if (sentences[s].Tokens.Count <= LongestSentence) finder.Scan(sentences[s], s, bySentence[s]);
        return finder.found;
    }

    // Taggers see one word at a time: a lone "Park" is a person where the text has an Alan Park, and no "Turkey" is one.
    private static Name Consistent(Name name, Sentence sentence, HashSet<string> surnames)
    {
        if (name.First != name.Last || name.Last >= sentence.Tokens.Count || name.First < 0) return name;
        string word = sentence.Tokens[name.First].Form;
        if (name.Kind is NameKind.Place or NameKind.Organization && surnames.Contains(word)) return name with { Kind = NameKind.Person };
        bool country = name.Kind == NameKind.Person && !surnames.Contains(word) && word is not ("Jordan" or "Chad" or "Georgia" or "Israel")
            && CountryNames.IsCountry([word.ToLowerInvariant()]);
        return country ? name with { Kind = NameKind.Place } : name;
    }

    private static HashSet<string> Surnames(IReadOnlyList<Sentence> sentences, IReadOnlyList<Name> names)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (name.Kind == NameKind.Person && name.Last > name.First && name.First >= 0 && name.Sentence >= 0 && name.Sentence < sentences.Count && name.Last < sentences[name.Sentence].Tokens.Count)
                surnames.Add(sentences[name.Sentence].Tokens[name.Last].Form);
        return surnames;
    }

    private void Scan(Sentence sentence, int s, List<Name>? names)
    {
        int count = sentence.Tokens.Count;
        if (first.Length < count)
        {
            first = new int[count * 2];
            last = new int[count * 2];
            nameAt = new int[count * 2];
        }
        NounPhraseExtents.Compute(sentence, first, last);
        MarkNames(sentence, names);
        inSentence.Clear();
        for (int i = 0; i < count; i++) Consider(sentence, s, i, names);
        // Text order is that of the first token; of two that begin together the longer comes first.
        inSentence.Sort(static (a, b) => a.Mention.First != b.Mention.First ? a.Mention.First.CompareTo(b.Mention.First)
            : a.Mention.Last != b.Mention.Last ? b.Mention.Last.CompareTo(a.Mention.Last) : a.Mention.Head.CompareTo(b.Mention.Head));
        foreach (var candidate in inSentence)
        {
            candidate.Order = found.Count;
            found.Add(candidate);
        }
    }

    private void MarkNames(Sentence sentence, List<Name>? names)
    {
        int count = sentence.Tokens.Count;
        Array.Fill(nameAt, -1, 0, count);
        if (names is null) return;
        for (int n = 0; n < names.Count; n++)
        {
            var name = names[n];
            if (name.First < 0 || name.Last >= count) continue;
            for (int i = name.First; i <= name.Last; i++) nameAt[i] = n;
        }
    }

    private void Consider(Sentence sentence, int s, int i, List<Name>? names)
    {
        var token = sentence.Tokens[i];
        switch (token.Upos)
        {
            case "PRON":
                if (Pronouns.Look(token, sentence) is { } pronoun) Add(PhraseReader.OfPronoun(Frame(sentence, s, i, i, i), pronoun));
                return;
            case "NOUN" or "PROPN" or "ADJ" or "X" or "NUM" or "DET" or "SYM" or "VERB":
                break;
            default:
                return;
        }
        var name = nameAt[i] >= 0 ? names![nameAt[i]] : HeadedName(sentence, i, names);
        // "Kenya" in "Central Bank of Kenya" is no mention of the bank: below the name's head the name does not count.
        if (name is not null && name.First <= token.Head && token.Head <= name.Last && token.Relation is "nmod" or "conj" or "appos") name = null;
        if (!PhraseReader.Heads(sentence, i, name)) return;
        bool modifying = token.Relation == "compound";
        int from = first[i], to = last[i];
        if (modifying && name is not null) (from, to) = (Math.Min(i, name.First), Math.Max(i, name.Last));
        var frame = Frame(sentence, s, i, from, to);
        if (PhraseReader.OfNoun(frame, name, modifying) is { } phrase) Add(phrase);
        if (!modifying && CoordinationReader.Read(sentence, i, first, last) is { } span
            && PhraseReader.OfCoordination(Frame(sentence, s, i, span.First, span.Last), span) is { } several) Add(several);
    }

    // "President Ruto" with the title as head: the name hangs below and describes the whole phrase.
    private Name? HeadedName(Sentence sentence, int i, List<Name>? names)
    {
        if (names is null || sentence.Tokens[i].Upos != "PROPN") return null;
        foreach (int child in sentence.Children(i))
            if (sentence.Tokens[child].Relation == "flat" && nameAt[child] >= 0 && names[nameAt[child]].Kind == NameKind.Person)
                return names[nameAt[child]];
        return null;
    }

    // A wrong tree may leave a preposition or mark in front: no noun phrase begins so.
    private PhraseFrame Frame(Sentence sentence, int s, int head, int from, int to)
    {
        while (from < head && sentence.Tokens[from].Upos is "ADP" or "PUNCT" or "CCONJ" or "SCONJ") from++;
        return new(sentence, s, head, from, to, quotations.At(s, head));
    }

    private void Add(Candidate candidate) => inSentence.Add(candidate);
}
