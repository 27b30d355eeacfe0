namespace Hearsay.Language.Coreference;

/// <summary>
/// Compares chains with gold chains, document by document, and adds up. A mention is whatever key the caller
/// compares by (the span of the head token, say); a mention in two chains counts in the first, and chains that
/// have fewer than two mentions are left out on both sides. <see cref="Score"/> may be asked at any time.
/// Example: <c>evaluation.Add(goldChains, foundChains)</c> for each document, then <c>evaluation.Score().Conll</c>.
/// </summary>
/// <typeparam name="TKey">What identifies a mention within its document.</typeparam>
public sealed class CoreferenceEvaluation<TKey>
    where TKey : notnull
{
    private Fraction mucPrecision, mucRecall, cubedPrecision, cubedRecall, entityPrecision, entityRecall, mentionPrecision, mentionRecall;

    /// <summary>Counts one document.</summary>
    public void Add(IEnumerable<IReadOnlyCollection<TKey>> gold, IEnumerable<IReadOnlyCollection<TKey>> found)
    {
        var (goldChains, goldOf) = Index(gold);
        var (foundChains, foundOf) = Index(found);
        Links(goldChains, foundOf, ref mucRecall);
        Links(foundChains, goldOf, ref mucPrecision);
        PerMention(goldChains, foundOf, ref cubedRecall);
        PerMention(foundChains, goldOf, ref cubedPrecision);
        double similarity = AlignEntities(goldChains, foundChains, foundOf);
        entityRecall.Add(similarity, goldChains.Count);
        entityPrecision.Add(similarity, foundChains.Count);
        int shared = goldOf.Keys.Count(foundOf.ContainsKey);
        mentionRecall.Add(shared, goldOf.Count);
        mentionPrecision.Add(shared, foundOf.Count);
    }

    /// <summary>The figures over all documents so far.</summary>
    public CoreferenceScores Score() => new(
        new MetricScore(mucPrecision.Value, mucRecall.Value),
        new MetricScore(cubedPrecision.Value, cubedRecall.Value),
        new MetricScore(entityPrecision.Value, entityRecall.Value),
        new MetricScore(mentionPrecision.Value, mentionRecall.Value));

    /// <summary>
    /// What the figures are divided from, so that those of several evaluations can be added: numerator and denominator of
    /// precision, then of recall, of MUC, B³, CEAFe and mentions in this order.
    /// </summary>
    public IReadOnlyList<double> Sums =>
    [
        .. mucPrecision.Sums, .. mucRecall.Sums, .. cubedPrecision.Sums, .. cubedRecall.Sums,
        .. entityPrecision.Sums, .. entityRecall.Sums, .. mentionPrecision.Sums, .. mentionRecall.Sums,
    ];

    private static (List<List<TKey>> Chains, Dictionary<TKey, int> ChainOf) Index(IEnumerable<IReadOnlyCollection<TKey>> chains)
    {
        var kept = new List<List<TKey>>();
        var chainOf = new Dictionary<TKey, int>();
        foreach (var chain in chains)
        {
            var own = new List<TKey>(chain.Count);
            foreach (var key in chain)
                if (!chainOf.ContainsKey(key) && !own.Contains(key)) own.Add(key);
            if (own.Count < 2) continue;
            foreach (var key in own) chainOf[key] = kept.Count;
            kept.Add(own);
        }
        return (kept, chainOf);
    }

    // A chain of n mentions holds n−1 links and loses one for each further part that the other side cuts it into.
    private static void Links(List<List<TKey>> chains, Dictionary<TKey, int> otherOf, ref Fraction into)
    {
        var parts = new HashSet<int>();
        foreach (var chain in chains)
        {
            parts.Clear();
            int alone = 0;
            foreach (var key in chain)
                if (otherOf.TryGetValue(key, out int other)) parts.Add(other);
                else alone++;
            into.Add(chain.Count - parts.Count - alone, chain.Count - 1);
        }
    }

    private static void PerMention(List<List<TKey>> chains, Dictionary<TKey, int> otherOf, ref Fraction into)
    {
        foreach (var chain in chains)
        {
            foreach (var (_, overlap) in Overlaps(chain, otherOf)) into.Add((double)overlap * overlap / chain.Count, 0);
            into.Add(0, chain.Count);
        }
    }

    private static Dictionary<int, int> Overlaps(List<TKey> chain, Dictionary<TKey, int> otherOf)
    {
        var overlaps = new Dictionary<int, int>();
        foreach (var key in chain)
            if (otherOf.TryGetValue(key, out int other)) overlaps[other] = overlaps.GetValueOrDefault(other) + 1;
        return overlaps;
    }

    // φ4 of Luo (2005): 2|K∩R| / (|K|+|R|), summed over the best one-to-one alignment.
    private static double AlignEntities(List<List<TKey>> gold, List<List<TKey>> found, Dictionary<TKey, int> foundOf)
    {
        if (gold.Count == 0 || found.Count == 0) return 0;
        var similarity = new double[gold.Count, found.Count];
        for (int g = 0; g < gold.Count; g++)
            foreach (var (f, overlap) in Overlaps(gold[g], foundOf))
                similarity[g, f] = 2.0 * overlap / (gold[g].Count + found[f].Count);
        return OptimalAssignment.Best(similarity);
    }

    private struct Fraction
    {
        private double numerator;
        private double denominator;

        public readonly double[] Sums => [numerator, denominator];

        public readonly double Value => denominator > 0 ? numerator / denominator : 0;

        public void Add(double above, double below)
        {
            numerator += above;
            denominator += below;
        }
    }
}
