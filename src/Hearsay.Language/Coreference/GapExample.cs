using System.Globalization;

namespace Hearsay.Language.Coreference;

/// <summary>
/// One text of GAP (Webster et al. 2018): a pronoun and two names, each of which it means or does not. Offsets count UTF-16
/// code units of <see cref="Text"/>. <see cref="Count"/> compares the chains of a document of that text with it: a name is
/// found where the pronoun's chain has a mention whose head word lies in it.
/// </summary>
/// <param name="Id">The example's id.</param>
/// <param name="Text">The text.</param>
/// <param name="Pronoun">Where the pronoun begins.</param>
/// <param name="A">The first name.</param>
/// <param name="B">The second name.</param>
public sealed record GapExample(string Id, string Text, int Pronoun, GapExample.Name A, GapExample.Name B)
{
    /// <summary>Where a name stands and whether the pronoun means it.</summary>
    public sealed record Name(int Start, int End, bool Meant)
    {
        /// <summary>Whether the offset lies in the name.</summary>
        public bool Holds(int offset) => Start <= offset && offset < End;
    }

    /// <summary>Names found that are meant, names found, names meant; they add up over examples.</summary>
    public readonly record struct Counts(int Right, int Found, int Meant)
    {
        /// <summary>Precision and recall.</summary>
        public MetricScore Score => new(Found == 0 ? 0 : (double)Right / Found, Meant == 0 ? 0 : (double)Right / Meant);

        /// <summary>Both together.</summary>
        public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.Found + b.Found, a.Meant + b.Meant);
    }

    /// <summary>All examples of a tab-separated file with a header line.</summary>
    /// <exception cref="InvalidDataException">A line has too few columns, or an offset that is no number or beyond the text.</exception>
    public static List<GapExample> Read(string file)
    {
        var examples = new List<GapExample>();
        int number = 1;
        foreach (string line in File.ReadLines(file).Skip(1))
            examples.Add(Of(line.Split('\t'), ++number) ?? throw new InvalidDataException($"{file}:{number}: no line of GAP: expected ID, Text, Pronoun, its offset, and for each name the name, its offset and TRUE or FALSE."));
        return examples;
    }

    /// <summary>What the chains of a document of this text say.</summary>
    public Counts Count(Document document, IEnumerable<CoreferenceChain> chains)
    {
        var chain = GoldChains.Heads(document, chains).FirstOrDefault(c => c.Contains(Pronoun)) ?? [];
        int right = 0, found = 0, meant = 0;
        foreach (var name in (Name[])[A, B])
        {
            bool named = chain.Any(name.Holds);
            if (named) found++;
            if (name.Meant) meant++;
            if (named && name.Meant) right++;
        }
        return new(right, found, meant);
    }

    private static GapExample? Of(string[] f, int number)
    {
        if (f.Length < 10 || !int.TryParse(f[3], CultureInfo.InvariantCulture, out int pronoun) || pronoun < 0 || pronoun >= f[1].Length) return null;
        Name? At(int i) => int.TryParse(f[i + 1], CultureInfo.InvariantCulture, out int start) && start >= 0 && start + f[i].Length <= f[1].Length
            ? new(start, start + f[i].Length, f[i + 2].Equals("TRUE", StringComparison.OrdinalIgnoreCase)) : null;
        return At(4) is { } a && At(7) is { } b ? new GapExample(f[0], f[1], pronoun, a, b) : null;
    }
}
