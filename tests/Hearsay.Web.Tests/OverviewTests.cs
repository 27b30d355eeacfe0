using System.Globalization;
using Hearsay.Store;

namespace Hearsay.Web.Tests;

/// <summary>The first page: filters in the address, and charts that filter each other.</summary>
public sealed class OverviewTests(Room room)
{
    private static async Task<int> Mentions(IPage page) => int.Parse(await page.InnerTextAsync(".counts b"), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_type_that_is_clicked_filters_everything_and_back_takes_it_away()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        int all = await Mentions(page);
        await page.ClickAsync("a[title='material conflict']:has-text('assault')");
        await page.WaitForURLAsync("**/?type=ASSAULT");
        await page.WaitForSelectorAsync(".chip:has-text('ASSAULT')");
        int assaults = await Mentions(page);
        Assert.InRange(assaults, 1, all - 1);
        Assert.Equal(assaults, (int)Count("type:ASSAULT"));
        await page.GoBackAsync();
        await page.WaitForSelectorAsync(".chips", new() { State = WaitForSelectorState.Detached });
        Assert.Equal(all, await Mentions(page));
    }

    [Fact]
    public async Task Dragging_over_the_timeline_looks_at_the_span()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        int all = await Mentions(page);
        var box = (await page.Locator(".timeline svg").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * 0.5f, box.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width * 0.7f, box.Y + 40, new() { Steps = 4 });
        await page.Mouse.MoveAsync(box.X + box.Width * 0.95f, box.Y + 40, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**/?since=*&until=*");
        await page.WaitForSelectorAsync(".chips");
        Assert.InRange(await Mentions(page), 1, all);
    }

    [Fact]
    public async Task Places_dyads_and_actors_are_drawn_and_lead_on()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        await page.WaitForSelectorAsync(".map .place");
        await page.WaitForSelectorAsync(".network .node");
        Assert.Equal(await page.Locator("[data-lat]").CountAsync(), await page.Locator(".map .place").CountAsync());
        await visit.Picture("overview-top");
        await page.ClickAsync(".matrix td a >> nth=0");
        await page.WaitForURLAsync("**/?actor=*&recipient=*");
        await page.WaitForSelectorAsync(".chips");
        await page.ClickAsync(".chip.clear");
        await page.WaitForSelectorAsync(".chips", new() { State = WaitForSelectorState.Detached });
        await page.ClickAsync(".place-list a >> nth=0");
        await page.WaitForURLAsync("**/?place=*");
    }

    [Fact]
    public async Task A_rectangle_on_the_map_looks_at_what_happened_in_it()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        int all = await Mentions(page);
        await page.WaitForSelectorAsync(".map .place");
        await page.ClickAsync("text=Choose a part");
        var box = (await page.Locator(".map svg").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * 0.45f, box.Y + box.Height * 0.1f);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width * 0.6f, box.Y + box.Height * 0.3f, new() { Steps = 3 });
        await page.Mouse.MoveAsync(box.X + box.Width * 0.64f, box.Y + box.Height * 0.36f, new() { Steps = 3 });
        await visit.Picture("map-area");
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**/?area=*");
        await page.WaitForSelectorAsync(".chip:has-text('Part of the map')");
        int inside = await Mentions(page);
        Assert.InRange(inside, 1, all - 1);
        string area = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["area"]!;
        Assert.Equal(inside, (int)Count("area:" + area));
        await page.FillAsync("#q", "type:CONSULT");
        await page.ClickAsync(".search-row button");
        await page.WaitForURLAsync("**/?*q=*area=*");
    }

    [Fact]
    public async Task Edges_of_the_network_say_what_they_are_made_of()
    {
        await using var visit = await room.Open("/");
        await visit.Page.WaitForSelectorAsync(".network .edge");
        foreach (string kind in await visit.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('.network .edge')].map(e => e.classList[1]))]"))
        {
            Assert.StartsWith("quad-", kind, StringComparison.Ordinal);
            Assert.Equal(1, await visit.Page.Locator($".edge-legend .{kind}").CountAsync());
        }
        Assert.Contains("mostly", await visit.Page.Locator("[data-edge-from]").First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_the_page_stays()
    {
        await using var visit = await room.Open("/?q=wrong%3Afield");
        Assert.Contains("HS3031", await visit.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("wrong:field", await visit.Page.InputValueAsync("#q"));
    }

    [Fact]
    public async Task Without_scripts_the_pages_work_all_the_same()
    {
        var context = await room.Browser.NewContextAsync(new() { BaseURL = room.Address, JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/events");
        await page.FillAsync("#q", "grain");
        await page.ClickAsync(".search-row button");
        Assert.Contains("q=grain", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(".row").CountAsync() > 0);
        await context.CloseAsync();
    }

    private long Count(string query)
    {
        using var store = HearsayStore.Open(StoreLocation.Parse(room.Store));
        return store.Count(QueryText.Parse(query)).Mentions;
    }
}
