namespace Hearsay.Web.Tests;

/// <summary>What holds on every page: nothing serious that axe-core finds, no sideways scrolling on a phone, keyboard help, no script error.</summary>
public sealed class EveryPageTests(Room room)
{
    [Theory]
    [InlineData("/", "overview")]
    [InlineData("/events", "events")]
    [InlineData("/articles", "articles")]
    [InlineData("/read", "read")]
    [InlineData("/accounts", "accounts")]
    [InlineData("/tokens", "tokens-none")]
    [InlineData("/actors", "actors")]
    [InlineData("/actor?code=RUS", "actor")]
    [InlineData("/dyad?actor=KEN&recipient=SOM", "dyad")]
    [InlineData("/review", "review")]
    [InlineData("/review?queue=disputed", "review-empty")]
    [InlineData("/?type=ASSAULT&q=nothing-like-this", "overview-empty")]
    [InlineData("/article?id=nobody", "missing")]
    public async Task A_page_is_accessible_and_fits_a_phone(string path, string name)
    {
        await using var visit = await room.Open(path, expectsFailures: name == "missing");
        await visit.IsAccessible();
        await visit.Picture(name, whole: true);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.Reload();
        await visit.IsAccessible(colorsOnly: true);
        await visit.Picture(name + "-dark", whole: true);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.Reload();
        double overflow = await visit.Page.EvaluateAsync<double>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{path} is {overflow} pixels wider than a phone");
        await visit.Picture(name + "-phone", whole: true);
    }

    [Fact]
    public async Task A_question_mark_lists_the_shortcuts()
    {
        await using var visit = await room.Open("/");
        await visit.Press("?");
        Assert.True(await visit.Page.Locator("dialog kbd").CountAsync() > 3);
        await visit.Press("Escape");
        await visit.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
