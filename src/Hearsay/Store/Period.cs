namespace Hearsay.Store;

/// <summary>How long the steps of a timeline are.</summary>
public enum Period
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, from Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}
