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
    /// <summary>Opens the index for one document; <paramref name="publishedOn"/> picks among dated rows.</summary>
    public ActorIndex Resolve(Document document, DateOnly? publishedOn) => new(tables, countryOfPlace, document, publishedOn);
}
