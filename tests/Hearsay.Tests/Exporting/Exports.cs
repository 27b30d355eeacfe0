using System.Text;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Exporting;
using Hearsay.Tests.Evaluation;

namespace Hearsay.Tests.Exporting;

/// <summary>Articles to export, and exports of them.</summary>
internal static class Exports
{
    public static Codebook Codes { get; } = Codebook.Load(Path.Combine(TestCoder.Root, "data"));

    /// <summary>An article with an emoji in front of its events and a formula among its words.</summary>
    public static ExportedArticle Formula()
    {
        const string Text = "=SUM(1) 😀 rejected a\tcall by \"Riga\", Latvia's\nleader and Lithuania.";
        var record = new EventRecord
        {
            Id = "f1", Sentence = 2, Trigger = CodedArticles.Cut(Text, "rejected"), Type = "REJECT", Mode = "meet", Contexts = ["diplomatic", "peace"],
            Actors = [CodedArticles.Party(Text, "=SUM(1)", null, "ESTGOV")],
            Recipients = [CodedArticles.Party(Text, "\"Riga\", Latvia's\nleader", "Riga", "LVAGOV"), CodedArticles.Party(Text, "Lithuania", "Lithuania", "LTU")],
            Status = "denied", Chain = [], Confidence = 0.5, Trace = new("reject.meet", []),
        };
        var article = new Article { Id = "b 2", Outlet = "Posten", PublishedOn = new(2024, 5, 6), Url = "https://posten.example/2?a=1", Text = Text };
        return ExportedArticle.Of(new(article, [record], [], []));
    }

    /// <summary>An article of one event with the given parties and day.</summary>
    public static ExportedArticle Small(string id, string? actor, string? recipient, DateOnly? day, string status = "asserted", string type = "ACCUSE")
    {
        const string Text = "Oslo accused Moscow.";
        var record = new EventRecord
        {
            Id = id, Sentence = 0, Trigger = CodedArticles.Cut(Text, "accused"), Type = type, Chain = [], Status = status, Confidence = 0.9, Trace = new("x", []),
            Actors = [CodedArticles.Party(Text, "Oslo", "Oslo", actor)], Recipients = [CodedArticles.Party(Text, "Moscow", "Moscow", recipient)],
        };
        return ExportedArticle.Of(new(new Article { Id = "a-" + id, PublishedOn = day, Text = Text }, [record], [], []));
    }

    public static ExportedArticle Full() => ExportedArticle.Of(CodedArticles.Full()) with { CodedWith = new("0.1.0", "m1", "k1") };

    public static (byte[] Bytes, ExportTally Tally) Bytes(string format, ExportOptions options, params ExportedArticle[] articles) => Bytes(format, options, ExportInput.Of(articles));

    public static (byte[] Bytes, ExportTally Tally) Bytes(string format, ExportOptions options, ExportInput articles)
    {
        using var stream = new MemoryStream();
        var tally = Export.Run(articles, ExportFormat.Find(format)!, options, Codes, stream);
        return (stream.ToArray(), tally);
    }

    public static (string Text, ExportTally Tally) Text(string format, ExportOptions options, params ExportedArticle[] articles) => Text(format, options, ExportInput.Of(articles));

    public static (string Text, ExportTally Tally) Text(string format, ExportOptions options, ExportInput articles)
    {
        var (bytes, tally) = Bytes(format, options, articles);
        return (Encoding.UTF8.GetString(bytes), tally);
    }

    /// <summary>The cells of a tab-separated export.</summary>
    public static string[][] Cells(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];

    public static IReadOnlySet<string> AnyStatus { get; } = new HashSet<string> { "asserted", "denied" };
}
