namespace Hearsay.Language.Coreference;

/// <summary>
/// The pairs of one mention with its rivals, nearest first, and the pair with nobody (−1), each to be written out as
/// <see cref="PairFeatures"/>. Counts once what the pairs share: how many entities compete, how large they are, and
/// how many stand nearer than each rival. The ranker and its training both go through here.
/// </summary>
internal sealed class AntecedentPairs
{
    private readonly Candidate mention;
    private readonly IReadOnlyList<Candidate> rivals;
    private readonly PairFeatures.Field field;
    private readonly int[] between;

    public AntecedentPairs(Candidate mention, IReadOnlyList<Candidate> rivals, EntityPool pool, Candidate? topic)
    {
        this.mention = mention;
        this.rivals = rivals;
        between = new int[rivals.Count];
        var entities = new List<int>();
        var sameHead = new HashSet<int>();
        int largest = 0, sameHeads = 0;
        for (int i = 0; i < rivals.Count; i++)
        {
            int entity = pool.Find(rivals[i]);
            int at = entities.IndexOf(entity);
            between[i] = at >= 0 ? at : entities.Count;
            if (at < 0) entities.Add(entity);
            if (rivals[i].Key == mention.Key)
            {
                sameHeads++;
                sameHead.Add(entity);
            }
            largest = Math.Max(largest, pool.SizeOf(rivals[i]));
        }
        field = new PairFeatures.Field(pool, topic, entities.Count, largest, sameHeads, sameHead.Count);
    }

    /// <summary>Writes the features of rival <paramref name="which"/>, of nobody for −1.</summary>
    public void Fill(int which, Span<float> x)
    {
        if (which < 0) PairFeatures.FillNone(x, mention, field);
        else PairFeatures.Fill(x, rivals[which], mention, field, which, between[which]);
    }
}
