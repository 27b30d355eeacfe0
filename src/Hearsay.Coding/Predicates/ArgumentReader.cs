using Hearsay.Language;

namespace Hearsay.Coding.Predicates;

/// <summary>
/// Reads the arguments of one token for <see cref="PredicateGraph"/>: direct dependents first, then what relative
/// clauses, control, coordination and adverbial participles leave unsaid.
/// </summary>
internal ref partial struct ArgumentReader(PredicateGraph graph, int index)
{
    private static readonly HashSet<string> Measures = [
        "batch", "series", "package", "raft", "string", "set", "slew", "round", "volley", "salvo", "hail", "barrage", "spate", "flurry", "tranche",
        "consignment", "shipment", "load", "cache", "bundle", "host", "array", "ton", "tonne", "kilo", "litre", "truckload", "boatload", "planeload",
    ];

    // What "who" never stands for.
    private static readonly HashSet<string> Bodies = [
        "administration", "government", "presidency", "campaign", "office", "department", "ministry", "agency", "company", "city", "state", "country", "war", "era", "election", "year", "month",
        "television", "series", "court", "parliament", "congress", "senate", "university", "newspaper", "network", "embassy", "hospital", "prison",
    ];

    // What "which" never stands for.
    private static readonly HashSet<string> Posts = [
        "president", "leader", "minister", "chief", "head", "director", "secretary", "chairman", "chairwoman", "chair", "spokesman", "spokeswoman", "member", "founder", "governor", "mayor", "commander", "ambassador", "editor", "owner", "lawyer", "official",
    ];

    // Of what an infinitive behind "is" says what it consists in.
    private static readonly HashSet<string> Aims = ["aim", "goal", "plan", "purpose", "objective", "mission", "intention", "intent", "task", "hope", "priority", "strategy", "idea", "target", "ambition", "decision", "dream", "policy"];

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
        if (!passive && token.Xpos == "VB") Predicated(Role.Subject);
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
        bool does = t.Form.ToLowerInvariant() is "led" or "launched" or "fired" or "conducted" or "directed" or "mounted" or "ordered" or "involved" or "perpetrated" or "inflicted" or "imposed";
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
            else if (depth < 2 && preposition is "on" or "against" or "in" or "at") // "the attack on a club in Oslo by a gunman"
                foreach (int c in sentence.Children(child))
                    if (c > child && sentence.Tokens[c].DepRel == "nmod" && Case(sentence, c) == "by" && !Calendar.IsTime(sentence.Tokens[c].Lemma)) Add(Role.Subject, c, "by", inferred: true);
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
