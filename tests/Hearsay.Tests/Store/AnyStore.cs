using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Language;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>What tests need that hold for a store in a file and in PostgreSQL alike.</summary>
public abstract class AnyStore(StorePlace place) : IDisposable
{
    private protected static readonly RunOrigin Origin = new("1.0", "m", "k");

    private protected StoreLocation Location => place.Location;

    private protected HandClock Clock { get; } = new();

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected HearsayStore Open() => HearsayStore.Open(Location, create: true, Clock);

    private protected static WriteCounts Write(HearsayStore store, params CodedArticle[] articles)
    {
        using var writer = store.BeginRun(Origin);
        return writer.Write(articles);
    }

    private protected static CodedArticle WithSentences(CodedArticle coded)
    {
        int cut = coded.Article.Text.IndexOf('"');
        return coded with { Sentences = [new TextSpan(0, cut - 1), new TextSpan(cut, coded.Article.Text.Length)] };
    }

    private protected static CodedArticle Renamed(CodedArticle coded, string article, string e) =>
        coded with { Article = coded.Article with { Id = article }, Events = [coded.Events[0] with { Id = e }] };

    /// <summary>An article of one sentence with one event: "Iran (IRN) warned Norway (NOR)", say.</summary>
    private protected static CodedArticle Story(
        string id, string text, string type, string? actor = null, string? recipient = null, string status = "asserted",
        string outlet = "The Fjord Times", string day = "2024-03-12", string? speaker = null, string? place = null, double confidence = 0.8)
    {
        var record = new EventRecord
        {
            Id = "e-" + id, Sentence = 0, Trigger = new(0, 1, text[..1]), Type = type, Status = status, Confidence = confidence, Trace = new("test." + type.ToLowerInvariant(), []),
            Actors = actor is null ? [] : [CodedArticles.Party(text, text[..4], actor + " party", actor)],
            Recipients = recipient is null ? [] : [CodedArticles.Party(text, text[..4], recipient + " party", recipient)],
            Chain = speaker is null ? [] : [new(speaker, "person", "said", text[..4], 0, 4)],
            Place = place is null ? null : new(place, place, "NOR", "Region", 60, 10, 1), Contexts = ["diplomatic", "economic"],
        };
        var article = new Article { Id = id, Text = text, Outlet = outlet, PublishedOn = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return new CodedArticle(article, [record], [], []) { Sentences = [new(0, text.Length)] };
    }

    /// <summary>A clock that stands still until it is told.</summary>
    private protected sealed class HandClock : TimeProvider
    {
        private DateTimeOffset now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public void Advance() => now += TimeSpan.FromMinutes(1);

        public override DateTimeOffset GetUtcNow() => now;
    }
}
