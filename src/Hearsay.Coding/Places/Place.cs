namespace Hearsay.Coding.Places;

/// <summary>
/// One entry of the gazetteer: a populated place, a first-order division, a country or a hand-written feature such
/// as a strait. Coordinates are WGS84 degrees of a middle point.
/// </summary>
/// <param name="Name">The gazetteer's name for it, with diacritics.</param>
/// <param name="Country">ISO 3166 alpha-3 code; null for seas, straits and regions that no one state holds.</param>
/// <param name="Admin1">Name of the first-order division it lies in; null for countries and most features.</param>
/// <param name="Lat">Latitude.</param>
/// <param name="Lon">Longitude.</param>
/// <param name="GeonameId">GeoNames id, or null where the gazetteer has none.</param>
/// <param name="FeatureClass">GeoNames class: P populated, A division or country, H water, L area, T relief, S spot.</param>
/// <param name="Population">Inhabitants as the gazetteer knows them, 0 when it does not.</param>
/// <param name="Rank">Importance of the seat: see <see cref="PlaceRank"/>.</param>
public sealed record Place(
    string Name, string? Country, string? Admin1, double Lat, double Lon, int? GeonameId,
    string FeatureClass, long Population, PlaceRank Rank);
