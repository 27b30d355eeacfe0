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
        foreach (bool dark in (bool[])[false, true])
        {
            await using var visit = await room.Open(path, dark, expectsFailures: name == "missing");
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await visit.IsAccessible();
            await visit.Picture($"{name}{(dark ? "-dark" : "")}", whole: true);
        }
        await using var phone = await room.Open(path, phone: true, expectsFailures: name == "missing");
        await phone.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        double overflow = await phone.Page.EvaluateAsync<double>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{path} is {overflow} pixels wider than a phone");
        await phone.Picture($"{name}-phone", whole: true);
    }

    [Fact]
    public async Task A_question_mark_lists_the_shortcuts()
    {
        await using var visit = await room.Open("/");
        await visit.Page.Keyboard.PressAsync("?");
        Assert.True(await visit.Page.Locator("dialog kbd").CountAsync() > 3);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
