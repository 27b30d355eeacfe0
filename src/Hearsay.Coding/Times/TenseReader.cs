using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// Says whether the clause around a token speaks of the past or of the future: from the governing verb's auxiliaries
/// and the verb above it when the sentence is parsed, else from the nearest auxiliary before the token. "is to visit",
/// "plans to visit", "will visit" and the headline "Rivals to meet" look ahead.
/// </summary>
internal static class TenseReader
{
    private static readonly FrozenSet<string> Planning = new[]
    {
        "plan", "expect", "schedule", "due", "slate", "set", "intend", "prepare", "hope", "agree", "vow", "promise", "aim", "threaten", "want", "seek",
        "demand", "urge", "order", "call", "ask", "decide", "pledge", "propose", "invite", "likely", "ready", "go", "poised", "allow", "require", "need",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ahead = new[] { "will", "shall", "'ll", "wo", "would", "ll", "’ll" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Behind = new[] { "was", "were", "had", "did", "has", "have", "said", "been" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Scheduled = new[] { "due", "scheduled", "slated", "upcoming", "deadline", "tomorrow", "expire", "expires", "expected", "planned", "set", "forthcoming" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The direction at a token.</summary>
    public static TimeDirection At(Sentence sentence, int token) =>
        Clauses.Parsed(sentence) ? FromTree(sentence, token) : FromWords(sentence, token);

    private static TimeDirection FromTree(Sentence s, int token)
    {
        int verb = token;
        for (int steps = 0; steps < 40 && verb >= 0; steps++)
        {
            var t = s.Tokens[verb];
            if (verb != token && Scheduled.Contains(t.Form)) return TimeDirection.Future;
            bool predicate = t.Upos == "VERB" || t.Head < 0 || t.Upos == "AUX" || s.Child(verb, "cop") >= 0;
            if (predicate && Verdict(s, verb) is { } found) return found;
            verb = t.Head;
        }
        return TimeDirection.Unknown;
    }

    /// <summary>What a predicate says by itself; null for non-finite ones, which inherit.</summary>
    private static TimeDirection? Verdict(Sentence s, int verb)
    {
        var t = s.Tokens[verb];
        bool to = false, past = t.Xpos is "VBD", aux = false;
        foreach (int c in s.Children(verb))
        {
            var child = s.Tokens[c];
            if (child.Relation is "aux" or "cop")
            {
                if (Ahead.Contains(child.Form) && child.Xpos is "MD" or "_") return TimeDirection.Future;
                past |= child.Xpos is "VBD" || child.Lemma == "have";
                aux |= child.Xpos is "VBZ" or "VBP";
            }
            else if (child.Relation == "mark" && child.Form.Equals("to", StringComparison.OrdinalIgnoreCase)) to = true;
        }
        if (Scheduled.Contains(t.Form) && !past) return TimeDirection.Future;
        if (to)
        {
            if (t.Head < 0) return TimeDirection.Future;
            var head = s.Tokens[t.Head];
            if (Planning.Contains(head.Lemma) || Planning.Contains(head.Form)) return TimeDirection.Future;
            // "the talks to be held", "is to visit"
            if (t.Relation is "acl" || head.Upos == "AUX" || head.Lemma == "be") return TimeDirection.Future;
            return null;
        }
        if (past) return TimeDirection.Past;
        if (t.Xpos is "VBN" && t.Relation is "acl") return Planning.Contains(t.Lemma) ? TimeDirection.Future : TimeDirection.Past;
        if (t.Xpos is "VBG" or "VBN" && !aux) return t.Head < 0 ? TimeDirection.Unknown : null;
        if (t.Xpos is "VBZ" or "VBP" || aux) return TimeDirection.Unknown;
        return null;
    }

    private static TimeDirection FromWords(Sentence s, int token)
    {
        for (int i = token - 1; i >= 0; i--)
        {
            string form = s.Tokens[i].Form;
            if (Ahead.Contains(form) || Scheduled.Contains(form)) return TimeDirection.Future;
            if (Behind.Contains(form) || s.Tokens[i].Xpos == "VBD") return TimeDirection.Past;
            if (form == "to" && i + 1 < token && i > 0 && (Planning.Contains(s.Tokens[i - 1].Form.TrimEnd('s', 'd')) || Planning.Contains(s.Tokens[i - 1].Form))) return TimeDirection.Future;
        }
        for (int i = token + 1; i < s.Tokens.Count; i++)
        {
            string form = s.Tokens[i].Form;
            if (Ahead.Contains(form)) return TimeDirection.Future;
            if (Behind.Contains(form) || s.Tokens[i].Xpos == "VBD") return TimeDirection.Past;
        }
        return TimeDirection.Unknown;
    }
}
