using Hearsay.Language;

namespace Hearsay.Coding.Predicates;

/// <summary>
/// Reads the arguments of one token for <see cref="PredicateGraph"/>: direct dependents first, then what relative
/// clauses, control, coordination and adverbial participles leave unsaid.
/// </summary>
internal ref struct ArgumentReader(PredicateGraph graph, int index)
{
    private static readonly HashSet<string> Measures = [
        "batch", "series", "package", "raft", "string", "set", "slew", "round", "volley", "salvo", "hail", "barrage", "spate", "flurry", "tranche",
        "consignment", "shipment", "load", "cache", "bundle", "host", "array", "ton", "tonne", "kilo", "litre", "truckload", "boatload", "planeload",
    ];

    private readonly List<Argument> found = [];
    private readonly Sentence sentence = graph.Sentence;

    private readonly bool Has(Role role)
    {
        foreach (var a in found) if (a.Role == role) return true;
        return false;
    }

    /// <summary>All arguments, direct ones first.</summary>
    public readonly IReadOnlyList<Argument> Read()
    {
        var token = sentence.Tokens[index];
        bool passive = token.Upos is "VERB" or "ADJ" or "AUX" && graph.IsPassive(index);
        foreach (int child in sentence.Children(index)) Direct(child, passive);
        if (passive && !Has(Role.Subject)) LowerAgent();
        if (token.Upos is "VERB" or "AUX" or "ADJ" || Has(Role.Subject))
        {
            if (token.Relation == "acl") Relative(passive);
            if (token.Relation == "conj") Coordination(passive);
            if (!Has(passive ? Role.Object : Role.Subject)) Control(passive);
            ShareRightObject(passive);
        }
        else if (token.Relation == "conj" && token.Upos is "NOUN" or "PROPN") SharedNounArguments();
        if (token.Upos == "NOUN") Adopted(index, 0);
        if (token is { Upos: "NOUN", Relation: "obl", Lemma: "touch" or "contact", Head: >= 0 and var state } && Case(sentence, index) == "in") // "stayed in touch with"
            Share(graph.Arguments(state), Role.Subject, Role.Subject);
        return found;
    }

    private readonly void Add(Role role, int head, string preposition = "", bool inferred = false)
    {
        foreach (var a in found) if (a.Role == role && a.Head == head) return;
        found.Add(new Argument(role, head, preposition, inferred));
        if (role is Role.Object or Role.Subject or Role.Oblique && Measures.Contains(sentence.Tokens[head].Lemma)) AddMeasured(role, head, preposition);
        if (role is Role.Complement or Role.Adverb or Role.Modifier) { if (role != Role.Modifier) return; }
        foreach (int c in sentence.Children(head))
            if (sentence.Tokens[c].Relation == "conj" && role is not Role.Modifier && sentence.Tokens[c].Upos is not "VERB")
                AddConjunct(role, c, preposition);
    }

    // "signed a batch of accords", "a volley of rockets hit the camp": what is measured plays the part as well.
    private readonly void AddMeasured(Role role, int measure, string preposition)
    {
        foreach (int c in sentence.Children(measure))
            if (c > measure && sentence.Tokens[c] is { DepRel: "nmod" } && Case(sentence, c) == "of") found.Add(new Argument(role, c, preposition, true));
    }

    private readonly void AddConjunct(Role role, int conjunct, string preposition)
    {
        // "with Iran and with Syria": the conjunct's own preposition, when it has one, decides.
        string own = Case(sentence, conjunct);
        if (role == Role.Oblique && own.Length > 0) preposition = own;
        else if (role != Role.Oblique && own.Length > 0) return;
        found.Add(new Argument(role, conjunct, preposition, true));
    }

    private readonly void Direct(int child, bool passive)
    {
        var t = sentence.Tokens[child];
        switch (t.Relation)
        {
            case "nsubj" or "csubj":
                if (passive)
                    Add(sentence.Child(index, "obj") >= 0 && t.Upos != "VERB" && sentence.Child(index, "xcomp") < 0 ? Role.Indirect : Role.Object, child);
                else if (!IsRelativePronoun(t)) Add(Role.Subject, child);
                break;
            case "obj":
                if (!IsRelativePronoun(t)) Add(IsFirstOfTwoObjects(child) ? Role.Indirect : Role.Object, child);
                break;
            case "obl" when child > index && t.Upos is "NOUN" or "PROPN" && !Calendar.IsTime(t.Lemma) && sentence.Tokens[index].Upos == "VERB"
                    && Case(sentence, child).Length == 0 && t.DepRel == "obl" && sentence.Child(index, "obj") < 0 && sentence.Subtree(child)[0] == index + 1:
                Add(Role.Object, child); // an object that the parser took for an adverbial
                break;
            case "iobj": Add(Role.Indirect, child); break;
            case "obl" or "nmod" when t.DepRel == "nmod:poss": Add(Role.Possessor, child); break;
            case "obl" or "nmod" when t.Xpos == "VBG" && t.Upos == "VERB": Add(Role.Complement, child, Marker(sentence, child)); break;
            case "obl" or "nmod" or "advmod" when Case(sentence, child) is { Length: > 0 } preposition:
                foreach (int c in sentence.Children(child)) if (sentence.Tokens[c] is { Relation: "case", Xpos: "RP" }) Add(Role.Adverb, c); // "broke out between"
                Add(preposition == "by" && IsAgentOf(t, passive) ? Role.Subject : Role.Oblique, child, preposition);
                break;
            case "obl" or "nmod": Add(t.DepRel is "nmod:tmod" or "obl:tmod" or "obl:npmod" or "obl:unmarked" or "nmod:unmarked" ? Role.Adverb : Role.Modifier, child); break;
            case "ccomp" or "xcomp" or "advcl" or "acl" when t.DepRel != "acl:relcl":
                Add(Role.Complement, child, Marker(sentence, child));
                break;
            case "compound" when t.DepRel == "compound:prt": Add(Role.Adverb, child); break;
            case "compound" or "amod" or "flat" or "nummod":
                Add(Role.Modifier, child);
                if (t.Relation == "amod") Compounded(child);
                break;
            case "advmod": Add(Role.Adverb, child); break;
            case "aux" when t.Lemma is "must" or "will" or "would" or "could" or "might": Add(Role.Adverb, child); break; // an obligation is a demand of whoever states it, a warning of what one will do a threat
            case "case" when t.Upos is "ADP" && sentence.Tokens[index].Upos == "VERB": Add(Role.Adverb, child); break;
        }
    }

    // "were banned from leaving the city by the army": behind an active gerund "by" and a party are the passive's own.
    private readonly void LowerAgent()
    {
        foreach (int clause in sentence.Children(index))
            if (clause > index && sentence.Tokens[clause] is { Relation: "advcl" or "xcomp" or "obl", Xpos: "VBG" or "VB" } && !graph.IsPassive(clause))
                foreach (int c in sentence.Children(clause))
                    if (c > clause && sentence.Tokens[c] is { Relation: "obl", Upos: "NOUN" or "PROPN" } by && Case(sentence, c) == "by" && !Calendar.IsTime(by.Lemma))
                        Add(Role.Subject, c, "by", inferred: true);
    }

    // "a US-led air strike", "police-fired tear gas" have a doer, "the rebel-held town" has an owner.
    private readonly void Compounded(int participle)
    {
        var t = sentence.Tokens[participle];
        bool does = t.Form.ToLowerInvariant() is "led" or "launched" or "fired" or "conducted" or "directed" or "mounted" or "ordered";
        if (!does && t.Form.ToLowerInvariant() is not ("held" or "controlled" or "occupied" or "owned" or "run" or "ruled" or "administered" or "governed")) return;
        foreach (int c in sentence.Children(participle))
            if (c < participle && sentence.Tokens[c].Upos is "PROPN" or "NOUN" or "ADJ") Add(does ? Role.Subject : Role.Possessor, c, does ? "by" : "", inferred: true);
    }

    // "the expulsion of two envoys by Belarus", "threats by militants against Kenya": the second phrase hangs on the
    // noun before it in the tree and belongs to the event noun.
    private readonly void Adopted(int noun, int depth)
    {
        foreach (int child in sentence.Children(noun))
        {
            if (child < noun || sentence.Tokens[child].DepRel != "nmod") continue;
            string preposition = Case(sentence, child);
            if (depth > 0 && preposition is "by" or "to" or "against" or "with" or "on" && !Calendar.IsTime(sentence.Tokens[child].Lemma))
                Add(preposition == "by" ? Role.Subject : Role.Oblique, child, preposition, inferred: true);
            if (depth < 2 && preposition is "of" or "by") Adopted(child, depth + 1);
        }
    }

    // "gave Egypt two billion dollars": some parses have two objects.
    private readonly bool IsFirstOfTwoObjects(int child)
    {
        foreach (int c in sentence.Children(index)) if (c > child && sentence.Tokens[c].DepRel == "obj") return true;
        return false;
    }

    // "by" names the doer of a passive and of an event noun; "by Friday" and "by boat" do not.
    private readonly bool IsAgentOf(Token t, bool passive) =>
        passive && t.DepRel is "obl:agent" or "obl" && !Calendar.IsTime(t.Lemma) ||
        sentence.Tokens[index].Upos == "NOUN" && !Calendar.IsTime(t.Lemma);

    // "He is a liar and a racist who has vowed …": what he is called is he.
    private readonly int Subject(int noun)
    {
        int first = sentence.Tokens[noun].Relation == "conj" && sentence.Tokens[noun].Head >= 0 ? sentence.Tokens[noun].Head : noun;
        if (sentence.Tokens[first].Upos is not ("NOUN" or "ADJ") || sentence.Child(first, "cop") < 0) return noun;
        int subject = sentence.Child(first, "nsubj");
        return subject >= 0 && (sentence.Tokens[subject].Upos == "PROPN" || sentence.Tokens[subject].Lemma.ToLowerInvariant() is "he" or "she" or "i" or "they" or "we") ? subject : noun;
    }

    private readonly void Relative(bool passive)
    {
        var token = sentence.Tokens[index];
        int noun = Subject(token.Head);
        if (token.DepRel != "acl:relcl")
        {
            if (Has(Role.Subject) && !passive) return;
            if (token.Xpos is "VBN" or "VBD") Add(Role.Object, noun, inferred: true); // a bare past behind a noun is a participle
            else if (token.Xpos == "VBG" && Preposition(index) is "of" or "in" && !IsAccused(noun)) FromNoun(noun, Role.Subject); // "her role in rioting"
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

    private static bool IsRelativePronoun(Token t) => t.Xpos is "WDT" or "WP" or "WP$" || t.Feats.Contains("PronType=Rel", StringComparison.Ordinal);

    /// <summary>The preposition of a phrase, with its fixed parts ("in front of"), lower case, or "".</summary>
    internal static string Case(Sentence sentence, int head)
    {
        string result = "";
        foreach (int c in sentence.Children(head))
        {
            var t = sentence.Tokens[c];
            if (t.Relation != "case" || t.Xpos == "RP" || t.Form is "'s" or "’s" or "'" or "’") continue;
            string phrase = t.Form.ToLowerInvariant();
            foreach (int f in sentence.Children(c))
                if (sentence.Tokens[f].Relation == "fixed") phrase += " " + sentence.Tokens[f].Form.ToLowerInvariant();
            result = result.Length == 0 ? phrase : result + " " + phrase;
        }
        return result;
    }

    /// <summary>"to" for an infinitive, "ing" for a gerund, the subordinator where there is one, else "that".</summary>
    internal static string Marker(Sentence sentence, int verb)
    {
        bool finite = false;
        foreach (int c in sentence.Children(verb))
        {
            var t = sentence.Tokens[c];
            if (t.Relation is "mark" or "case") return t.Form.ToLowerInvariant();
            if (t.Relation is "aux" or "nsubj" && sentence.Tokens[verb].Xpos is not "VBG") finite = true;
        }
        if (finite) return "that";
        return sentence.Tokens[verb].Xpos == "VBG" ? "ing" : sentence.Tokens[verb].Xpos == "VB" ? "to" : "that";
    }
}
