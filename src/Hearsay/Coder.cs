using Hearsay.Articles;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Events;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Places;
using Hearsay.Coding.Quantities;
using Hearsay.Coding.Quotations;
using Hearsay.Coding.Records;
using Hearsay.Coding.Statuses;
using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay;

/// <summary>
/// Codes articles: text in, events and quotations out. Load one (a second at most) and share it: <see cref="Code"/>
/// may be called from several threads at once and gives the same records for the same article, always.
/// <code>
/// var coder = Coder.Load();
/// foreach (var e in coder.Code(article).Events) Console.WriteLine($"{e.Type} {e.Status}");
/// </code>
/// </summary>
public sealed class Coder
{
    private readonly TimeResolver timeResolver;
    private readonly ActorResolver actorResolver;
    private readonly PlaceResolver placeResolver;
    private readonly QuotationFinder quotationFinder;
    private readonly EventMatcher eventMatcher;
    private readonly Attributor attributor;
    private readonly RecordBuilder recordBuilder;

    private Coder(Annotator annotator, KnowledgeBase knowledge, PlaceResolver places, string dataDirectory)
    {
        Annotator = annotator;
        Knowledge = knowledge;
        string lexicons = Path.Combine(dataDirectory, "lexicons");
        timeResolver = TimeResolver.Load(dataDirectory);
        placeResolver = places;
        actorResolver = new ActorResolver(knowledge.Actors, placeResolver.CountryOf);
        quotationFinder = new QuotationFinder(CueTable.Load(Path.Combine(lexicons, "cues.csv")));
        eventMatcher = knowledge.Matcher;
        attributor = new Attributor(new StatusReader(knowledge.Embedding), knowledge.Folding);
        recordBuilder = new RecordBuilder(QuantityReader.Load(dataDirectory), TimeGovernance.Load(dataDirectory), PlaceGovernance.Load(dataDirectory));
    }

    /// <summary>
    /// In an article on a country's own politics, records that are less likely right than this are left out: wrong events hurt
    /// more than missing ones, and campaigns are full of words that only look like events.
    /// </summary>
    public const double LeastConfidence = 0.65;

    /// <summary>The language models.</summary>
    public Annotator Annotator { get; }

    /// <summary>What the coder knows.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Reads time expressions; measured by itself in <see cref="Evaluation.GoldSets"/>.</summary>
    internal TimeResolver Times => timeResolver;

    /// <summary>Reads places; measured by itself in <see cref="Evaluation.GoldSets"/>.</summary>
    internal PlaceResolver Places => placeResolver;

    /// <summary>
    /// Loads models and knowledge; null means the folders that are delivered with the program.
    /// </summary>
    /// <exception cref="KnowledgeException">A knowledge file is missing or broken; the message names place and remedy.</exception>
    public static Coder Load(string? dataDirectory = null, string? modelsDirectory = null)
    {
        string data = dataDirectory ?? Path.Combine(AppContext.BaseDirectory, "data");
        string models = modelsDirectory ?? Path.Combine(AppContext.BaseDirectory, "models");
        string english = Path.Combine(models, "en");
        var places = Task.Run(() => PlaceResolver.Load(data)); // beside the rest: a start waits for the longer of the two
        var annotator = Annotator.Load(english);
        var knowledge = KnowledgeBase.Load(data, annotator, english);
        return new Coder(annotator, knowledge, places.GetAwaiter().GetResult(), data);
    }

    /// <summary>The event mentions of a text before attribution against which nothing speaks: what <c>lexicon try</c> and the examples look at.</summary>
    public IReadOnlyList<EventMention> Matches(string text)
    {
        var document = Annotator.Annotate(text);
        return [.. eventMatcher.Match(document, actorResolver.Resolve(document, null, placeResolver.Resolve(document))).Where(m => m.Doubt is null)];
    }

    /// <summary>The place that a name most likely means by itself, in a country if one is given (three letters); null for a name that is in no table.</summary>
    public Place? PlaceNamed(string name, string? country = null) => placeResolver.Named(name, country);

    /// <summary>Who is who in an article, given its places.</summary>
    internal ActorIndex Actors(Document document, Article article, IReadOnlyList<PlaceMention> places) =>
        actorResolver.Resolve(document, article.PublishedOn, places, article.Outlet is { } outlet ? placeResolver.CountryOfOutlet(outlet) : null);

    /// <summary>What patterns find in an article and filters refuse: none of it is in the records of <see cref="Code"/>.</summary>
    public IReadOnlyList<LeftOut> LeftOut(Article article)
    {
        var leftOut = new List<LeftOut>();
        Code(article, LeastConfidence, leftOut);
        return leftOut;
    }

    /// <summary>Codes one article. Never throws for the sake of its text.</summary>
    public CodedArticle Code(Article article) => Code(article, LeastConfidence);

    /// <summary>Codes one article and keeps records of home politics from <paramref name="leastConfidence"/> on; 0 keeps all that any pattern finds.</summary>
    public CodedArticle Code(Article article, double leastConfidence) => Code(article, leastConfidence, null);

    private CodedArticle Code(Article article, double leastConfidence, List<LeftOut>? leftOut)
    {
        var document = Annotator.Annotate(article.Text);
        var times = timeResolver.Resolve(document, article.PublishedOn);
        var places = placeResolver.Resolve(document, article.Outlet);
        var actors = Actors(document, article, places);
        var quotations = quotationFinder.Find(document, actors, article.Outlet);
        FirstPersons.Settle(document, quotations, actors);
        var mentions = eventMatcher.Match(document, actors, leftOut);
        var attributed = attributor.Attribute(document, mentions, quotations, article.Outlet);
        return new CodedArticle(
            article,
            recordBuilder.Build(article.Id, document, attributed, quotations, times, places, leastConfidence, leftOut),
            RecordBuilder.Quotations(document, quotations),
            [])
        { Sentences = [.. document.Sentences.Select(s => s.Span)] };
    }
}
