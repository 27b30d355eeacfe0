using System.Collections.Frozen;

namespace Hearsay.Coding.Events;

/// <summary>
/// Verbs that lend their subject to the event noun they govern: "carried out an attack", "launched an offensive".
/// The closed class of English support verbs in news prose.
/// </summary>
internal static class LightVerbs
{
    private static readonly FrozenSet<string> Lemmas = FrozenSet.ToFrozenSet([
        "carry", "launch", "conduct", "stage", "hold", "make", "give", "issue", "mount", "perform", "undertake", "begin", "start", "continue",
        "resume", "wage", "pursue", "lead", "order", "impose", "initiate", "commit", "deliver", "announce", "execute", "open", "intensify",
        "escalate", "step", "kick", "have", "take", "do", "pay", "offer", "sign", "reach", "declare", "end", "complete", "join", "organize",
        "organise", "arrange", "host", "plan", "propose", "enter", "call", "seek", "voice", "express", "repeat", "reiterate", "renew", "extend",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the verb is a support verb.</summary>
    public static bool Contains(string lemma) => Lemmas.Contains(lemma);
}
