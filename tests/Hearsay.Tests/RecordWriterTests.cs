using System.Text;
using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Tests;

/// <summary>The output's shape is a contract: names, their order, and null where the text says nothing.</summary>
public sealed class RecordWriterTests
{
    private static string Line(CodedArticle coded) => Encoding.UTF8.GetString(RecordWriter.Line(coded));

    [Fact]
    public void A_full_record_has_every_property_in_the_documented_order()
    {
        const string Expected = """
            {"article":{"id":"a1","url":null,"outlet":"The Fjord Times","title":"Call","publishedOn":"2024-03-12","language":"en","text":"The minister phoned Moscow on Monday in Oslo, the agency quoted her as saying. \"We spoke,\" she told him."},
            "events":[{"id":"e1","sentence":0,"trigger":{"start":13,"end":19,"text":"phoned"},"type":"CONSULT","mode":"phone","contexts":["diplomatic"],"cameo":"041",
            "actors":[{"text":"The minister","start":0,"end":12,"name":"Kari Solberg","code":"NORGOV","country":"NOR","sectors":["GOV"]}],
            "recipients":[{"text":"Moscow","start":20,"end":26,"name":null,"code":"RUS","country":"RUS","sectors":[]}],
            "status":"asserted","time":{"text":"on Monday","start":"2024-03-11","end":"2024-03-11","granularity":"day"},
            "place":{"text":"Oslo","name":"Oslo","country":"NOR","admin1":"Oslo","lat":59.91,"lon":10.75,"geonameId":3143244},
            "killed":1,"injured":2,"size":3,
            "chain":[{"name":"Norsk Byrå","kind":"wire","cue":"quoted","text":"the agency","start":46,"end":56},{"name":"Kari Solberg","kind":"person","cue":"saying","text":"her","start":64,"end":67}],
            "quotation":0,"confidence":0.83,"trace":{"pattern":"consult.phone","rows":["offices:minister"]}}],
            "quotations":[{"content":[{"start":80,"end":88,"text":"We spoke"}],"cue":{"start":95,"end":99,"text":"told"},
            "speaker":{"text":"The minister","start":0,"end":12,"name":"Kari Solberg","code":"NORGOV","country":"NOR","sectors":["GOV"]},
            "addressee":{"text":"him","start":100,"end":103,"name":null,"code":null,"country":null,"sectors":[]},"form":"direct",
            "chain":[{"name":"Kari Solberg","kind":"person","cue":"saying","text":"her","start":64,"end":67}]}],
            "diagnostics":[{"code":"HS1011","severity":"warning","message":"m","place":"p","remedy":"r"}]}
            """;
        Assert.Equal(Expected.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal) + "\n", Line(CodedArticles.Full()));
    }

    [Fact]
    public void What_is_not_known_is_null_and_never_left_out()
    {
        var bare = new EventRecord
        {
            Id = "e", Sentence = 0, Trigger = new(0, 1, "x"), Type = "ASSAULT", Actors = [], Recipients = [], Status = "denied", Chain = [], Confidence = 1, Trace = new("p", []),
        };
        var quotation = new QuotationRecord { Content = [], Form = "indirect", Chain = [] };
        string line = Line(new(new() { Id = "a", Text = "x" }, [bare], [quotation], []));
        Assert.Contains("\"url\":null,\"outlet\":null,\"title\":null,\"publishedOn\":null", line, StringComparison.Ordinal);
        Assert.Contains("\"mode\":null,\"contexts\":[],\"cameo\":null,\"actors\":[],\"recipients\":[]", line, StringComparison.Ordinal);
        Assert.Contains("\"time\":null,\"place\":null,\"killed\":null,\"injured\":null,\"size\":null,\"chain\":[],\"quotation\":null", line, StringComparison.Ordinal);
        Assert.Contains("\"cue\":null,\"speaker\":null,\"addressee\":null", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Erdoğan – “ja” 😀 <b>&'+")]
    [InlineData("a\nb\tc\\ \"q\" \u2028")]
    public void Text_stays_readable_on_one_line_and_comes_back_the_same(string text)
    {
        string line = Line(new(new() { Id = "a", Text = text }, [], [], []));
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        using var json = JsonDocument.Parse(line);
        Assert.Equal(text, json.RootElement.GetProperty("article").GetProperty("text").GetString());
    }

    [Fact]
    public void Letters_are_not_escaped() =>
        Assert.Contains("Erdoğan – “ja”", Line(new(new() { Id = "a", Text = "Erdoğan – “ja”" }, [], [], [])), StringComparison.Ordinal);

    [Fact]
    public void An_extracted_page_without_an_article_is_null_with_its_reason()
    {
        string line = Encoding.UTF8.GetString(RecordWriter.Line(null, [Faults.HtmlWithoutArticle("p.html")]));
        Assert.StartsWith("{\"article\":null,\"diagnostics\":[{\"code\":\"HS1016\"", line, StringComparison.Ordinal);
    }
}
