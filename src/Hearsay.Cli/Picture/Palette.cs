using Spectre.Console;

namespace Hearsay.Cli.Picture;

/// <summary>
/// The colours of the picture: one for each of PLOVER's four quadrants, taken from the terminal's own sixteen so
/// that they follow the user's theme. Colour never says anything that words do not say as well.
/// </summary>
internal static class Palette
{
    public static readonly Style Plain = Style.Plain;
    public static readonly Style Title = new(decoration: Decoration.Bold);
    public static readonly Style Quiet = new(decoration: Decoration.Dim);
    public static readonly Style Party = new(decoration: Decoration.Bold);
    public static readonly Style Speaker = new(Color.Fuchsia);

    /// <summary>The quadrants in the order of the legend.</summary>
    public static readonly IReadOnlyList<(string Name, Color Colour)> Quadrants =
        [.. Explaining.Quadrants.Names.Zip([Color.Lime, Color.Aqua, Color.Yellow, Color.Red])];

    /// <summary>The quadrant of an event type, or null for a type that PLOVER does not have.</summary>
    public static int? Quadrant(string type) => Explaining.Quadrants.Of(type);

    /// <summary>The colour of an event type.</summary>
    public static Color Of(string type) => Quadrant(type) is { } q ? Quadrants[q].Colour : Color.Default;
}
