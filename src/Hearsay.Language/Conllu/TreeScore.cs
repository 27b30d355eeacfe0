namespace Hearsay.Language.Conllu;

/// <summary>How many items the gold has, how many the system has, and how many agree.</summary>
public readonly record struct TreeScore(int Gold, int System, int Correct)
{
    /// <summary>Share of the system's items that agree, in [0,1].</summary>
    public double Precision => System == 0 ? 0 : (double)Correct / System;

    /// <summary>Share of the gold's items that agree, in [0,1].</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall, in [0,1].</summary>
    public double F1 => Gold + System == 0 ? 0 : 2.0 * Correct / (Gold + System);
}
