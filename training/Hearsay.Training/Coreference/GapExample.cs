using System.Globalization;

namespace Hearsay.Training.Coreference;

/// <summary>One text of GAP (Webster et al. 2018): a pronoun and two names, each of which it means or does not. Offsets count code units.</summary>
internal sealed record GapExample(string Text, int Pronoun, GapExample.Name A, GapExample.Name B)
{
    /// <summary>Where a name stands and whether the pronoun means it.</summary>
    internal sealed record Name(int Start, int End, bool Meant)
    {
        public bool Holds(int offset) => Start <= offset && offset < End;
    }

    /// <summary>All examples of a file with a header line.</summary>
    public static List<GapExample> Read(string file)
    {
        var examples = new List<GapExample>();
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            string[] f = line.Split('\t');
            int Number(int i) => int.Parse(f[i], CultureInfo.InvariantCulture);
            Name At(int i) => new(Number(i + 1), Number(i + 1) + f[i].Length, f[i + 2].Equals("TRUE", StringComparison.OrdinalIgnoreCase));
            examples.Add(new GapExample(f[1], Number(3), At(4), At(7)));
        }
        return examples;
    }
}
