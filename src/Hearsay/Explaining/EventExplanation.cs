using Hearsay.Coding.Actors;
using Hearsay.Coding.Events;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Explaining;

/// <summary>
/// Why a record says what it says: the sentence with its tree, the pattern with those of its written sentences that
/// fit there, and for every party the table rows that named it. The text of the record is annotated again; when the
/// knowledge has changed since it was coded, <see cref="Mention"/> may be null, and the trace of the record is all
/// that is known. Nothing of the record is recomputed or corrected.
/// </summary>
public sealed record EventExplanation
{
    /// <summary>The article with all its records.</summary>
    public required CodedArticle Coded { get; init; }

    /// <summary>The event to explain.</summary>
    public required EventRecord Record { get; init; }

    /// <summary>The annotated text.</summary>
    public required Document Document { get; init; }

    /// <summary>The sentence that holds the trigger.</summary>
    public required Sentence Sentence { get; init; }

    /// <summary>The pattern of the trace; null when the knowledge has no such pattern any more.</summary>
    public Pattern? Pattern { get; init; }

    /// <summary>The written sentences of the pattern that fit at the trigger; usually one.</summary>
    public IReadOnlyList<PatternLine> Written { get; init; } = [];

    /// <summary>The mention that the knowledge finds at the trigger now; null when it finds none with this pattern.</summary>
    public EventMention? Mention { get; init; }

    /// <summary>What other patterns found in the sentence and a filter refused.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Explains <paramref name="record"/> of <paramref name="coded"/> with what <paramref name="coder"/> knows.</summary>
    /// <param name="coder">The coder, loaded from <paramref name="dataDirectory"/>.</param>
    /// <param name="dataDirectory">The folder of the knowledge.</param>
    /// <param name="coded">The article as it was coded.</param>
    /// <param name="record">One of its events.</param>
    /// <exception cref="InvalidDataException">The text has no sentence where the trigger should be.</exception>
    public static EventExplanation Of(Coder coder, string dataDirectory, CodedArticle coded, EventRecord record)
    {
        var document = coder.Annotator.Annotate(coded.Article.Text);
        var sentence = document.Sentences.FirstOrDefault(s => s.Span.Start <= record.Trigger.Start && record.Trigger.Start < s.Span.End)
            ?? throw new InvalidDataException("its trigger lies outside the text");
        var actors = coder.Actors(document, coded.Article, coder.Places.Resolve(document, coded.Article.Outlet));
        bool IsThere(EventMention m) => m.Sentence == sentence.Index && m.Pattern.Id == record.Trace.Pattern
            && sentence.Tokens[m.Trigger].Span is var span && record.Trigger.Start <= span.Start && span.End <= record.Trigger.End;
        var pattern = coder.Knowledge.Patterns.FirstOrDefault(p => p.Id == record.Trace.Pattern);
        var mentions = coder.Knowledge.Matcher.Match(document, actors);
        return new EventExplanation
        {
            Coded = coded, Record = record, Document = document, Sentence = sentence, Pattern = pattern,
            Written = pattern is null ? [] : Fitting(coder, dataDirectory, pattern, document, actors, IsThere),
            Mention = mentions.FirstOrDefault(IsThere),
            LeftOut = [.. coder.LeftOut(coded.Article).Where(l => l.Mention.Sentence == sentence.Index)],
        };
    }

    /// <summary>The table rows that named <paramref name="party"/>; null when the knowledge finds it no more.</summary>
    public IReadOnlyList<string>? RowsOf(Party party) =>
        Mention?.Parties.FirstOrDefault(a => a.Span.Start == party.Start && a.Span.End == party.End && (a.Code == party.Code || party.Code is null))?.Rows;

    // Each written sentence by itself, so that none hides another.
    private static IReadOnlyList<PatternLine> Fitting(
        Coder coder, string dataDirectory, Pattern pattern, Document document, ActorIndex actors, Func<EventMention, bool> isThere)
    {
        var frames = NominalFrames.Load(Path.Combine(dataDirectory, "lexicons", "nominalizations.csv"));
        var folding = Folding.Load(Path.Combine(dataDirectory, "ontology", "folding.csv"));
        var compiled = new PatternCompiler(coder.Annotator.ParseSentences, coder.Annotator.LemmatizeLike, frames, coder.Knowledge.Classes).Compile([pattern], []);
        var fitting = new List<PatternLine>();
        foreach (var line in compiled.GroupBy(c => c.Line).OrderBy(g => g.Key))
            if (new EventMatcher(line, frames, folding, new HashSet<string>()).Match(document, actors).Any(isThere))
                fitting.AddRange(pattern.Write.Where(w => w.Line == line.Key));
        return fitting;
    }
}
