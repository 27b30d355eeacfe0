namespace Hearsay.Web.Tests;

/// <summary>The reading room proper: an article and its events, by pointer and by keyboard.</summary>
public sealed class ArticleTests(Room room)
{
    private async Task<Visit> Article(bool dark = false, bool phone = false)
    {
        var visit = await room.Open("/articles", dark, phone);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Erdogan and Putin discuss" }).ClickAsync();
        await visit.Arrives(@"/article\?.*");
        return visit;
    }

    [Fact]
    public async Task The_text_is_shown_whole_and_every_segment_stands_where_it_says()
    {
        await using var visit = await Article();
        string shown = await visit.Page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('[data-text] [data-s]')].map(s => [+s.dataset.s, s.textContent]).sort((a, b) => a[0] - b[0]).reduce((t, [at, s]) => t.padEnd(at, '\\n') + s, '')");
        var sample = new Hearsay.Articles.ArticleReader().Open([Path.Combine(Checkout.Samples, "01-phone-call.txt")]).Single().Read().Article!;
        Assert.Equal(sample.Text.TrimEnd(), shown);
    }

    [Fact]
    public async Task Keys_go_from_event_to_event_and_along_the_chain()
    {
        await using var visit = await Article();
        var page = visit.Page;
        await visit.Press("j", "j");
        Assert.Equal("2", await page.GetAttributeAsync(".card.chosen", "data-event"));
        Assert.True(await page.Locator("[data-text] .lit-t").CountAsync() > 0);
        await visit.Press("]");
        string hop = await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");
        string pointed = string.Concat(await page.Locator("[data-text] .pointed").AllInnerTextsAsync());
        Assert.Contains(hop, pointed, StringComparison.OrdinalIgnoreCase);
        await visit.Picture("article");
        await visit.Press("Escape");
        Assert.Equal(0, await page.Locator(".card.chosen").CountAsync());
    }

    [Fact]
    public async Task A_click_on_a_trigger_opens_its_card_and_why_tells_how_it_was_read()
    {
        await using var visit = await Article();
        var page = visit.Page;
        await page.ClickAsync("a.trigger >> text=telephoned");
        string number = (await page.GetAttributeAsync(".card.chosen", "data-event"))!;
        await visit.Press("w");
        await page.WaitForSelectorAsync($"#event-{number} .why-more dl");
        Assert.Contains("data/patterns/en/", await page.InnerTextAsync($"#event-{number} .why-more"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task It_is_shown_in_the_dark_and_on_a_phone(bool dark, bool phone)
    {
        await using var visit = await Article(dark, phone);
        double overflow = await visit.Page.EvaluateAsync<double>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{overflow} pixels wider than the window");
        await visit.IsAccessible();
        await visit.Picture(dark ? "article-dark" : "article-phone");
    }
}
