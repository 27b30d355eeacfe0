using System.Globalization;
using Spectre.Console;

namespace Hearsay.Cli.Picture;

/// <summary>
/// What <c>hearsay read</c> shows: the article with its events, quotations and parties marked, then a card for each
/// event. Fits any width from 40 columns, and says the same without colour. Nothing is shown that is not in the
/// record.
/// </summary>
internal static class ArticlePicture
{
    /// <summary>Prints the whole picture.</summary>
    public static void Print(IAnsiConsole console, CodedArticle coded)
    {
        Masthead(console, coded);
        foreach (var paragraph in new MarkedArticle(coded).Paragraphs())
        {
            paragraph.Print(console, null, 2, 2);
            console.WriteLine();
        }
        Legend(console, coded);
        for (int i = 0; i < coded.Events.Count; i++)
        {
            console.WriteLine();
            new EventCard(coded, coded.Events[i], i + 1).Print(console);
        }
    }

    private static void Masthead(IAnsiConsole console, CodedArticle coded)
    {
        var article = coded.Article;
        string? day = article.PublishedOn?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        string line = string.Join(" · ", new[] { article.Outlet, day }.Where(p => p is not null));
        console.WriteLine();
        if (line.Length > 0) new StyledText().Add(line, Palette.Quiet).Print(console, null, 2, 2);
        if (article.Title is { } title && !article.Text.StartsWith(title, StringComparison.Ordinal))
            new StyledText().Add(title, Palette.Title).Print(console, null, 2, 2);
        if (line.Length > 0) console.WriteLine();
    }

    private static void Legend(IAnsiConsole console, CodedArticle coded)
    {
        var counts = new StyledText()
            .Add(Count(coded.Events.Count, "event")).Add(" · ").Add(Count(coded.Quotations.Count, "quotation")).Add(" · ")
            .Add(Count(CodingRun.Words(coded.Article.Text), "word"));
        var present = coded.Events.Select(e => Palette.Quadrant(e.Type)).OfType<int>().Distinct().Order().ToList();
        foreach (int quadrant in present)
            counts.Add(" · ").Add($"■ {Palette.Quadrants[quadrant].Name}", new Style(Palette.Quadrants[quadrant].Colour));
        new StyledText().Add(new string('─', Math.Max(8, console.Profile.Width - 4)), Palette.Quiet).Print(console, null, 2, 2);
        counts.Print(console, null, 2, 2);
        if (coded.Events.Count == 0) new StyledText().Add("No political event was found in it.").Print(console, null, 2, 2);
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
