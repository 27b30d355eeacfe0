namespace Hearsay.Language.Morphology;

/// <summary>How a form with capitals is written.</summary>
public enum WordCase
{
    /// <summary>A capital, then lower case.</summary>
    Initial,

    /// <summary>More than one letter, all capitals.</summary>
    Capitals,

    /// <summary>Anything else ("pro-Beijing", "NGOs").</summary>
    Mixed,
}
