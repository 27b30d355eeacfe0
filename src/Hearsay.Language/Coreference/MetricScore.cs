namespace Hearsay.Language.Coreference;

/// <summary>
/// Precision, recall and F1 of one coreference metric, each in [0,1]. Made from the metric's numerators and
/// denominators; a denominator of 0 gives 0, never NaN.
/// </summary>
/// <param name="Precision">Share of what the program joined that is right.</param>
/// <param name="Recall">Share of what the gold joins that the program found.</param>
public readonly record struct MetricScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}
