using System.Globalization;
using Hearsay.Coding.Records;
using Hearsay.Explaining;
using Hearsay.Store;
using Spectre.Console;

namespace Hearsay.Cli.Picture;

/// <summary>
/// What a search found, for people: each record on two or three lines: when and what, the words it was read from, and
/// where they stand, with the id that <c>explain</c> and <c>review</c> take.
/// </summary>
internal sealed class FoundPicture(IAnsiConsole console)
{
    private const int Longest = 220;

    /// <summary>Prints a page.</summary>
    public void Print(FoundPage page)
    {
        foreach (var e in page.Events) Event(e);
        foreach (var q in page.Quotations) Quotation(q);
        foreach (var s in page.Sentences) Print(new StyledText().Add(Day(s.Article.PublishedOn), Palette.Quiet), s.Text, s.Article, null);
        foreach (var a in page.Articles)
            Print(new StyledText().Add(Day(a.Article.PublishedOn) + "  ", Palette.Quiet).Add(a.Article.Title ?? a.Article.Id, Palette.Party)
                .Add(string.Create(CultureInfo.InvariantCulture, $"  {a.Events} events, {a.Quotations} quotations"), Palette.Quiet), a.Beginning, a.Article, null);
    }

    private void Event(StoredEvent e)
    {
        var record = e.Record;
        var accent = new Style(Palette.Of(record.Type), decoration: Decoration.Bold);
        var heading = new StyledText().Add(Day(e.Day) + "  ", Palette.Quiet).Add(Parties(record.Actors, "someone"), Palette.Party)
            .Add(" → ").Add(PlainWords.Act(record.Type, record.Mode, record.Recipients.Count > 0), accent);
        if (record.Recipients.Count > 0) heading.Add(" → ").Add(Parties(record.Recipients, ""), Palette.Party);
        heading.Add($"  {record.Type} {record.Status}", Palette.Quiet);
        if (record.Place is { } place) heading.Add($"  in {place.Name ?? place.Text}", Palette.Quiet);
        if (e.History.WithdrawnAt is not null) heading.Add("  withdrawn", Palette.Quiet);
        if (e.ReviewState != ReviewState.Unreviewed) heading.Add("  " + e.ReviewState, Palette.Quiet);
        string word = record.Chain.Count == 0 ? "" : $", on the word of {string.Join(" and ", record.Chain.Reverse().Select(h => h.Name ?? h.Text))}";
        Print(heading, e.SentenceText, e.Article, $"{record.Id}{word}");
    }

    private void Quotation(StoredQuotation q)
    {
        string speaker = q.Record.Speaker is { } s ? s.Name ?? s.Text : "somebody";
        var heading = new StyledText().Add(Day(q.Article.PublishedOn) + "  ", Palette.Quiet).Add(speaker, Palette.Party).Add($"  {q.Record.Form}", Palette.Quiet);
        Print(heading, string.Join(" … ", q.Record.Content.Select(c => c.Text)), q.Article, q.Id);
    }

    private void Print(StyledText heading, string words, ArticleHeader article, string? id)
    {
        heading.Print(console, null, 0, 4);
        string text = words.Length > Longest ? words[..Longest] + "…" : words;
        new StyledText().Add($"“{text}”").Print(console, null, 2, 2);
        new StyledText().Add($"{article.Outlet ?? "unknown outlet"}, article {article.Id}{(id is null ? "" : ", " + id)}", Palette.Quiet).Print(console, null, 2, 2);
        console.WriteLine();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date   ";

    private static string Parties(IReadOnlyList<Party> parties, string none) =>
        parties.Count == 0 ? none : string.Join(" and ", parties.Select(p => (p.Name ?? p.Text) + (p.Code is null ? "" : $" ({p.Code})")));
}
