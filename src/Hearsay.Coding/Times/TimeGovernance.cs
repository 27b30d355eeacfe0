using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// Chooses the time expression that governs an event: one that hangs on the trigger, on a word of its noun phrase,
/// or on a clause that lends its time to the trigger's (coordination, participial and infinitival clauses), never
/// across reported speech, a relative clause or another clause's own time. In "Officials said on Monday that troops
/// shelled the town" the shelling has no time. Lengths and recurring times count only when they lie in the calendar.
/// </summary>
public sealed class TimeGovernance
{
    private readonly Clauses clauses;

    private TimeGovernance(Clauses clauses) => this.clauses = clauses;

    /// <summary>Reads <c>lexicons/occasion-words.csv</c> in the data folder.</summary>
    /// <exception cref="Knowledge.KnowledgeException">The table is missing or malformed.</exception>
    public static TimeGovernance Load(string dataDirectory) => new(Clauses.Load(dataDirectory));

    /// <summary>The expression, or null when the text gives the event none.</summary>
    /// <param name="document">The parsed document; without trees the nearest expression of the sentence is taken.</param>
    /// <param name="sentenceIndex">Sentence of the trigger.</param>
    /// <param name="triggerTokenIndex">Head token of the trigger.</param>
    /// <param name="times">All expressions of the document.</param>
    public TimeExpression? For(Document document, int sentenceIndex, int triggerTokenIndex, IReadOnlyList<TimeExpression> times)
    {
        var sentence = document.Sentences[sentenceIndex];
        var candidates = times.Where(t => t.Sentence == sentenceIndex && Governs(t) && !Bound(sentence, t)).ToList();
        if (candidates.Count == 0) return null;
        if (!Clauses.Parsed(sentence)) return candidates.MinBy(t => Math.Abs(t.First - triggerTokenIndex));
        var hosts = candidates.Select(t => Clauses.Head(sentence, t.First, t.Last)).ToList();
        foreach (int host in clauses.Lenders(sentence, triggerTokenIndex))
        {
            TimeExpression? best = null;
            for (int i = 0; i < candidates.Count; i++)
            {
                if (!HangsOn(sentence, hosts[i], host)) continue;
                if (best == null || Prefer(candidates[i], best)) best = candidates[i];
            }
            if (best != null) return best;
        }
        return Nominal(sentence, triggerTokenIndex, candidates, hosts) ?? Shared(sentence, triggerTokenIndex, candidates, hosts);
    }

    /// <summary>"killed 12 and wounded 30 last week": what ends a coordination belongs to all of it.</summary>
    private TimeExpression? Shared(Sentence s, int trigger, List<TimeExpression> candidates, List<int> hosts)
    {
        foreach (int c in s.Children(trigger))
        {
            if (c < trigger || s.Tokens[c].Relation != "conj" || s.Tokens[c].Upos != "VERB" || s.Child(c, "nsubj") >= 0) continue;
            for (int i = 0; i < candidates.Count; i++)
                if (hosts[i] > c && HangsOn(s, hosts[i], c)) return candidates[i];
        }
        return null;
    }

    /// <summary>
    /// "the bombing of the bridge on Sunday", "killed nine in a raid on a market in Osh last week": the time may hang on
    /// what the event's noun, or the noun of its occasion, is about.
    /// </summary>
    private static TimeExpression? Nominal(Sentence s, int trigger, List<TimeExpression> candidates, List<int> hosts)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            int at = s.Tokens[hosts[i]].Head;
            if (s.Tokens[hosts[i]].Relation is not ("nmod" or "obl") || at < 0) continue;
            for (int steps = 0; steps < 4 && s.Tokens[at].Relation == "nmod" && at != trigger; steps++) at = s.Tokens[at].Head;
            if (at == trigger && s.Tokens[at].Upos == "NOUN" || s.Tokens[at].Head == trigger && Clauses.Occasion(s, at)) return candidates[i];
        }
        return null;
    }

    private static bool Governs(TimeExpression t) =>
        t.Type is TimexType.Date or TimexType.Time ? t.Start != null || t.Granularity == "vague" && t.Value == "PAST_REF" && t.Last > t.First
        : t.Type == TimexType.Duration && t.Start != null;

    /// <summary>"until last week" ends something and dates nothing.</summary>
    private static bool Bound(Sentence s, TimeExpression t) =>
        t.First > 0 && s.Tokens[t.First - 1].Form.ToLowerInvariant() is "until" or "till" && !(t.First > 1 && s.Tokens[t.First - 2].Form.Equals("not", StringComparison.OrdinalIgnoreCase));

    private static bool Prefer(TimeExpression a, TimeExpression b) =>
        (a.Start != null) != (b.Start != null) ? a.Start != null : Days(a) < Days(b);

    private static int Days(TimeExpression t) => t.Start is { } s ? t.End!.Value.DayNumber - s.DayNumber : int.MaxValue;

    /// <summary>Whether the expression headed by <paramref name="time"/> modifies <paramref name="host"/>, directly or through
    /// other words for times ("the morning of 5 May"). A noun's own date is the noun's and no verb's ("the attack on Monday").</summary>
    private bool HangsOn(Sentence s, int time, int host)
    {
        int at = time;
        for (int steps = 0; steps < 6; steps++)
        {
            var t = s.Tokens[at];
            if (t.Head < 0 || t.Relation is "acl" or "advcl" or "ccomp" or "xcomp" or "root" or "csubj") return false;
            if (at != time && !clauses.TimeNoun(t) && !Clauses.Occasion(s, at)) return false;
            at = t.Head;
            if (at == host) return true;
        }
        return false;
    }
}
