namespace Hearsay.Coding.Statuses;

/// <summary>
/// The stance of the innermost party that vouches for an event (coding rules, "Status"). The order is that of the
/// documentation, not of certainty; <see cref="Factuality"/> gives the FactBank value.
/// </summary>
public enum Status
{
    /// <summary>It happened or holds, they say.</summary>
    Asserted,

    /// <summary>The party rejects the claim that it did.</summary>
    Denied,

    /// <summary>Plainly did not happen.</summary>
    Negated,

    /// <summary>The party commits itself to it.</summary>
    Promised,

    /// <summary>The party announces it as a harm.</summary>
    Threatened,

    /// <summary>The party wants somebody to do it.</summary>
    Demanded,

    /// <summary>It is scheduled or intended.</summary>
    Planned,

    /// <summary>It hangs on a stated condition.</summary>
    Conditional,

    /// <summary>It is imagined: a condition itself, a counterfactual.</summary>
    Hypothetical,

    /// <summary>It may be so.</summary>
    Possible,

    /// <summary>It is asked.</summary>
    Questioned,

    /// <summary>It was tried.</summary>
    Attempted,
}

/// <summary>FactBank's factuality values for statuses (Saurí and Pustejovsky 2009).</summary>
public static class Factuality
{
    /// <summary>CT+, CT−, PR+, PS+ or Uu.</summary>
    public static string FactBankValue(this Status status) => status switch
    {
        Status.Asserted => "CT+",
        Status.Denied or Status.Negated => "CT-",
        Status.Promised or Status.Planned => "PR+",
        Status.Possible or Status.Threatened => "PS+",
        _ => "Uu",
    };

    /// <summary>The word that records use: the lower-case name.</summary>
    public static string Word(this Status status) => status.ToString().ToLowerInvariant();
}
