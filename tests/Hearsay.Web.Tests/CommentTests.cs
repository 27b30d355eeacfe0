namespace Hearsay.Web.Tests;

/// <summary>Comments: threads, mentions, resolving, and nothing typed is ever lost.</summary>
public sealed class CommentTests(Room room)
{
    private const string Text = "Kenya's president praised Somalia on Monday.";

    [Fact]
    public async Task A_comment_on_selected_words_is_answered_and_resolved()
    {
        await using var own = await OwnRoom.Open(room, Text);
        await using var visit = await own.Visit("/article?id=a1");
        var page = visit.Page;
        await page.EvaluateAsync("""
            () => { const node = [...document.querySelectorAll('[data-text] [data-s]')].find(s => s.textContent.includes('Monday'));
                    const at = node.textContent.indexOf('Monday'); getSelection().setBaseAndExtent(node.firstChild, at, node.firstChild, at + 6); }
            """);
        await page.ClickAsync(".comment-offer");
        await page.FillAsync("#comment-text", "Which Monday? @ada may know.");
        await visit.Press("Control+Enter");
        await page.WaitForSelectorAsync(".thread .mention:has-text('@ada')");
        Assert.Equal("Monday", await page.InnerTextAsync(".thread blockquote"));
        var comment = own.Store.Comments.OfArticle("a1").Single();
        Assert.Equal((Text.IndexOf("Monday", StringComparison.Ordinal), Text.IndexOf("Monday", StringComparison.Ordinal) + 6), (comment.Start, comment.End));
        Assert.Single(own.Store.Comments.Mentioning("ada"));
        await page.FillAsync(".reply textarea", "The sixth.");
        await page.ClickAsync(".reply button");
        await page.WaitForSelectorAsync(".comment >> nth=1");
        await visit.IsAccessible();
        await visit.Picture("discussion", whole: true);
        await page.ClickAsync("button:has-text('Resolve')");
        await page.WaitForSelectorAsync(".thread.resolved");
        Assert.Empty(own.Store.Comments.Mentioning("ada"));
    }

    [Fact]
    public async Task A_comment_outlives_the_server_and_is_saved_once()
    {
        await using var own = await OwnRoom.Open(room, Text);
        await using var visit = await own.Visit("/article?id=a1", expectsFailures: true);
        var page = visit.Page;
        await page.FillAsync("#comment-text", "Said while the server was away.");
        await own.Stop();
        await page.ClickAsync("button:has-text('Comment'):has(kbd)");
        await page.WaitForSelectorAsync(".unsaved:has-text('kept here')");
        Assert.Equal("Said while the server was away.", await page.InputValueAsync("#comment-text"));
        await visit.Picture("comment-unsaved");
        await own.Start();
        await page.WaitForSelectorAsync(".thread:has-text('Said while the server was away.')");
        Assert.Single(own.Store.Comments.OfArticle("a1"));
        Assert.Equal("", await page.InputValueAsync("#comment-text"));
    }

    [Fact]
    public async Task A_comment_that_was_not_sent_is_there_after_a_reload()
    {
        await using var own = await OwnRoom.Open(room, Text);
        await using var visit = await own.Visit("/article?id=a1");
        await visit.Page.FillAsync("#comment-text", "Half a thought");
        await visit.Reload();
        Assert.Equal("Half a thought", await visit.Page.InputValueAsync("#comment-text"));
    }
}
