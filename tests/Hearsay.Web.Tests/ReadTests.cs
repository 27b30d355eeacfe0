namespace Hearsay.Web.Tests;

/// <summary>Pasting, uploading, and what happens when there is nothing to read.</summary>
public sealed class ReadTests(Room room)
{
    private const string Report = "Outlet: The Fjord Post\nDate: 3 May 2024\n\nNorway's foreign minister telephoned her Swedish counterpart on Thursday, the ministry said.";

    [Fact]
    public async Task A_pasted_report_is_coded_at_once_and_kept()
    {
        await using var own = await OwnRoom.Open(room, []);
        await using var visit = await own.Visit("/read");
        await visit.Page.FillAsync("#text", Report);
        await visit.Press("Control+Enter");
        await visit.Arrives(@"/article\?.*");
        Assert.Contains("phone", await visit.Page.InnerTextAsync(".card"), StringComparison.Ordinal);
        Assert.Contains("The Fjord Post", await visit.Page.InnerTextAsync(".chain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_like_on_the_command_line()
    {
        await using var own = await OwnRoom.Open(room, []);
        await using var visit = await own.Visit("/read");
        await visit.Page.SetInputFilesAsync("#file", Path.Combine(Checkout.Samples, "03-sanctions.txt"));
        await visit.Page.ClickAsync("form[action='/read'] button");
        await visit.Page.WaitForSelectorAsync(".card");
    }

    [Fact]
    public async Task What_was_typed_survives_a_reload_and_a_refusal()
    {
        await using var visit = await room.Open("/read", expectsFailures: true);
        await visit.Page.FillAsync("#outlet", "The Fjord Post");
        await visit.Reload();
        Assert.Equal("The Fjord Post", await visit.Page.InputValueAsync("#outlet"));
        await visit.Page.ClickAsync("form[action='/read'] button");
        Assert.Contains("HS1003", await visit.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("The Fjord Post", await visit.Page.InputValueAsync("#outlet"));
    }

    [Fact]
    public async Task Text_from_right_to_left_stands_so()
    {
        await using var own = await OwnRoom.Open(room, []);
        await using var visit = await own.Visit("/read");
        await visit.Page.FillAsync("#text", "قال الرئيس إن المحادثات ستبدأ يوم الاثنين\n\nالتقى الوزير نظيره في القاهرة.");
        await visit.Page.ClickAsync("form[action='/read'] button");
        await visit.Page.WaitForSelectorAsync("[data-text] p");
        Assert.Equal("rtl", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('[data-text] p')).direction"));
        await visit.Picture("right-to-left");
    }

    [Fact]
    public async Task An_address_in_a_private_network_is_not_fetched()
    {
        await using var visit = await room.Open("/read", expectsFailures: true);
        await visit.Page.FillAsync("#url", room.Address);
        await visit.Page.ClickAsync("form[action='/read'] button");
        Assert.Contains("HS1032", await visit.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(room.Address, await visit.Page.InputValueAsync("#url"));
    }
}
