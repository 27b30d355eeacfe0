using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Finds who speaks in a participle set off by a comma. "He met them by the new bridge, adding that …": the one who adds
/// is the subject before, not the nearest noun; where that stands in what somebody reports, it is the reporter, also
/// where he is named in passing ("the tax will stay, the mayor said, adding that …"). Returns −1 for other verbs.
/// </summary>
internal static class AdjunctSpeaker
{
    /// <summary>Head token of the speaker of the participle at <paramref name="i"/>, or −1.</summary>
    public static int Of(Sentence s, CueTable cues, int i, Cue? cue, Func<int, bool> canSpeak)
    {
        var t = s.Tokens[i];
        int before = i - 1;
        while (before > 0 && s.Tokens[before].Upos == "ADV") before--;
        if (cue is not { Proof: CueProof.Clause } || t.Xpos != "VBG" || t.Relation is not ("acl" or "advcl") || before < 2 || s.Tokens[before].Form is not ("," or "—" or "–" or "--")) return -1;
        int best = -1;
        for (int at = t.Head, steps = 0; at >= 0 && steps < 12; at = s.Tokens[at].Head, steps++)
        {
            if (at > i) continue;
            if (InPassing(s, cues, at, i, canSpeak) is var reporter and >= 0) return reporter;
            if (s.Tokens[at].Relation == "acl" || Subject(s, at, canSpeak) is not (var subject and >= 0)) continue;
            bool reports = Reports(s, cues, at);
            if (best < 0 || reports) best = subject;
            if (reports) break;
        }
        return best;
    }

    private static int InPassing(Sentence s, CueTable cues, int clause, int participle, Func<int, bool> canSpeak)
    {
        foreach (int c in s.Children(clause))
            if (c > clause && c < participle && s.Tokens[c].Relation == "parataxis" && Reports(s, cues, c) && Subject(s, c, canSpeak) is var subject and >= 0) return subject;
        return -1;
    }

    private static bool Reports(Sentence s, CueTable cues, int verb) =>
        cues.Verb(s.Tokens[verb].Lemma.ToLowerInvariant(), VerbReader.Particle(s, verb)) is { Proof: CueProof.Clause, Class: "say" or "tell" };

    private static int Subject(Sentence s, int verb, Func<int, bool> canSpeak) =>
        s.Child(verb, "nsubj") is var subject and >= 0 && s.Tokens[subject].Xpos is not ("WP" or "WDT") && canSpeak(subject) ? subject : -1;
}
