namespace Hearsay.Evaluation;

/// <summary>
/// What a gold set gave, unit by unit: the units (articles, sentences, records) by id in the order of the file, and for
/// every figure its parts in each. Figures of the whole are their sums. A set that is measured only as a whole has
/// figures without units, and no interval can be had for it.
/// </summary>
public sealed class UnitSamples
{
    private readonly List<string> units = [];
    private readonly Dictionary<string, (FigureKind Kind, List<double[]> Parts)> figures = [];
    private readonly Dictionary<string, double> wholes = [];

    /// <summary>The units' ids.</summary>
    public IReadOnlyList<string> Units => units;

    /// <summary>The parts of each figure, one entry a unit.</summary>
    public IReadOnlyDictionary<string, (FigureKind Kind, List<double[]> Parts)> Figures => figures;

    /// <summary>The figures of the whole set by name.</summary>
    public IReadOnlyDictionary<string, double> Rates
    {
        get
        {
            var rates = new Dictionary<string, double>(wholes);
            foreach (var (name, (kind, parts)) in figures)
            {
                double[] sums = new double[parts[0].Length];
                foreach (double[] part in parts)
                    for (int i = 0; i < sums.Length; i++) sums[i] += part[i];
                rates[name] = FigureParts.ValueOf(kind, sums);
            }
            return rates;
        }
    }

    /// <summary>A set of which only the figures of the whole are known.</summary>
    public static UnitSamples Whole(IReadOnlyDictionary<string, double> rates)
    {
        var samples = new UnitSamples();
        foreach (var (name, value) in rates) samples.wholes[name] = value;
        return samples;
    }

    /// <summary>Adds a unit; a figure that it does not have counts nothing in it.</summary>
    public void Add(string id, IReadOnlyDictionary<string, FigureParts> parts)
    {
        foreach (var (name, figure) in parts)
        {
            if (!figures.TryGetValue(name, out var entry)) figures[name] = entry = (figure.Kind, [.. units.Select(_ => new double[figure.Sums.Count])]);
            entry.Parts.Add([.. figure.Sums]);
        }
        units.Add(id);
        foreach (var (_, list) in figures.Values)
            if (list.Count < units.Count) list.Add(new double[list[0].Length]);
    }
}
