using Hearsay.Store;

namespace Hearsay.Web.Tests;

/// <summary>Signing in with an OpenID Connect provider.</summary>
public sealed class ProviderTests(Room room)
{
    [Fact]
    public async Task Who_comes_from_the_provider_is_a_reader_and_is_known_again()
    {
        await using var provider = await IdentityProvider.Start();
        await using var own = await Open(provider);
        await using (var visit = await own.Visit("/events"))
        {
            Assert.Contains("/sign-in", visit.Page.Url, StringComparison.Ordinal);
            await visit.Picture("sign-in-provider");
            await SignIn(visit, "yes");
            await visit.Page.WaitForSelectorAsync(".bar-end:has-text('ines')");
            Assert.Equal(0, await visit.Page.Locator("nav a:has-text('Accounts')").CountAsync());
        }
        var register = new AccountRegister(own.Store, TimeProvider.System);
        var account = register.All().Single();
        Assert.Equal(("ines", "reader", $"{provider.Address} 0042", (string?)null), (account.Name, account.Role, account.Subject, account.PasswordHash));
        // The name at the provider may change; the subject does not. Another one who takes the name is somebody else.
        provider.UserName = "ines.b";
        await using (var visit = await own.Visit("/")) await SignIn(visit, "yes");
        Assert.Single(register.All());
        (provider.Subject, provider.UserName) = ("0043", "ines");
        await using (var visit = await own.Visit("/")) await SignIn(visit, "yes");
        Assert.Equal(["ines", "ines-2"], register.All().Select(a => a.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_is_refused_there_or_comes_with_a_forged_token_stays_out()
    {
        await using var provider = await IdentityProvider.Start();
        await using var own = await Open(provider);
        await using var visit = await own.Visit("/", expectsFailures: true);
        await Press(visit, "no");
        Assert.Contains("did not let you in", await visit.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        provider.Forges = true;
        await Press(visit, "yes");
        Assert.Contains("could not be checked", await visit.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Empty(new AccountRegister(own.Store, TimeProvider.System).All());
        Assert.Equal(2, own.Store.Audit.Read().Count(e => e.Action == "failed to sign in"));
    }

    [Theory]
    [InlineData("not an address", "id")]
    [InlineData("http://login.example", "id")]
    [InlineData("https://login.example", "")]
    public void A_provider_that_is_set_up_wrongly_is_told_before_anything_opens(string authority, string client)
    {
        var options = Room.Options(Path.Combine(Path.GetTempPath(), "never-opened.db")) with
        {
            Settings = new Dictionary<string, string?> { ["Hearsay:Provider:Authority"] = authority, ["Hearsay:Provider:ClientId"] = client },
        };
        Assert.Equal("HS3063", ReadingRoom.Fault(options)?.Code);
    }

    private async Task<OwnRoom> Open(IdentityProvider provider)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Hearsay:Provider:Authority"] = provider.Address, ["Hearsay:Provider:ClientId"] = IdentityProvider.Client, ["Hearsay:Provider:ClientSecret"] = IdentityProvider.Secret, ["Hearsay:Provider:Name"] = "the institute",
        };
        return await OwnRoom.Open(room, [], accounts: true, settings);
    }

    private static async Task SignIn(Visit visit, string answer)
    {
        await Press(visit, answer);
        await visit.Arrives("/");
        await visit.Page.WaitForSelectorAsync("button:has-text('Sign out')");
    }

    private static async Task Press(Visit visit, string answer)
    {
        await visit.Page.ClickAsync("text=the institute");
        await visit.Page.ClickAsync("#" + answer);
        await visit.Settled();
    }
}
