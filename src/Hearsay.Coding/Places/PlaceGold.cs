using System.Globalization;
using System.Xml.Linq;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Reads articles with gold toponyms from TR-News.xml (Kamalloo and Rafiei 2018) and GeoVirus.xml (Gritta et al.
/// 2018). Spans are moved by a few characters where a corpus counted other than UTF-16 code units; a toponym that
/// cannot be found near its offset is left out.
/// </summary>
internal static class PlaceGold
{
    /// <summary>A gold toponym; coordinates, GeoNames id and the country's GeoNames id where the corpus has them.</summary>
    public sealed record Toponym(TextSpan Span, string Name, double? Lat, double? Lon, int? Id, int? CountryId);

    /// <summary>An article with its toponyms in text order; the corpus says whether demonyms are among them.</summary>
    public sealed record GoldArticle(string Text, bool Demonyms, IReadOnlyList<Toponym> Toponyms);

    /// <summary>The articles of a file.</summary>
    public static IEnumerable<GoldArticle> Read(string path)
    {
        foreach (var article in XDocument.Load(path, LoadOptions.PreserveWhitespace).Root!.Elements("article"))
        {
            string text = article.Element("text")!.Value;
            bool demonyms = article.Element("toponyms") != null;
            yield return new GoldArticle(text, demonyms, Toponyms((article.Element("toponyms") ?? article.Element("locations"))!, text));
        }
    }

    private static List<Toponym> Toponyms(XElement list, string text)
    {
        var result = new List<Toponym>();
        foreach (var e in list.Elements())
        {
            if (e.Element("start") == null) continue;
            int start = int.Parse(e.Element("start")!.Value, CultureInfo.InvariantCulture), end = int.Parse(e.Element("end")!.Value, CultureInfo.InvariantCulture);
            string phrase = (e.Element("phrase") ?? e.Element("name"))!.Value.Trim();
            if (end > text.Length) continue;
            if (text[start..end] != phrase && Near(text, phrase, start) is >= 0 and var moved) (start, end) = (moved, moved + phrase.Length);
            var tag = e.Element("gaztag");
            var at = tag ?? e;
            result.Add(new Toponym(new TextSpan(start, end), phrase, Number(at.Element("lat")), Number(at.Element("lon")), Id(tag), Id(tag?.Element("country"))));
        }
        return result;
    }

    private static int Near(string text, string phrase, int start)
    {
        int from = Math.Max(0, start - 12);
        return text.IndexOf(phrase, from, Math.Min(text.Length, start + 12 + phrase.Length) - from, StringComparison.Ordinal);
    }

    private static int? Id(XElement? element) =>
        int.TryParse(element?.Attribute("geonameid")?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int id) ? id : null;

    private static double? Number(XElement? element) =>
        element != null && double.TryParse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
