namespace Hearsay.Coding.Statuses;

/// <summary>Turns a status and its contexts into the two numbers of <see cref="StatusReading"/>.</summary>
internal static class FactualityScale
{
    /// <summary>FactBank's scale.</summary>
    public static double Certainty(Status status, Context contexts) => status switch { Status.Asserted => 3, Status.Negated or Status.Denied => -3, _ => 1 };

    /// <summary>Whether it has come about.</summary>
    public static double Occurrence(Context contexts) => contexts == Context.None ? 3 : 0;
}
