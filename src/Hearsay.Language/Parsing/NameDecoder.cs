namespace Hearsay.Language.Parsing;

/// <summary>
/// Finds the best sequence of name tags in which "I-X" follows only "B-X" or "I-X" (Viterbi). Not thread-safe: owns
/// scratch.
/// </summary>
internal sealed unsafe class NameDecoder
{
    private readonly int tags;
    private readonly bool[] allowed;   // [previous, tag]
    private readonly bool[] opens;     // may begin a sentence
    private float[] total = [];
    private int[] from = [];

    public NameDecoder(string[] names)
    {
        tags = names.Length;
        allowed = new bool[tags * tags];
        opens = new bool[tags];
        for (int t = 0; t < tags; t++)
        {
            bool inside = names[t].StartsWith("I-", StringComparison.Ordinal);
            opens[t] = !inside;
            for (int p = 0; p < tags; p++)
                allowed[p * tags + t] = !inside || (names[p] != "O" && names[p][2..] == names[t][2..]);
        }
    }

    /// <summary>Decodes <paramref name="n"/> words; row i of <paramref name="scores"/> is given by <paramref name="rows"/>[i].</summary>
    public void Decode(float* scores, int stride, ReadOnlySpan<int> rows, Span<int> result)
    {
        int n = rows.Length;
        if (total.Length < n * tags)
        {
            total = new float[2 * n * tags];
            from = new int[2 * n * tags];
        }
        for (int i = 0; i < n; i++)
        {
            float* row = scores + (long)rows[i] * stride;
            for (int t = 0; t < tags; t++)
            {
                float top = i == 0 && opens[t] ? 0 : float.NegativeInfinity;
                int arg = 0;
                for (int p = 0; i > 0 && p < tags; p++)
                    if (allowed[p * tags + t] && total[(i - 1) * tags + p] > top) (top, arg) = (total[(i - 1) * tags + p], p);
                total[i * tags + t] = top + row[t];
                from[i * tags + t] = arg;
            }
        }
        int tag = 0;
        for (int t = 1; t < tags; t++)
            if (total[(n - 1) * tags + t] > total[(n - 1) * tags + tag]) tag = t;
        for (int i = n - 1; i >= 0; i--)
        {
            result[i] = tag;
            tag = from[i * tags + tag];
        }
    }
}
