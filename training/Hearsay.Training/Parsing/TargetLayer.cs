namespace Hearsay.Training.Parsing;

/// <summary>
/// What the words of one sentence are to learn in one layer: for each word the numbers of the right answers (heads,
/// tags or relations) with the share of belief in each. A corpus read by people gives one answer of share 1, teachers
/// give several that add up to 1, and a word without answers is not learned from. Immutable.
/// </summary>
internal sealed class TargetLayer(int[] starts, ushort[] answers, float[] shares)
{
    /// <summary>Words in the sentence.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The numbers of a word's answers; words count from 0.</summary>
    public ReadOnlySpan<ushort> Answers(int word) => answers.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>The share of each of them.</summary>
    public ReadOnlySpan<float> Shares(int word) => shares.AsSpan(starts[word], starts[word + 1] - starts[word]);

    public bool IsEmpty(int word) => starts[word + 1] == starts[word];

    /// <summary>One answer a word; a negative number is none.</summary>
    public static TargetLayer Certain(IReadOnlyList<int> answers)
    {
        var builder = new TargetBuilder(answers.Count);
        foreach (int answer in answers)
        {
            if (answer >= 0) builder.Add(answer, 1);
            builder.EndWord();
        }
        return builder.Build();
    }

    /// <summary>Belief divided between two layers; where <paramref name="gold"/> has no answer the teachers' counts alone.</summary>
    public static TargetLayer Mix(TargetLayer gold, TargetLayer taught, float taughtShare)
    {
        var builder = new TargetBuilder(gold.Count);
        for (int w = 0; w < gold.Count; w++)
        {
            float share = gold.IsEmpty(w) ? 1 : taught.IsEmpty(w) ? 0 : taughtShare;
            for (int i = 0; i < gold.Answers(w).Length && share < 1; i++) builder.Add(gold.Answers(w)[i], gold.Shares(w)[i] * (1 - share));
            for (int i = 0; i < taught.Answers(w).Length && share > 0; i++) builder.Add(taught.Answers(w)[i], taught.Shares(w)[i] * share);
            builder.EndWord();
        }
        return builder.Build();
    }

    /// <summary>The same with other numbers: answer a becomes <paramref name="numbers"/>[a], those below 0 are dropped and the rest scaled up.</summary>
    public TargetLayer Renumber(int[] numbers)
    {
        var builder = new TargetBuilder(Count);
        for (int w = 0; w < Count; w++)
        {
            float kept = 0;
            for (int i = 0; i < Answers(w).Length; i++)
                if (numbers[Answers(w)[i]] >= 0) kept += Shares(w)[i];
            for (int i = 0; i < Answers(w).Length; i++)
                if (numbers[Answers(w)[i]] is var n and >= 0) builder.Add(n, Shares(w)[i] / kept);
            builder.EndWord();
        }
        return builder.Build();
    }

    public void Write(BinaryWriter writer)
    {
        for (int w = 0; w < Count; w++)
        {
            writer.Write((byte)Answers(w).Length);
            for (int i = 0; i < Answers(w).Length; i++)
            {
                writer.Write(Answers(w)[i]);
                writer.Write((Half)Shares(w)[i]);
            }
        }
    }

    public static TargetLayer Read(BinaryReader reader, int words)
    {
        var builder = new TargetBuilder(words);
        for (int w = 0; w < words; w++)
        {
            for (int left = reader.ReadByte(); left > 0; left--) builder.Add(reader.ReadUInt16(), (float)reader.ReadHalf());
            builder.EndWord();
        }
        return builder.Build();
    }
}
