using System.Globalization;

namespace Hearsay.Store;

/// <summary>
/// A part of the map between two degrees of latitude and two of longitude (WGS84), written "south/west/north/east":
/// <c>58/5/64/31</c>. Where west is greater than east it reaches over the date line. <see cref="TryParse"/> refuses what is no part of the globe.
/// </summary>
public readonly record struct GeoBox(double South, double West, double North, double East)
{
    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, out GeoBox box)
    {
        box = default;
        string[] parts = text.Split('/');
        double[] degrees = new double[4];
        if (parts.Length != 4) return false;
        for (int i = 0; i < 4; i++)
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees[i]) || Math.Abs(degrees[i]) > (i % 2 == 0 ? 90 : 180)) return false;
        box = new(degrees[0], degrees[1], degrees[2], degrees[3]);
        return box.South <= box.North;
    }

    /// <summary>Whether a place lies in it.</summary>
    public bool Contains(double lat, double lon) => lat >= South && lat <= North && (West <= East ? lon >= West && lon <= East : lon >= West || lon <= East);
}
