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
        await visit.Arrives(@"/\?type=ASSAULT");
        await page.WaitForSelectorAsync(".chip:has-text('ASSAULT')");
        int assaults = await Mentions(page);
        Assert.InRange(assaults, 1, all - 1);
        Assert.Equal(assaults, (int)Count("type:ASSAULT"));
        await page.GoBackAsync();
        await visit.Arrives("/");
        Assert.Equal(0, await page.Locator(".chips").CountAsync());
        Assert.Equal(all, await Mentions(page));
    }

    [Fact]
    public async Task Dragging_over_the_timeline_looks_at_the_span()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        int all = await Mentions(page);
        await visit.Drag(".timeline svg", [(0.5f, 0.2f), (0.7f, 0.2f), (0.95f, 0.2f)]);
        await visit.Arrives(@"/\?since=[^&]+&until=[^&]+");
        await page.WaitForSelectorAsync(".chips");
        Assert.InRange(await Mentions(page), 1, all);
    }

    [Fact]
    public async Task Places_dyads_and_actors_are_drawn_and_lead_on()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        Assert.True(await page.Locator(".network .node").CountAsync() > 1);
        Assert.Equal(await page.Locator("[data-lat]").CountAsync(), await page.Locator(".map .place").CountAsync());
        await visit.Picture("overview-top");
        await page.ClickAsync(".matrix td a >> nth=0");
        await visit.Arrives(@"/\?actor=[^&]+&recipient=[^&]+");
        await page.ClickAsync(".chip.clear");
        await visit.Arrives("/");
        await page.ClickAsync(".place-list a >> nth=0");
        await visit.Arrives(@"/\?place=[^&]+");
    }

    [Fact]
    public async Task A_rectangle_on_the_map_looks_at_what_happened_in_it()
    {
        await using var visit = await room.Open("/");
        var page = visit.Page;
        int all = await Mentions(page);
        await page.ClickAsync("text=Choose a part");
        await visit.Drag(".map svg", [(0.45f, 0.1f), (0.6f, 0.3f), (0.64f, 0.36f)], () => visit.Picture("map-area"));
        await visit.Arrives(@"/\?area=[^&]+");
        await page.WaitForSelectorAsync(".chip:has-text('Part of the map')");
        int inside = await Mentions(page);
        Assert.InRange(inside, 1, all - 1);
        string area = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["area"]!;
        Assert.Equal(inside, (int)Count("area:" + area));
        await page.FillAsync("#q", "type:CONSULT");
        await page.ClickAsync(".search-row button");
        await visit.Arrives(@"/\?.*q=.*area=.*");
    }

    [Fact]
    public async Task Edges_of_the_network_say_what_they_are_made_of()
    {
        await using var visit = await room.Open("/");
        Assert.True(await visit.Page.Locator(".network .edge").CountAsync() > 0);
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
