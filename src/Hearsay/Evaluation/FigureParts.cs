namespace Hearsay.Evaluation;

/// <summary>How a figure is made of its parts.</summary>
public enum FigureKind
{
    /// <summary>A number of things; one part.</summary>
    Count,

    /// <summary>One sum over another: a share, a precision, an F1; two parts.</summary>
    Ratio,

    /// <summary>Pearson's r; six parts: n, Σx, Σy, Σx², Σy², Σxy.</summary>
    Correlation,
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
    /// <summary>A number of things.</summary>
    public static FigureParts Count(double number) => new(FigureKind.Count, [number]);

    /// <summary>One sum over another.</summary>
    public static FigureParts Ratio(double above, double below) => new(FigureKind.Ratio, [above, below]);

    /// <summary>The parts of Pearson's r over pairs.</summary>
    public static FigureParts Correlation(IReadOnlyList<(double X, double Y)> pairs) => new(FigureKind.Correlation,
        [pairs.Count, pairs.Sum(p => p.X), pairs.Sum(p => p.Y), pairs.Sum(p => p.X * p.X), pairs.Sum(p => p.Y * p.Y), pairs.Sum(p => p.X * p.Y)]);

    /// <summary>The figure.</summary>
    public double Value => ValueOf(Kind, [.. Sums]);

    /// <summary>Both together.</summary>
    public static FigureParts operator +(FigureParts a, FigureParts b) => new(a.Kind, [.. a.Sums.Zip(b.Sums, (x, y) => x + y)]);

    internal static double ValueOf(FigureKind kind, ReadOnlySpan<double> s)
    {
        switch (kind)
        {
            case FigureKind.Count: return s[0];
            case FigureKind.Ratio: return s[1] == 0 ? 0 : s[0] / s[1];
        }
        double xx = s[0] * s[3] - s[1] * s[1], yy = s[0] * s[4] - s[2] * s[2];
        return xx <= 0 || yy <= 0 ? 0 : (s[0] * s[5] - s[1] * s[2]) / Math.Sqrt(xx * yy);
    }
}
