using System.Text.Json;

namespace Hearsay.Web.Tests;

/// <summary>
/// One window of the browser. Whatever goes wrong in a page (an exception in a script, a refusal of the content
/// security policy, a dialog) is collected, and closing the window fails the test if there was any.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, message) => faults.Add(message);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !Tolerated(message.Text)) faults.Add(message.Text);
        };
        page.Dialog += async (_, dialog) =>
        {
            faults.Add($"a dialog opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Whether failed requests are part of the test.</summary>
    public bool ExpectsFailures { get; set; }

    public IReadOnlyList<string> Faults => faults;

    /// <summary>A picture of the page, kept for people to look at.</summary>
    public async Task Picture(string name, bool whole = false)
    {
        Directory.CreateDirectory(Checkout.Pictures);
        // The bar stands at the top of the window: a picture of the whole page shows it where a reader sees it first.
        if (whole) await Page.EvaluateAsync("() => scrollTo(0, 0)");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Pictures, name + ".png"), FullPage = whole });
    }

    /// <summary>Fails when axe-core finds anything serious or critical.</summary>
    public async Task IsAccessible()
    {
        // The policy forbids inline scripts, so axe-core comes through the debugger, as the test itself does.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Checkout.Axe));
        var found = await Page.EvaluateAsync<JsonElement>(
            """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.filter(v => v.impact === "serious" || v.impact === "critical").map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " | " + n.failureSummary.slice(0, 300)).join(" || ")}`)""");
        var violations = found.EnumerateArray().Select(v => v.GetString()!).ToList();
        Assert.True(violations.Count == 0, $"{Page.Url}\n{string.Join("\n", violations)}");
    }

    public async ValueTask DisposeAsync()
    {
        string url = Page.Url;
        await context.CloseAsync();
        Assert.True(faults.Count == 0, $"{url}\n{string.Join("\n", faults)}");
    }

    private bool Tolerated(string message) => ExpectsFailures && message.StartsWith("Failed to load resource", StringComparison.Ordinal);
}
