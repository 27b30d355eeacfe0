namespace Hearsay.Language.Coreference;

/// <summary>
/// Reads "Kim and Lee" as one phrase: given the first member of a coordination by "and" (or "&amp;"), the span from
/// its first to the last member's last token, with the conjunction that heads it. Answers null for alternatives,
/// for members that are no nouns, and for coordinations of more than <see cref="Most"/> members.
/// </summary>
internal static class CoordinationReader
{
    private const int Most = 12;

    /// <summary>The coordination: its extent, its conjunction, and its members' heads.</summary>
    internal sealed record Span(int First, int Last, int Conjunction, IReadOnlyList<int> Members);

    /// <summary>The coordination whose first member is headed by <paramref name="head"/>, or null.</summary>
    public static Span? Read(Sentence sentence, int head, ReadOnlySpan<int> first, ReadOnlySpan<int> last)
    {
        List<int>? members = null;
        int conjunction = -1, end = last[head];
        foreach (int child in sentence.Children(head))
        {
            var token = sentence.Tokens[child];
            if (token.Relation != "conj") continue;
            if (token.Upos is not ("NOUN" or "PROPN" or "PRON") || sentence.Child(child, "cop") >= 0) return null;
            int link = sentence.Child(child, "cc");
            if (link >= 0)
            {
                if (sentence.Tokens[link].Lemma is not ("and" or "&")) return null;
                conjunction = link;
            }
            (members ??= [head]).Add(child);
            end = Math.Max(end, last[child]);
        }
        if (members is null || conjunction < 0 || members.Count > Most) return null;
        return new Span(first[head], end, conjunction, members);
    }
}
