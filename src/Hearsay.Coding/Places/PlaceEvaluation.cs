using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Measures places on TR-News and GeoVirus: F1 of toponym spans that overlap, the share of gold toponyms with
/// coordinates that came out within 161 km of them, and the share whose country is right; misses count as wrong.
/// Demonyms count as toponyms where the gold marks them, as TR-News does. The middle of a country differs between
/// gazetteers, so a share with countries right by identity stands beside the strict one. GeoVirus names no countries:
/// the country of the gazetteer's nearest town stands in.
/// </summary>
public static class PlaceEvaluation
{
    /// <summary>Counts and the figures made of them, each in [0, 1].</summary>
    public sealed record Score(int Gold, int Predicted, int Matched, int WithCoordinates, int Within161, int Within161OrSameCountry, int WithCountry, int CountryRight)
    {
        /// <summary>Harmonic mean of precision and recall of toponym spans.</summary>
        public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Matched / (Gold + Predicted);

        /// <summary>Share of gold toponyms within 161 km.</summary>
        public double Accuracy => Share(Within161, WithCoordinates);

        /// <summary>The same with countries right by identity.</summary>
        public double AccuracyWithIdentity => Share(Within161OrSameCountry, WithCoordinates);

        /// <summary>Share of gold toponyms in a country that came out in that country.</summary>
        public double Country => Share(CountryRight, WithCountry);

        /// <summary>Two articles together.</summary>
        public static Score operator +(Score a, Score b) => new(
            a.Gold + b.Gold, a.Predicted + b.Predicted, a.Matched + b.Matched, a.WithCoordinates + b.WithCoordinates, a.Within161 + b.Within161,
            a.Within161OrSameCountry + b.Within161OrSameCountry, a.WithCountry + b.WithCountry, a.CountryRight + b.CountryRight);

        private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
    }

    /// <summary>Evaluates a file of either corpus from raw text.</summary>
    /// <param name="path">TR-News.xml or GeoVirus.xml.</param>
    /// <param name="resolver">What is measured.</param>
    /// <param name="annotate">Text to document.</param>
    /// <param name="report">Called with every toponym missed, spurious or put elsewhere.</param>
    /// <returns>One score an article, in their order.</returns>
    public static IEnumerable<Score> Corpus(string path, PlaceResolver resolver, Func<string, Document> annotate, Action<string>? report = null) =>
        Run(path, resolver, (article, document) => resolver.Resolve(document, article.Demonyms), annotate, report);

    /// <summary>Evaluates resolution alone: the spans of the gold toponyms are given.</summary>
    /// <param name="path">TR-News.xml or GeoVirus.xml.</param>
    /// <param name="resolver">What is measured.</param>
    /// <param name="annotate">Text to document.</param>
    /// <param name="report">Called with every toponym put elsewhere or into another country.</param>
    /// <returns>One score an article, in their order.</returns>
    public static IEnumerable<Score> GivenSpans(string path, PlaceResolver resolver, Func<string, Document> annotate, Action<string>? report = null) =>
        Run(path, resolver, (article, document) => resolver.Resolve(document, [.. article.Toponyms.Select(t => t.Span)]), annotate, report);

    private static IEnumerable<Score> Run(string path, PlaceResolver resolver, Func<PlaceGold.GoldArticle, Document, IReadOnlyList<PlaceMention>> find, Func<string, Document> annotate, Action<string>? report)
    {
        foreach (var article in PlaceGold.Read(path))
        {
            int gold = 0, predicted = 0, matched = 0, located = 0, within = 0, same = 0, countries = 0, countryRight = 0;
            string text = article.Text;
            var found = find(article, annotate(text));
            var used = new bool[found.Count];
            gold += article.Toponyms.Count;
            predicted += found.Count;
            foreach (var toponym in article.Toponyms)
            {
                int hit = -1;
                for (int i = 0; i < found.Count && hit < 0; i++) if (!used[i] && found[i].Span.Overlaps(toponym.Span)) hit = i;
                var place = hit >= 0 ? found[hit] : null;
                if (hit >= 0) { used[hit] = true; matched++; }
                else report?.Invoke($"missed\t{toponym.Name}\t{Around(text, toponym.Span)}");
                if (toponym is not { Lat: { } lat, Lon: { } lon }) continue;
                located++;
                bool near = place?.Lat is { } placeLat && Kilometres(lat, lon, placeLat, place.Lon!.Value) <= 161;
                bool identical = place is { IsCountry: true } && (toponym.Id != null ? place.GeonameId == toponym.Id : resolver.Lookup(toponym.Name).Any(p => p.Rank == PlaceRank.Country && p.Country == place.Country));
                if (near) within++;
                if (near || identical) same++;
                bool? inCountry = Country(toponym, resolver) is { } country ? place?.Country == country || identical : null;
                if (inCountry != null) countries++;
                if (inCountry == true) countryRight++;
                if (place != null && (!(near || identical) || inCountry == false))
                    report?.Invoke($"elsewhere\t{toponym.Name}\tgold {lat:0.0},{lon:0.0} {Country(toponym, resolver)}\t{place.Name}, {place.Country} {place.Lat:0.0},{place.Lon:0.0}\t{Around(text, toponym.Span)}");
            }
            for (int i = 0; i < found.Count; i++) if (!used[i]) report?.Invoke($"spurious\t{found[i].Span.In(text)}\t{Around(text, found[i].Span)}");
            yield return new Score(gold, predicted, matched, located, within, same, countries, countryRight);
        }
    }

    // The point of a continent or an ocean lies in some country, the place does not.
    private static string? Country(PlaceGold.Toponym toponym, PlaceResolver resolver) =>
        toponym.CountryId is { } id ? resolver.CountryOf(id)
        : toponym.Id != null || resolver.Lookup(toponym.Name) is [{ Rank: PlaceRank.Feature, Country: null }, ..] ? null
        : resolver.CountryAt(toponym.Lat!.Value, toponym.Lon!.Value);

    private static string Around(string text, TextSpan span) =>
        text[Math.Max(0, span.Start - 40)..Math.Min(text.Length, span.End + 40)].Replace('\n', ' ');

    private static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        double p1 = double.DegreesToRadians(lat1), p2 = double.DegreesToRadians(lat2), dl = double.DegreesToRadians(lon2 - lon1);
        double a = Math.Pow(Math.Sin((p2 - p1) / 2), 2) + Math.Cos(p1) * Math.Cos(p2) * Math.Pow(Math.Sin(dl / 2), 2);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
