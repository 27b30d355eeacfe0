using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Events;
using Hearsay.Coding.Places;
using Hearsay.Coding.Quantities;
using Hearsay.Coding.Quotations;
using Hearsay.Coding.Statuses;
using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Records;

/// <summary>
/// Turns attributed mentions into records: groups the mentions of one event, takes the time, place and numbers that
/// govern the trigger, and writes every value with the text it was read from.
/// </summary>
public sealed class RecordBuilder(QuantityReader quantityReader, TimeGovernance timeGovernance, PlaceGovernance placeGovernance)
{
    // How likely a record must be an event at all.
    private const double LeastEvent = 0.45;

    // How likely a doubtful record must be right, parties and all; whatever is under it tells nobody anything.
    private const double LeastDoubtful = 0.05;

    // The same for any record of a long article: one is hardly missed there, and the wrong ones add up.
    private const double LeastInArticle = 0.15;

    /// <summary>The event records of a document, in text order.</summary>
    /// <param name="articleId">Goes into the record ids.</param>
    /// <param name="document">The annotated text.</param>
    /// <param name="mentions">What <see cref="Attributor"/> returned.</param>
    /// <param name="quotations">All quotations.</param>
    /// <param name="times">All time expressions.</param>
    /// <param name="places">All places.</param>
    /// <param name="least">How confident records must be in an article on home politics; 0 keeps all records whatever the article.</param>
    /// <param name="leftOut">Takes what is left out; null when nobody asks.</param>
    public IReadOnlyList<EventRecord> Build(
        string articleId, Document document, IReadOnlyList<AttributedMention> mentions, IReadOnlyList<Quotation> quotations,
        IReadOnlyList<TimeExpression> times, IReadOnlyList<PlaceMention> places, double least = 0, ICollection<LeftOut>? leftOut = null)
    {
        var records = new List<EventRecord>();
        var groups = EventGrouping.Group(mentions, document).Select(g => (Group: g, Record: Record(articleId, document, g, times, places))).ToList();
        var setting = ArticleSetting.Of([.. groups.Select(g => g.Record)], quotations.Select(q => q.Speaker?.Sectors ?? []), document.Sentences.Count);
        foreach (var (group, record) in groups)
        {
            var likelihood = ConfidenceScorer.Instance.Score(record, document.Sentences[record.Sentence], setting);
            if (least == 0 || Doubt(group[0].Mention, likelihood, setting, least) is not { } doubt) records.Add(record with { Confidence = likelihood.Right });
            else leftOut?.Add(new LeftOut(group[0].Mention, record.Trigger.Text, doubt));
        }
        records.Sort((a, b) => a.Trigger.Start != b.Trigger.Start ? a.Trigger.Start.CompareTo(b.Trigger.Start) : string.CompareOrdinal(a.Id, b.Id));
        return records;
    }

    // Why a record is not sure enough to be written, or null.
    private static string? Doubt(EventMention mention, Likelihood likelihood, ArticleSetting setting, double least)
    {
        if (mention.Doubt is not null && likelihood.Right < LeastDoubtful) return mention.Doubt;
        if (likelihood.Event < LeastEvent) return mention.Doubt ?? string.Create(CultureInfo.InvariantCulture, $"it is an event with a probability of {likelihood.Event:0.00} only, under {LeastEvent:0.00}");
        double floor = setting.Home ? least : setting.IsLong ? LeastInArticle : 0;
        if (likelihood.Right >= floor) return null;
        return string.Create(CultureInfo.InvariantCulture, $"in an article {(setting.Home ? "on home politics" : "of this length")} it is right with a probability of {likelihood.Right:0.00} only, under {floor:0.00}");
    }

    // What speaks against it; that the words are like those of the pattern, and this much; what they look like by themselves.
    private static IEnumerable<string> Signs(EventMention mention)
    {
        if (mention.Doubt is { } doubt) yield return ConfidenceScorer.DoubtRow + doubt;
        if (mention.Likeness is { } likely) yield return string.Create(CultureInfo.InvariantCulture, $"likeness:{likely:0.00}");
        else if (mention.Sense is { } sense) yield return sense.ToRow();
    }

    /// <summary>The records of the quotations, in the same order.</summary>
    public static IReadOnlyList<QuotationRecord> Quotations(Document document, IReadOnlyList<Quotation> quotations) =>
        [.. quotations.Select(q => new QuotationRecord
        {
            Content = [.. q.Content.Select(c => Excerpt.Of(c, document.Text))],
            Cue = q.Cue is { } cue ? Excerpt.Of(cue, document.Text) : null,
            Speaker = q.Speaker is { } s ? Speaker(q, s, document) : null,
            Addressee = q.Addressee is { } a ? Party(a, document) : null,
            Form = q.Form.ToString().ToLowerInvariant(),
            Chain = q.Chain,
        })];

    // The whole phrase that credits: "Jim Jordan, an Ohio Republican" rather than the name alone.
    private static Party Speaker(Quotation quotation, ResolvedActor speaker, Document document)
    {
        var span = quotation.SpeakerSpan ?? speaker.Span;
        return Party(speaker, document) with { Text = span.In(document.Text), Start = span.Start, End = span.End };
    }

    private EventRecord Record(
        string articleId, Document document, IReadOnlyList<AttributedMention> group,
        IReadOnlyList<TimeExpression> times, IReadOnlyList<PlaceMention> places)
    {
        var best = group[0];
        var mention = best.Mention;
        var sentence = document.Sentences[mention.Sentence];
        var time = First(group, m => timeGovernance.For(document, m.Mention.Sentence, m.Mention.Trigger, times));
        var place = First(group, m => placeGovernance.For(document, m.Mention.Sentence, m.Mention.Trigger, places));
        var trigger = Excerpt.Of(TriggerSpan(sentence, mention.Trigger, mention.Words), document.Text);
        var actors = mention.Actors.Count > 0 ? mention.Actors : group.Select(m => m.Mention.Actors).FirstOrDefault(a => a.Count > 0) ?? [];
        var recipients = Recipients(group);
        string id = Id(articleId, trigger, mention.Type, best.Chain, best.Status);
        return new EventRecord
        {
            Id = id, Sentence = mention.Sentence, Trigger = trigger, Type = mention.Type,
            Mode = mention.Mode ?? group.Select(m => m.Mention.Mode).FirstOrDefault(m => m is not null),
            Contexts = [.. group.SelectMany(m => m.Mention.Contexts).Distinct()],
            Cameo = mention.Cameo,
            Actors = [.. actors.Select(a => Party(a, document))],
            Recipients = [.. recipients.Select(a => Party(a, document))],
            Status = best.Status.Word(),
            Time = time is null ? null : new EventTime(time.Span.In(document.Text), time.Start, time.End, time.Granularity),
            Place = place is null ? null : new EventPlace(place.Span.In(document.Text), place.Name, place.Country, place.Admin1, place.Lat, place.Lon, place.GeonameId),
            Killed = mention.Type == "ASSAULT" ? Count(group, document, QuantityKind.Killed) : null,
            Injured = mention.Type == "ASSAULT" ? Count(group, document, QuantityKind.Injured) : null,
            Size = mention.Type == "PROTEST" ? Count(group, document, QuantityKind.Crowd) : null,
            Chain = best.Chain, Quotation = best.Quotation,
            Confidence = 0,
            Trace = new Trace(mention.Pattern.Id, [.. mention.Parties.SelectMany(p => p.Rows).Concat(best.Rows).Concat(Signs(mention)).Distinct()]),
        };
    }

    // The other side as the best mention has it. Where an attack and its dead are told apart, the dead are the other side,
    // not the town; and they are at home there if nothing else is said of them.
    private static IReadOnlyList<ResolvedActor> Recipients(IReadOnlyList<AttributedMention> group)
    {
        var own = group.Select(m => m.Mention.Recipients).FirstOrDefault(r => r.Count > 0) ?? [];
        var toll = group.Select(m => m.Mention).FirstOrDefault(m => m.Pattern.Cameo == "1823" && m.Recipients.Count > 0);
        if (toll is null || group.Count == 1) return own;
        var town = group.Select(m => m.Mention).FirstOrDefault(m => m != toll && m.Recipients.Count > 0 && m.Recipients.All(r => r.Sectors.Count == 0))?.Recipients[0];
        if (town is null) return own;
        return [.. toll.Recipients.Select(r => r.Country.Length == 0 && town.Country.Length > 0 && r.Name is null ? r with { Country = town.Country, Rows = [.. r.Rows, .. town.Rows] } : r)];
    }

    private static T? First<T>(IReadOnlyList<AttributedMention> group, Func<AttributedMention, T?> read) where T : class
    {
        foreach (var m in group) if (read(m) is { } value) return value;
        return null;
    }

    // A crowd is hardly ever counted: "thousands" is at least 1,000. The dead and injured are as stated or null.
    private long? Count(IReadOnlyList<AttributedMention> group, Document document, QuantityKind kind)
    {
        foreach (var m in group)
            foreach (var q in quantityReader.Read(document.Sentences[m.Mention.Sentence]))
                if (q.Kind == kind && (kind == QuantityKind.Crowd ? q.Least : q.Value) is { } value && Near(document.Sentences[m.Mention.Sentence], m.Mention.Trigger, q.GovernorToken, q.First, q.Last)) return value;
        return null;
    }

    // The number belongs to the trigger, to a word under it, or to the clause above it.
    private static bool Near(Sentence s, int trigger, int governor, int first, int last) =>
        governor == trigger || s.Dominates(trigger, governor) || s.Dominates(governor, trigger) || first <= trigger && trigger <= last;

    // The trigger with the words of the pattern that stand next to it.
    private static TextSpan TriggerSpan(Sentence s, int trigger, IReadOnlyList<int> words)
    {
        int first = trigger, last = trigger;
        foreach (int w in words.Order()) if (w > last && w - last <= 3) last = w;
        foreach (int w in words.OrderDescending()) if (w < first && first - w <= 3) first = w;
        return new TextSpan(s.Tokens[first].Span.Start, s.Tokens[last].Span.End);
    }

    // Somebody of whom only a name is known is a private person of the country around.
    internal static Party Party(ResolvedActor actor, Document document)
    {
        var known = actor.Code is null && actor.Home.Length > 0 ? actor with { Country = actor.Home, Sectors = ["CVL"] } : actor;
        return new()
        {
            Text = actor.Span.In(document.Text), Start = actor.Span.Start, End = actor.Span.End,
            Name = actor.Name ?? actor.Referent, Code = known.Code, Country = known.Country.Length > 0 ? known.Country : null, Sectors = known.Sectors,
        };
    }

    private static string Id(string articleId, Excerpt trigger, string type, IReadOnlyList<ChainHop> chain, Status status)
    {
        string key = string.Join('\u001f', [articleId, trigger.Start.ToString(CultureInfo.InvariantCulture), trigger.Text, type, status.Word(), .. chain.Select(h => h.Name ?? h.Text)]);
        return XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(key)).ToString("x16", CultureInfo.InvariantCulture);
    }
}
