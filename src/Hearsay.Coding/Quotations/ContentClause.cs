using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Tells which clauses below a verb of saying are what was said: complements, also where the parser took them for
/// something else ("asked if they would stay", "contended in its letter, written by a clerk, that …"), but no
/// infinitives, no clauses of time or reason in front, and no "citing officials". Takes tokens of one sentence.
/// </summary>
internal static class ContentClause
{
    /// <summary>Whether the clause at <paramref name="clause"/>, which hangs on <paramref name="verb"/>, is its content.</summary>
    public static bool Is(Sentence s, int verb, int clause, Cue? cue, bool passive)
    {
        bool complement = s.Tokens[clause].Relation == "ccomp" && !IsOther(s, clause) || IsBare(s, clause, cue) || passive && clause > verb && s.Tokens[clause].Relation == "csubj";
        if (cue is { Text: "express" or "voice" } && s.Child(clause, "mark") < 0) return false; // "expressed regret that …", never without "that"
        return complement && !IsInfinitive(s, clause) || cue?.Class == "ask" && IsQuestion(s, verb, clause) || IsLate(s, verb, clause, cue);
    }

    /// <summary>Whether the clause is an infinitive; "said the goal was to win" is a clause with a copula.</summary>
    public static bool IsInfinitive(Sentence s, int verb) =>
        s.Children(verb).Any(m => s.Tokens[m].Relation == "mark" && s.Tokens[m].Xpos == "TO" && s.Child(verb, "cop") is var copula && (copula < 0 || copula > m));

    /// <summary>Whether the clause has a subject of its own.</summary>
    public static bool HasSubject(Sentence s, int verb) => s.Child(verb, "nsubj") >= 0 || s.Child(verb, "csubj") >= 0 || s.Child(verb, "expl") >= 0;

    // "citing officials", "compared with ten last year", and a clause of time or reason in front of the verb.
    private static bool IsOther(Sentence s, int clause) => s.Tokens[clause].Form.ToLowerInvariant() is "citing" or "quoting" or "compared"
        || clause < s.Tokens[clause].Head && ArgumentReader.Marker(s, clause) is "before" or "after" or "because" or "although" or "though" or "until" or "unless" or "since" or "while";

    // Saying has no indirect object without a preposition: "said the gunmen wore uniforms", read as one noun phrase.
    private static bool IsBare(Sentence s, int clause, Cue? cue) =>
        cue is { Addressee: not "dobj", Proof: CueProof.Clause } && cue.Takes("that") && s.Tokens[clause].DepRel == "iobj" && s.Subtree(clause).Count() >= 3;

    // "contended in its letter, written by a clerk, that the bank had lied": parsed as if it told when or why.
    private static bool IsLate(Sentence s, int verb, int clause, Cue? cue) =>
        cue is { Proof: CueProof.Clause } && cue.Takes("that") && clause > verb && s.Tokens[clause].Relation == "advcl" && s.Child(clause, "ccomp") < 0 && HasSubject(s, clause)
        && s.Child(clause, "mark") is var mark and > 0 && s.Tokens[mark].Form == "that" && s.Tokens[mark - 1].Form == ",";

    // "asked if they would stay"
    private static bool IsQuestion(Sentence s, int verb, int clause) =>
        clause > verb && s.Tokens[clause].Relation == "advcl" && ArgumentReader.Marker(s, clause) is "if" or "whether";
}
