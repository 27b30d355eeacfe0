using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Tests;

/// <summary>Records written by hand, for tests of what becomes of records.</summary>
internal static class CodedArticles
{
    public static Excerpt Cut(string text, string words, int from = 0)
    {
        int start = text.IndexOf(words, from, StringComparison.Ordinal);
        Assert.True(start >= 0, words);
        return new(start, start + words.Length, words);
    }

    public static Party Party(string text, string words, string? name, string? code)
    {
        var cut = Cut(text, words);
        return new()
        {
            Text = words, Start = cut.Start, End = cut.End, Name = name, Code = code, Country = code?[..3],
            Sectors = code is { Length: > 3 } ? [code[3..]] : [],
        };
    }

    /// <summary>One event with every field and one quotation with every field.</summary>
    public static CodedArticle Full()
    {
        const string Text = "The minister phoned Moscow on Monday in Oslo, the agency quoted her as saying. \"We spoke,\" she told him.";
        var speaker = Party(Text, "The minister", "Kari Solberg", "NORGOV");
        var agency = Cut(Text, "the agency");
        var chain = new ChainHop[] { new("Norsk Byrå", "wire", "quoted", agency.Text, agency.Start, agency.End), new("Kari Solberg", "person", "saying", "her", 64, 67) };
        var record = new EventRecord
        {
            Id = "e1", Sentence = 0, Trigger = Cut(Text, "phoned"), Type = "CONSULT", Mode = "phone", Contexts = ["diplomatic"], Cameo = "041",
            Actors = [speaker], Recipients = [Party(Text, "Moscow", null, "RUS")], Status = "asserted",
            Time = new("on Monday", new(2024, 3, 11), new(2024, 3, 11), "day"),
            Place = new("Oslo", "Oslo", "NOR", "Oslo", 59.91, 10.75, 3143244),
            Killed = 1, Injured = 2, Size = 3, Chain = chain, Quotation = 0, Confidence = 0.83, Trace = new("consult.phone", ["offices:minister"]),
        };
        var quotation = new QuotationRecord
        {
            Content = [Cut(Text, "We spoke")], Cue = Cut(Text, "told"), Speaker = speaker, Addressee = Party(Text, "him", null, null), Form = "direct", Chain = [chain[1]],
        };
        var article = new Article { Id = "a1", Outlet = "The Fjord Times", Title = "Call", PublishedOn = new(2024, 3, 12), Text = Text };
        return new(article, [record], [quotation], [new("HS1011", Severity.Warning, "m", "p", "r")]);
    }
}
