using System.Text.Json;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Evaluation;

/// <summary>
/// Event sets with one label a sentence (plover_gsr_cameo, cameo_manual): how often any predicted event has the gold
/// type or CAMEO root, the gold countries, and both in one event. Events per record stand beside every rate, because
/// a program that predicts everything hits everything.
/// </summary>
public sealed class LabelledSentences
{
    private readonly List<Example> examples = [];

    /// <summary>One gold record.</summary>
    public sealed record Example(string Id, string Text, DateOnly? Date, IReadOnlyList<GoldEvent> Events);

    /// <summary>One gold event: PLOVER type or CAMEO code, and the country parts of its parties' codes.</summary>
    public sealed record GoldEvent(string Code, IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients);

    /// <summary>The records.</summary>
    public IReadOnlyList<Example> Examples => examples;

    /// <summary>Reads the records of <paramref name="set"/> from a JSONL file.</summary>
    public static LabelledSentences Read(string file, string set)
    {
        var result = new LabelledSentences();
        foreach (string line in File.ReadLines(file))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.GetProperty("set").GetString() != set) continue;
            var events = root.GetProperty("events").EnumerateArray()
                .Select(e => new GoldEvent(e.GetProperty("code").GetString() ?? "", Countries(e, "source"), Countries(e, "target"))).ToList();
            DateOnly? date = DateOnly.TryParse(root.GetProperty("date").GetString(), out var d) && d.Year > 1900 && !(d.Month == 1 && d.Day == 1) ? d : null;
            result.examples.Add(new Example(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, date, events));
        }
        return result;
    }

    /// <summary>Codes one record and counts its hits.</summary>
    public static Scores Evaluate(Example example, Func<Article, CodedArticle> code, Action<Example, IReadOnlyList<EventRecord>, bool>? report = null)
    {
        var scores = new Scores();
        var events = code(new Article { Id = example.Id, Text = example.Text, PublishedOn = example.Date }).Events;
        bool statement = example.Events.Count > 0 && example.Events.All(e => e.Code.StartsWith("01", StringComparison.Ordinal) || e.Code.StartsWith("02", StringComparison.Ordinal));
        if (statement)
        {
            scores.Statements++;
            scores.StatementEvents += events.Count;
            return scores;
        }
        scores.Records++;
        scores.Events += events.Count;
        bool hit = events.Any(p => example.Events.Any(g => TypeFits(g.Code, p)));
        bool exact = events.Any(p => example.Events.Any(g => char.IsDigit(g.Code.FirstOrDefault()) && g.Code == p.Cameo));
        if (hit) scores.TypeHits++;
        if (exact) scores.ExactHits++;
        Count(example.Events.SelectMany(g => g.Actors), events.SelectMany(p => Codes(p.Actors)), ref scores.ActorGold, ref scores.ActorHits);
        Count(example.Events.SelectMany(g => g.Recipients), events.SelectMany(p => Codes(p.Recipients)), ref scores.RecipientGold, ref scores.RecipientHits);
        var dyads = example.Events.Where(g => g.Actors.Count + g.Recipients.Count > 0).ToList();
        if (dyads.Count > 0)
        {
            scores.Dyads++;
            if (events.Any(p => dyads.Any(g => DyadFits(g, p)))) scores.DyadHits++;
            if (events.Any(p => dyads.Any(g => DyadFits(g, p) && TypeFits(g.Code, p)))) scores.DyadTypeHits++;
        }
        report?.Invoke(example, events, hit);
        return scores;
    }

    private static void Count(IEnumerable<string> gold, IEnumerable<string> predicted, ref int total, ref int hits)
    {
        var wanted = gold.Distinct().ToList();
        if (wanted.Count == 0) return;
        total++;
        if (predicted.Any(wanted.Contains)) hits++;
    }

    private static bool TypeFits(string code, EventRecord p) =>
        char.IsDigit(code.FirstOrDefault()) ? p.Cameo is { Length: >= 2 } c && code.StartsWith(c[..2], StringComparison.Ordinal) : p.Type == code;

    // A reciprocal gold event lists all its parties as actors: two of them must stand on either side.
    private static bool DyadFits(GoldEvent gold, EventRecord p)
    {
        var actors = Codes(p.Actors).ToHashSet();
        var recipients = Codes(p.Recipients).ToHashSet();
        if (gold.Actors.Count >= 2 && gold.Recipients.Count == 0)
            return gold.Actors.Any(a => actors.Contains(a) && gold.Actors.Any(b => b != a && recipients.Contains(b)));
        return (gold.Actors.Count == 0 || gold.Actors.Any(actors.Contains)) && (gold.Recipients.Count == 0 || gold.Recipients.Any(recipients.Contains));
    }

    private static IEnumerable<string> Codes(IEnumerable<Party> parties) =>
        parties.Where(p => p.Country is not null).Select(p => Family(p.Country!));

    // The sets use IGO for every international organisation; UNO and EUR are kinds of it.
    private static string Family(string country) => country is "UNO" or "EUR" ? "IGO" : country;

    private static List<string> Countries(JsonElement e, string side)
    {
        if (!e.TryGetProperty(side, out var list) || list.ValueKind != JsonValueKind.Array) return [];
        return [.. list.EnumerateArray().Select(p => p.GetProperty("code").GetString() ?? "").Where(c => c.Length >= 3 && c != "***").Select(c => Family(c[..3]))];
    }

    /// <summary>Counts; the rates are computed from them.</summary>
    public sealed class Scores
    {
        internal int ActorGold, ActorHits, RecipientGold, RecipientHits;

        /// <summary>Records outside CAMEO 01 and 02.</summary>
        public int Records { get; set; }

        /// <summary>Predicted events in those records.</summary>
        public int Events { get; set; }

        /// <summary>Records with an event of the gold type or CAMEO root.</summary>
        public int TypeHits { get; set; }

        /// <summary>Records with an event of exactly the gold CAMEO code.</summary>
        public int ExactHits { get; set; }

        /// <summary>Records whose gold codes a party.</summary>
        public int Dyads { get; set; }

        /// <summary>Records with the gold pair of countries in one event.</summary>
        public int DyadHits { get; set; }

        /// <summary>Records with the gold pair and type in one event.</summary>
        public int DyadTypeHits { get; set; }

        /// <summary>Records that are pure statements or appeals, counted apart.</summary>
        public int Statements { get; set; }

        /// <summary>Predicted events in those.</summary>
        public int StatementEvents { get; set; }

        /// <summary>The parts of the figures by name; rates are in [0, 1] except events per record.</summary>
        public IReadOnlyDictionary<string, FigureParts> Parts => new Dictionary<string, FigureParts>
        {
            ["records"] = FigureParts.Count(Records),
            ["eventsPerRecord"] = FigureParts.Ratio(Events, Records),
            ["typeHit"] = FigureParts.Ratio(TypeHits, Records),
            ["exactCode"] = FigureParts.Ratio(ExactHits, Records),
            ["actorCountry"] = FigureParts.Ratio(ActorHits, ActorGold),
            ["recipientCountry"] = FigureParts.Ratio(RecipientHits, RecipientGold),
            ["dyad"] = FigureParts.Ratio(DyadHits, Dyads),
            ["dyadType"] = FigureParts.Ratio(DyadTypeHits, Dyads),
            ["statementEventsPerRecord"] = FigureParts.Ratio(StatementEvents, Statements),
        };
    }
}
