using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// A place named in the text, tokens <c>[First, Last]</c> of one sentence, both inclusive, with the gazetteer entry it
/// was resolved to. A name that the gazetteer lacks keeps its text as <c>Name</c>, has the country and division that the
/// text states right beside it ("Qarzumbat, Afghanistan") and null for everything else.
/// </summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Span">Where the name stands in the document's text.</param>
/// <param name="Name">The gazetteer's name, else the words of the text.</param>
/// <param name="Country">ISO 3166 alpha-3, or null.</param>
/// <param name="Admin1">First-order division, or null.</param>
/// <param name="Lat">Latitude in WGS84 degrees, or null.</param>
/// <param name="Lon">Longitude in WGS84 degrees, or null.</param>
/// <param name="GeonameId">GeoNames id, or null.</param>
/// <param name="FeatureClass">GeoNames class: P populated place, A division or country, H water, L area, T relief, S spot; null when unresolved.</param>
public sealed record PlaceMention(
    int Sentence, int First, int Last, TextSpan Span, string Name, string? Country, string? Admin1, double? Lat, double? Lon, int? GeonameId, string? FeatureClass)
{
    /// <summary>Whether the entry is a state or territory as a whole.</summary>
    public bool IsCountry { get; init; }

    /// <summary>Whether it is a demonym ("Turkish"), which tells of a country but is no location.</summary>
    public bool IsDemonym { get; init; }
}
