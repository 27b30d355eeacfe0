using System.Globalization;
using System.Xml.Linq;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Measures places on TR-News (Kamalloo and Rafiei 2018) and GeoVirus (Gritta et al. 2018): F1 of toponym spans that
/// overlap, and the share of gold toponyms with coordinates that came out within 161 km of them, misses counted wrong.
/// Demonyms count as toponyms where the gold marks them, as TR-News does. A country is right by identity as well, for
/// the middle of a country differs between gazetteers; the strict share stands beside it.
/// </summary>
public static class PlaceEvaluation
{
    /// <summary>Counts and the figures made of them, each in [0, 1].</summary>
    public sealed record Score(int Gold, int Predicted, int Matched, int WithCoordinates, int Within161, int Within161OrSameCountry)
    {
        /// <summary>Harmonic mean of precision and recall of toponym spans.</summary>
        public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Matched / (Gold + Predicted);

        /// <summary>Share of gold toponyms within 161 km.</summary>
        public double Accuracy => WithCoordinates == 0 ? 0 : (double)Within161 / WithCoordinates;

        /// <summary>The same with countries right by identity.</summary>
        public double AccuracyWithIdentity => WithCoordinates == 0 ? 0 : (double)Within161OrSameCountry / WithCoordinates;
    }

    /// <summary>Evaluates a file of either corpus.</summary>
    /// <param name="path">TR-News.xml or GeoVirus.xml.</param>
    /// <param name="resolver">What is measured.</param>
    /// <param name="annotate">Text to document.</param>
    /// <param name="report">Called with every toponym missed, spurious or put elsewhere.</param>
    public static Score Corpus(string path, PlaceResolver resolver, Func<string, Document> annotate, Action<string>? report = null)
    {
        int gold = 0, predicted = 0, matched = 0, located = 0, within = 0, same = 0;
        foreach (var article in XDocument.Load(path, LoadOptions.PreserveWhitespace).Root!.Elements("article"))
        {
            string text = article.Element("text")!.Value;
            var toponyms = Toponyms(article, text);
            bool demonyms = article.Element("toponyms") != null;
            var found = resolver.Resolve(annotate(text), demonyms);
            var used = new bool[found.Count];
            gold += toponyms.Count;
            predicted += found.Count;
            foreach (var (span, name, lat, lon, id) in toponyms)
            {
                int hit = -1;
                for (int i = 0; i < found.Count && hit < 0; i++) if (!used[i] && found[i].Span.Overlaps(span)) hit = i;
                if (hit >= 0) { used[hit] = true; matched++; }
                if (lat is { } la && lon is { } lo)
                {
                    located++;
                    var place = hit >= 0 ? found[hit] : null;
                    bool near = place?.Lat is { } pla && Kilometres(la, lo, pla, place.Lon!.Value) <= 161;
                    bool identical = place is { IsCountry: true } && (id != null ? place.GeonameId == id : resolver.Lookup(name).Any(p => p.Rank == PlaceRank.Country && p.Country == place.Country));
                    if (near) within++;
                    if (near || identical) same++;
                    else report?.Invoke(place == null ? $"missed\t{span.In(text)}\t{Around(text, span)}" : $"elsewhere\t{span.In(text)}\tgold {la:0.0},{lo:0.0}\t{place.Name}, {place.Country} {place.Lat:0.0},{place.Lon:0.0}");
                }
                else if (hit < 0) report?.Invoke($"missed\t{span.In(text)}\t{Around(text, span)}");
            }
            for (int i = 0; i < found.Count; i++) if (!used[i]) report?.Invoke($"spurious\t{found[i].Span.In(text)}\t{Around(text, found[i].Span)}");
        }
        return new Score(gold, predicted, matched, located, within, same);
    }

    private static string Around(string text, TextSpan span) =>
        text[Math.Max(0, span.Start - 30)..Math.Min(text.Length, span.End + 30)].Replace('\n', ' ');

    private static List<(TextSpan Span, string Name, double? Lat, double? Lon, int? Id)> Toponyms(XElement article, string text)
    {
        var result = new List<(TextSpan, string, double?, double?, int?)>();
        foreach (var e in (article.Element("toponyms") ?? article.Element("locations"))!.Elements())
        {
            if (e.Element("start") == null) continue;
            int start = int.Parse(e.Element("start")!.Value, CultureInfo.InvariantCulture), end = int.Parse(e.Element("end")!.Value, CultureInfo.InvariantCulture);
            string phrase = (e.Element("phrase") ?? e.Element("name"))!.Value.Trim();
            if (end > text.Length) continue;
            // Offsets drift by a few characters where a corpus counted other than UTF-16 code units.
            int at = text.IndexOf(phrase, Math.Max(0, start - 12), Math.Min(text.Length, end + 12) - Math.Max(0, start - 12), StringComparison.Ordinal);
            if (at >= 0) (start, end) = (at, at + phrase.Length);
            var tag = e.Element("gaztag") ?? e;
            result.Add((new TextSpan(start, end), phrase, Number(tag.Element("lat")), Number(tag.Element("lon")), tag.Attribute("geonameid") is { } id ? int.Parse(id.Value, CultureInfo.InvariantCulture) : null));
        }
        return result;
    }

    private static double? Number(XElement? element) =>
        element != null && double.TryParse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        double p1 = double.DegreesToRadians(lat1), p2 = double.DegreesToRadians(lat2), dl = double.DegreesToRadians(lon2 - lon1);
        double a = Math.Pow(Math.Sin((p2 - p1) / 2), 2) + Math.Cos(p1) * Math.Cos(p2) * Math.Pow(Math.Sin(dl / 2), 2);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
