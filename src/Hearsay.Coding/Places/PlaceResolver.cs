using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Finds the places a document names and resolves each to a gazetteer entry with coordinates. One name means one
/// place throughout a document. A name that is in no table stays, unresolved, and spoils nothing else. Loads in well
/// under a tenth of a second; safe to share between threads.
/// </summary>
public sealed class PlaceResolver
{
    private readonly Gazetteer gazetteer;
    private readonly PlaceNames names;
    private readonly PlaceFinder finder;

    private PlaceResolver(Gazetteer gazetteer, PlaceNames names, WordTable<PlaceUse> words)
    {
        (this.gazetteer, this.names) = (gazetteer, names);
        finder = new PlaceFinder(gazetteer, names, words);
    }

    /// <summary>Reads <c>places/</c>, <c>lexicons/countries.csv</c> and <c>lexicons/place-words.csv</c> of the data folder.</summary>
    /// <exception cref="Knowledge.KnowledgeException">A table is missing or malformed.</exception>
    public static PlaceResolver Load(string dataDirectory) =>
        new(Gazetteer.Load(Path.Combine(dataDirectory, "places", "gazetteer.bin.gz")), PlaceNames.Load(dataDirectory), WordTable<PlaceUse>.Load(Path.Combine(dataDirectory, "lexicons", "place-words.csv")));

    /// <summary>The places of the document in text order; demonyms are left out.</summary>
    public IReadOnlyList<PlaceMention> Resolve(Document document) => Resolve(document, demonyms: false);

    /// <summary>The places of the document, read as the outlet's readers would: "Newcastle" in a British paper is British.</summary>
    /// <param name="document">The annotated text.</param>
    /// <param name="outlet">Who published it; an outlet that is in no table, or null, changes nothing.</param>
    public IReadOnlyList<PlaceMention> Resolve(Document document, string? outlet) =>
        Resolve(document, demonyms: false, outlet != null ? CountryOfOutlet(outlet) : null);

    /// <summary>
    /// The country that an outlet writes for: as the table says, else that of the place in its name ("Kathmandu Ledger",
    /// "Ministry of Public Works, Phnom Penh"); null for agencies and for names that tell nothing.
    /// </summary>
    public string? CountryOfOutlet(string outlet)
    {
        if (names.CountryOfOutlet(outlet) is { } known) return known.Length > 0 ? known : null;
        string[] words = outlet.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int length = 3; length > 0; length--)
            for (int first = 0; first + length <= words.Length; first++)
            {
                if (!char.IsUpper(words[first][0]) || length == 1 && words.Length == 1) continue;
                string name = string.Join(' ', words.Skip(first).Take(length));
                if ((length == 1 ? names.Demonym(name)?.Country : null) is { } people) return people;
                if (name.Length > 3 && Lookup(name).FirstOrDefault(p => p.Rank is PlaceRank.Country or PlaceRank.Capital || p.FeatureClass == "P" && p.Population >= 50_000) is { } place) return place.Country;
            }
        return null;
    }

    /// <summary>The place that a name most likely means by itself, in a country if one is given (three letters); null for a name that is in no table.</summary>
    public Place? Named(string name, string? country = null) => Lookup(name).Where(p => country is null || p.Country == country).MaxBy(PlaceRanking.Score);

    /// <summary>The places of the document in text order.</summary>
    /// <param name="document">The annotated text; capitalised runs stand in for names when it is not tagged.</param>
    /// <param name="demonyms">Whether demonyms ("Turkish") come out as well, with their country.</param>
    public IReadOnlyList<PlaceMention> Resolve(Document document, bool demonyms) => Resolve(document, demonyms, home: null);

    private List<PlaceMention> Resolve(Document document, bool demonyms, string? home)
    {
        var candidates = finder.Find(document);
        PlaceRanking.Choose(candidates, home);
        var mentions = new List<PlaceMention>(candidates.Count);
        foreach (var c in candidates)
            if (!c.Demonym || demonyms) mentions.Add(Mention(c, document));
        return mentions;
    }

    /// <summary>
    /// Resolves the places that stand at <paramref name="spans"/>, as another program or a person has marked them; what
    /// else the document names is context. One mention for each span that covers a token, in text order.
    /// </summary>
    public IReadOnlyList<PlaceMention> Resolve(Document document, IReadOnlyList<TextSpan> spans)
    {
        var given = finder.At(document, spans);
        var candidates = finder.Find(document);
        candidates.RemoveAll(c => given.Exists(g => g.Span.Overlaps(c.Span)));
        candidates.AddRange(given);
        candidates.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        PlaceLinks.Contain(document, candidates);
        PlaceRanking.Choose(candidates);
        return [.. candidates.Where(given.Contains).Select(c => Mention(c, document))];
    }

    private static PlaceMention Mention(PlaceCandidate c, Document document)
    {
        // "Qarzumbat, Afghanistan": what no table has still lies where the text says.
        var p = c.Chosen;
        var stated = p ?? c.Container?.Chosen;
        return new PlaceMention(
            c.Sentence, c.First, c.Last, c.Span, p?.Name ?? c.Span.In(document.Text), stated?.Country, p?.Rank == PlaceRank.Country ? null : stated?.Admin1,
            p?.Lat, p?.Lon, p?.GeonameId, p?.FeatureClass) { IsCountry = p?.Rank == PlaceRank.Country, IsDemonym = c.Demonym };
    }

    /// <summary>The country with this GeoNames id, or null.</summary>
    internal string? CountryOf(int geonameId) => names.CountryOf(geonameId);

    /// <summary>The country of the gazetteer's town nearest to a point; looks at every town.</summary>
    internal string? CountryAt(double lat, double lon) => gazetteer.CountryAt(lat, lon);

    /// <summary>
    /// The country that a place name means by itself: the best entry that is a country, a division, a feature of one
    /// state or a town of 100,000 people; null for anything else.
    /// </summary>
    public string? CountryOf(string placeName)
    {
        string folded = PlaceFold.Fold(placeName);
        var senses = finder.Senses(ref folded);
        Place? best = null;
        foreach (var p in senses)
            if ((p.Rank <= PlaceRank.Feature || p.Population >= 100_000) && (best == null || PlaceRanking.Score(p) > PlaceRanking.Score(best))) best = p;
        return best?.Country;
    }

    /// <summary>All entries of a name, the likeliest first, as the ranking sees them without an article.</summary>
    public IReadOnlyList<Place> Lookup(string placeName)
    {
        string folded = PlaceFold.Fold(placeName);
        return [.. finder.Senses(ref folded).OrderByDescending(PlaceRanking.Score)];
    }
}
