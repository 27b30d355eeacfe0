using System.Diagnostics;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearsay.Articles.Languages;

namespace Hearsay.Articles.Pages;

/// <summary>
/// A web page to an article: the body by Mozilla's readability rules (SmartReader), title, outlet and day by
/// <see cref="PageFacts"/>. Pages over the limits of <see cref="ArticleLimits"/> are refused before they are
/// parsed, and one that takes too long is given up. Nothing is fetched.
/// </summary>
internal static class HtmlPage
{
    // Shorter than this, what readability found is a caption or a cookie notice.
    private const int ShortestBody = 140;
    private const int FewestLetters = 20;
    // Readability takes time by the square of the elements: seconds at 30,000. No page of the benchmark has 10,000.
    private const int MostForReadability = 12_000;
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>The charset that the page declares in its first 4 KB, or null.</summary>
    public static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        int at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        int start = head.IndexOf('=', at) + 1;
        while (start < head.Length && head[start] is '"' or '\'' or ' ') start++;
        int end = start;
        while (end < head.Length && (char.IsAsciiLetterOrDigit(head[end]) || head[end] is '-' or '_')) end++;
        return end > start ? head[start..end] : null;
    }

    /// <summary>The article, or null with an error among <paramref name="diagnostics"/>.</summary>
    public static Article? Read(string html, string place, string? url, List<Diagnostic> diagnostics)
    {
        if (HtmlGuard.Check(html, place, out int elements) is { } fault)
        {
            diagnostics.Add(fault);
            return null;
        }
        if (InTime(limit => Extract(html, place, url, elements <= MostForReadability, limit), place, diagnostics) is not { } article) return null;
        return TextDecoder.Cleaned(article.Text, place, diagnostics) is { } text
            ? PlainText.Checked(article with { Text = text, Id = PlainText.IdOf(text) }, place, diagnostics)
            : null;
    }

    /// <summary>The text of a piece of HTML, as feeds and messages hold them; null with an error when it is over a limit.</summary>
    public static string? TextOfFragment(string html, string place, List<Diagnostic> diagnostics)
    {
        if (HtmlGuard.Check(html, place) is { } fault)
        {
            diagnostics.Add(fault);
            return null;
        }
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        return page.Body is { } body ? HtmlText.Of(body) : "";
    }

    // A thread of its own, because the readers look at the token only now and then, and deep pages need stack.
    private static Article? InTime(Func<CancellationToken, Article?> extract, string place, List<Diagnostic> diagnostics)
    {
        using var limit = new CancellationTokenSource();
        var token = limit.Token;
        Article? article = null;
        Diagnostic? fault = null;
        var worker = new Thread(() =>
        {
            try
            {
                article = extract(token);
                if (article is null) fault = Faults.HtmlWithoutArticle(place);
            }
            catch (OperationCanceledException)
            {
                fault = Faults.HtmlTooSlow(place);
            }
            catch (Exception e)
            {
                // SmartReader throws many kinds of exception on odd pages; whichever it is, this page has no article.
                fault = Faults.HtmlBroken(place, e.Message.ReplaceLineEndings(" "));
            }
        }, StackBytes) { IsBackground = true };
        worker.Start();
        if (!Ended(worker, limit))
        {
            diagnostics.Add(Faults.HtmlTooSlow(place));
            return null;
        }
        if (fault is not null) diagnostics.Add(fault);
        return fault is null ? article : null;
    }

    // The limit counts processor time of the program, so that a machine busy with other work does not make pages too slow; with
    // several pages at a time, or nothing else to do, that is the time on the wall. A thread cannot be killed: one
    // that does not end is left behind, and what the guard lets through ends within seconds by itself.
    private static bool Ended(Thread worker, CancellationTokenSource limit)
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        while (!worker.Join(TimeSpan.FromMilliseconds(100)))
        {
            if (clock.Elapsed < ArticleLimits.HtmlTime) continue;
            if (clock.Elapsed < ArticleLimits.HtmlPatience && Environment.CpuUsage.TotalTime - before < ArticleLimits.HtmlTime) continue;
            limit.Cancel();
            return worker.Join(TimeSpan.FromMilliseconds(250));
        }
        return true;
    }

    private static Article? Extract(string html, string place, string? url, bool readable, CancellationToken limit)
    {
        // Scripting off: what stands in <noscript> is part of the page, as for a reader without scripts.
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        limit.ThrowIfCancellationRequested();
        var facts = new PageFacts(page);
        string? address = PageFacts.Address(url) ?? facts.Url;
        var article = new Article
        {
            Id = place,
            Url = address,
            Title = facts.Title,
            Outlet = facts.Outlet,
            PublishedOn = facts.PublishedOn(address),
            PublishedAt = facts.PublishedAt,
            Byline = facts.Byline,
            Dek = facts.Dek,
            Section = facts.Section,
            Language = facts.Language ?? LanguageGate.Undeclared,
            Text = "",
        };
        string? given = facts.Body;
        string? text = Body(page, address, readable, limit);
        if (text is null || text.Length < ShortestBody) text = given is { Length: >= ShortestBody } ? given.Trim() : text;
        return text is null || text.Count(char.IsLetter) < FewestLetters ? null : article with { Text = text };
    }

    private static string? Body(IHtmlDocument page, string? address, bool readable, CancellationToken limit)
    {
        string? whole = null;
        var paragraphs = page.QuerySelectorAll("p").Select(HtmlText.Of).Where(t => t.Length > 40);
        string fallback = string.Join("\n\n", paragraphs);
        if (!readable) return fallback;
        using var reader = new SmartReader.Reader(address ?? "https://page.invalid/", page);
        reader.AddCustomOperationEnd(content => whole = HtmlText.Of(content));
        _ = reader.GetArticleAsync(limit).GetAwaiter().GetResult();
        limit.ThrowIfCancellationRequested();
        return whole is { Length: >= ShortestBody } || fallback.Length == 0 ? whole : fallback;
    }
}
