using System.Globalization;
using Hearsay.Coding.Triggers;
using Hearsay.Language;

namespace Hearsay.Coding.Records;

/// <summary>
/// How likely a record is right in type, actor and recipient together: a logistic regression over signs that anyone can
/// read off the record and its sentence ("no actor", "the trigger is a noun", "type ACCUSE"). The weights are
/// models/en/confidence.csv (<c>sign,weight</c>, made by <c>Hearsay.Training confidence</c> from the train part of
/// eval/corpus) and part of the assembly. A sign without a weight counts nothing.
/// <code>
/// ConfidenceScorer.Instance.Score(record, sentence)   // 0.83
/// </code>
/// </summary>
public sealed class ConfidenceScorer
{
    private const string Resource = "Hearsay.Coding.Records.confidence.csv";

    /// <summary>The sign that every record carries.</summary>
    public const string Always = "always";

    /// <summary>How a row of a trace begins that says what speaks against a record: "doubt:nobody of public life takes part".</summary>
    public const string DoubtRow = "doubt:";

    private static readonly string[] Clauses = ["root", "conj", "ccomp", "xcomp", "acl", "advcl", "nsubj", "obj", "obl", "nmod", "parataxis", "compound"];

    private readonly Dictionary<string, Likelihood> weights;

    /// <summary>A scorer with these weights: log odds of each sign for the event and for the whole record.</summary>
    public ConfidenceScorer(IReadOnlyDictionary<string, Likelihood> weights) => this.weights = new(weights, StringComparer.Ordinal);

    /// <summary>The scorer that is delivered with the program.</summary>
    public static ConfidenceScorer Instance { get; } = Embedded();

    /// <summary>The probabilities, rounded to two digits so that they do not hang on the order of sums.</summary>
    /// <param name="record">Its own confidence is not looked at.</param>
    /// <param name="sentence">The sentence that holds the trigger.</param>
    /// <param name="setting">The article around it.</param>
    public Likelihood Score(EventRecord record, Sentence sentence, ArticleSetting setting)
    {
        var (happened, right) = (0.0, 0.0);
        foreach (string sign in Signs(record, sentence, setting))
            if (weights.TryGetValue(sign, out var weight)) (happened, right) = (happened + weight.Event, right + weight.Right);
        return new(Probability(happened), Probability(right));
    }

    private static double Probability(double sum) => Math.Round(1 / (1 + Math.Exp(-sum)), 2);

    /// <summary>What speaks against a record by its trace (<see cref="DoubtRow"/>), or null.</summary>
    public static string? DoubtOf(EventRecord record) =>
        record.Trace.Rows.FirstOrDefault(r => r.StartsWith(DoubtRow, StringComparison.Ordinal))?[DoubtRow.Length..];

    /// <summary>What speaks for or against a record, strongest first, with its weight: log odds.</summary>
    public IReadOnlyList<(string Sign, double Weight)> Reasons(EventRecord record, Sentence sentence, ArticleSetting setting) =>
        [.. Signs(record, sentence, setting).Select(s => (s, weights.GetValueOrDefault(s).Right)).Where(s => s.Item2 != 0).OrderByDescending(s => Math.Abs(s.Item2)).ThenBy(s => s.s, StringComparer.Ordinal)];

    /// <summary>The signs of a record, each once.</summary>
    public static IReadOnlyList<string> Signs(EventRecord record, Sentence sentence, ArticleSetting setting)
    {
        var signs = new List<string> { Always, "type " + record.Type, "status " + record.Status, Words(record) };
        signs.AddRange(Side("actor", record.Actors));
        signs.AddRange(Side("recipient", record.Recipients));
        if (record.Actors.Count > 0 && record.Recipients.Count > 0) signs.Add("both sides");
        if (record.Actors.Concat(record.Recipients).Select(p => p.Country).Distinct().Count() == 1) signs.Add("one country");
        if (record.Mode is not null) signs.Add("mode");
        if (record.Actors.Count == 0) signs.Add(record.Type + " without actor");
        if (record.Recipients.Count == 0) signs.Add(record.Type + " without recipient");
        if (record.Chain.Count > 0) signs.Add(record.Chain.Count == 1 ? "one hop" : "more hops");
        if (record.Quotation is not null) signs.Add("in a quotation");
        if (record.Sentence == 0) signs.Add("first sentence");
        if (DoubtOf(record) is { } doubt) signs.AddRange(["doubt", "doubt " + record.Type, "doubt " + doubt.Replace(',', ';')]);
        signs.AddRange(Around(record, setting));
        signs.AddRange(Setting(record, sentence));
        if (record.Trace.Rows.Select(Sense.FromRow).FirstOrDefault(s => s is not null) is { } sense) signs.AddRange(Reading(record, sense));
        signs.AddRange(Standing("actor", record.Actors, sentence));
        signs.AddRange(Standing("recipient", record.Recipients, sentence));
        if (ArticleSetting.IsHomePolitics(record)) signs.AddRange(Home(record, sentence));
        return signs;
    }

    // Campaigns and parliaments use the words of politics all day: what is an act elsewhere is often a view there.
    private static IEnumerable<string> Home(EventRecord record, Sentence sentence)
    {
        yield return "home";
        yield return "home " + record.Type;
        yield return "home " + Words(record);
        yield return "home " + record.Status;
        if (DoubtOf(record) is not null) yield return "home doubt";
        if (record.Actors.Count == 0) yield return "home without actor";
        if (record.Recipients.Count == 0) yield return "home without recipient";
        if (Trigger(record, sentence) is not { } trigger) yield break;
        yield return "home word " + trigger.Lemma;
        yield return "home form " + trigger.Xpos;
        yield return "home clause " + (Clauses.Contains(trigger.Relation) ? trigger.Relation : "other");
    }

    private static Token? Trigger(EventRecord record, Sentence sentence) =>
        sentence.Tokens.FirstOrDefault(t => t.Span.Start <= record.Trigger.Start && record.Trigger.Start < t.Span.End);

    // The pattern that has the words; of words that are only like a pattern's, how likely they are.
    private static string Words(EventRecord record) =>
        record.Trace.Rows.FirstOrDefault(r => r.StartsWith("likeness:", StringComparison.Ordinal)) is { } likely ? likely[..^1] : "pattern " + record.Trace.Pattern;

    private static IEnumerable<string> Side(string side, IReadOnlyList<Party> parties)
    {
        if (parties.Count == 0) yield return "no " + side;
        if (parties.Count > 1) yield return side + " of several";
        if (parties.Count == 0) yield break;
        yield return side + " " + (parties[0].Sectors.Count > 0 ? parties[0].Sectors[0] : parties[0].Country is null ? "nobody" : "state");
        yield return side + (parties.All(p => p.Name is null) ? " unnamed" : " named");
        yield return side + (parties.Any(p => p.Code is null) ? " without code" : parties.Any(p => string.IsNullOrEmpty(p.Country)) ? " without country" : parties[0].Sectors.Count > 0 ? " with sector" : " country alone");
        if (parties.Any(p => p.Name is not null && p.Name != p.Text)) yield return side + " by reference";
    }

    // An article that tells of one thing after another is more likely to tell of one here.
    private static IEnumerable<string> Around(EventRecord record, ArticleSetting setting)
    {
        int others = setting.Events - (DoubtOf(record) is null ? 1 : 0);
        if (setting.Sentences > 3) yield return others == 0 ? "no other event" : 10 * others < setting.Sentences ? "few events" : 4 * others < setting.Sentences ? "some events" : "many events";
        if (setting.Home) yield return "in home politics";
        if (setting.Home) yield return "in home politics " + record.Type;
    }

    // Where the trigger stands in its sentence, and how far the parties are from it.
    private static IEnumerable<string> Setting(EventRecord record, Sentence sentence)
    {
        if (Trigger(record, sentence) is { } trigger)
        {
            yield return "word " + trigger.Lemma.ToLowerInvariant();
            yield return "trigger " + trigger.Upos;
            yield return "form " + trigger.Xpos;
            yield return "clause " + (Clauses.Contains(trigger.Relation) ? trigger.Relation : "other");
        }
        yield return "trigger of " + Math.Min(3, record.Trigger.Text.Count(char.IsWhiteSpace) + 1).ToString(CultureInfo.InvariantCulture);
        yield return sentence.Tokens.Count switch { <= 12 => "short sentence", <= 30 => "middling sentence", _ => "long sentence" };
        foreach (var (side, parties) in new[] { ("actor", record.Actors), ("recipient", record.Recipients) })
        {
            if (parties.Count == 0) continue;
            int gap = parties.Min(p => p.End <= record.Trigger.Start ? record.Trigger.Start - p.End : p.Start >= record.Trigger.End ? p.Start - record.Trigger.End : 0);
            yield return side + gap switch { <= 15 => " near", <= 60 => " at some distance", _ => " far" };
        }
    }

    // Whether the words by themselves look like the event that the pattern makes of them.
    private static IEnumerable<string> Reading(EventRecord record, Sense sense)
    {
        string reading = sense.Type == record.Type ? "same" : sense.Type == TriggerScorer.None ? "none" : "other";
        yield return $"sense {reading} {sense.Probability switch { < 0.5 => "weak", < 0.8 => "fair", < 0.95 => "strong", _ => "sure" }}";
        yield return $"sense as coded {sense.Own switch { < 0.01 => "never", < 0.03 => "hardly", < 0.1 => "seldom", < 0.2 => "sometimes", < 0.4 => "perhaps", < 0.7 => "probably", < 0.9 => "likely", _ => "surely" }}";
    }

    // How the first party of a side hangs on its sentence: "recipient obl in" is where, and seldom to whom.
    private static IEnumerable<string> Standing(string side, IReadOnlyList<Party> parties, Sentence sentence)
    {
        if (parties.Count == 0) yield break;
        var party = parties[0];
        var inside = sentence.Tokens.Where(t => t.Span.Start >= party.Start && t.Span.End <= party.End).ToList();
        if (inside.Count == 0) yield return side + " of another sentence";
        if (inside.Find(t => t.Head < 0 || sentence.Tokens[t.Head].Span.Start < party.Start || sentence.Tokens[t.Head].Span.End > party.End) is not { } head) yield break;
        string preposition = sentence.Tokens.FirstOrDefault(t => t.Relation == "case" && t.Head == head.Index)?.Lemma ?? "";
        yield return $"{side} {head.DepRel} {preposition}".TrimEnd();
        yield return $"{side} is {head.Upos}";
    }

    private static ConfidenceScorer Embedded()
    {
        using var stream = typeof(ConfidenceScorer).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded model {Resource}.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads weights: a header, then <c>sign,right,event</c> a line.</summary>
    /// <exception cref="InvalidDataException">A line is no sign with two numbers; it is named.</exception>
    public static ConfidenceScorer Read(TextReader reader)
    {
        var weights = new Dictionary<string, Likelihood>();
        reader.ReadLine();
        for (int n = 2; reader.ReadLine() is { } line; n++)
        {
            string[] cells = line.Split(',');
            if (cells.Length != 3 || !double.TryParse(cells[1], CultureInfo.InvariantCulture, out double right) || !double.TryParse(cells[2], CultureInfo.InvariantCulture, out double happened))
                throw new InvalidDataException($"Line {n} is not sign,right,event: train the model again.");
            weights[cells[0]] = new Likelihood(happened, right);
        }
        return new ConfidenceScorer(weights);
    }
}
