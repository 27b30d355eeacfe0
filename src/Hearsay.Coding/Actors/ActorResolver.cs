using Hearsay.Coding.Places;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Tells who is meant by the noun phrases of a document: first by how the article introduces them ("Kenyan Foreign
/// Minister Amina Mohamed"), then by dated tables of offices and persons, then by metonyms ("the Kremlin"). The
/// answers are computed on demand through <see cref="ActorIndex"/>, one per document. An unknown name without any
/// description stays uncoded, with its text.
/// </summary>
public sealed class ActorResolver(ActorTables tables, Func<string, string?> countryOfPlace)
{
    /// <summary>Opens the index for one document.</summary>
    /// <param name="document">The annotated text.</param>
    /// <param name="publishedOn">Picks among dated rows; null when unknown.</param>
    /// <param name="places">The places of the document: who has no country is at home where he stands; null when nobody looked.</param>
    /// <param name="outletCountry">The country that the outlet writes for, or null.</param>
    public ActorIndex Resolve(Document document, DateOnly? publishedOn, IReadOnlyList<PlaceMention>? places = null, string? outletCountry = null) =>
        new(tables, countryOfPlace, document, publishedOn, places ?? [], outletCountry);
}
