using System.Net;
using System.Net.Http.Headers;
using Hearsay.Store;

namespace Hearsay.Web.Tests;

/// <summary>Keys to the JSON API: made and revoked on a page, good for reading alone.</summary>
public sealed class TokenTests(Room room)
{
    private const string Password = "a long enough password";

    [Fact]
    public async Task A_token_opens_the_API_until_it_is_revoked_and_nothing_else()
    {
        await using var own = await OwnRoom.Open(room, [], accounts: true);
        await own.Stop();
        Assert.Null(await ReadingRoom.AddAccount(Room.Options(own.File), "Ada", "admin", Password));
        await own.Start(accounts: true);
        await using var visit = await own.Visit("/tokens");
        var page = visit.Page;
        await page.FillAsync("#name", "Ada");
        await page.FillAsync("#password", Password);
        await page.ClickAsync("form[action='/sign-in'] button");
        await visit.Arrives("/tokens");
        await page.FillAsync("#name", "Weekly report");
        await page.ClickAsync("form[action='/tokens/add'] button");
        string key = await page.InnerTextAsync(".secret");
        await visit.IsAccessible();
        Assert.True(await page.EvaluateAsync<double>("() => document.documentElement.scrollWidth - innerWidth") <= 0, "wider than the window");
        await visit.Picture("tokens");
        Assert.Equal(HttpStatusCode.OK, await Ask(own, "/api/v1/counts", key));
        Assert.Equal(HttpStatusCode.OK, await Ask(own, "/export?format=csv", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(own, "/events", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(own, "/accounts", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(own, "/api/v1/counts", key + "0"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(own, "/api/v1/counts", null));
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={own.File}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT hash || id || name FROM tokens";
            Assert.DoesNotContain(key["hearsay_".Length..], (string)command.ExecuteScalar()!, StringComparison.Ordinal);
        }
        await visit.Goto("/tokens");
        Assert.DoesNotContain(key, await page.ContentAsync(), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('Revoke')");
        await page.WaitForSelectorAsync("text=There are no tokens yet");
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(own, "/api/v1/counts", key));
    }

    [Fact]
    public void A_token_goes_with_its_account()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("hearsay-web-").FullName, "tokens.db");
        using var store = HearsayStore.Open(StoreLocation.Parse(file), create: true);
        var accounts = new AccountRegister(store, TimeProvider.System);
        var tokens = new TokenRegister(store, TimeProvider.System);
        accounts.Add(new Account { Name = "Ben", Role = "reader", Stamp = "1" });
        tokens.Add("1", "ben", "one", "key");
        Assert.Equal("Ben", tokens.Find("key")?.Account);
        Assert.False(tokens.Revoke("1", "ada"));
        Assert.True(accounts.Delete("BEN"));
        accounts.Add(new Account { Name = "ben", Role = "reader", Stamp = "2" });
        Assert.Null(tokens.Find("key"));
    }

    private static async Task<HttpStatusCode> Ask(OwnRoom own, string path, string? key)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(own.Address) };
        if (key is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
