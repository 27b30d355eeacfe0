using Hearsay.Language;

namespace Hearsay.Coding.Predicates;

// What a clause does not say itself: the noun a relative clause describes, the subject of infinitives and participles,
// what verbs that are joined share.
internal ref partial struct ArgumentReader
{
    // "He is a liar and a racist who has vowed …": what he is called is he.
    private readonly int Subject(int noun)
    {
        int first = sentence.Tokens[noun].Relation == "conj" && sentence.Tokens[noun].Head >= 0 ? sentence.Tokens[noun].Head : noun;
        if (sentence.Tokens[first].Upos is not ("NOUN" or "ADJ") || sentence.Child(first, "cop") < 0) return noun;
        int subject = sentence.Child(first, "nsubj");
        return subject >= 0 && (sentence.Tokens[subject].Upos == "PROPN" || sentence.Tokens[subject].Lemma.ToLowerInvariant() is "he" or "she" or "i" or "they" or "we") ? subject : noun;
    }

    // "A minister of the last government who has resigned", "the parents of a boy who was shot", "the family of Ada Lee, who
    // was shot": "who" describes people, and its verb agrees with them.
    private readonly int Antecedent(int noun)
    {
        if (noun < 0 || !Has("who")) return noun >= 0 && Has("which") ? BodyOf(noun) : noun;
        var t = sentence.Tokens[noun];
        if (t is { Relation: "appos", Upos: "NOUN", Head: >= 0 and var named } && sentence.Tokens[named].Upos == "PROPN" && IsSingular(noun)) return named; // "Lee, a senator who was endorsed"
        if (t is { Relation: "nmod", DepRel: not "nmod:poss", Head: >= 0 and var whole } && whole < noun && sentence.Tokens[whole].Upos is "NOUN" or "PROPN"
            && (Bodies.Contains(t.Lemma) || Number() is 2 && IsSingular(noun) && sentence.Tokens[whole].Xpos is "NNS")) return whole;
        if (Number() is not 1 || !(t.Xpos is "NNS" && sentence.Child(noun, "conj") < 0 || t.Lemma is "family" or "widow")) return noun;
        foreach (int part in sentence.Children(noun))
            if (part > noun && part < index && sentence.Tokens[part] is { Relation: "nmod" } p && Case(sentence, part) == "of" && IsSingular(part) && (t.Xpos == "NNS" || p.Upos == "PROPN")) return part;
        return noun;
    }

    // "Lee, the president of the Miners' Union, which endorsed him": no person is "which".
    private readonly int BodyOf(int noun)
    {
        if (!Posts.Contains(sentence.Tokens[noun].Lemma)) return noun;
        foreach (int part in sentence.Children(noun))
            if (part > noun && part < index && sentence.Tokens[part] is { Relation: "nmod", Upos: "PROPN" or "NOUN" } && Case(sentence, part) is "of" or "at" or "for") return part;
        return noun;
    }

    private readonly bool Has(string pronoun)
    {
        foreach (int c in sentence.Children(index)) if (sentence.Tokens[c].Xpos is "WP" or "WDT" && sentence.Tokens[c].Form.Equals(pronoun, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private readonly bool IsSingular(int noun) => sentence.Tokens[noun].Xpos is "NN" or "NNP" && sentence.Child(noun, "conj") < 0;

    // 1 where the clause's finite verb is singular, 2 where it is plural, 0 where it tells nothing.
    private readonly int Number()
    {
        int finite = index;
        foreach (int c in sentence.Children(index))
            if (c < index && sentence.Tokens[c].Relation is "aux" or "cop") { finite = c; break; }
        var t = sentence.Tokens[finite];
        string form = t.Form.ToLowerInvariant();
        return t.Xpos == "VBZ" || form == "was" ? 1 : t.Xpos == "VBP" || form == "were" ? 2 : 0;
    }

    private readonly void Relative(bool passive)
    {
        var token = sentence.Tokens[index];
        int noun = Subject(Antecedent(token.Head));
        if (token.DepRel != "acl:relcl")
        {
            if (Has(Role.Subject) && !passive) return;
            if (token.Xpos is "VBN" or "VBD") Add(Role.Object, noun, inferred: true); // a bare past behind a noun is a participle
            else if (token.Xpos == "VBG" && Preposition(index) is "of" or "in" or "to" && !IsAccused(noun)) FromNoun(noun, Role.Subject); // "her role in rioting"
            else if (token.Xpos == "VBG") Add(Role.Subject, noun, inferred: true);
            else if (token.Xpos is "VBD" or "VBZ" && sentence.Child(index, "nsubj") < 0) Add(Role.Subject, noun, inferred: true); // "a statement that accused"
            return;
        }
        foreach (int child in sentence.Children(index))
        {
            var t = sentence.Tokens[child];
            if (!IsRelativePronoun(t)) continue;
            Role role = t.Relation switch
            {
                "nsubj" when !passive && Has(Role.Subject) => Role.Object, // "which, she said, the minister criticised"
                "nsubj" => passive ? Role.Object : Role.Subject,
                "obj" => Role.Object,
                "iobj" => Role.Indirect,
                _ => Role.Oblique,
            };
            Add(role, noun, role == Role.Oblique ? Case(sentence, child) : "", true);
            found.RemoveAll(a => a.Head == child);
            return;
        }
        // No pronoun: the gap is the subject when there is none, else the object ("the man police arrested").
        if (!Has(Role.Subject) && !passive) Add(Role.Subject, noun, inferred: true);
        else if (!Has(Role.Object)) Add(Role.Object, noun, inferred: true);
    }

    private readonly void Coordination(bool passive)
    {
        int first = sentence.Tokens[index].Head;
        if (first < 0 || sentence.Tokens[first].Upos is not ("VERB" or "AUX" or "ADJ" or "NOUN")) return;
        if (Has(passive ? Role.Object : Role.Subject)) return;
        bool firstPassive = graph.IsPassive(first);
        foreach (var a in graph.Arguments(first))
            if (a.Role == (firstPassive ? Role.Object : Role.Subject))
                found.Add(a with { Role = passive ? Role.Object : Role.Subject, Inferred = true });
    }

    // "They arrested, beat and deported him": the object stands behind the last verb and belongs to all.
    private readonly void ShareRightObject(bool passive)
    {
        if (passive || Has(Role.Object)) return;
        bool conjunct = sentence.Tokens[index].Relation == "conj";
        int first = conjunct ? sentence.Tokens[index].Head : index;
        foreach (int c in sentence.Children(first))
            if (sentence.Tokens[c].Relation == "conj" && sentence.Tokens[c].Upos == "VERB" && c > index && IsBareBetween(index, c)) ShareObjectOf(c, c);
        if (conjunct && IsBareBetween(first, index)) ShareObjectOf(first, index);
    }

    private readonly void ShareObjectOf(int verb, int behind)
    {
        if (graph.IsPassive(verb)) return;
        int obj = sentence.Child(verb, "obj");
        if (obj > behind) Add(Role.Object, obj, inferred: true);
    }

    // Nothing but verbs, conjunctions, commas and adverbs stands between the two.
    private readonly bool IsBareBetween(int left, int right)
    {
        for (int i = left + 1; i < right; i++)
            if (sentence.Tokens[i] is not ({ Upos: "VERB" or "CCONJ" or "ADV" } or { Form: "," })) return false;
        return true;
    }

    private readonly void Control(bool passive)
    {
        var token = sentence.Tokens[index];
        int governor = token.Head;
        if (governor < 0) return;
        Role mine = passive ? Role.Object : Role.Subject;
        switch (token.Relation)
        {
            case "advcl" when passive && BehindObject(governor) is >= 0 and int described:
                Add(Role.Object, described, inferred: true); // "arrested two men, accused of theft"
                break;
            case "xcomp" or "advcl" or "ccomp":
                if (token.Relation == "ccomp" && token.Xpos is not ("VB" or "VBG")) return;
                ShareFromGovernor(governor, mine, objectFirst: token.Relation != "advcl" || IsObjectGerund() || token.Xpos == "VB" && PredicateGraph.ControlsByObject(sentence.Tokens[governor].Lemma));
                break;
            case "obl" when token.Xpos == "VBG": // "is engaged in smuggling"
                ShareFromGovernor(governor, mine, objectFirst: IsObjectGerund());
                break;
            case "acl" when token.DepRel != "acl:relcl" && token.Xpos == "VB":
                FromNoun(governor, mine); // "Iran's plan to attack"
                break;
            case "parataxis" or "conj":
                ShareFromGovernor(governor, mine, objectFirst: false);
                break;
        }
    }

    // "What Kyiv wants is to retake the port", "the aim of the rebels is to march on Goma": an infinitive that says what is
    // wanted is done by whoever wants it.
    private readonly void Predicated(Role mine)
    {
        if (sentence.Tokens[index].Xpos != "VB" || sentence.Child(index, "cop") < 0 || sentence.Child(index, "mark") < 0) return;
        foreach (int c in sentence.Children(index))
        {
            if (c > index || sentence.Tokens[c].Relation is not ("nsubj" or "csubj") || sentence.Tokens[c] is { Xpos: not "WP", Upos: not "VERB" } noun && !Aims.Contains(noun.Lemma)) continue;
            found.RemoveAll(a => a.Head == c);
            int clause = sentence.Tokens[c].Xpos == "WP" ? sentence.Child(c, "acl") : sentence.Tokens[c].Upos == "VERB" ? c : -1;
            foreach (var a in graph.Arguments(clause >= 0 ? clause : c))
                if (clause >= 0 ? a.Role == Role.Subject : a.Role == Role.Possessor || a is { Role: Role.Oblique, Preposition: "of" or "for" }) found.Add(new Argument(mine, a.Head, "", true));
        }
    }

    // A participle without a subject and a conjunction, behind the object of an active verb, tells of that object.
    private readonly int BehindObject(int verb)
    {
        if (sentence.Tokens[index].Xpos != "VBN" || verb > index || graph.IsPassive(verb) || sentence.Child(index, "mark") >= 0) return -1;
        int obj = sentence.Child(verb, "obj");
        return obj > verb && obj < index && sentence.Tokens[obj].Upos is "NOUN" or "PROPN" ? obj : -1;
    }

    // "accused a Chinese ship of ramming its boat", whichever word the gerund hangs on.
    private readonly bool IsAccused(int noun) =>
        sentence.Tokens[noun] is { Relation: "obj" or "nsubj", Head: >= 0 and var verb } && sentence.Tokens[verb].Lemma is "accuse" or "suspect" or "convict" or "acquit" or "clear";

    // "accused him of spying", "kept them from voting", "jailed her for insulting": what the object does or did.
    private readonly bool IsObjectGerund() => sentence.Tokens[index].Xpos == "VBG" && Preposition(index) is "of" or "from" or "for" or "with" or "into";

    private readonly string Preposition(int gerund)
    {
        foreach (int c in sentence.Children(gerund))
            if (c < gerund && sentence.Tokens[c].Relation is "mark" or "case") return sentence.Tokens[c].Form.ToLowerInvariant();
        return "";
    }

    private readonly void ShareFromGovernor(int governor, Role mine, bool objectFirst)
    {
        var g = sentence.Tokens[governor];
        bool governorPassive = graph.IsPassive(governor);
        var args = graph.Arguments(governor);
        if (objectFirst && !governorPassive && !PredicateGraph.ControlsBySubject(g.Lemma))
            foreach (Role role in new[] { Role.Object, Role.Indirect })
                if (Share(args, role, mine)) return;
        if (Share(args, governorPassive ? Role.Object : Role.Subject, mine)) return;
        if (governorPassive) Share(args, Role.Indirect, mine);
    }

    private readonly void FromNoun(int noun, Role mine)
    {
        var args = graph.Arguments(noun);
        if (Share(args, Role.Possessor, mine) || Share(args, Role.Subject, mine)) return;
        int verb = sentence.Tokens[noun].Head;
        if (verb >= 0 && sentence.Tokens[noun].Relation is "obj" or "obl") Share(graph.Arguments(verb), Role.Subject, mine);
        else if (verb >= 0 && sentence.Tokens[noun].DepRel == "nsubj:pass") Share(graph.Arguments(verb), Role.Subject, mine);
    }

    private readonly bool Share(IReadOnlyList<Argument> from, Role role, Role mine)
    {
        bool any = false;
        foreach (var a in from)
            if (a.Role == role && a.Head != index && !sentence.Dominates(index, a.Head))
            {
                found.Add(new Argument(mine, a.Head, "", true));
                any = true;
            }
        return any;
    }

    // "air strikes and shelling by Israel": the second event noun lends its "by"-phrase, the first its possessor.
    private readonly void SharedNounArguments()
    {
        int first = sentence.Tokens[index].Head;
        if (first < 0 || sentence.Tokens[first].Upos != "NOUN") return;
        foreach (var a in graph.Arguments(first))
            if (a.Role is Role.Possessor or Role.Subject && !Has(a.Role)) found.Add(a with { Inferred = true });
    }
}
