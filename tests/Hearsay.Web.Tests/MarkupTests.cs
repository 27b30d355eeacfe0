using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Web.Tests;

/// <summary>Markup in everything that comes from articles and people is shown as it is written and never run.</summary>
public sealed class MarkupTests(Room room)
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</title><script>alert(1)</script>",
        "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", "javascript:alert(1)", "{{constructor.constructor('alert(1)')()}}",
        "</textarea><script>alert(1)</script>", "<a href=\"javascript:alert(1)\">x</a>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "` onmouseover=alert(1) x=`", "<!--><script>alert(1)</script>", "\u2028<script>alert(1)</script>", "<template><script>alert(1)</script></template>",
    ];

    [Fact]
    public async Task Nothing_from_an_article_or_a_comment_is_run()
    {
        await using var own = await OwnRoom.Open(room, [.. Payloads.Select(Article)]);
        foreach (string payload in Payloads)
            own.Store.Comments.Add(new() { ArticleId = "id0", Author = payload, Text = "@" + payload });
        await using var visit = await own.Visit("/");
        foreach (string path in (string[])["/", "/events", "/articles", "/actors", "/review", $"/actor?code={E(Payloads[1])}", $"/dyad?actor={E(Payloads[0])}&recipient={E(Payloads[2])}", $"/?q={E(Payloads[1])}&actor={E(Payloads[2])}"])
        {
            await visit.Goto(path);
            Assert.Equal(0, await visit.Page.Locator("main script, main iframe, main img[src=x], main [onerror], main [onload], main a[href^='javascript']").CountAsync());
        }
        for (int i = 0; i < Payloads.Length; i++)
        {
            await visit.Goto($"/article?id=id{i}");
            Assert.Contains(Payloads[i].Trim(), await visit.Page.InnerTextAsync(".card"), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(0, await visit.Page.Locator("main script, main iframe, main img[src=x], main a[href^='javascript']").CountAsync());
        }
    }

    private static CodedArticle Article(string payload, int number)
    {
        string text = $"{payload} phoned {payload} at {payload}, {payload} said.";
        var party = new Party { Text = payload, Start = 0, End = payload.Length, Name = payload, Code = "KEN", Country = "KEN" };
        int far = payload.Length + 8;
        var record = new EventRecord
        {
            Id = $"e{number}", Sentence = 0, Trigger = new(payload.Length + 1, payload.Length + 7, "phoned"), Type = "CONSULT", Mode = "phone",
            Actors = [party], Recipients = [party with { Start = far, End = far + payload.Length, Code = "SOM", Country = "SOM" }], Status = "asserted",
            Time = new(payload, new(2024, 1, 1), new(2024, 1, 1), "day"), Place = new(payload, payload, "KEN", payload, 1, 2, null),
            Chain = [new(payload, "person", payload, payload, far, far + payload.Length)], Confidence = 0.5, Trace = new(payload, [payload]),
        };
        var said = new QuotationRecord { Content = [new(0, payload.Length, payload)], Speaker = party, Form = "direct", Chain = record.Chain };
        return new(new Article { Id = $"id{number}", Title = payload, Outlet = payload, Url = payload, Text = text, PublishedOn = new(2024, 1, 1) }, [record], [said], []) { Sentences = [new(0, text.Length)] };
    }

    private static string E(string text) => Uri.EscapeDataString(text);
}
