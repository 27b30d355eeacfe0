namespace Hearsay.Evaluation;

/// <summary>How a figure is made of its parts.</summary>
public enum FigureKind
{
    /// <summary>A number of things; one part.</summary>
    Count,

    /// <summary>One sum over another: a share, a precision, an F1; two parts.</summary>
    Ratio,

    /// <summary>The mean of one or more F1 scores; four parts each: numerator and denominator of precision, then of recall.</summary>
    MeanF1,

    /// <summary>Pearson's r; six parts: n, Σx, Σy, Σx², Σy², Σxy.</summary>
    Correlation,

    /// <summary>
    /// Expected calibration error of probabilities (Guo et al. 2017, section 2): the mean over ten bins, weighted by their
    /// size, of how far the mean probability is from the share that is right; for each bin its number, sum of
    /// probabilities, and number right.
    /// </summary>
    Calibration,
}

/// <summary>
/// A figure before it is divided: sums that add up over articles or sentences, so that the figure of any sample of them
/// can be had again. A figure of nothing is 0.
/// <code>
/// (FigureParts.Ratio(1, 2) + FigureParts.Ratio(2, 2)).Value   // 0.75
/// </code>
/// </summary>
public sealed record FigureParts(FigureKind Kind, IReadOnlyList<double> Sums)
{
    private const int Bins = 10;

    /// <summary>A number of things.</summary>
    public static FigureParts Count(double number) => new(FigureKind.Count, [number]);

    /// <summary>One sum over another.</summary>
    public static FigureParts Ratio(double above, double below) => new(FigureKind.Ratio, [above, below]);

    /// <summary>The mean of F1 scores whose precision and recall are counted apart.</summary>
    public static FigureParts MeanF1(IReadOnlyList<double> sums) => new(FigureKind.MeanF1, sums);

    /// <summary>The parts of Pearson's r over pairs.</summary>
    public static FigureParts Correlation(IReadOnlyList<(double X, double Y)> pairs) => new(FigureKind.Correlation,
        [pairs.Count, pairs.Sum(p => p.X), pairs.Sum(p => p.Y), pairs.Sum(p => p.X * p.X), pairs.Sum(p => p.Y * p.Y), pairs.Sum(p => p.X * p.Y)]);

    /// <summary>The parts of the calibration error of probabilities in [0, 1].</summary>
    public static FigureParts Calibration(IEnumerable<(double Probability, bool Right)> judged)
    {
        double[] sums = new double[3 * Bins];
        foreach (var (probability, right) in judged)
        {
            int bin = 3 * Math.Min(Bins - 1, (int)(probability * Bins));
            sums[bin]++;
            sums[bin + 1] += probability;
            sums[bin + 2] += right ? 1 : 0;
        }
        return new(FigureKind.Calibration, sums);
    }

    /// <summary>The figure.</summary>
    public double Value => ValueOf(Kind, [.. Sums]);

    /// <summary>Both together.</summary>
    public static FigureParts operator +(FigureParts a, FigureParts b) => new(a.Kind, [.. a.Sums.Zip(b.Sums, (x, y) => x + y)]);

    internal static double ValueOf(FigureKind kind, ReadOnlySpan<double> s)
    {
        switch (kind)
        {
            case FigureKind.Count: return s[0];
            case FigureKind.Ratio: return Share(s[0], s[1]);
            case FigureKind.MeanF1: return Mean(s);
            case FigureKind.Calibration:
                double number = 0, gaps = 0;
                for (int bin = 0; bin < s.Length; bin += 3)
                {
                    number += s[bin];
                    gaps += Math.Abs(s[bin + 1] - s[bin + 2]);
                }
                return number == 0 ? 0 : gaps / number;
        }
        double xx = s[0] * s[3] - s[1] * s[1], yy = s[0] * s[4] - s[2] * s[2];
        return xx <= 0 || yy <= 0 ? 0 : (s[0] * s[5] - s[1] * s[2]) / Math.Sqrt(xx * yy);
    }

    private static double Mean(ReadOnlySpan<double> s)
    {
        double sum = 0;
        for (int i = 0; i < s.Length; i += 4)
        {
            double precision = Share(s[i], s[i + 1]), recall = Share(s[i + 2], s[i + 3]);
            sum += Share(2 * precision * recall, precision + recall);
        }
        return sum / (s.Length / 4);
    }

    private static double Share(double above, double below) => below == 0 ? 0 : above / below;
}
