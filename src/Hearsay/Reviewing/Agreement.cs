namespace Hearsay.Reviewing;

/// <summary>
/// Agreement between coders beyond chance, for categories without an order. Each is 1 for full agreement and 0 for what
/// chance gives; null where it is not defined, because nothing was coded twice or only one category ever occurs.
/// <code>
/// Agreement.CohenKappa([("AID", "AID"), ("AID", "CONSULT")])
/// </code>
/// </summary>
public static class Agreement
{
    /// <summary>Cohen's κ (1960) of two coders over the units that both coded.</summary>
    public static double? CohenKappa(IReadOnlyList<(string First, string Second)> pairs)
    {
        if (pairs.Count == 0) return null;
        double n = pairs.Count, observed = pairs.Count(p => p.First == p.Second) / n;
        var second = pairs.GroupBy(p => p.Second).ToDictionary(g => g.Key, g => g.Count() / n);
        double expected = pairs.GroupBy(p => p.First).Sum(g => g.Count() / n * second.GetValueOrDefault(g.Key));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }

    /// <summary>
    /// Krippendorff's α for nominal data (2011) over any number of coders; a unit is the values that coders gave it, in
    /// any order, those who gave none left out. Units with fewer than two values cannot be compared and do not count.
    /// </summary>
    public static double? KrippendorffAlpha(IEnumerable<IReadOnlyCollection<string>> units)
    {
        var totals = new Dictionary<string, double>(StringComparer.Ordinal);
        double n = 0, agreeing = 0;
        foreach (var values in units)
        {
            if (values.Count < 2) continue;
            n += values.Count;
            foreach (var group in values.GroupBy(v => v))
            {
                double count = group.Count();
                totals[group.Key] = totals.GetValueOrDefault(group.Key) + count;
                agreeing += count * (count - 1) / (values.Count - 1);
            }
        }
        double chance = totals.Values.Sum(t => t * (t - 1));
        return n == 0 || n * (n - 1) - chance <= 0 ? null : ((n - 1) * agreeing - chance) / (n * (n - 1) - chance);
    }
}
