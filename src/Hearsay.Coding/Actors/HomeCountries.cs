using Hearsay.Coding.Places;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Tells the country of people to whom the text gives none: "police", "the opposition leader", "the miners". Every name of
/// a place, a state, a nationality or a known party speaks for its country: most where it stands in the same clause
/// ("in Bamako police fired"), then in the sentence, the dateline, the sentences before, the article as a whole, and least
/// the paper that writes. Gives the country that leads clearly, null when none does. The weights were set by hand on the
/// train part of eval/corpus.
/// </summary>
/// <param name="document">The annotated text.</param>
/// <param name="names">Finds the names of the actor tables.</param>
/// <param name="places">The places of the document; they know more towns than the actor tables, and which of two is meant.</param>
/// <param name="outletCountry">The country that the outlet writes for, or null.</param>
internal sealed class HomeCountries(Document document, NameFinder names, IReadOnlyList<PlaceMention> places, string? outletCountry)
{
    // What kinds of names say by themselves.
    private const double Dateline = 3, TownWithin = 3, Town = 2, GazetteerTown = 2.5, UnknownTown = 1, LonelyTown = 0.4, State = 2, Organ = 2, Nationals = 1, Foreigners = 0.5,
        Backers = 0.3, KnownPerson = 1.5, Organization = 1, Peoples = 0.3;

    // What their place in the sentence and in the article makes of it.
    private const double First = 1.2, SameClause = 2.5, Joined = 2.5, AboveClause = 1.8, Entered = 1.8, Beyond = 0.5, Outlet = 1.2, Article = 2.5, Decay = 0.5, Least = 1, Lead = 1.1;

    private const int Before = 4;

    private static readonly HashSet<string> Within = ["in", "at", "near", "outside", "inside", "around", "across", "throughout", "off", "along", "on", "into"];

    private static readonly HashSet<string> Elsewhere = ["to", "from", "against", "with", "for", "towards", "toward", "by", "via", "over", "about", "behind", "like"];

    // "The Zambian regulators" are at home; "Australian backpackers" and "American troops" are mostly told of elsewhere.
    private static readonly HashSet<string> Organs =
    [
        "president", "government", "parliament", "premier", "minister", "police", "court", "authority", "opposition", "prosecutor", "judge", "king", "queen", "senate",
        "regulator", "ministry", "cabinet", "capital", "city", "town", "province", "region", "village", "district", "state", "people", "voter", "lawmaker", "leader", "rebel", "junta", "regime", "constitution", "coup", "election", "authorities",
        "strongman", "ruler", "dictator", "warlord", "commander", "general", "politician", "governor", "mayor", "chief", "army", "military", "throne", "crown",
    ];

    private static readonly HashSet<string> DescribedPlaces = ["capital", "city", "town", "village", "province", "region", "district", "port", "coast", "territory", "soil", "countryside"];

    // Where the world's bodies sit and its powers meet: such a town speaks for its country only where something else names it.
    private static readonly HashSet<string> Seats = ["Brussels", "Strasbourg", "Geneva", "Vienna", "The Hague", "Hague", "Lausanne", "Davos", "Turtle Bay"];

    private readonly Dictionary<int, List<Evidence>> evidence = [];
    private readonly Dictionary<int, Dictionary<string, double>> context = [];
    private Dictionary<string, double>? whole;

    // A name in tokens [First, Last] that speaks for a country; a place when Local.
    private readonly record struct Evidence(int First, int Last, string Country, double Weight, bool Local);

    /// <summary>The country at home in which the people named by token <paramref name="head"/> most likely are, or null.</summary>
    public string? Of(int sentence, int head)
    {
        var scores = new Dictionary<string, double>(Context(sentence));
        var s = document.Sentences[sentence];
        bool first = true;
        foreach (var e in In(sentence))
        {
            if (e.First <= head && head <= e.Last) continue;
            double relation = Relation(s, e, head);
            scores[e.Country] = scores.GetValueOrDefault(e.Country) + (relation >= Joined ? Math.Max(e.Weight, Nationals) : e.Weight) * relation + (first && relation > 0 && e.Weight > Foreigners ? First : 0);
            first = false;
        }
        return Leader(scores);
    }

    private static string? Leader(Dictionary<string, double> scores)
    {
        string? best = null;
        double top = 0, second = 0;
        foreach (var (country, score) in scores)
            if (score > top) (best, second, top) = (country, top, score);
            else if (score > second) second = score;
        return top >= Least && top >= second * Lead ? best : null;
    }

    // How near a name stands to the people in question, in the tree.
    private static double Relation(Sentence s, Evidence e, int head)
    {
        int top = e.Last;
        for (int i = e.First; i <= e.Last; i++) if (s.Tokens[i].Head < e.First || s.Tokens[i].Head > e.Last) top = i;
        string preposition = ArgumentReader.Case(s, top);
        if (preposition.Length == 0 && s.Tokens[top] is { Relation: "conj", Head: >= 0 and var other }) preposition = ArgumentReader.Case(s, other);
        int governor = s.Tokens[top].Head, clause = Clause(s, head);
        if (Within.Contains(preposition) && e.Local)
            return governor == head || Clause(s, governor) == clause ? SameClause : s.Dominates(governor, head) ? AboveClause : 1;
        if (governor == head && s.Tokens[top].Relation is "amod" or "compound") return SameClause; // "Republican members of Congress"
        if (AreJoined(s, governor, top, head)) return Joined;
        if (preposition == "between") return 0; // "the border between Iran and Pakistan"
        if (Elsewhere.Contains(preposition)) return Beyond;
        return e.Local && s.Tokens[top].Relation == "obj" && governor == clause ? Entered : 1;
    }

    // "The government and the FARC", "between officials and the rebels": the other side of a pair.
    private static bool AreJoined(Sentence s, int governor, int top, int head) =>
        s.Tokens[top].Relation == "conj" && governor == head
        || s.Tokens[head] is { Relation: "conj", Head: >= 0 and var first } && (first == top || first == governor && s.Tokens[top].Relation is "compound" or "nmod" or "amod");

    // The verb of the clause that a token stands in.
    private static int Clause(Sentence s, int token)
    {
        for (int steps = 0; token >= 0 && steps < 30; token = s.Tokens[token].Head, steps++)
            if (s.Tokens[token].Upos == "VERB" || s.Tokens[token].Head < 0) return token;
        return -1;
    }

    // What the rest of the article says to a sentence.
    private Dictionary<string, double> Context(int sentence)
    {
        if (context.TryGetValue(sentence, out var known)) return known;
        var scores = new Dictionary<string, double>();
        void Add(string country, double weight) => scores[country] = scores.GetValueOrDefault(country) + weight;
        if (outletCountry is not null) Add(outletCountry, Outlet);
        double total = Whole().Values.Sum();
        if (document.Sentences.Count > 1)
            foreach (var (country, weight) in Whole()) Add(country, Article * weight / Math.Max(total, 4)); // little evidence is little, however one-sided
        double decay = Decay;
        for (int i = sentence - 1; i >= 0 && i >= sentence - Before; i--, decay *= Decay)
            foreach (var e in In(i)) Add(e.Country, decay * e.Weight);
        return context[sentence] = scores;
    }

    private Dictionary<string, double> Whole()
    {
        if (whole is not null) return whole;
        whole = [];
        for (int i = 0; i < document.Sentences.Count; i++)
            foreach (var e in In(i)) whole[e.Country] = whole.GetValueOrDefault(e.Country) + e.Weight;
        return whole;
    }

    private List<Evidence> In(int sentence)
    {
        if (evidence.TryGetValue(sentence, out var known)) return known;
        var s = document.Sentences[sentence];
        var here = places.Where(p => p.Sentence == sentence && !p.IsDemonym).ToList();
        var found = new List<Evidence>();
        foreach (var name in names.All(sentence))
        {
            var place = here.Find(p => p.First <= name.Last && name.First <= p.Last);
            string country = name.Entry.Country;
            if (!names.IsState(country) || name.Entry.OrganizationKind == "continent" || Weight(s, name, place) is not (> 0 and var weight)) continue;
            if (name.Entry.Kind == ActorKind.Region && IsSeat(name.Entry.Name, country)) continue;
            int town = name.Entry.Kind == ActorKind.Nationality ? DescribedPlace(s, name) : -1;
            found.Add(new Evidence(name.First, Math.Max(name.Last, town), country, weight + (IsDateline(s, name.First) ? Dateline : 0), town >= 0 || name.Entry.Kind is ActorKind.Region or ActorKind.Country));
        }
        foreach (var p in here)
            if (p.Country is { } at && names.IsState(at) && !IsSeat(p.Name ?? "", at) && !found.Exists(e => e.First <= p.Last && p.First <= e.Last))
                found.Add(new Evidence(p.First, p.Last, at, (p.GeonameId is null ? UnknownTown : IsLonely(p) ? LonelyTown : GazetteerTown) + (IsDateline(s, p.First) ? Dateline : 0), true));
        found.Sort((a, b) => a.First.CompareTo(b.First));
        return evidence[sentence] = found;
    }

    private static double Weight(Sentence s, FoundName name, PlaceMention? place) => name.Entry.Kind switch
    {
        ActorKind.Region => place is null || IsWithin(s, name.First) ? TownWithin : Town,
        ActorKind.Country or ActorKind.Nationality when NounPhrase.IsBacker(s, name.First, name.Last) => Backers,
        ActorKind.Country => State,
        ActorKind.Nationality => Describes(s, name) ? Organ : IsForeigner(s, name) ? Foreigners : Nationals,
        ActorKind.Person or ActorKind.Metonym => KnownPerson,
        ActorKind.Organization => Organization,
        ActorKind.People => Peoples,
        _ => 0,
    };

    // A small town abroad that nothing else in the article speaks for is likelier a namesake at home.
    private bool IsLonely(PlaceMention place) =>
        outletCountry is not null && place.Country != outletCountry && !places.Any(p => p.Country == place.Country && p.Name != place.Name)
        && !Enumerable.Range(0, document.Sentences.Count).Any(i => names.All(i).Any(n => n.Entry.Country == place.Country));

    private bool IsSeat(string town, string country) =>
        Seats.Contains(town) && !Enumerable.Range(0, document.Sentences.Count).Any(i => names.All(i).Any(n => n.Entry.Country == country && n.Entry.Kind is ActorKind.Country or ActorKind.Nationality));

    private static bool IsWithin(Sentence s, int token) => token > 0 && Within.Contains(s.Tokens[token - 1].Form.ToLowerInvariant());

    private static bool IsDateline(Sentence s, int token) => token <= 2 && s.Tokens[token] is { Relation: "parataxis", Upos: "PROPN" };

    // "Arrested a French priest", "freed two German hostages": the nationality of those to whom it is done is worth telling because it is another.
    private static bool IsForeigner(Sentence s, FoundName name) =>
        s.Tokens[name.Last] is { Relation: "amod" or "compound", Head: >= 0 and var noun } && s.Tokens[noun].Relation is "obj" or "conj" or "obl";

    // "In the French capital": a place that is named by its country.
    private static int DescribedPlace(Sentence s, FoundName name) =>
        s.Tokens[name.Last] is { Relation: "amod" or "compound", Head: >= 0 and var noun } && noun > name.Last && noun - name.Last < 4 && DescribedPlaces.Contains(s.Tokens[noun].Lemma) ? noun : -1;

    private static bool Describes(Sentence s, FoundName name) =>
        s.Tokens[name.Last] is { Relation: "amod" or "compound" or "nmod", Head: >= 0 and var noun } && Organs.Contains(s.Tokens[noun].Lemma.ToLowerInvariant());
}
