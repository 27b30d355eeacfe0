using CsCheck;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>The query language by itself: what is read, what is refused and where, and the way back to text.</summary>
public sealed class QueryTextTests
{
    [Theory]
    [InlineData("actr:IRN", "HS3031", "query:1")]
    [InlineData("talks actr:IRN", "HS3031", "query:7")]
    [InlineData("http://a.example", "HS3031", "query:1")]
    [InlineData("\"open", "HS3030", "query:1")]
    [InlineData("(a b", "HS3030", "query:5")]
    [InlineData("a)", "HS3030", "query:2")]
    [InlineData("a OR", "HS3030", "query:5")]
    [InlineData("OR a", "HS3030", "query:1")]
    [InlineData("-a", "HS3030", "query:1")]
    [InlineData("a -", "HS3030", "query:4")]
    [InlineData("—", "HS3030", "query:1")]
    [InlineData("()", "HS3030", "query:2")]
    [InlineData("(type:AID)", "HS3030", "query:2")]
    [InlineData("type:WAR", "HS3032", "type")]
    [InlineData("since:yesterday", "HS3032", "since")]
    [InlineData("since:2024-02-30", "HS3032", "since")]
    [InlineData("confidence:2", "HS3032", "confidence")]
    [InlineData("run:x", "HS3032", "run")]
    [InlineData("status:", "HS3032", "status")]
    [InlineData("in:books", "HS3032", "in")]
    [InlineData("order:9", "HS3032", "order")]
    public void What_cannot_be_read_is_refused_with_its_place(string text, string code, string place)
    {
        var fault = Assert.Throws<StoreException>(() => QueryText.Parse(text)).Diagnostic;
        Assert.Equal((code, place), (fault.Code, fault.Place));
        Assert.NotEmpty(fault.Remedy);
    }

    [Theory]
    [InlineData("type:consult,AID", "type:CONSULT,AID")]
    [InlineData("since:2024 until:2024-02", "since:2024-01-01 until:2024-02-29")]
    [InlineData("speaker:\"Kari Solberg\"", "speaker:\"Kari Solberg\"")]
    [InlineData("  a   AND b ", "a b")]
    [InlineData("a b OR c -d", "(a b) OR (c NOT d)")]
    [InlineData("\"10:30\" NOT (x OR y*)", "(\"10:30\" NOT (x OR y*))")]
    [InlineData("in:quotations order:oldest a", "in:quotations order:oldest a")]
    [InlineData("-type:AID quad:verbal-conflict", "-type:AID quad:verbal_conflict")]
    [InlineData("ORDER and NOTHING", "ORDER and NOTHING")]
    public void What_is_read_is_written_in_one_way(string text, string written) =>
        Assert.Equal(written, QueryText.Write(QueryText.Parse(text)));

    [Fact]
    public void A_query_that_was_written_reads_as_the_same()
    {
        Gen.Char["ab \"():*-,'%ORNTÉ1"].Array[0, 24].Select(c => new string(c)).Sample(text =>
        {
            RecordQuery query;
            try
            {
                query = QueryText.Parse(text);
            }
            catch (StoreException)
            {
                return;
            }
            string once = QueryText.Write(query);
            Assert.Equal(once, QueryText.Write(QueryText.Parse(once)));
        }, seed: "0000000000010", iter: 2000);
    }
}
