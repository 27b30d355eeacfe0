using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Evaluation;

/// <summary>
/// Whole articles with full records against the program's: pairs of events one to one (as many as possible, best
/// evidence first), and given a pair how often country, sector, status, mode, date, place and chain agree. Sentences
/// are those of the program.
/// </summary>
public sealed class RecordEvaluation
{
    private readonly Tally tally = new();
    private readonly List<(EventRecord Record, bool Located, bool Right)> judged = [];

    /// <summary>The parts of the figures so far by name.</summary>
    public IReadOnlyDictionary<string, FigureParts> Parts => new Dictionary<string, FigureParts>(tally.Parts.Concat(Calibration()));

    /// <summary>
    /// The events so far that count, each with whether type and place in the text are right (evidence 3 or 4) and whether all is: a side
    /// empty where the gold leaves it empty, and on a side that the gold fills a party of the same name and country.
    /// </summary>
    public IReadOnlyList<(EventRecord Record, bool Located, bool Right)> Judged => judged;

    /// <summary>Adds one article; <paramref name="report"/> receives a line per pair, miss and false event.</summary>
    public void Add(GoldArticle gold, CodedArticle coded, Func<int, int> sentenceAt, Action<string>? report = null)
    {
        var events = coded.Events;
        var located = gold.Events.Select(g => new Located(g, Find(gold.Text, g.Trigger), gold.Text)).ToList();
        var match = Match(located, events, sentenceAt);
        var (placed, right) = (new bool[events.Count], new bool[events.Count]);
        if (gold.Events.Count == 0) tally.EmptyWords += NameMatching.Words(gold.Text).Count;
        for (int g = 0; g < located.Count; g++)
        {
            if (match[g] is { } hit)
            {
                int evidence = Evidence(located[g], events[hit], sentenceAt);
                if (evidence >= 3) tally.Located++;
                placed[hit] = evidence >= 3;
                right[hit] = evidence >= 3 && PartiesAgree(gold.Events[g], events[hit], gold.Text);
                tally.Paired++;
                var differences = new List<string>();
                Compare(located[g], events[hit], differences);
                report?.Invoke($"  = {evidence}{(right[hit] ? "" : " parties differ")} {gold.Events[g].Type}/{gold.Events[g].Mode} [{gold.Events[g].Trigger}] {Parties(gold.Events[g].Actors)} -> {Parties(gold.Events[g].Recipients)} {gold.Events[g].Status} ({string.Join(" > ", gold.Events[g].Chain)})\n       {Describe(events[hit])}{string.Concat(differences)}");
                tally.Gold++;
            }
            else if (!gold.Events[g].Optional)
            {
                tally.Gold++;
                report?.Invoke($"  - MISSED {gold.Events[g].Type}/{gold.Events[g].Mode} [{gold.Events[g].Trigger}] {Parties(gold.Events[g].Actors)} -> {Parties(gold.Events[g].Recipients)} {gold.Events[g].Status} ({string.Join(" > ", gold.Events[g].Chain)})");
            }
        }
        for (int p = 0; p < events.Count; p++)
        {
            bool paired = match.Contains(p);
            if (!paired && (IsTolerated(gold, events[p]) || IsRepeat(located, match, events, p, sentenceAt))) continue;
            tally.Predicted++;
            judged.Add((events[p], placed[p], right[p]));
            if (paired) continue;
            if (gold.Events.Count == 0) tally.SpuriousInEmpty++;
            report?.Invoke($"  + FALSE {Describe(events[p])}");
        }
        if (gold.Quotes is not null) Quotations(gold.Quotes, coded, report);
    }

    private void Compare(Located gold, EventRecord p, List<string> differences)
    {
        var g = gold.Record;
        var goldActors = g.Symmetric ? g.Actors.Concat(g.Recipients) : g.Actors;
        var actors = g.Symmetric ? p.Actors.Concat(p.Recipients) : p.Actors;
        CompareParties(goldActors, actors, gold.Text, tally.ActorCountry, tally.ActorCode, differences);
        if (!g.Symmetric) CompareParties(g.Recipients, p.Recipients, gold.Text, tally.RecipientCountry, tally.RecipientCode, differences);
        tally.Status.Add(g.Status == p.Status || (g.AltStatus?.Contains(p.Status) ?? false));
        if (g.Mode is not null) tally.Mode.Add(g.Mode == p.Mode || (p.Mode is { } m && (g.AltMode?.Contains(m) ?? false)));
        if (g.Cameo is not null) tally.Cameo.Add(g.Cameo == p.Cameo);
        if (g.Date is { Count: 2 } date) tally.Date.Add(p.Time?.Start?.ToString("yyyy-MM-dd") == date[0] && p.Time?.End?.ToString("yyyy-MM-dd") == date[1]);
        if (g.Place is not null) tally.Place.Add(p.Place is not null && NameMatching.Same(g.Place, p.Place.Text));
        if (g.Killed is not null) tally.Killed.Add(g.Killed == p.Killed);
        var chains = new List<IReadOnlyList<string>> { g.Chain };
        chains.AddRange(g.AltChain ?? []);
        tally.Chain.Add(chains.Exists(c => SameChain(c, p, g)));
    }

    private static bool SameChain(IReadOnlyList<string> gold, EventRecord p, GoldRecord g)
    {
        var wanted = gold.Where(h => h != "(unspecified)").ToList();
        var found = p.Chain.Where(h => h.Kind != "unspecified").Select(h => h.Name ?? h.Text).ToList();
        bool Equal(List<string> a, List<string> b) => a.Count == b.Count && a.Zip(b).All(x => NameMatching.Same(x.First, x.Second));
        if (Equal(wanted, found)) return true;
        bool Own(string hop) => g.Actors.Any(a => NameMatching.Same(a.Text, hop));
        if (found.Count > 0 && (Own(found[^1]) || p.Actors.Any(a => NameMatching.Same(a.Name ?? a.Text, found[^1]))) && Equal(wanted, found[..^1])) return true;
        return wanted.Count > 0 && Own(wanted[^1]) && Equal(wanted[..^1], found);
    }

    private static void CompareParties(IEnumerable<GoldParty> gold, IEnumerable<Party> predicted, string text, Share country, Share code, List<string> differences)
    {
        var free = predicted.ToList();
        foreach (var g in gold)
        {
            var hit = free.Find(p => SameParty(g, p, text));
            if (hit is null || g.Code is null) continue;
            free.Remove(hit);
            country.Add(Country(g.Code) == Country(hit.Code ?? ""));
            code.Add(g.Code == hit.Code);
            if (Country(g.Code) != Country(hit.Code ?? "")) differences.Add($"\n       country of {g.Text}<{g.Code}>: {hit.Text}<{hit.Code}>");
        }
    }

    private static bool PartiesAgree(GoldRecord gold, EventRecord p, string text)
    {
        bool Side(IEnumerable<GoldParty> g, IEnumerable<Party> q) => g.Any() ? g.Any(x => q.Any(y => SameParty(x, y, text) && Agrees(x, y))) : !q.Any();
        bool Agrees(GoldParty x, Party y) => x.Code is null || Country(x.Code) == Country(y.Code ?? "");
        return gold.Symmetric ? Side(gold.Actors.Concat(gold.Recipients), p.Actors.Concat(p.Recipients)) : Side(gold.Actors, p.Actors) && Side(gold.Recipients, p.Recipients);
    }

    private IEnumerable<KeyValuePair<string, FigureParts>> Calibration()
    {
        yield return new("right", FigureParts.Ratio(judged.Count(j => j.Right), judged.Count));
        yield return new("calibrationError", FigureParts.Calibration(judged.Select(j => (j.Record.Confidence, j.Right))));
        yield return new("brier", FigureParts.Ratio(judged.Sum(j => Math.Pow(j.Record.Confidence - (j.Right ? 1 : 0), 2)), judged.Count));
        for (int bin = 0; bin < 10; bin++)
        {
            var within = judged.FindAll(j => Math.Min(9, (int)(j.Record.Confidence * 10)) == bin);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"right.from0.{bin}"), FigureParts.Ratio(within.Count(j => j.Right), within.Count));
            yield return new(string.Create(CultureInfo.InvariantCulture, $"share.from0.{bin}"), FigureParts.Ratio(within.Count, judged.Count));
        }
    }

    private static string Country(string code) => code.Length < 3 ? "" : code[..3] is "GOV" or "CVL" or "REL" or "REF" or "UNK" or "CRM" or "MIL" or "REB" or "COP" or "MED" or "JRN" or "OPP" ? "" : code[..3];

    private static bool SameParty(GoldParty gold, Party p, string text)
    {
        int at = Find(text, gold.Text);
        bool overlaps = at >= 0 && p.Start < at + gold.Text.Length && at < p.End && p.End - p.Start <= 3 * gold.Text.Length;
        return overlaps || NameMatching.Same(gold.Text, p.Name ?? p.Text) || NameMatching.Same(gold.Text, p.Text);
    }

    private static int Evidence(Located gold, EventRecord p, Func<int, int> sentenceAt)
    {
        bool overlap = gold.Start >= 0 && p.Trigger.Start < gold.Start + gold.Record.Trigger.Length && gold.Start < p.Trigger.End;
        if (overlap) return 4;
        var goldParties = gold.Record.Actors.Concat(gold.Record.Recipients).ToList();
        bool shared = goldParties.Exists(g => p.Actors.Concat(p.Recipients).Any(q => SameParty(g, q, gold.Text)));
        if (sentenceAt(gold.Start) == sentenceAt(p.Trigger.Start)) return shared ? 3 : 2;
        bool Side(IReadOnlyList<GoldParty> g, IReadOnlyList<Party> q) => g.Count == 0 || g.Any(x => q.Any(y => SameParty(x, y, gold.Text)));
        if (goldParties.Count > 0 && Side(gold.Record.Actors, p.Actors) && Side(gold.Record.Recipients, p.Recipients)) return 1;
        return 0;
    }

    // Augmenting paths, adding the weaker evidence later, so that strong pairs are only broken to make more pairs.
    private static int?[] Match(List<Located> gold, IReadOnlyList<EventRecord> events, Func<int, int> sentenceAt)
    {
        var owner = new int?[events.Count];
        var match = new int?[gold.Count];
        for (int level = 4; level >= 1; level--)
            for (int g = 0; g < gold.Count; g++)
                if (match[g] is null) Augment(g, level, []);
        return match;

        bool Augment(int g, int level, HashSet<int> seen)
        {
            for (int p = 0; p < events.Count; p++)
            {
                if (!TypeFits(gold[g].Record, events[p]) || Evidence(gold[g], events[p], sentenceAt) < level || !seen.Add(p)) continue;
                if (owner[p] is not { } other || Augment(other, level, seen))
                {
                    owner[p] = g;
                    match[g] = p;
                    return true;
                }
            }
            return false;
        }
    }

    private static bool TypeFits(GoldRecord g, EventRecord p) => g.Type == p.Type || (g.Alt?.Contains(p.Type) ?? false);

    private static bool IsTolerated(GoldArticle gold, EventRecord p) => gold.Tolerated?.Any(t =>
        t.Type == p.Type && Find(gold.Text, t.Trigger) is var at && at >= 0 && p.Trigger.Start < at + t.Trigger.Length && at < p.Trigger.End) ?? false;

    private static bool IsRepeat(List<Located> gold, int?[] match, IReadOnlyList<EventRecord> events, int p, Func<int, int> sentenceAt)
    {
        for (int g = 0; g < gold.Count; g++)
            if (match[g] is not null && TypeFits(gold[g].Record, events[p]) && sentenceAt(gold[g].Start) != sentenceAt(events[p].Trigger.Start)
                && gold[g].Record.Actors.Concat(gold[g].Record.Recipients).Any(x => events[p].Actors.Concat(events[p].Recipients).Any(y => SameParty(x, y, gold[g].Text)))) return true;
        return false;
    }

    private void Quotations(IReadOnlyList<GoldQuote> quotes, CodedArticle coded, Action<string>? report)
    {
        var pairs = new List<(double F, int G, int P)>();
        for (int g = 0; g < quotes.Count; g++)
            for (int p = 0; p < coded.Quotations.Count; p++)
                if (WordF1(quotes[g].Content, string.Join(' ', coded.Quotations[p].Content.Select(c => c.Text))) is var f and > 0) pairs.Add((f, g, p));
        var goldUsed = new HashSet<int>();
        var used = new HashSet<int>();
        foreach (var (f, g, p) in pairs.OrderByDescending(x => x.F))
        {
            if (f < .5 || goldUsed.Contains(g) || used.Contains(p)) continue;
            goldUsed.Add(g);
            used.Add(p);
            tally.QuotesFound++;
            if (f > .9999) tally.QuotesExact++;
            if (quotes[g].Speaker is { } speaker)
            {
                var s = coded.Quotations[p].Speaker;
                bool right = s is not null && (NameMatching.Same(speaker, s.Name ?? s.Text) || NameMatching.Same(speaker, s.Text));
                tally.Speaker.Add(right);
                if (!right) report?.Invoke($"  ? speaker {speaker} / {s?.Name ?? s?.Text}: {quotes[g].Content}");
            }
        }
        tally.QuotesGold += quotes.Count;
        for (int p = 0; p < coded.Quotations.Count; p++)
        {
            string text = string.Join(' ', coded.Quotations[p].Content.Select(c => c.Text));
            bool outer = coded.Quotations[p].Content.Count > 0 && goldUsed.Any() && used.Any(u => u != p && Holds(coded.Quotations[p], coded.Quotations[u]));
            if (!used.Contains(p) && (coded.Quotations[p].Form != "direct" && text.StartsWith("to ", StringComparison.Ordinal) || outer)) continue;
            tally.QuotesPredicted++;
            if (!used.Contains(p)) report?.Invoke($"  + FALSE QUOTE ({coded.Quotations[p].Form}, {coded.Quotations[p].Speaker?.Name ?? coded.Quotations[p].Speaker?.Text}): {text}");
        }
        for (int g = 0; g < quotes.Count; g++)
            if (!goldUsed.Contains(g)) report?.Invoke($"  - MISSED QUOTE ({quotes[g].Form}, {quotes[g].Speaker}): {quotes[g].Content}");
    }

    private static bool Holds(QuotationRecord outer, QuotationRecord inner) =>
        outer.Content[0].Start <= inner.Content[0].Start && inner.Content[^1].End <= outer.Content[^1].End;

    internal static double WordF1(string a, string b)
    {
        var x = NameMatching.Words(a).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var y = NameMatching.Words(b).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        int common = x.Sum(w => Math.Min(w.Value, y.GetValueOrDefault(w.Key)));
        int total = x.Values.Sum() + y.Values.Sum();
        return total == 0 ? 0 : 2.0 * common / total;
    }

    private static int Find(string text, string part) => text.IndexOf(part, StringComparison.Ordinal);

    private static string Parties(IEnumerable<GoldParty> parties) => string.Join(", ", parties.Select(p => $"{p.Text}<{p.Code}>"));

    private static string Describe(EventRecord p) =>
        $"{p.Type}/{p.Mode} [{p.Trigger.Text}] {string.Join(", ", p.Actors.Select(a => $"{a.Name ?? a.Text}<{a.Code}>"))} -> {string.Join(", ", p.Recipients.Select(a => $"{a.Name ?? a.Text}<{a.Code}>"))} {p.Status} ({string.Join(" > ", p.Chain.Select(h => h.Name ?? h.Kind))}) {p.Trace.Pattern}";

    private sealed record Located(GoldRecord Record, int Start, string Text);

    private sealed class Share
    {
        public int Right, Total;

        public void Add(bool right)
        {
            Total++;
            if (right) Right++;
        }

        public FigureParts Parts => FigureParts.Ratio(Right, Total);
    }

    private sealed class Tally
    {
        public int Gold, Predicted, Paired, Located, EmptyWords, SpuriousInEmpty, QuotesGold, QuotesPredicted, QuotesFound, QuotesExact;

        public readonly Share ActorCountry = new(), ActorCode = new(), RecipientCountry = new(), RecipientCode = new(), Status = new(), Mode = new(),
            Cameo = new(), Date = new(), Place = new(), Killed = new(), Chain = new(), Speaker = new();

        public IReadOnlyDictionary<string, FigureParts> Parts => new Dictionary<string, FigureParts>
        {
            ["eventsGold"] = FigureParts.Count(Gold), ["eventsPredicted"] = FigureParts.Count(Predicted),
            ["eventsF1"] = F(Paired, Gold, Predicted), ["eventsF1Located"] = F(Located, Gold, Predicted),
            ["precisionLocated"] = FigureParts.Ratio(Located, Predicted), ["recallLocated"] = FigureParts.Ratio(Located, Gold),
            ["spuriousPer1000Words"] = FigureParts.Ratio(1000.0 * SpuriousInEmpty, EmptyWords),
            ["actorCountry"] = ActorCountry.Parts, ["actorCode"] = ActorCode.Parts, ["recipientCountry"] = RecipientCountry.Parts, ["recipientCode"] = RecipientCode.Parts,
            ["status"] = Status.Parts, ["mode"] = Mode.Parts, ["cameo"] = Cameo.Parts, ["date"] = Date.Parts, ["place"] = Place.Parts, ["killed"] = Killed.Parts,
            ["chainExact"] = Chain.Parts, ["quotesFoundF1"] = F(QuotesFound, QuotesGold, QuotesPredicted), ["quotesExactF1"] = F(QuotesExact, QuotesGold, QuotesPredicted),
            ["speaker"] = Speaker.Parts,
        };

        private static FigureParts F(int hits, int gold, int predicted) => FigureParts.Ratio(2.0 * hits, gold + predicted);
    }
}
