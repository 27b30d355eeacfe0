using System.Net;
using Hearsay.Store;

namespace Hearsay.Web.Tests;

/// <summary>Who gets in, and what requests are turned away.</summary>
public sealed class AccountTests(Room room)
{
    private const string Password = "a long enough password";

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://localhost:5080;http://[::1]:5081", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.4:80", true)]
    [InlineData("http://*:5080", true)]
    public void A_room_that_others_reach_needs_accounts(string address, bool lacks)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("hearsay-web-").FullName, "empty.db");
        Assert.Equal(lacks ? "HS3060" : null, ReadingRoom.Fault(Room.Options(file) with { Address = address })?.Code);
    }

    [Fact]
    public async Task A_reader_signs_in_and_may_not_review()
    {
        await using var own = await OwnRoom.Open(room, [], accounts: true);
        await own.Stop();
        Assert.Null(await ReadingRoom.AddAccount(Room.Options(own.File), "Ada", "admin", Password));
        Assert.Null(await ReadingRoom.AddAccount(Room.Options(own.File), "Ben", "reader", Password));
        Assert.NotNull(await ReadingRoom.AddAccount(Room.Options(own.File), "ada", "reader", Password));
        Assert.NotNull(await ReadingRoom.AddAccount(Room.Options(own.File), "Cy", "reader", "short"));
        await own.Start(accounts: true);
        await using var visit = await own.Visit("/events", expectsFailures: true);
        var page = visit.Page;
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
        await visit.IsAccessible();
        await visit.Picture("sign-in");
        await SignIn(page, "Ben", "not the password");
        Assert.Contains("wrong", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await SignIn(page, "Ben", Password);
        await visit.Arrives("/events");
        Assert.Equal(0, await page.Locator("nav a:has-text('Accounts')").CountAsync());
        var refused = await page.GotoAsync("/accounts");
        Assert.Equal(403, refused!.Status);
        await visit.Goto("/");
        await page.ClickAsync("text=Sign out");
        await visit.Arrives("/sign-in");
        await SignIn(page, "Ada", Password);
        await visit.Arrives("/");
        await visit.Goto("/accounts");
        Assert.Equal(2, await page.Locator("tbody tr:has(select)").CountAsync());
        Assert.Contains("signed in", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_admin_stays()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("hearsay-web-").FullName, "accounts.db");
        using var store = HearsayStore.Open(StoreLocation.Parse(file), create: true);
        var register = new AccountRegister(store, TimeProvider.System);
        Assert.True(register.Add(new Account { Name = "Ada", Role = "admin", Stamp = "1" }));
        Assert.False(register.Delete("ada"));
        Assert.False(register.Update(new Account { Name = "ADA", Role = "reader", Stamp = "2" }));
        Assert.True(register.Add(new Account { Name = "Ben", Role = "admin", Stamp = "1" }));
        Assert.True(register.Delete("ADA"));
        Assert.Equal("Ben", register.All().Single().Name);
    }

    [Fact]
    public async Task Requests_from_elsewhere_are_turned_away()
    {
        using var http = new HttpClient { BaseAddress = new(room.Address) };
        using var page = await http.GetAsync("/", TestContext.Current.CancellationToken);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        using var forged = await http.PostAsync("/comment", new FormUrlEncodedContent([new("article", "x"), new("text", "y")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await http.SendAsync(rebound, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.All(page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => Assert.Contains("samesite=strict", c, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task SignIn(IPage page, string name, string password)
    {
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.ClickAsync("form[action='/sign-in'] button");
    }
}
