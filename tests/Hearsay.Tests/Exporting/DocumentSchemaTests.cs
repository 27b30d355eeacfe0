using System.Text.Json;
using Hearsay.Exporting;
using Hearsay.Tests.Evaluation;
using NJsonSchema;

namespace Hearsay.Tests.Exporting;

/// <summary>PROV-JSON, Web Annotations and GeoJSON against schemas written after the specifications.</summary>
public sealed class DocumentSchemaTests
{
    [Theory]
    [InlineData("prov", "prov-json.schema.json")]
    [InlineData("annotations", "web-annotation.schema.json")]
    [InlineData("geojson", "geojson.schema.json")]
    public async Task The_document_is_valid(string format, string schemaFile)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(TestCoder.Root, "tests", "Hearsay.Tests", "Exporting", schemaFile), TestContext.Current.CancellationToken);
        foreach (var articles in (ExportedArticle[][])[[], [Exports.Full()], [Exports.Full(), Exports.Formula(), Exports.Small("3", null, "RUS", null)]])
        {
            var faults = schema.Validate(Exports.Text(format, new(), articles).Text);
            Assert.True(faults.Count == 0, string.Join("\n", faults.Select(f => f.ToString())));
        }
    }

    [Fact]
    public async Task The_schemas_refuse_what_the_specifications_forbid()
    {
        string folder = Path.Combine(TestCoder.Root, "tests", "Hearsay.Tests", "Exporting");
        async Task<int> Faults(string schema, string document) => (await JsonSchema.FromFileAsync(Path.Combine(folder, schema))).Validate(document).Count;
        string annotations = Exports.Text("annotations", new(), Exports.Full()).Text, prov = Exports.Text("prov", new(), Exports.Full()).Text;
        Assert.NotEqual(0, await Faults("web-annotation.schema.json", annotations.Replace("\"target\"", "\"targets\"", StringComparison.Ordinal)));
        Assert.NotEqual(0, await Faults("web-annotation.schema.json", annotations.Replace("http://www.w3.org/ns/anno.jsonld", "http://example.org/", StringComparison.Ordinal)));
        Assert.NotEqual(0, await Faults("prov-json.schema.json", prov.Replace("prov:usedEntity", "prov:entityUsed", StringComparison.Ordinal)));
        Assert.NotEqual(0, await Faults("geojson.schema.json", Exports.Text("geojson", new(), Exports.Full()).Text.Replace("10.75,59.91", "10.75,159.91", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_chain_becomes_a_line_of_derivations_from_the_claim_to_the_article()
    {
        using var json = JsonDocument.Parse(Exports.Text("prov", new(), Exports.Full()).Text);
        var bundle = json.RootElement.GetProperty("bundle").GetProperty("hs:bundle-a1");
        var derived = bundle.GetProperty("wasDerivedFrom").EnumerateObject().Select(r => (From: r.Value.GetProperty("prov:generatedEntity").GetString(), Used: r.Value.GetProperty("prov:usedEntity").GetString())).ToList();
        Assert.Contains(("hs:article-a1", "hs:event-e1-statement-0"), derived);
        Assert.Contains(("hs:event-e1-statement-0", "hs:event-e1-statement-1"), derived);
        Assert.Contains(("hs:event-e1", "hs:event-e1-statement-1"), derived);
        var attributed = bundle.GetProperty("wasAttributedTo").EnumerateObject().Select(r => (r.Value.GetProperty("prov:entity").GetString(), r.Value.GetProperty("prov:agent").GetString())).ToList();
        Assert.Contains(("hs:event-e1-statement-0", "hs:agent-Norsk%20Byr%C3%A5"), attributed);
        Assert.Contains(("hs:event-e1", "hs:agent-Kari%20Solberg"), attributed);
        Assert.Contains(("hs:article-a1", "hs:agent-The%20Fjord%20Times"), attributed);
        foreach (var relation in derived)
            Assert.True(bundle.GetProperty("entity").TryGetProperty(relation.From!, out _) && bundle.GetProperty("entity").TryGetProperty(relation.Used!, out _), relation.ToString());
    }

    [Fact]
    public void Both_selectors_of_an_annotation_find_the_same_words()
    {
        var article = Exports.Formula();
        using var json = JsonDocument.Parse(Exports.Text("annotations", new() { CodePoints = false }, article).Text);
        var points = article.Article.Text.EnumerateRunes().ToList();
        foreach (var item in json.RootElement.GetProperty("items").EnumerateArray())
            foreach (var target in item.GetProperty("target").EnumerateArray())
            {
                Assert.Equal("https://posten.example/2?a=1", target.GetProperty("source").GetString());
                var position = target.GetProperty("selector")[0];
                var quote = target.GetProperty("selector")[1];
                string exact = string.Concat(points[position.GetProperty("start").GetInt32()..position.GetProperty("end").GetInt32()]);
                Assert.Equal(exact, quote.GetProperty("exact").GetString());
                Assert.Contains(quote.GetProperty("prefix").GetString() + exact + quote.GetProperty("suffix").GetString(), article.Article.Text, StringComparison.Ordinal);
            }
    }
}
