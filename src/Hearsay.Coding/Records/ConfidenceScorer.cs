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

    private static readonly string[] Clauses = ["root", "conj", "ccomp", "xcomp", "acl", "advcl", "nsubj", "obj", "obl", "nmod", "parataxis", "compound"];

    private readonly Dictionary<string, double> weights;

    /// <summary>A scorer with these weights.</summary>
    public ConfidenceScorer(IReadOnlyDictionary<string, double> weights) => this.weights = new(weights, StringComparer.Ordinal);

    /// <summary>The scorer that is delivered with the program.</summary>
    public static ConfidenceScorer Instance { get; } = Embedded();

    /// <summary>The probability, in (0, 1), rounded to two digits so that it does not hang on the order of sums.</summary>
    /// <param name="record">Its own confidence is not looked at.</param>
    /// <param name="sentence">The sentence that holds the trigger.</param>
    public double Score(EventRecord record, Sentence sentence)
    {
        double sum = 0;
        foreach (string sign in Signs(record, sentence)) sum += weights.GetValueOrDefault(sign);
        return Math.Round(1 / (1 + Math.Exp(-sum)), 2);
    }

    /// <summary>What speaks for or against a record, strongest first, with its weight: log odds.</summary>
    public IReadOnlyList<(string Sign, double Weight)> Reasons(EventRecord record, Sentence sentence) =>
        [.. Signs(record, sentence).Select(s => (s, weights.GetValueOrDefault(s))).Where(s => s.Item2 != 0).OrderByDescending(s => Math.Abs(s.Item2)).ThenBy(s => s.s, StringComparer.Ordinal)];

    /// <summary>The signs of a record, each once.</summary>
    public static IReadOnlyList<string> Signs(EventRecord record, Sentence sentence)
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
        signs.AddRange(Setting(record, sentence));
        if (record.Trace.Rows.Select(Sense.FromRow).FirstOrDefault(s => s is not null) is { } sense) signs.Add(Reading(record, sense));
        signs.AddRange(Standing("actor", record.Actors, sentence));
        signs.AddRange(Standing("recipient", record.Recipients, sentence));
        if (RecordBuilder.IsHomePolitics(record)) signs.AddRange(Home(record, sentence));
        return signs;
    }

    // Campaigns and parliaments use the words of politics all day: what is an act elsewhere is often a view there.
    private static IEnumerable<string> Home(EventRecord record, Sentence sentence)
    {
        yield return "home";
        yield return "home " + record.Type;
        yield return "home " + Words(record);
        yield return "home " + record.Status;
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

    // Where the trigger stands in its sentence, and how far the parties are from it.
    private static IEnumerable<string> Setting(EventRecord record, Sentence sentence)
    {
        if (Trigger(record, sentence) is { } trigger)
        {
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
    private static string Reading(EventRecord record, Sense sense)
    {
        string reading = sense.Type == record.Type ? "same" : sense.Type == TriggerScorer.None ? "none" : "other";
        return $"sense {reading} {sense.Probability switch { < 0.5 => "weak", < 0.8 => "fair", < 0.95 => "strong", _ => "sure" }}";
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

    /// <summary>Reads weights: a header, then <c>sign,weight</c> a line.</summary>
    /// <exception cref="InvalidDataException">A line is no pair of a sign and a number; it is named.</exception>
    public static ConfidenceScorer Read(TextReader reader)
    {
        var weights = new Dictionary<string, double>();
        reader.ReadLine();
        for (int n = 2; reader.ReadLine() is { } line; n++)
        {
            int comma = line.LastIndexOf(',');
            if (comma < 0 || !double.TryParse(line[(comma + 1)..], CultureInfo.InvariantCulture, out double weight)) throw new InvalidDataException($"Line {n} is not sign,weight: train the model again.");
            weights[line[..comma]] = weight;
        }
        return new ConfidenceScorer(weights);
    }
}
