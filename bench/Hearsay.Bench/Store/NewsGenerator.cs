using System.Globalization;
using System.Text;
using Hearsay.Articles;
using Hearsay.Coding.Records;
using Hearsay.Language;
using Hearsay.Store;

namespace Hearsay.Bench.Store;

/// <summary>
/// Makes coded articles that are synthetic but shaped like news: twelve sentences of some twenty words each, five events
/// and one or two quotations an article, words, outlets, countries and places as unequally frequent as real ones (Zipf),
/// days over five years. The same seed and number give the same article, on any machine and in any order.
/// </summary>
public sealed class NewsGenerator(int seed)
{
    private static readonly string[] Topics =
    [
        "talks", "nuclear", "sanctions", "minister", "border", "ceasefire", "troops", "election", "protest", "aid", "court", "trade", "oil", "agreement",
        "parliament", "rebels", "refugees", "embassy", "missile", "drone", "police", "opposition", "summit", "treaty", "inspectors", "blockade", "convoy",
    ];

    private static readonly string[] Modes = ["visit", "phone", "demo", "arrest", "restrict", "aerial", "firearms", "meet", "change", "yield"];
    private static readonly string[] Contexts = ["military", "diplomatic", "economic", "election", "legal", "human_rights", "migration", "environment"];
    private static readonly string[] Statuses = ["asserted", "denied", "demanded", "planned", "promised", "threatened", "possible", "negated"];
    private static readonly string[] Sectors = ["GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "CVL", "BUS", "MED"];

    private readonly string[] vocabulary = Words(30_000);
    private readonly string[] countries = [.. Enumerable.Range(0, 190).Select(i => $"{Letter(i * 7)}{Letter(i * 11 + i / 26)}{Letter(i)}")];
    private readonly string[] people = [.. Enumerable.Range(0, 5000).Select(i => Name(i) + " " + Name(i * 31 + 7))];
    private readonly string[] outlets = [.. Enumerable.Range(0, 300).Select(i => $"The {Name(i + 9000)} {(i % 3 == 0 ? "Times" : i % 3 == 1 ? "Post" : "Herald")}")];
    private readonly string[] towns = [.. Enumerable.Range(0, 2000).Select(i => Name(i + 20_000))];
    private readonly DateOnly first = new(2019, 1, 1);

    /// <summary>Article number <paramref name="number"/>.</summary>
    public CodedArticle Article(int number)
    {
        var chance = new Random(HashCode(seed, number));
        var published = first.AddDays(chance.Next(5 * 365));
        var text = new StringBuilder(2048);
        var sentences = new List<TextSpan>();
        var events = new List<EventRecord>();
        var quotations = new List<QuotationRecord>();
        string id = string.Create(CultureInfo.InvariantCulture, $"n{number}");
        int count = 8 + chance.Next(9);
        for (int s = 0; s < count; s++)
        {
            if (s > 0) text.Append(s % 3 == 0 ? "\n\n" : " ");
            int start = text.Length;
            var who = Party(text, chance);
            text.Append(' ');
            var trigger = Word(text, Topics[Zipf(chance, Topics.Length)]);
            text.Append(' ');
            var whom = Party(text, chance);
            for (int w = 0; w < 12 + chance.Next(8); w++) Word(text.Append(' '), chance.Next(12) == 0 ? Topics[Zipf(chance, Topics.Length)] : vocabulary[Zipf(chance, vocabulary.Length)]);
            text.Append('.');
            sentences.Add(new TextSpan(start, text.Length));
            if (chance.Next(count) < 5) events.Add(Event(chance, id, s, trigger, who, whom, published));
            if (chance.Next(count) < 2) quotations.Add(Quotation(text, chance, who, trigger, text.Length));
        }
        var article = new Article { Id = id, Outlet = outlets[Zipf(chance, outlets.Length)], Title = $"{Topics[chance.Next(Topics.Length)]} {number}", PublishedOn = published, Text = text.ToString() };
        return new CodedArticle(article, events, quotations, []) { Sentences = sentences };
    }

    private EventRecord Event(Random chance, string article, int sentence, Excerpt trigger, Party who, Party whom, DateOnly published)
    {
        bool told = chance.Next(3) == 0;
        var day = published.AddDays(-chance.Next(4));
        return new EventRecord
        {
            Id = RecordId(article, trigger.Start), Sentence = sentence, Trigger = trigger, Type = QuadClass.AllTypes[Zipf(chance, 16)], Mode = chance.Next(2) == 0 ? Modes[chance.Next(Modes.Length)] : null,
            Contexts = chance.Next(3) == 0 ? [Contexts[chance.Next(Contexts.Length)]] : [], Cameo = (10 + chance.Next(200)).ToString("000", CultureInfo.InvariantCulture),
            Status = Statuses[chance.Next(10) < 7 ? 0 : chance.Next(Statuses.Length)], Actors = [who], Recipients = chance.Next(5) == 0 ? [] : [whom],
            Time = chance.Next(2) == 0 ? new EventTime("on Monday", day, day, "day") : null, Place = chance.Next(5) < 3 ? Place(chance) : null,
            Killed = chance.Next(20) == 0 ? chance.Next(50) : null, Confidence = 0.5 + chance.Next(45) / 100.0, Trace = new Trace("pattern." + Zipf(chance, 400), ["offices:president"]),
            Chain = told ? [new ChainHop(people[Zipf(chance, people.Length)], "person", "said", who.Text, who.Start, who.End)] : [],
        };
    }

    private EventPlace Place(Random chance)
    {
        int i = Zipf(chance, towns.Length);
        return new EventPlace(towns[i], towns[i], countries[i % countries.Length], "Region " + i % 40, i % 160 - 80 + 0.25, i % 340 - 170 + 0.5, 100_000 + i);
    }

    private Party Party(StringBuilder text, Random chance)
    {
        string country = countries[Zipf(chance, countries.Length)], sector = Sectors[Zipf(chance, Sectors.Length)];
        string? name = chance.Next(2) == 0 ? people[Zipf(chance, people.Length)] : null;
        var cut = Word(text, name ?? "The " + vocabulary[Zipf(chance, vocabulary.Length)]);
        bool known = chance.Next(10) < 8;
        return new Party
        {
            Text = cut.Text, Start = cut.Start, End = cut.End, Name = name, Code = known ? country + sector : null, Country = known ? country : null, Sectors = known ? [sector] : [],
        };
    }

    private static QuotationRecord Quotation(StringBuilder text, Random chance, Party who, Excerpt cue, int end)
    {
        int start = Math.Max(cue.End + 1, end - 40 - chance.Next(40));
        var content = new Excerpt(start, end, text.ToString(start, end - start));
        return new QuotationRecord
        {
            Content = [content], Cue = cue, Speaker = who, Form = chance.Next(2) == 0 ? "direct" : "indirect",
            Chain = [new ChainHop(who.Name, "person", cue.Text, who.Text, who.Start, who.End)],
        };
    }

    private static Excerpt Word(StringBuilder text, string word)
    {
        int start = text.Length;
        text.Append(word);
        return new Excerpt(start, text.Length, word);
    }

    // Zipf's law with exponent 1, by inversion: the k-th of n is drawn with a chance of about 1/k.
    private static int Zipf(Random chance, int n) => Math.Min(n - 1, (int)Math.Pow(n + 1, chance.NextDouble()) - 1);

    private static string RecordId(string article, int trigger) => string.Create(CultureInfo.InvariantCulture,
        $"{HashCode(int.Parse(article.AsSpan(1), CultureInfo.InvariantCulture), trigger):x8}{HashCode(trigger, int.Parse(article.AsSpan(1), CultureInfo.InvariantCulture)):x8}");

    private static int HashCode(int a, int b)
    {
        uint h = (uint)a * 2654435761u ^ (uint)b * 2246822519u;
        h ^= h >> 15;
        h *= 2246822519u;
        return (int)(h ^ (h >> 13)) & int.MaxValue;
    }

    private static string[] Words(int count) => [.. Enumerable.Range(0, count).Select(i => Name(i).ToLowerInvariant())];

    private static char Letter(int i) => (char)('A' + i % 26);

    // Syllables in the order of the digits of a number: different numbers, different words.
    private static string Name(int i)
    {
        string[] starts = ["Ka", "Be", "Mo", "Ti", "Su", "Ra", "Le", "No", "Vi", "Du", "Ha", "Pe", "Jo", "Si"];
        string[] ends = ["lan", "ren", "mir", "ton", "dal", "vek", "sun", "bor", "nis", "gar", "lem", "tov"];
        var name = new StringBuilder(starts[i % starts.Length]);
        for (int rest = i / starts.Length; ; rest /= ends.Length)
        {
            name.Append(ends[rest % ends.Length]);
            if (rest < ends.Length) return name.ToString();
        }
    }
}
