using Hearsay.Coding.Predicates;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Attribution;

/// <summary>
/// Words that credit a report to nobody in particular: "reportedly", "allegedly", "is said to", "alleged". They add
/// an unspecified hop to the chain of the event they govern.
/// </summary>
internal static class HearsayWords
{
    private static bool IsAdverb(string lemma) => lemma is "reportedly" or "allegedly" or "purportedly" or "supposedly" or "reputedly" or "ostensibly";

    private static bool IsAdjective(string lemma) => lemma is "alleged" or "purported" or "reported" or "supposed" or "rumored" or "rumoured";

    private static bool IsRaisingVerb(string lemma) => lemma is "say" or "report" or "believe" or "think" or "expect" or "understand" or "allege" or "rumor" or "rumour" or "suppose" or "know" or "presume" or "suspect" or "claim" or "consider" or "fear" or "estimate" or "deem" or "predict" or "forecast" or "rumored" or "rumoured";

    /// <summary>The unspecified hop for the event at <paramref name="trigger"/>, or null.</summary>
    public static ChainHop? Hop(Sentence s, int trigger, int ceiling)
    {
        for (int at = trigger, steps = 0; at >= 0 && at != ceiling && steps < s.Tokens.Count; steps++)
        {
            foreach (int c in s.Children(at))
            {
                string lemma = s.Tokens[c].Lemma.ToLowerInvariant();
                if (IsAdverb(lemma) || at == trigger && s.Tokens[c].Relation == "amod" && IsAdjective(s.Tokens[c].Form.ToLowerInvariant())) return Make(s.Tokens[c]);
            }
            var token = s.Tokens[at];
            int above = token.Head;
            if (above < 0 || token.DepRel is "acl:relcl" or "parataxis" or "advcl") return null;
            if (token.Relation is "xcomp" && IsRaisingVerb(s.Tokens[above].Lemma) && IsAgentless(s, above)) return Make(s.Tokens[above]);
            if (token.Relation is "ccomp" or "csubj" && s.Children(above).Any(c => s.Tokens[c].Relation == "expl") && IsRaisingVerb(s.Tokens[above].Lemma))
                return Make(s.Tokens[above]);
            at = above;
        }
        return null;
    }

    // "is believed to have", "a man believed to have"; with "by police" behind it the believers are named.
    private static bool IsAgentless(Sentence s, int verb)
    {
        bool passive = s.Tokens[verb].Relation == "acl" && s.Tokens[verb].Xpos == "VBN";
        foreach (int c in s.Children(verb))
        {
            if (s.Tokens[c].DepRel is "aux:pass" or "nsubj:pass") passive = true;
            if (s.Tokens[c].DepRel == "obl:agent" || s.Tokens[c].Relation == "obl" && ArgumentReader.Case(s, c) == "by") return false;
        }
        return passive;
    }

    private static ChainHop Make(Token cue) => new(null, "unspecified", cue.Form, cue.Form, cue.Span.Start, cue.Span.End);
}
