using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hearsay.Web.Tests;

/// <summary>
/// One window of the browser. Whatever goes wrong in a page (an exception in a script, a refusal of the content
/// security policy, a dialog) is collected, and closing the window fails the test if there was any.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Checkout.Axe));

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

    /// <summary>
    /// Waits until all of the page answers: scripts attached, charts drawn, no visit and no sending under way. Whatever opens pages,
    /// presses keys or drags goes through here, so that no test acts on a page that does not listen yet.
    /// </summary>
    public Task Settled() => Page.WaitForSelectorAsync("body[data-ready]");

    /// <summary>Opens another page of the room in the same window.</summary>
    public async Task Goto(string path)
    {
        await Page.GotoAsync(path);
        await Settled();
    }

    /// <summary>Loads the page again.</summary>
    public async Task Reload()
    {
        await Page.ReloadAsync();
        await Settled();
    }

    /// <summary>
    /// Waits until the address, from its path on, is what the pattern says and the page there is settled. Asked of the page itself:
    /// Playwright's own waiting for an address can miss a change that comes while it begins to wait.
    /// </summary>
    public Task Arrives([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.pathname + location.search) && document.body?.dataset.ready === '1'", $"^(?:{pattern})$");

    /// <summary>Presses keys, one after the other, each on a page that listens.</summary>
    public async Task Press(params string[] keys)
    {
        foreach (string key in keys)
        {
            await Settled();
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Drags the pointer over an element along places given as parts of its width and height.</summary>
    public async Task Drag(string selector, (float X, float Y)[] way, Func<Task>? beforeRelease = null)
    {
        await Settled();
        var element = Page.Locator(selector);
        await element.ScrollIntoViewIfNeededAsync();
        var box = (await element.BoundingBoxAsync())!;
        for (int i = 0; i < way.Length; i++)
        {
            await Page.Mouse.MoveAsync(box.X + box.Width * way[i].X, box.Y + box.Height * way[i].Y, new() { Steps = i == 0 ? 1 : 4 });
            if (i == 0) await Page.Mouse.DownAsync();
        }
        if (beforeRelease is not null) await beforeRelease();
        await Page.Mouse.UpAsync();
    }

    /// <summary>A picture of the page, kept for people to look at.</summary>
    public async Task Picture(string name, bool whole = false)
    {
        Directory.CreateDirectory(Checkout.Pictures);
        // The bar stands at the top of the window: a picture of the whole page shows it where a reader sees it first.
        if (whole) await Page.EvaluateAsync("() => scrollTo(0, 0)");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Pictures, name + ".png"), FullPage = whole });
    }

    /// <summary>Fails when axe-core finds anything serious or critical. What was found good in the light needs its colours looked at in the dark, and nothing else.</summary>
    public async Task IsAccessible(bool colorsOnly = false)
    {
        // The policy forbids inline scripts, so axe-core comes through the debugger, as the test itself does.
        await Page.EvaluateAsync(Axe.Value);
        var found = await Page.EvaluateAsync<JsonElement>(
            """async only => (await axe.run(document, { resultTypes: ["violations"], ...(only && { runOnly: only }) })).violations.filter(v => v.impact === "serious" || v.impact === "critical").map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " | " + n.failureSummary.slice(0, 300)).join(" || ")}`)""",
            colorsOnly ? new[] { "color-contrast" } : null);
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
