using System.Net;
using System.Text.Json;
using Hearsay.Exporting;

namespace Hearsay.Web.Tests;

/// <summary>What other programs use: exports in every format, the API and its description.</summary>
public sealed class ServiceTests(Room room)
{
    private readonly HttpClient http = new() { BaseAddress = new(room.Address) };

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_view_is_exported_in_every_format(string format)
    {
        using var answer = await http.GetAsync($"/export?format={format}&type=CONSULT", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("attachment", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_API_answers_what_the_page_shows()
    {
        var all = await Json("/api/v1/counts");
        var page = await Json("/api/v1/events?type=ASSAULT&size=500");
        var counts = await Json("/api/v1/counts?type=ASSAULT");
        Assert.Equal(counts.GetProperty("mentions").GetInt32(), page.GetProperty("events").GetArrayLength());
        Assert.True(counts.GetProperty("mentions").GetInt32() < all.GetProperty("mentions").GetInt32());
        var first = page.GetProperty("events")[0];
        Assert.Equal("ASSAULT", first.GetProperty("event").GetProperty("type").GetString());
        string id = first.GetProperty("article").GetProperty("id").GetString()!;
        var article = await Json("/api/v1/article?id=" + Uri.EscapeDataString(id));
        Assert.NotEmpty(article.GetProperty("article").GetProperty("text").GetString()!);
        foreach (string path in (string[])["quotations", "articles", "timeline?by=year", "places", "dyads"]) await Json("/api/v1/" + path);
    }

    [Fact]
    public async Task A_value_that_cannot_be_is_refused_with_a_remedy()
    {
        using var answer = await http.GetAsync("/api/v1/events?type=NONSENSE", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("HS3032", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_is_described()
    {
        var description = await Json("/openapi/v1.json");
        var events = description.GetProperty("paths").GetProperty("/api/v1/events").GetProperty("get");
        var names = events.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
        Assert.Contains("actor", names);
        Assert.Contains("q", names);
        Assert.All(description.GetProperty("paths").EnumerateObject(), p => Assert.StartsWith("/api/v1/", p.Name, StringComparison.Ordinal));
    }

    private async Task<JsonElement> Json(string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text[..Math.Min(300, text.Length)]}");
        return JsonDocument.Parse(text).RootElement;
    }
}
