namespace Hearsay.PlaceTraining;

/// <summary>A populated place as the package gives it; <c>Country</c> is ISO 3166 alpha-2, <c>Admin</c> the division's code.</summary>
internal sealed record City(int Id, string Name, string Country, string Feature, string Admin, long Population, double Lat, double Lon);
