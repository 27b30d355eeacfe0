namespace Hearsay.Store;

/// <summary>What a reviewer says of an event.</summary>
public enum Verdict
{
    /// <summary>It is right.</summary>
    Accept,

    /// <summary>It is an event, but fields are wrong; <see cref="Review.Corrected"/> holds the right ones.</summary>
    Correct,

    /// <summary>It is none.</summary>
    Reject,

    /// <summary>The program missed it: <see cref="Review.EventId"/> is null and <see cref="Review.Corrected"/> holds it.</summary>
    Add,
}
