using Hearsay.Articles;
using Hearsay.Store;
using Hearsay.Tests.Store;

namespace Hearsay.Web.Tests;

/// <summary>The same pages over a store in PostgreSQL: one walk through what reads and what writes.</summary>
public sealed class PostgresTests(Room room, PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task A_store_in_PostgreSQL_is_searched_read_discussed_and_reviewed()
    {
        var articles = new ArticleReader().Open([Checkout.Samples]).Take(4).Select(i => i.Read().Article!).Select(a => Checkout.Coder.Value.Code(a)).ToList();
        await using var own = await OwnRoom.Open(room, articles, location: server.NewAddress());
        await using var visit = await own.Visit("/");
        var page = visit.Page;
        int all = int.Parse(await page.InnerTextAsync(".counts b"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(all, (int)own.Store.Count(RecordQuery.All).Mentions);
        Assert.True(await page.Locator(".network .node").CountAsync() > 1);
        await page.FillAsync("#q", "type:CONSULT");
        await page.ClickAsync(".search-row button");
        await page.WaitForSelectorAsync(".chip:has-text('type:CONSULT')");
        Assert.Equal((int)own.Store.Count(QueryText.Parse("type:CONSULT")).Mentions, int.Parse(await page.InnerTextAsync(".counts b"), System.Globalization.CultureInfo.InvariantCulture));
        await visit.Goto("/events");
        await page.ClickAsync(".row h3 a >> nth=0");
        await page.WaitForSelectorAsync("body[data-ready] .card.chosen");
        await page.FillAsync("#comment-text", "Kept in PostgreSQL.");
        await page.ClickAsync("button:has-text('Comment'):has(kbd)");
        await page.WaitForSelectorAsync(".thread:has-text('Kept in PostgreSQL.')");
        await visit.Goto("/review");
        string first = (await page.GetAttributeAsync(".card", "data-id"))!;
        await visit.Press("a");
        await page.WaitForFunctionAsync("id => document.querySelector('.card')?.dataset.id !== id", first);
        Assert.Equal(ReviewState.Accepted, own.Store.Event(first)!.ReviewState);
        await visit.Goto("/accounts");
        Assert.Contains("comment", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_still_reads_its_store_says_how_far_it_is_and_goes_on_by_itself()
    {
        string location = server.NewAddress(), schema = System.Web.HttpUtility.ParseQueryString(location[(location.IndexOf('?', StringComparison.Ordinal) + 1)..])["search_path"]!;
        await using var own = await OwnRoom.Open(room, [Checkout.Coder.Value.Code(new Article { Id = "a1", Text = "Kenya's president praised Somalia on Monday." })], location: location);
        await own.Stop();
        await using (var connection = server.Connect())
        {
            // While this lock is held, nobody can read who the parties are.
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using (var command = new Npgsql.NpgsqlCommand($"LOCK TABLE {schema}.parties IN ACCESS EXCLUSIVE MODE", connection, transaction)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await own.Start();
            await using var visit = await own.Visit("/articles");
            // Without its Refresh header the page stays, however long it is looked at.
            var refreshes = new List<string>();
            await visit.Page.RouteAsync("**/?type=*", async route =>
            {
                var answer = await route.FetchAsync();
                refreshes.Add(answer.Headers.GetValueOrDefault("refresh", "none"));
                await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(h => h.Key != "refresh") });
            });
            await visit.Goto("/?type=SUPPORT");
            Assert.Equal(["1"], refreshes);
            Assert.Contains("0 % is done", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await visit.IsAccessible();
            await visit.Page.UnrouteAllAsync();
            // As the server sends it, it comes again by itself; once it is there, nothing here opens a page any more.
            await visit.Page.GotoAsync("/?type=SUPPORT", new() { WaitUntil = WaitUntilState.Commit });
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
            await visit.Page.WaitForSelectorAsync(".overview .timeline");
            Assert.EndsWith("/?type=SUPPORT", visit.Page.Url, StringComparison.Ordinal);
        }
    }
}
