using System.Collections.Frozen;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Reads "I", "we" and "you" from the speaker's side: within one quotation each is one party, "I" is whoever the
/// quotation is attributed to, and a quotation that nobody is credited with directly goes on with the speaker of
/// the one before when no new paragraph of narration lies between. Outside quotations the text's author speaks.
/// </summary>
internal sealed class SpeakerSieve
{
    private static readonly FrozenSet<string> SpeechVerbs = FrozenSet.ToFrozenSet(
    [
        "say", "tell", "add", "ask", "reply", "answer", "explain", "state", "claim", "argue", "insist", "note", "write", "declare", "announce",
        "warn", "continue", "admit", "agree", "comment", "remark", "observe", "recall", "remember", "conclude", "suggest", "stress", "urge",
        "vow", "promise", "tweet", "post", "shout", "whisper", "exclaim", "believe", "think", "acknowledge", "assert", "complain", "concede",
        "confirm", "deny", "emphasize", "emphasise", "point", "quote", "report", "respond", "reveal", "speak", "go", "joke", "lament",
        "predict", "read", "testify", "call", "describe", "cite", "pledge", "boast", "caution", "maintain", "reiterate", "contend",
    ], StringComparer.Ordinal);

    private readonly IReadOnlyList<Sentence> sentences;
    private readonly QuotationMap map;
    private readonly EntityPool pool;
    private readonly HeadIndex index;

    private SpeakerSieve(IReadOnlyList<Sentence> sentences, QuotationMap map, EntityPool pool, HeadIndex index)
    {
        this.sentences = sentences;
        this.map = map;
        this.pool = pool;
        this.index = index;
    }

    /// <summary>Merges first and second persons; gives the speaker of each quotation, null where unknown.</summary>
    public static Candidate?[] Run(IReadOnlyList<Sentence> sentences, IReadOnlyList<Candidate> candidates, QuotationMap map, EntityPool pool, HeadIndex index)
    {
        var sieve = new SpeakerSieve(sentences, map, pool, index);
        var speakers = sieve.FindSpeakers();
        sieve.JoinPersons(candidates, speakers);
        return speakers;
    }

    private Candidate?[] FindSpeakers()
    {
        var speakers = new Candidate?[map.Quotations.Count];
        for (int q = 0; q < speakers.Length; q++)
        {
            var quoted = map.Quotations[q];
            speakers[q] = InSentence(quoted.LastSentence, q) ?? (quoted.FirstSentence != quoted.LastSentence ? InSentence(quoted.FirstSentence, q) : null);
            if (speakers[q] is null && q > 0 && Continues(map.Quotations[q - 1], quoted)) speakers[q] = speakers[q - 1];
        }
        return speakers;
    }

    // A speech verb outside the marks, nearest to them, that has a subject outside the marks.
    private Candidate? InSentence(int s, int quotation)
    {
        var sentence = sentences[s];
        if (sentence.Tokens.Count > CandidateFinder.LongestSentence) return null;
        Candidate? best = null;
        int bestDistance = int.MaxValue;
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            var token = sentence.Tokens[i];
            if (token.Upos != "VERB" || map.At(s, i) >= 0 || !SpeechVerbs.Contains(token.Lemma)) continue;
            int subject = sentence.Child(i, "nsubj");
            if (subject < 0 || map.At(s, subject) >= 0 || index.At(s, subject) is not { } who) continue;
            int distance = DistanceTo(quotation, s, i);
            if (distance < bestDistance) (best, bestDistance) = (who, distance);
        }
        return best;
    }

    private int DistanceTo(int quotation, int s, int token)
    {
        var quoted = map.Quotations[quotation];
        int distance = int.MaxValue - 1;
        if (quoted.FirstSentence == s) distance = Math.Min(distance, Math.Abs(quoted.FirstToken - token));
        if (quoted.LastSentence == s) distance = Math.Min(distance, Math.Abs(token - quoted.LastToken));
        return distance;
    }

    private bool Continues(QuotationMap.Quoted before, QuotationMap.Quoted quoted)
    {
        if (quoted.FirstSentence - before.LastSentence > 1) return false;
        return before.RunsOn || sentences[before.LastSentence].Paragraph == sentences[quoted.FirstSentence].Paragraph;
    }

    private void JoinPersons(IReadOnlyList<Candidate> candidates, Candidate?[] speakers)
    {
        // Per quotation and pronoun; −1 is the author. Quotations of one speaker share their "I" through the speaker.
        var parties = new Dictionary<(int Quotation, string Key), Candidate>();
        foreach (var c in candidates)
        {
            if (c.Form != MentionForm.Pronoun || c.Person == 3) continue;
            int quotation = c.Quotation;
            if (parties.TryGetValue((quotation, c.Key), out var earlier))
            {
                pool.Join(earlier, c);
                continue;
            }
            parties[(quotation, c.Key)] = c;
            if (quotation < 0 || speakers[quotation] is not { } speaker) continue;
            if (c.Key == "i" && speaker.Person == 3) pool.Merge(speaker, c);
            else if (parties.TryGetValue((SpeakerKey(speaker), c.Key), out var same)) pool.Join(same, c);
            else parties[(SpeakerKey(speaker), c.Key)] = c;
        }
    }

    private int SpeakerKey(Candidate speaker) => -2 - pool.Find(speaker);
}
