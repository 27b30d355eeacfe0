using Hearsay.Store;

namespace Hearsay.Web.Tests;

/// <summary>Review: one key a verdict, correction by selecting text, a second reviewer, and a decision between two.</summary>
public sealed class ReviewTests(Room room)
{
    private const string Text = "Kenya's president praised Somalia on Monday. Ethiopia rejected the offer.";

    [Fact]
    public async Task One_key_accepts_and_the_next_is_there()
    {
        await using var own = await OwnRoom.Open(room, ReviewTests.Text);
        await using var visit = await own.Visit("/review");
        var page = visit.Page;
        int waiting = int.Parse(await page.InnerTextAsync(".counts b"), System.Globalization.CultureInfo.InvariantCulture);
        string first = (await page.GetAttributeAsync(".card", "data-id"))!;
        await visit.IsAccessible();
        await visit.Press("a");
        await page.WaitForFunctionAsync("id => document.querySelector('.card')?.dataset.id !== id", first);
        Assert.Equal(ReviewState.Accepted, own.Store.Event(first)!.ReviewState);
        Assert.Equal(waiting - 1, int.Parse(await page.InnerTextAsync(".counts b"), System.Globalization.CultureInfo.InvariantCulture));
        string second = (await page.GetAttributeAsync(".card", "data-id"))!;
        await page.FillAsync("#note", "no such thing");
        await page.ClickAsync("button.reject");
        await page.WaitForFunctionAsync("id => document.querySelector('.card')?.dataset.id !== id", second);
        Assert.Equal("no such thing", own.Store.Reviews.OfEvent(second).Single().Note);
    }

    [Fact]
    public async Task Words_that_are_selected_correct_a_party()
    {
        await using var own = await OwnRoom.Open(room, ReviewTests.Text);
        var wrong = own.Store.Find(RecordQuery.All).Events.First(e => e.Record.Trigger.Text.Contains("reject", StringComparison.Ordinal));
        await using var visit = await own.Visit("/review?event=" + Uri.EscapeDataString(wrong.Record.Id));
        var page = visit.Page;
        await visit.Press("c");
        await page.FocusAsync("input[name=actor-text] >> nth=0");
        await page.EvaluateAsync("""
            () => { const node = [...document.querySelectorAll('[data-text] [data-s]')].find(s => s.textContent.includes('Somalia'));
                    const at = node.textContent.indexOf('Somalia'); getSelection().setBaseAndExtent(node.firstChild, at, node.firstChild, at + 7);
                    document.dispatchEvent(new PointerEvent('pointerup')); }
            """);
        Assert.Equal("Somalia", await page.InputValueAsync("input[name=actor-text] >> nth=0"));
        await page.FillAsync("input[name=actor-code] >> nth=0", "SOM");
        await visit.Picture("review-correct");
        await page.ClickAsync("button[value=correct]");
        await visit.Arrives(@"/review\?queue=new");
        var review = own.Store.Reviews.OfEvent(wrong.Record.Id).Single();
        Assert.Contains($"\"start\":{ReviewTests.Text.IndexOf("Somalia", StringComparison.Ordinal)}", review.Corrected, StringComparison.Ordinal);
        Assert.Contains("SOM", review.Corrected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_place_contexts_and_numbers_are_corrected_too()
    {
        await using var own = await OwnRoom.Open(room, ReviewTests.Text);
        var wrong = own.Store.Find(RecordQuery.All).Events.First(e => e.Record.Trigger.Text.Contains("prais", StringComparison.Ordinal));
        await using var visit = await own.Visit("/review?event=" + Uri.EscapeDataString(wrong.Record.Id), expectsFailures: true);
        var page = visit.Page;
        await visit.Press("c");
        await page.FillAsync("[name=time-text]", "on Tuesday");
        await page.ClickAsync("button[value=correct]");
        Assert.Contains("do not stand in the article", await page.InnerTextAsync(".verdict [role=alert]"), StringComparison.Ordinal);
        await page.FillAsync("[name=time-text]", "Monday");
        await page.FillAsync("[name=time-from]", "2024-04-29");
        await page.FillAsync("[name=time-to]", "2024-05-05");
        await page.FillAsync("[name=place-text]", "Somalia");
        await page.FillAsync("[name=place-name]", "Mogadishu");
        await page.FillAsync("[name=place-country]", "som");
        await page.CheckAsync("[name=context][value=migration]");
        await page.FillAsync("[name=size]", "300");
        await visit.IsAccessible();
        await visit.Picture("review-correct-more", whole: true);
        await page.ClickAsync("button[value=correct]");
        await visit.Arrives(@"/review\?queue=new");
        var right = Reviewing.ReviewCorrection.Apply(wrong.Record, own.Store.Reviews.OfEvent(wrong.Record.Id).Single().Corrected);
        Assert.Equal(new("Monday", new(2024, 4, 29), new(2024, 5, 5), "week"), right.Time);
        Assert.Equal(("Somalia", "Mogadishu", "SOM"), (right.Place!.Text, right.Place.Name, right.Place.Country));
        // Where it lies is the gazetteer's to say, for nobody types coordinates.
        Assert.Equal((2.0, 45.3), (Math.Round(right.Place.Lat!.Value, 1), Math.Round(right.Place.Lon!.Value, 1)));
        Assert.Equal(("migration", 300L), (string.Join(' ', right.Contexts.Except(wrong.Record.Contexts)), right.Size!.Value));
        Assert.Equal(wrong.Record.Actors.Count, right.Actors.Count);
    }

    [Fact]
    public async Task Two_who_differ_are_decided_between_and_all_of_it_is_kept()
    {
        await using var own = await OwnRoom.Open(room, ReviewTests.Text);
        var found = own.Store.Find(RecordQuery.All).Events[0];
        own.Store.Reviews.Add(new() { ArticleId = found.Article.Id, EventId = found.Record.Id, Verdict = Verdict.Accept, Reviewer = "ada" });
        await using var visit = await own.Visit("/review?queue=second");
        var page = visit.Page;
        Assert.Equal(found.Record.Id, await page.GetAttributeAsync(".card", "data-id"));
        await visit.Press("x");
        await page.WaitForSelectorAsync(".empty");
        Assert.Equal(ReviewState.Disputed, own.Store.Event(found.Record.Id)!.ReviewState);
        await page.ClickAsync(".tabs a:has-text('Disputed')");
        await page.WaitForSelectorAsync("text=Your verdict decides");
        Assert.Equal(2, await page.Locator(".history li").CountAsync());
        await visit.Picture("review-disputed");
        await visit.Press("a");
        await page.WaitForSelectorAsync(".empty");
        Assert.Equal(ReviewState.Accepted, own.Store.Event(found.Record.Id)!.ReviewState);
        Assert.Equal(3, own.Store.Reviews.OfEvent(found.Record.Id).Count);
    }

    [Fact]
    public async Task Cards_of_an_article_take_verdicts_too()
    {
        await using var own = await OwnRoom.Open(room, ReviewTests.Text);
        await using var visit = await own.Visit("/article?id=a1");
        await visit.Press("j", "a");
        await visit.Page.WaitForSelectorAsync("#event-1 .review-accepted");
        await visit.Page.WaitForSelectorAsync("#event-2.chosen");
    }
}
