using Hearsay.Coding.Quantities;
using Hearsay.Language;

namespace Hearsay.Coding.Times;

/// <summary>
/// Finds the time expressions of a document and resolves them against the day it was published. Expressions that say
/// nothing exact ("recently") come out with a reference value and no interval; relative ones without an anchor have
/// neither. Works on parsed sentences and, with coarser tense, on bare tokens. "on Tuesday" is the latest Tuesday up to
/// and including publication, or the next one under a verb about the future. Safe to share between threads.
/// </summary>
public sealed class TimeResolver
{
    private readonly TimeWords words;
    private readonly NumberWords numbers;
    private readonly HolidayCalendar holidays;

    private TimeResolver(NumberWords numbers, HolidayCalendar holidays)
    {
        (this.numbers, this.holidays) = (numbers, holidays);
        words = new TimeWords(holidays.FirstWords);
    }

    /// <summary>Reads holidays and number words from <c>lexicons/</c> in the data folder.</summary>
    /// <exception cref="Knowledge.KnowledgeException">A table is missing or malformed.</exception>
    public static TimeResolver Load(string dataDirectory)
    {
        string lexicons = Path.Combine(dataDirectory, "lexicons");
        return new TimeResolver(NumberWords.Load(lexicons), HolidayCalendar.Load(lexicons));
    }

    /// <summary>All time expressions in text order, not overlapping.</summary>
    /// <param name="document">The annotated text; trees are used where there are any.</param>
    /// <param name="publishedOn">The anchor; when null, a full date that stands alone in one of the first sentences.</param>
    public IReadOnlyList<TimeExpression> Resolve(Document document, DateOnly? publishedOn) => Resolve(document, publishedOn, null);

    /// <summary>As above, with other anchors for some tokens, such as the day on which a quotation was uttered.</summary>
    /// <param name="document">The annotated text.</param>
    /// <param name="publishedOn">The anchor outside quotations.</param>
    /// <param name="anchorAt">Anchor for a sentence and token, or null for the document's.</param>
    public IReadOnlyList<TimeExpression> Resolve(Document document, DateOnly? publishedOn, Func<int, int, DateOnly?>? anchorAt)
    {
        var found = new List<TimeExpression>();
        var lexer = new Lexer(words, numbers);
        var grammar = new TimeGrammar(holidays);
        var lexemes = new List<Lexeme>();
        var people = People(document);
        var anchor = publishedOn;
        DateOnly? lastDay = null;
        foreach (var sentence in document.Sentences)
        {
            if (!lexer.Read(document.Text, sentence, lexemes)) continue;
            grammar.Begin(document.Text, lexemes, i => TenseReader.At(sentence, lexemes[i].Token));
            for (int i = 0; i < lexemes.Count;)
            {
                grammar.Anchor(anchorAt?.Invoke(sentence.Index, lexemes[i].Token) ?? anchor, lastDay);
                var reading = grammar.Longest(i);
                // "April" and "Jan" in a person's name are no months, but a tagger's mistake must not hide a full date.
                if (reading != null && reading.To == i + 1 && people != null && people.Contains((sentence.Index, lexemes[i].Token))) reading = null;
                if (reading == null) { i++; continue; }
                reading = InOrder(reading, sentence, found, lexemes, anchor, document.Text);
                found.Add(Expression(sentence, lexemes, reading));
                if (reading.IsDay) lastDay = reading.Start;
                // A dateline anchors an article without a publication date.
                if (anchor == null && reading.IsDay && sentence.Index < 3 && reading.To - reading.From >= lexemes.Count - 1) anchor = reading.Start;
                i = reading.To;
            }
        }
        return found;
    }

    /// <summary>"will start next Monday and end on Friday": a weekday to come, told after another, is the one that follows it.</summary>
    private static Reading InOrder(Reading reading, Sentence sentence, List<TimeExpression> found, List<Lexeme> lexemes, DateOnly? anchor, string text)
    {
        if (found.Count == 0 || found[^1] is not { Granularity: "day", Start: { } before } previous || previous.Sentence != sentence.Index || previous.End != before) return reading;
        if (!reading.IsDay || reading.To != reading.From + 1 || anchor is not { } today || before <= today || reading.Start <= today || reading.Start >= before) return reading;
        var token = lexemes[reading.From];
        if (!Enum.TryParse<DayOfWeek>(new TextSpan(token.Start, token.End).In(text), ignoreCase: true, out _)) return reading;
        bool joined = false;
        for (int t = previous.Last + 1; t < token.Token; t++) joined |= sentence.Tokens[t].Form is "and" or "until" or "through";
        return joined ? Reading.Day(reading.From, reading.To, reading.Start!.Value.AddDays(7)) : reading;
    }

    private static TimeExpression Expression(Sentence sentence, List<Lexeme> lexemes, Reading reading)
    {
        var (first, last) = (lexemes[reading.From], lexemes[reading.To - 1]);
        return new TimeExpression(
            sentence.Index, first.Token, last.Token, new TextSpan(first.Start, last.End), reading.Type, reading.Value, reading.Start, reading.End, reading.Granularity);
    }

    private static HashSet<(int, int)>? People(Document document)
    {
        HashSet<(int, int)>? tokens = null;
        foreach (var name in document.Names)
            if (name.Kind == NameKind.Person)
                for (int t = name.First; t <= name.Last; t++) (tokens ??= []).Add((name.Sentence, t));
        return tokens;
    }
}
