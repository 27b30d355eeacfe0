namespace Hearsay.Language.Coreference;

/// <summary>
/// What a mention and a possible antecedent look like beside each other, as numbers in [0, 1]: distance, roles, forms,
/// agreement, shared words, how often and how lately the entity was mentioned, and where the two stand in the tree. The
/// vector of "no antecedent" holds what is known of the mention alone. The order of the features is the order of the inputs of
/// <see cref="AntecedentRanker"/>: whoever changes it trains the model again.
/// </summary>
internal static class PairFeatures
{
    /// <summary>Length of a vector.</summary>
    public const int Count = 171;

    /// <summary>What is the same for all rivals of one mention.</summary>
    internal sealed record Field(EntityPool Pool, Candidate? Topic, int Entities, int LargestEntity, int SameHead, int SameHeadEntities);

    /// <summary>Writes the vector of "no antecedent".</summary>
    public static void FillNone(Span<float> x, Candidate c, Field field)
    {
        var w = new Writer(x);
        w.One(true);
        Mention(ref w, c, field);
    }

    /// <summary>Writes the vector of a rival: the <paramref name="nth"/> that agrees, counted from the mention, with <paramref name="between"/> other entities nearer.</summary>
    public static void Fill(Span<float> x, Candidate rival, Candidate c, Field field, int nth, int between)
    {
        var w = new Writer(x);
        w.One(false);
        Mention(ref w, c, field);
        Distance(ref w, rival, c, nth, between);
        Form(ref w, rival, c, field.Pool);
        Entity(ref w, rival, c, field);
        if (c.Form != MentionForm.Pronoun) Words(ref w, rival, c, field.Pool);
        else w.Skip(WordFeatures);
        Tree(ref w, rival, c);
    }

    private static void Mention(ref Writer w, Candidate c, Field field)
    {
        w.Choice(c.Form != MentionForm.Pronoun ? 5 : c.Key switch { "he" => 0, "she" => 1, "it" => 2, "this" or "these" => 4, _ => 3 }, 6);
        w.Choice(c.Form == MentionForm.Pronoun ? 6 : (int)c.Determiner, 7);
        w.Choice((int)c.Class, 7);
        w.Choice((int)c.Number, 4);
        w.Share(c.Form == MentionForm.Pronoun ? 0 : c.Modifiers.Length, 4);
        w.One(c.Form != MentionForm.Pronoun && c.Modifiers.Length == 0);
        w.One(c.Head.Relation is "appos" or "conj");
        w.Choice(RoleOf(c), 8);
        w.Share(field.Entities, 8);
        w.One(field.Entities == 0);
        w.One(field.Entities == 1);
        w.One(c.Quotation >= 0);
        w.One(c.Governor == c.Sentence.Root);
        w.One(c.Mention.First == 0);
        w.One(c.Reflexive);
        w.One(c.Modifying);
        w.One(c.Form == MentionForm.Nominal && c.Sentence.Child(c.Mention.Head, "acl") >= 0);
        w.One(c.Form == MentionForm.Nominal && c.Sentence.Child(c.Mention.Head, "nmod") >= 0);
        w.One(c.Form == MentionForm.Nominal && c.Sentence.Child(c.Mention.Head, "cop") >= 0);
        w.One(char.IsUpper(c.Head.Form[0]));
        w.Share(field.SameHead, 8);
        w.Share(field.SameHeadEntities, 4);
    }

    private static void Distance(ref Writer w, Candidate rival, Candidate c, int nth, int between)
    {
        int sentences = c.Mention.Sentence - rival.Mention.Sentence;
        w.Choice(rival.Order > c.Order ? 0 : 1 + Math.Min(sentences, 3), 5);
        w.Share(MathF.Log2(1 + Math.Max(0, sentences)), 6);
        w.Share(MathF.Log2(1 + Math.Abs(c.Order - rival.Order)), 6);
        w.Share(1, 1 + nth);
        w.One(nth == 0);
        w.Share(between, 5);
        w.One(between == 0);
        w.One(rival.Sentence.Paragraph != c.Sentence.Paragraph);
        w.One(rival.Quotation >= 0 != c.Quotation >= 0);
        w.One(rival.Quotation >= 0 && rival.Quotation == c.Quotation);
    }

    private static void Form(ref Writer w, Candidate rival, Candidate c, EntityPool pool)
    {
        w.Choice(RoleOf(rival), 8);
        w.One(rival.Role == "nsubj:pass");
        w.One(rival.Modifying);
        w.Choice((int)rival.Form, 3);
        w.One(rival.Form == MentionForm.Pronoun && rival.Key == c.Key);
        w.One(rival.Key is "this" or "these");
        w.One(rival.Key == "it");
        w.Choice(rival.Form == MentionForm.Nominal ? (int)rival.Determiner : 6, 7);
        w.Choice(pool.KindOf(rival) switch { NameKind.Person => 0, NameKind.Organization => 1, NameKind.Place => 2, null => 3, _ => 4 }, 5);
        w.Choice((int)pool.LikelyGenderOf(rival), 8);
        w.One(c.Form == MentionForm.Pronoun && (pool.LikelyGenderOf(rival) & c.Gender) == 0);
        w.One(c.Form == MentionForm.Pronoun && pool.LikelyGenderOf(rival) == c.Gender);
        w.Choice((int)pool.NumberOf(rival), 4);
        w.Choice((int)rival.Class, 7);
        w.One(rival.Coordinated);
        w.One(rival.Head.Relation == "conj");
        w.One(RoleOf(rival) == RoleOf(c));
        w.One(rival.IsSubject && c.IsSubject);
        w.One(rival.IsSubject && c.IsPossessive);
        w.One(rival.IsSubject && rival.Governor == rival.Sentence.Root);
    }

    private static void Entity(ref Writer w, Candidate rival, Candidate c, Field field)
    {
        int size = field.Pool.SizeOf(rival);
        w.Share(size, 10);
        w.One(size == 1);
        w.One(size == field.LargestEntity);
        w.Share(size, Math.Max(1, field.LargestEntity));
        w.One(field.Pool.NameOf(rival) is not null);
        w.One(field.Topic is not null && field.Pool.Same(field.Topic, rival));
        int lately = 0;
        foreach (var member in field.Pool.Members(field.Pool.Find(rival)))
            if (member.Order < c.Order && c.Mention.Sentence - member.Mention.Sentence <= 1) lately++;
        w.Share(lately, 4);
        w.One(rival.Mention.First == 0);
        Past(ref w, rival, c, field.Pool);
    }

    // What the entity has been so far: how often the same pronoun, subject of this sentence and of the one before, governed by the same word.
    private static void Past(ref Writer w, Candidate rival, Candidate c, EntityPool pool)
    {
        int same = 0, subjects = 0, names = 0;
        bool here = false, before = false, governed = false;
        string? governor = c.Governor >= 0 ? c.Sentence.Tokens[c.Governor].Lemma : null;
        foreach (var member in pool.Members(pool.Find(rival)))
        {
            if (member.Order >= c.Order) continue;
            if (member.Form == MentionForm.Pronoun && member.Key == c.Key) same++;
            if (member.Form == MentionForm.Name) names++;
            if (member.IsSubject) subjects++;
            int back = c.Mention.Sentence - member.Mention.Sentence;
            here |= back == 0 && member.IsSubject;
            before |= back == 1 && member.IsSubject && member.Governor == member.Sentence.Root;
            governed |= governor is not null && member.Governor >= 0 && member.Role == c.Role && member.Sentence.Tokens[member.Governor].Lemma == governor;
        }
        w.Share(same, 4);
        w.One(same > 0);
        w.Share(names, 4);
        w.Share(subjects, 6);
        w.One(here);
        w.One(before);
        w.One(governed);
    }

    private const int WordFeatures = 22;

    private static void Words(ref Writer w, Candidate rival, Candidate c, EntityPool pool)
    {
        int added = Missing(c.Modifiers, rival), dropped = rival.Modifiers.Length - (c.Modifiers.Length - added);
        w.One(c.Head.Form.Equals(rival.Head.Form, StringComparison.OrdinalIgnoreCase));
        w.One(added == 0);
        w.Share(added, 3);
        w.One(dropped <= 0);
        w.Share(Math.Max(0, dropped), 3);
        w.One(added == 0 && dropped <= 0);
        w.One(c.Modifiers.Length > 0 && added == 0);
        w.One(c.Determiner == rival.Determiner);
        w.Choice((c.Possessor >= 0 ? 1 : 0) + (rival.Possessor >= 0 ? 2 : 0), 4);
        w.One(c.Possessor >= 0 && rival.Possessor >= 0
            && c.Sentence.Tokens[c.Possessor].Lemma.Equals(rival.Sentence.Tokens[rival.Possessor].Lemma, StringComparison.OrdinalIgnoreCase));
        w.One(pool.NumberOf(rival) == c.Number);
        w.One((c.Number & rival.Number) == 0);
        bool same = c.Key == rival.Key, appos = c.Head.Relation == "appos" && c.Mention.Sentence == rival.Mention.Sentence && c.Head.Head == rival.Head.Index;
        bool subject = c.Mention.Sentence == rival.Mention.Sentence && c.Sentence.Child(c.Mention.Head, "cop") >= 0 && c.Sentence.Child(c.Mention.Head, "nsubj") == rival.Head.Index;
        w.Choice(appos ? 0 : subject ? 1 : same ? 2 : 3, 4);
        w.One(c.Class != NounClass.Unknown && c.Class == rival.Class);
        w.One(c.Class != NounClass.Unknown && rival.Class != NounClass.Unknown && c.Class != rival.Class);
        w.One(same && c.Modifying == rival.Modifying);
    }

    private static int Missing(string[] modifiers, Candidate rival)
    {
        int missing = 0;
        foreach (string m in modifiers)
            if (Array.IndexOf(rival.Modifiers, m) < 0 && Array.IndexOf(rival.NameWords, m) < 0 && Array.IndexOf(rival.TitleModifiers, m) < 0) missing++;
        return missing;
    }

    private static void Tree(ref Writer w, Candidate rival, Candidate c)
    {
        bool together = rival.Mention.Sentence == c.Mention.Sentence;
        w.One(together && rival.Governor >= 0 && c.Sentence.Dominates(rival.Governor, c.Mention.Head));
        w.One(together && c.Governor >= 0 && c.Sentence.Dominates(c.Governor, rival.Head.Index));
        int up = 0, over = 0;
        if (together)
            for (int at = c.Mention.Head; at >= 0 && up < 12 && !c.Sentence.Dominates(at, rival.Head.Index); at = c.Sentence.Tokens[at].Head) up++;
        for (int at = rival.Head.Index; at >= 0 && over < 12 && !(together && c.Sentence.Dominates(at, c.Mention.Head)); at = rival.Sentence.Tokens[at].Head) over++;
        Clauses(ref w, rival, c, together);
        w.Share(together ? up : 0, 8);
        w.Share(together ? over : 0, 8);
        w.Share(together ? 0 : over, 8);
    }

    // "Kim said she left": the subject of the clause around; "Kim rose and left her chair": the subject of a clause beside; else in between.
    private static void Clauses(ref Writer w, Candidate rival, Candidate c, bool together)
    {
        int kind = 0;
        if (together && rival.IsSubject && rival.Governor >= 0)
        {
            int at = c.Mention.Head;
            string relation = "";
            for (int steps = 0; at >= 0 && steps < 30 && at != rival.Governor; at = c.Sentence.Tokens[at].Head, steps++)
                if (c.Sentence.Tokens[at].Relation is "ccomp" or "xcomp" or "advcl" or "conj" or "acl" or "parataxis" or "csubj") relation = c.Sentence.Tokens[at].Relation;
            kind = at != rival.Governor ? 1 : relation switch { "" => 2, "ccomp" => 3, "xcomp" => 4, "advcl" => 5, "conj" => 6, "acl" => 7, _ => 8 };
        }
        w.Choice(kind, 9);
        int left = 0;
        for (int i = 0; i < rival.Mention.Head && i < rival.Sentence.Tokens.Count; i++)
            if (rival.Sentence.Tokens[i].Upos is "PROPN" or "NOUN" or "PRON") left++;
        w.Share(left, 12);
    }

    private static int RoleOf(Candidate c) => c.Role switch
    {
        "nsubj" or "nsubj:pass" or "nsubj:outer" or "csubj" => 0,
        "obj" or "iobj" => 1,
        "nmod:poss" => 2,
        "obl:agent" => 3,
        "nmod" => 4,
        "obl" => 5,
        "appos" => 6,
        _ => 7,
    };

    private ref struct Writer
    {
        private readonly Span<float> values;
        private int at;

        public Writer(Span<float> values)
        {
            values.Clear();
            this.values = values;
        }

        public void One(bool holds) => values[at++] = holds ? 1 : 0;

        public void Share(float part, float whole) => values[at++] = Math.Clamp(part / whole, 0, 1);

        public void Skip(int count) => at += count;

        public void Choice(int which, int of)
        {
            values[at + which] = 1;
            at += of;
        }
    }
}
