using Hearsay.Language;

namespace Hearsay.Coding.Predicates;

/// <summary>
/// Predicate–argument structure of one sentence: for every token that can be a predicate, who does what to whom,
/// with passives undone, the subjects of infinitives and participles found by control, relative clauses joined to
/// the noun they modify, and coordination spread out. "Police were ordered to arrest and deport them" yields
/// arrest(Subject: police, Object: them) and deport(Subject: police, Object: them). Built on a UD v2 tree; wrong
/// trees give wrong arguments but never an error. Arguments of a token are computed on first use.
/// </summary>
public sealed class PredicateGraph
{
    // "is engaged in", "are prepared to": participles that describe their subject and have no doer.
    private static readonly HashSet<string> Stative = ["engage", "involve", "prepare", "commit", "oppose", "determine", "embroil", "dedicate", "lock", "agree", "interest", "concern", "resolve", "honor", "honour", "please", "delight", "thrill", "proud"];

    // Verbs that never go without an object: where a past form of theirs has none, nor an auxiliary, it is a headline's passive.
    private static readonly HashSet<string> Transitive = [
        "accuse", "arrest", "detain", "jail", "imprison", "sentence", "convict", "indict", "charge", "kidnap", "abduct", "assassinate", "behead", "wound", "injure", "deport", "expel", "extradite", "evict",
        "oust", "sack", "suspend", "evacuate", "rescue", "free", "release", "ban", "bar", "blame", "hang", "murder", "slay", "maim", "gun", "nab", "acquit", "pardon", "honour",
    ];

    private static readonly HashSet<string> SubjectControl = ["promise", "threaten", "vow", "pledge", "swear"];

    private static readonly HashSet<string> ObjectControl = [
        "persuade", "convince", "urge", "ask", "order", "tell", "force", "compel", "allow", "permit", "enable", "encourage", "instruct", "command", "invite", "press",
        "pressure", "push", "lead", "cause", "authorize", "authorise", "advise", "beg", "implore", "direct", "oblige", "require", "request", "challenge", "help", "want", "expect",
    ];

    private readonly IReadOnlyList<Argument>?[] arguments;

    /// <summary>Wraps a parsed sentence.</summary>
    public PredicateGraph(Sentence sentence)
    {
        Sentence = sentence;
        arguments = new IReadOnlyList<Argument>?[sentence.Tokens.Count];
    }

    /// <summary>The sentence whose tokens the arguments index.</summary>
    public Sentence Sentence { get; }

    /// <summary>The arguments of token <paramref name="index"/>: direct ones first, then inferred ones.</summary>
    public IReadOnlyList<Argument> Arguments(int index)
    {
        if (arguments[index] is { } known) return known;
        arguments[index] = []; // a cycle through control ends here
        var reader = new ArgumentReader(this, index);
        return arguments[index] = reader.Read();
    }

    /// <summary>The direct or inferred subjects of <paramref name="index"/>.</summary>
    public IEnumerable<int> Heads(int index, Role role)
    {
        foreach (var argument in Arguments(index)) if (argument.Role == role) yield return argument.Head;
    }

    /// <summary>Whether a verb form is passive: a passive subject or auxiliary, or a participle that modifies a noun.</summary>
    public bool IsPassive(int index)
    {
        var token = Sentence.Tokens[index];
        if (Stative.Contains(token.Lemma) && !Sentence.Children(index).Any(c => Sentence.Tokens[c].DepRel == "obl:agent")) return false;
        if (IsPerfect(index)) return false;
        foreach (int c in Sentence.Children(index))
            if (Sentence.Tokens[c].DepRel is "nsubj:pass" or "aux:pass" or "csubj:pass") return true;
        if (token.Relation is "root" or "parataxis" or "ccomp" && IsHeadlinePassive(index)) return true;
        if (token.Relation == "acl" && token.Xpos == "VBN" && token.DepRel != "acl:relcl") return true;
        if (token.Relation == "conj" && token.Xpos == "VBN" && token.Head >= 0 && !HasOwnAuxiliary(index)) return IsPassive(token.Head);
        return token.Relation is "advcl" && token.Xpos == "VBN" && Sentence.Child(index, "nsubj") < 0 && Sentence.Child(index, "aux") < 0;
    }

    // "Envoy accused of spying", "Four jailed over riot".
    private bool IsHeadlinePassive(int index)
    {
        var token = Sentence.Tokens[index];
        if (token.Xpos is not ("VBN" or "VBD") || !Transitive.Contains(token.Lemma.ToLowerInvariant()) || Sentence.Child(index, "nsubj") is not (var subject and >= 0) || subject > index) return false;
        if (Sentence.Children(index).Any(c => c > index && Sentence.Tokens[c] is { Relation: "conj", Upos: "VERB" } && Sentence.Child(c, "obj") >= 0)) return false; // "arrested, beat and tortured him"
        foreach (int c in Sentence.Children(index))
        {
            var t = Sentence.Tokens[c];
            if (t.Relation is "aux" or "obj" or "iobj" or "ccomp" || t.DepRel == "xcomp" && t.Xpos != "VBN") return false;
            if (c > index && t.Upos is "NOUN" or "PROPN" or "PRON" && t.Relation is "obl" or "nmod" && ArgumentReader.Case(Sentence, c).Length == 0 && !Calendar.IsTime(t.Lemma)) return false;
        }
        return true;
    }

    // "Firms that he's criticised": in a relative clause with a subject of its own 's is "has".
    private bool IsPerfect(int index)
    {
        if (Sentence.Tokens[index].DepRel != "acl:relcl") return false;
        bool contracted = false, subject = false;
        foreach (int c in Sentence.Children(index))
        {
            var t = Sentence.Tokens[c];
            contracted |= t.Relation == "aux" && t.Form is "'s" or "’s";
            subject |= t.Relation == "nsubj" && t.Upos is "PRON" or "PROPN" && t.Xpos is not ("WDT" or "WP") && t.Form.ToLowerInvariant() is not "that";
        }
        return contracted && subject && Sentence.Tokens[index].Xpos is "VBN" or "VBD";
    }

    /// <summary>Whether control by the subject is lexical for a verb with an object ("promised him to …").</summary>
    internal static bool ControlsBySubject(string lemma) => SubjectControl.Contains(lemma);

    /// <summary>Whether the object does what the infinitive says ("persuaded the police to release him").</summary>
    internal static bool ControlsByObject(string lemma) => ObjectControl.Contains(lemma);

    private bool HasOwnAuxiliary(int index) => Sentence.Child(index, "aux") >= 0 || Sentence.Child(index, "nsubj") >= 0;
}
