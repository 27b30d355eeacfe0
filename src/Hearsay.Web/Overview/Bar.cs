namespace Hearsay.Web.Overview;

/// <summary>One line of a <see cref="BarList"/>: a name, how many, and where it leads.</summary>
/// <param name="Label">The name.</param>
/// <param name="Count">How many.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Style">The class name that fills the bar.</param>
/// <param name="Current">Whether it is what is looked at.</param>
/// <param name="Title">More about it, for the pointer.</param>
public sealed record Bar(string Label, long Count, string Address, string Style = "fill-none", bool Current = false, string? Title = null);
