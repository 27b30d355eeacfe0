namespace Hearsay.Coding.Quantities;

/// <summary>What a quantity counts.</summary>
public enum QuantityKind
{
    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People injured.</summary>
    Injured,

    /// <summary>People arrested or detained.</summary>
    Arrested,

    /// <summary>People missing, abducted or held hostage.</summary>
    Missing,

    /// <summary>People driven from their homes.</summary>
    Displaced,

    /// <summary>Participants of a protest or gathering.</summary>
    Crowd,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>Weapons and war material.</summary>
    Arms,
}
