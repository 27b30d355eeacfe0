namespace Hearsay.Coding.Records;

/// <summary>How likely a record is an event of its type in its place, and how likely its parties are right as well; both in (0, 1).</summary>
public readonly record struct Likelihood(double Event, double Right);
