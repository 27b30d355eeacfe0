namespace Hearsay.Evaluation;

/// <summary>
/// Percentile bootstrap (Efron and Tibshirani 1993): units are drawn with replacement as often as there are units, and
/// the middle 95 % of the figures of a thousand such draws are the interval. Two versions measured on the same units are
/// drawn together (paired), so that what makes a unit hard cancels out. The draws are seeded: equal input gives equal
/// output. Fewer than two units give no interval.
/// </summary>
public sealed class Bootstrap(int draws = 1000, ulong seed = 20240312)
{
    /// <summary>A 95 % interval.</summary>
    public readonly record struct Interval(double Low, double High);

    /// <summary>What two versions differ by.</summary>
    /// <param name="Value">Second minus first.</param>
    /// <param name="Interval">Where the difference lies with 95 %.</param>
    /// <param name="P">How often, twice over, the draws have the other sign: small when the difference is no chance.</param>
    public sealed record Difference(double Value, Interval Interval, double P);

    /// <summary>An interval for every figure that has units.</summary>
    public IReadOnlyDictionary<string, Interval> Intervals(UnitSamples samples)
    {
        var intervals = new Dictionary<string, Interval>();
        if (samples.Units.Count < 2) return intervals;
        int[][] picks = Picks(samples.Units.Count, seed);
        foreach (var (name, (kind, parts)) in samples.Figures) intervals[name] = Middle(Values(kind, parts, picks));
        return intervals;
    }

    /// <summary>The differences of the figures that both have, second minus first; pairs them when the units are the same.</summary>
    public IReadOnlyDictionary<string, Difference> Differences(UnitSamples first, UnitSamples second)
    {
        var differences = new Dictionary<string, Difference>();
        if (first.Units.Count < 2 || second.Units.Count < 2) return differences;
        int[][] picks = Picks(first.Units.Count, seed);
        int[][] others = Paired(first, second) ? picks : Picks(second.Units.Count, seed + 1);
        foreach (var (name, (kind, parts)) in second.Figures)
        {
            if (!first.Figures.TryGetValue(name, out var before) || before.Kind != kind) continue;
            double[] a = Values(kind, before.Parts, picks), b = Values(kind, parts, others);
            double[] change = [.. b.Zip(a, (y, x) => y - x)];
            double up = change.Count(c => c >= 0) / (double)draws, down = change.Count(c => c <= 0) / (double)draws;
            differences[name] = new(second.Rates[name] - first.Rates[name], Middle(change), Math.Min(1, 2 * Math.Min(up, down)));
        }
        return differences;
    }

    /// <summary>Whether both hold the same units in the same order.</summary>
    public static bool Paired(UnitSamples first, UnitSamples second) => first.Units.SequenceEqual(second.Units, StringComparer.Ordinal);

    private int[][] Picks(int units, ulong start)
    {
        // SplitMix64 (Steele, Lea and Flood 2014): the records of this project depend on no chance, and these figures neither.
        ulong state = start;
        int[][] picks = new int[draws][];
        for (int d = 0; d < draws; d++)
        {
            picks[d] = new int[units];
            for (int i = 0; i < units; i++)
            {
                ulong z = state += 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                picks[d][i] = (int)(((UInt128)(z ^ (z >> 31)) * (ulong)units) >> 64);
            }
        }
        return picks;
    }

    private static double[] Values(FigureKind kind, List<double[]> parts, int[][] picks)
    {
        int width = parts[0].Length;
        double[] values = new double[picks.Length], sums = new double[width];
        for (int d = 0; d < picks.Length; d++)
        {
            Array.Clear(sums);
            foreach (int unit in picks[d])
                for (int i = 0; i < width; i++) sums[i] += parts[unit][i];
            values[d] = FigureParts.ValueOf(kind, sums);
        }
        return values;
    }

    private static Interval Middle(double[] values)
    {
        double[] sorted = [.. values.Order()];
        double At(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return new(At(0.025), At(0.975));
    }
}
