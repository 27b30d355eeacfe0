namespace Hearsay.Language.Coreference;

/// <summary>
/// Finds the candidate that a token heads, and where a sentence's candidates begin. Coordinations are found
/// under their conjunction. Built once in linear time, asked in constant time.
/// </summary>
internal sealed class HeadIndex
{
    private readonly Dictionary<(int, int), Candidate> byHead;
    private readonly int[] starts;

    public HeadIndex(IReadOnlyList<Candidate> candidates, int sentences)
    {
        byHead = new Dictionary<(int, int), Candidate>(candidates.Count);
        starts = new int[sentences + 1];
        Array.Fill(starts, candidates.Count);
        for (int i = candidates.Count - 1; i >= 0; i--)
        {
            var mention = candidates[i].Mention;
            byHead[(mention.Sentence, mention.Head)] = candidates[i];
            starts[mention.Sentence] = i;
        }
        for (int s = sentences - 1; s >= 0; s--) starts[s] = Math.Min(starts[s], starts[s + 1]);
    }

    /// <summary>The candidate headed by the token, or null.</summary>
    public Candidate? At(int sentence, int token) => byHead.GetValueOrDefault((sentence, token));

    /// <summary>Order of the sentence's first candidate, or of the next one if it has none.</summary>
    public int StartOf(int sentence) => starts[sentence];
}
