using System.Globalization;
using System.Text.Json;
using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// W3C PROV-JSON (2013 submission): a bundle for each article. Parties are agents; the article, every statement that a
/// hop of a chain stands for, every event record (a claim) and quotation are entities. The claim is derived from the
/// innermost statement, each statement from the next one outwards to the article, and each is attributed to its party:
/// the chain, as a graph. The coding is an activity of a software agent.
/// </summary>
internal sealed class ProvExporter : IExporter
{
    private readonly JsonStream stream;
    private readonly ExportTally tally;

    public ProvExporter(Stream output, ExportTally tally)
    {
        stream = new JsonStream(output);
        this.tally = tally;
        var json = stream.Json;
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        json.WriteString("hs", "urn:hearsay:");
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        json.WriteEndObject();
        json.WriteStartObject("bundle");
    }

    public Action Ready(IReadOnlyList<ExportedArticle> part)
    {
        var bundles = part.Select(article => (Name: "hs:bundle-" + Local(article.Article.Id), Bundle: Bundle(article))).ToList();
        return () =>
        {
            foreach (var (name, bundle) in bundles)
            {
                stream.Json.WritePropertyName(name);
                bundle.WriteTo(stream.Json);
                stream.Relieve();
            }
            tally.Wrote(bundles.Count);
        };
    }

    public void Complete()
    {
        stream.Json.WriteEndObject();
        stream.Json.WriteEndObject();
        stream.Dispose();
    }

    private static ProvBundle Bundle(ExportedArticle article)
    {
        var bundle = new ProvBundle();
        string text = "hs:article-" + Local(article.Article.Id);
        bundle.Add("entity", text, [("prov:type", "hs:Article"), ("hs:title", article.Article.Title), ("hs:url", article.Article.Url), ("hs:publishedOn", Day(article.Article.PublishedOn))]);
        if (article.Article.Outlet is { } outlet) bundle.Relate("wasAttributedTo", ("prov:entity", text), ("prov:agent", Agent(bundle, outlet, "outlet")));
        string coding = "hs:coding";
        bundle.Add("agent", "hs:program", [("prov:type", "prov:SoftwareAgent"), ("hs:version", article.CodedWith.Program), ("hs:model", article.CodedWith.Model), ("hs:knowledge", article.CodedWith.Knowledge)]);
        bundle.Add("activity", coding, []);
        bundle.Relate("wasAssociatedWith", ("prov:activity", coding), ("prov:agent", "hs:program"));
        bundle.Relate("used", ("prov:activity", coding), ("prov:entity", text));
        for (int i = 0; i < article.Quotations.Count; i++) Quotation(bundle, text, article.Quotations[i], i);
        foreach (var e in article.Events) Claim(bundle, text, coding, e.Record);
        return bundle;
    }

    private static void Claim(ProvBundle bundle, string article, string coding, EventRecord record)
    {
        string claim = "hs:event-" + Local(record.Id);
        bundle.Add("entity", claim,
        [
            ("prov:type", "hs:Claim"), ("hs:eventType", record.Type), ("hs:mode", record.Mode), ("hs:status", record.Status), ("hs:trigger", record.Trigger.Text),
            ("hs:actors", Parties(record.Actors)), ("hs:recipients", Parties(record.Recipients)), ("hs:day", Day(record.Time?.Start)), ("hs:place", record.Place?.Name),
        ]);
        bundle.Relate("wasGeneratedBy", ("prov:entity", claim), ("prov:activity", coding));
        string from = article;
        for (int i = 0; i < record.Chain.Count; i++)
        {
            var hop = record.Chain[i];
            string statement = $"{claim}-statement-{i.ToString(CultureInfo.InvariantCulture)}";
            bundle.Add("entity", statement, [("prov:type", "hs:Statement"), ("hs:cue", hop.Cue)]);
            bundle.Relate("wasAttributedTo", ("prov:entity", statement), ("prov:agent", Agent(bundle, hop.Name ?? hop.Text, hop.Kind)));
            // What is nearer to the reader was made from what is further away: the article from the wire's report, that from the minister's words.
            bundle.Relate("wasDerivedFrom", ("prov:generatedEntity", from), ("prov:usedEntity", statement));
            from = statement;
        }
        bundle.Relate("wasDerivedFrom", ("prov:generatedEntity", claim), ("prov:usedEntity", from));
        if (record.Chain is [.., var voucher]) bundle.Relate("wasAttributedTo", ("prov:entity", claim), ("prov:agent", Agent(bundle, voucher.Name ?? voucher.Text, voucher.Kind)));
        if (record.Quotation is { } quotation) bundle.Relate("wasDerivedFrom", ("prov:generatedEntity", claim), ("prov:usedEntity", QuotationId(quotation)));
    }

    private static void Quotation(ProvBundle bundle, string article, QuotationRecord quotation, int index)
    {
        string id = QuotationId(index);
        bundle.Add("entity", id, [("prov:type", "hs:Quotation"), ("prov:value", string.Join(" … ", quotation.Content.Select(c => c.Text))), ("hs:form", quotation.Form), ("hs:cue", quotation.Cue?.Text)]);
        bundle.Relate("wasDerivedFrom", ("prov:generatedEntity", article), ("prov:usedEntity", id), ("prov:type", "prov:Quotation"));
        if (quotation.Speaker is { } speaker) bundle.Relate("wasAttributedTo", ("prov:entity", id), ("prov:agent", Agent(bundle, speaker.Name ?? speaker.Text, "person")));
    }

    private static string QuotationId(int index) => "hs:quotation-" + index.ToString(CultureInfo.InvariantCulture);

    private static string Agent(ProvBundle bundle, string name, string kind)
    {
        string id = "hs:agent-" + Local(name);
        string? type = kind switch { "person" => "prov:Person", "outlet" or "wire" or "organization" => "prov:Organization", _ => null };
        bundle.Add("agent", id, [("prov:type", type), ("hs:name", name), ("hs:kind", kind)]);
        return id;
    }

    private static string? Parties(IReadOnlyList<Party> parties) => parties.Count == 0 ? null : string.Join(';', parties.Select(p => p.Code is null ? p.Name ?? p.Text : $"{p.Name ?? p.Text} <{p.Code}>"));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A local name of PROV-N: letters, digits and per cent escapes; everything else is escaped.
    private static string Local(string text) => Uri.EscapeDataString(text).Replace("~", "%7E", StringComparison.Ordinal);
}
