using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Cli.Tests;

/// <summary>A sample article with records written by hand, as a good coder would give them.</summary>
internal static class Records
{
    public static CodedArticle PhoneCall(Article article)
    {
        string text = article.Text;
        Excerpt Cut(string words, string after = "")
        {
            int from = text.IndexOf(after, StringComparison.Ordinal);
            int start = text.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(from >= 0 && start >= 0, words);
            return new(start, start + words.Length, words);
        }
        Party Who(string words, string? name, string? code, string after = "") => Cut(words, after) is var cut
            ? new() { Text = words, Start = cut.Start, End = cut.End, Name = name, Code = code, Country = code?[..3], Sectors = code is { Length: > 3 } ? [code[3..]] : [] }
            : throw new InvalidOperationException();
        ChainHop Hop(string words, string? name, string kind, string cue, string after = "") => Cut(words, after) is var cut
            ? new(name, kind, cue, words, cut.Start, cut.End)
            : throw new InvalidOperationException();

        var erdogan = Who("Turkish President Recep Tayyip Erdogan", "Recep Tayyip Erdogan", "TURGOV");
        var putin = Who("Vladimir Putin", "Vladimir Putin", "RUSGOV", "telephoned");
        var presidency = Hop("the Turkish presidency", null, "organization", "said");
        var agency = Hop("the state news agency", null, "wire", "quoted");
        var veselov = Hop("Kremlin adviser Anton Veselov", "Anton Veselov", "person", "saying");
        EventRecord Event(string trigger, string after, string type, string? mode, IReadOnlyList<Party> actors, IReadOnlyList<Party> recipients, string status, IReadOnlyList<ChainHop> chain) => new()
        {
            Id = trigger, Sentence = 0, Trigger = Cut(trigger, after), Type = type, Mode = mode, Contexts = ["diplomatic"], Cameo = "041",
            Actors = actors, Recipients = recipients, Status = status, Chain = chain, Confidence = 0.9, Trace = new("x", []),
        };
        return new(article,
        [
            Event("telephoned", "", "CONSULT", "phone", [erdogan], [putin], "asserted", [presidency]) with
            {
                Time = new("on Monday", new(2024, 3, 11), new(2024, 3, 11), "day"),
                Place = new("Ankara", "Ankara", "TUR", "Ankara", 39.92, 32.85, 323786),
            },
            Event("return", "Russia would", "CONCEDE", null, [Who("Russia", "Russia", "RUS", "account of it")], [], "conditional", [agency, veselov]),
            Event("denied", "Veselov", "REJECT", null, [Who("Veselov", "Anton Veselov", "RUSGOV", "saying. ")], [], "asserted", []),
            Event("struck", "has since", "ASSAULT", "aerial", [Who("Russia", "Russia", "RUS", "sanctions on Moscow")], [Who("the ports of Odesa and Izmail", null, "UKR")], "asserted", []) with { Killed = 1200, Injured = 3 },
        ],
        [
            new() { Content = [Cut("We told the Russian side that hunger has no flag")], Cue = Cut("told", "Atakan"), Speaker = Who("Cemal Atakan", "Cemal Atakan", "TURGOV"), Form = "direct", Chain = [Hop("Cemal Atakan", "Cemal Atakan", "person", "told")] },
        ], []);
    }
}
