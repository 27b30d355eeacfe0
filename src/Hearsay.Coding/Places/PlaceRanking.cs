namespace Hearsay.Coding.Places;

/// <summary>
/// Chooses an entry for every candidate: population and rank first, then what the article tells. Countries it names
/// (and names through demonyms) draw towns to them, a container draws what it contains, a division named elsewhere
/// draws its towns, and a name means one place throughout (Gale et al. 1992; population prior after Leidner 2007).
/// The weights are in steps of a power of ten of population.
/// </summary>
internal sealed class PlaceRanking
{
    private const double ContainerBonus = 7;
    private const double Tight = 0.3, Loose = 1.3; // degrees: some 30 and 150 km
    private readonly List<PlaceCandidate> candidates;
    private readonly Dictionary<string, double> countries = [];
    private readonly Dictionary<(string, string), double> divisions = [];
    private readonly Dictionary<string, (string Country, double Weight)> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> chosen = new(StringComparer.Ordinal);
    private readonly List<PlaceCandidate> names = [];
    private double total;

    private PlaceRanking(List<PlaceCandidate> candidates)
    {
        this.candidates = candidates;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in candidates)
            if (c.Senses.Count is > 0 and <= 60 && !c.Demonym && seen.Add(c.Folded)) names.Add(c);
    }

    /// <summary>Sets <see cref="PlaceCandidate.Chosen"/> of all candidates that have an entry.</summary>
    /// <param name="candidates">All candidates of an article.</param>
    /// <param name="home">The country that the article's outlet writes for, or null: it tips scales and turns none.</param>
    public static void Choose(List<PlaceCandidate> candidates, string? home = null)
    {
        var ranking = new PlaceRanking(candidates);
        ranking.Vote(home, 0.2);
        ranking.VoteForCountries();
        ranking.ChooseAll();
        // The towns chosen with confidence are evidence for those that were not.
        ranking.VoteForDivisions();
        ranking.ChooseAll();
        foreach (var c in candidates) if (Elsewhere(c)) c.Chosen = null;
    }

    /// <summary>"Enfield, England" is no town of Connecticut: a small place that lies outside what the text puts it in is another one.</summary>
    private static bool Elsewhere(PlaceCandidate c) =>
        c.Container?.Chosen is { Country: not null, Rank: PlaceRank.Country or PlaceRank.Division or PlaceRank.Feature } outer
        && c.Chosen is { Rank: PlaceRank.Town or PlaceRank.LesserSeat or PlaceRank.Quarter or PlaceRank.County, Population: < 100_000 } inner
        && inner.Country != outer.Country;

    private void VoteForCountries()
    {
        // A doubtful name votes once, however often it stands there, or it would confirm itself.
        var voted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in candidates)
        {
            if (c.Senses.Count == 0) continue;
            if (c.Demonym || c.Senses[0].Rank == PlaceRank.Country) Vote(c.Senses[0].Country, Ambiguous(c) ? 0 : 1);
            else if (!voted.Add(c.Folded)) continue;
            else if (c.Senses.Count == 1) VoteFor(c, c.Senses[0].Country, 0.5);
            else if (c.Senses.MaxBy(Score) is { } likely && Score(likely) > 7) VoteFor(c, likely.Country, 0.5);
        }
    }

    /// <summary>"Georgia" is also a state of another country.</summary>
    private static bool Ambiguous(PlaceCandidate c)
    {
        foreach (var p in c.Senses) if (p.Rank == PlaceRank.Division && p.Country != c.Senses[0].Country && p.Population > 1_000_000) return true;
        return false;
    }

    private void VoteForDivisions()
    {
        var voted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in candidates)
            if (c.Chosen is { Country: { } country, Admin1: { } division } && voted.Add(c.Folded))
            {
                divisions[(country, division)] = divisions.GetValueOrDefault((country, division)) + (c.Chosen.Rank == PlaceRank.Division ? 1 : 0.5);
                VoteFor(c, country, 0.25);
            }
    }

    // A name is no evidence for its own country.
    private void VoteFor(PlaceCandidate c, string? country, double weight)
    {
        if (country == null) return;
        Vote(country, weight);
        if (!own.TryGetValue(c.Folded, out var before)) own[c.Folded] = (country, weight);
        else if (before.Country == country) own[c.Folded] = (country, before.Weight + weight);
    }

    private void Vote(string? country, double weight)
    {
        if (country == null) return;
        countries[country] = countries.GetValueOrDefault(country) + weight;
        total += weight;
    }

    private void ChooseAll()
    {
        var byName = new Dictionary<string, (Place Place, double Score)>(StringComparer.Ordinal);
        foreach (var c in candidates)
        {
            if (c.Senses.Count == 0) continue;
            foreach (var sense in c.Senses)
            {
                double score = Score(sense) - Overshadowed(c, sense) + Evidence(c, sense) + Neighbours(c, sense) + Near(c, sense) + Hint(c, sense) + (Contained(c, sense) ? ContainerBonus : 0) + Containing(c, sense);
                if (!byName.TryGetValue(c.Folded, out var best) || score > best.Score) byName[c.Folded] = (sense, score);
            }
        }
        foreach (var c in candidates)
        {
            if (c.Senses.Count == 0) continue;
            c.Chosen = byName[c.Folded].Place;
            if (c.Chosen.FeatureClass is "P" or "S") chosen[c.Folded] = c.Chosen;
        }
    }

    /// <summary>How likely an entry is meant when the article tells nothing.</summary>
    public static double Score(Place p) => Math.Log10(p.Population + 10) + p.Rank switch
    {
        PlaceRank.Country => 5,
        PlaceRank.Capital => 2.5,
        PlaceRank.Division => 0.4,
        PlaceRank.DivisionSeat => 0.6,
        PlaceRank.Feature => 7.5,
        PlaceRank.LesserSeat => 0,
        PlaceRank.County => -1.2,
        PlaceRank.Town => 0,
        _ => -0.7,
    };

    private double Evidence(PlaceCandidate c, Place p)
    {
        double score = 0, votes = p.Country == null ? 0 : countries.GetValueOrDefault(p.Country), all = total;
        if (own.TryGetValue(c.Folded, out var self))
        {
            if (self.Country == p.Country) votes -= self.Weight;
            all -= self.Weight;
        }
        // Little evidence is little, however one-sided.
        if (votes > 1e-9) score += (1.4 + 4.2 * votes / all) * Math.Min(1, all / 0.75);
        if (p.Country != null && p.Admin1 != null && p.Rank != PlaceRank.Division && divisions.TryGetValue((p.Country, p.Admin1), out double here)) score += Math.Min(1.5, here * 0.5);
        return score;
    }

    /// <summary>What the words right beside the name say it is.</summary>
    private static double Hint(PlaceCandidate c, Place p) => c.Kind switch
    {
        PlaceKind.Town when p.FeatureClass == "P" => 9,
        PlaceKind.Division when p.Rank is PlaceRank.Division => 6,
        PlaceKind.Division when p.Rank is PlaceRank.County => 2,
        _ => 0,
    };

    /// <summary>
    /// Other names of the article that have a sense close by, whatever they will be taken for; names with many senses
    /// are close to something everywhere and count less.
    /// </summary>
    private double Near(PlaceCandidate c, Place sense)
    {
        if (sense.FeatureClass is not ("P" or "S") && sense.Rank != PlaceRank.County) return 0;
        double sum = 0;
        foreach (var other in names)
        {
            if (other.Folded == c.Folded) continue;
            double best = 0;
            foreach (var p in other.Senses)
            {
                if (p.FeatureClass is not ("P" or "S") && p.Rank != PlaceRank.County) continue;
                double north = Math.Abs(p.Lat - sense.Lat);
                if (north > Loose) continue;
                double east = Math.Abs(p.Lon - sense.Lon) * Math.Cos(double.DegreesToRadians(sense.Lat));
                if (east < Loose) best = Math.Max(best, north < Tight && east < Tight ? 2 : 0.8);
            }
            sum += best / Math.Sqrt(other.Senses.Count);
        }
        return Math.Min(sum, 3.5);
    }

    /// <summary>A division whose namesake town holds a good part of its people is rarely meant ("New York", "São Paulo").</summary>
    private static double Overshadowed(PlaceCandidate c, Place sense)
    {
        if (sense.Rank != PlaceRank.Division) return 0;
        foreach (var town in c.Senses)
            if (town.FeatureClass == "P" && town.Country == sense.Country && town.Admin1 == sense.Admin1 && town.Population > sense.Population / 5) return 1.8;
        return 0;
    }

    /// <summary>Other towns of the article within some 150 km, as far as they are chosen.</summary>
    private double Neighbours(PlaceCandidate c, Place sense)
    {
        if (sense.FeatureClass is not ("P" or "S") || chosen.Count == 0) return 0;
        double near = 0;
        foreach (var (folded, place) in chosen)
            if (folded != c.Folded && place != sense && Math.Abs(place.Lat - sense.Lat) < 1.3 && Math.Abs(place.Lon - sense.Lon) * Math.Cos(double.DegreesToRadians(sense.Lat)) < 1.3) near++;
        return Math.Min(near, 2) * 0.8;
    }

    private static bool Contained(PlaceCandidate c, Place sense)
    {
        if (c.Container is not { } container || sense.Country == null) return false;
        foreach (var outer in container.Senses)
            if (outer.Country == sense.Country && (outer.Rank == PlaceRank.Country || (outer.Rank == PlaceRank.Division && outer.Admin1 == sense.Admin1) || (outer.Rank == PlaceRank.Feature && Near(outer, sense)))) return true;
        return false;
    }

    private static bool Near(Place a, Place b) => Math.Abs(a.Lat - b.Lat) < 4 && Math.Abs(a.Lon - b.Lon) < 4;

    /// <summary>A division gains when a town beside it lies in it ("Atlanta, Georgia").</summary>
    private double Containing(PlaceCandidate c, Place sense)
    {
        if (sense.Rank != PlaceRank.Division) return 0;
        foreach (var inner in candidates)
        {
            if (inner.Container != c) continue;
            foreach (var town in inner.Senses)
                if (town.Country == sense.Country && town.Admin1 == sense.Admin1 && town.Rank != PlaceRank.Division && town.Population is >= 5000 or 0) return ContainerBonus - 1;
        }
        foreach (var (folded, town) in chosen)
            if (folded != c.Folded && town.Country == sense.Country && town.Admin1 == sense.Admin1 && town.Population >= 100_000) return ContainerBonus / 2;
        return 0;
    }
}
