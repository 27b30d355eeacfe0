using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// W3C Web Annotations (2017) as one AnnotationPage in JSON-LD: an annotation on the trigger of each event, one on
/// each party and hop of it, one on each quotation. A target names the article and selects its words twice, by
/// position and by quotation with 32 characters around it, so that they are found again in a text that has changed a
/// little. Positions count code points, as the standard asks, whatever the options say.
/// </summary>
internal sealed class AnnotationExporter : IExporter
{
    private const int Around = 32;

    private readonly JsonStream stream;
    private readonly ExportTally tally;

    public AnnotationExporter(Stream output, ExportTally tally)
    {
        stream = new JsonStream(output);
        this.tally = tally;
        stream.Json.WriteStartObject();
        stream.Json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        stream.Json.WriteString("id", "urn:hearsay:export");
        stream.Json.WriteString("type", "AnnotationPage");
        stream.Json.WriteStartArray("items");
    }

    public Action Ready(IReadOnlyList<ExportedArticle> part) => () =>
    {
        foreach (var article in part) Write(article);
    };

    private void Write(ExportedArticle article)
    {
        var text = new CodePointText(article.Article.Text);
        foreach (var e in article.Events) Write(article, text, e.Record);
        for (int i = 0; i < article.Quotations.Count; i++) Write(article, text, article.Quotations[i], i);
        stream.Relieve();
    }

    public void Complete()
    {
        stream.Json.WriteEndArray();
        stream.Json.WriteEndObject();
        stream.Dispose();
    }

    private void Write(ExportedArticle article, CodePointText text, EventRecord record)
    {
        string id = "urn:hearsay:event:" + Uri.EscapeDataString(record.Id);
        string[] tags = [record.Type, .. record.Mode is { } mode ? new[] { "mode:" + mode } : [], "status:" + record.Status, .. record.Contexts.Select(c => "context:" + c)];
        Annotation(article, id, "classifying", [.. tags.Select(t => ("tagging", t)), ("describing", Sentence(record))], text, [record.Trigger]);
        for (int i = 0; i < record.Actors.Count; i++) Party(article, $"{id}:actor:{i}", "actor", record.Actors[i], text);
        for (int i = 0; i < record.Recipients.Count; i++) Party(article, $"{id}:recipient:{i}", "recipient", record.Recipients[i], text);
        for (int i = 0; i < record.Chain.Count; i++)
        {
            var hop = record.Chain[i];
            Annotation(article, $"{id}:chain:{i}", "identifying", [("tagging", "vouches"), ("tagging", "kind:" + hop.Kind), ("identifying", hop.Name ?? hop.Text)], text, [new(hop.Start, hop.End, hop.Text)]);
        }
    }

    private void Party(ExportedArticle article, string id, string role, Party party, CodePointText text) =>
        Annotation(article, id, "identifying", [("tagging", role), ("identifying", party.Code ?? party.Name ?? party.Text)], text, [new(party.Start, party.End, party.Text)]);

    private void Write(ExportedArticle article, CodePointText text, QuotationRecord quotation, int index) =>
        Annotation(article, $"urn:hearsay:quotation:{Uri.EscapeDataString(article.Article.Id)}:{index}", "describing",
            [("tagging", "quotation"), ("tagging", quotation.Form), .. quotation.Speaker is { } speaker ? new[] { ("identifying", speaker.Name ?? speaker.Text) } : []], text, quotation.Content);

    private void Annotation(ExportedArticle article, string id, string motivation, IReadOnlyList<(string Purpose, string Value)> bodies, CodePointText text, IReadOnlyList<Excerpt> targets)
    {
        var json = stream.Json;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", motivation);
        json.WriteStartObject("generator");
        json.WriteString("type", "Software");
        json.WriteString("name", article.CodedWith.Program is { } version ? "Hearsay " + version : "Hearsay");
        json.WriteEndObject();
        json.WriteStartArray("body");
        foreach (var (purpose, value) in bodies)
        {
            json.WriteStartObject();
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", purpose);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("target");
        foreach (var target in targets) Target(json, article.Article, text, target);
        json.WriteEndArray();
        json.WriteEndObject();
        tally.Wrote(1);
    }

    private static void Target(Utf8JsonWriter json, Article article, CodePointText text, Excerpt excerpt)
    {
        json.WriteStartObject();
        json.WriteString("source", Address(article));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", excerpt.Start);
        json.WriteNumber("end", excerpt.End);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", text.Between(excerpt.Start, excerpt.End));
        json.WriteString("prefix", text.Between(excerpt.Start - Around, excerpt.Start));
        json.WriteString("suffix", text.Between(excerpt.End, excerpt.End + Around));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Address(Article article) =>
        Uri.TryCreate(article.Url, UriKind.Absolute, out var url) ? url.AbsoluteUri : "urn:hearsay:article:" + Uri.EscapeDataString(article.Id);

    private static string Sentence(EventRecord record)
    {
        static string Side(IReadOnlyList<Party> parties) => parties.Count == 0 ? "(nobody named)" : string.Join(", ", parties.Select(p => p.Code is null ? p.Name ?? p.Text : $"{p.Name ?? p.Text} <{p.Code}>"));
        string chain = EventTable.Chain(record.Chain) is { } vouched ? "; according to " + vouched : "";
        return $"{Side(record.Actors)} → {Side(record.Recipients)}{chain}";
    }
}
