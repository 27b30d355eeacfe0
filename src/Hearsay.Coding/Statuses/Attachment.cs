using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Decides what an infinitive or gerund hangs on where the parser had two hosts to choose from. The table of
/// predicates settles it: in "announced plans to sell" the plans embed the sale, in "wants the owners to sell" and
/// "bars firms from selling" the verb does. Takes the clause, returns the token that embeds it, which is the clause's
/// head wherever the table is silent.
/// </summary>
internal static class Attachment
{
    /// <summary>The token that embeds the clause or phrase at <paramref name="at"/>.</summary>
    public static int Governor(Sentence s, PredicateLookup lookup, int at)
    {
        var t = s.Tokens[at];
        int head = t.Head;
        if (head < 0 || t.DepRel == "acl:relcl" || t.Relation is not ("acl" or "xcomp" or "ccomp" or "advcl")) return head;
        string kind = Constructions.Kind(s, at);
        if (kind == "that" && s.Child(at, "mark") - 1 is var noun and > 0 && noun != head && s.Tokens[at].Head < noun && s.Tokens[noun].Upos == "NOUN" && s.Tokens[noun + 1].Form == "that" && lookup.Clause(noun, at, kind) is not null) return noun; // "on falling trust and worries [that …]"
        if (kind == "that" || lookup.Clause(head, at, kind) is not null) return head;
        return t.Relation == "acl" ? Verb(s, lookup, at, head, kind) : kind == "to" ? Noun(s, lookup, at, head) : head;
    }

    // "wants the owners [to sell]", "bars firms [from selling]", "efforts by the palace [to sell]".
    private static int Verb(Sentence s, PredicateLookup lookup, int at, int noun, string kind)
    {
        var t = s.Tokens[noun];
        if (t.Head < 0 || Constructions.IsRanked(s, noun)) return noun;
        // "make the case to grant": "make" and its like take a base form without "to".
        if (kind == "to" && s.Child(at, "mark") >= 0 && t.Head >= 0 && s.Tokens[t.Head].Lemma is "make" or "have" or "let" or "see" or "hear" or "watch" or "feel") return noun;
        bool linked = kind == "to" || ArgumentReader.Marker(s, at) is "from" or "against" or "into" or "of";
        if (t.Relation is "obj" or "iobj" && linked && lookup.Clause(t.Head, at, kind) is not null) return t.Head;
        int owner = t.Relation == "nmod" ? t.Head : t.Relation == "obl" ? s.Child(t.Head, "obj") : -1;
        return kind == "to" && owner >= 0 && owner < noun && s.Tokens[owner].Upos == "NOUN" && lookup.Clause(owner, at, kind) is not null ? owner : noun;
    }

    // "announced plans [to sell]": the clause belongs to the noun in front of it, of which the table knows.
    private static int Noun(Sentence s, PredicateLookup lookup, int at, int verb)
    {
        int before = s.Child(at, "mark") - 1;
        if (before > verb && s.Tokens[before].Upos == "NOUN" && lookup.Clause(before, at, "to") is not null) return before;
        return Constructions.NounBefore(s, at, verb) is var noun and >= 0 && lookup.Clause(noun, at, "to") is not null ? noun : verb;
    }
}
