namespace Hearsay.Training.Parsing;

/// <summary>Collects the answers of a <see cref="TargetLayer"/> word by word; the same answer given twice for a word adds up.</summary>
internal sealed class TargetBuilder
{
    private readonly List<int> starts;
    private readonly List<ushort> answers = [];
    private readonly List<float> shares = [];

    public TargetBuilder(int words)
    {
        starts = new List<int>(words + 1) { 0 };
    }

    public void Add(int answer, float share)
    {
        int known = answers.IndexOf(checked((ushort)answer), starts[^1]);
        if (known >= 0)
        {
            shares[known] += share;
            return;
        }
        answers.Add((ushort)answer);
        shares.Add(share);
    }

    /// <summary>
    /// Adds those of <paramref name="n"/> probabilities that are at least <paramref name="least"/>, scaled to a sum of 1,
    /// the most probable one in any case.
    /// </summary>
    public unsafe void AddProbable(float* probabilities, int n, float least)
    {
        int top = 0;
        float kept = 0;
        for (int j = 0; j < n; j++)
        {
            if (probabilities[j] > probabilities[top]) top = j;
            if (probabilities[j] >= least) kept += probabilities[j];
        }
        if (kept == 0) Add(top, 1);
        else
            for (int j = 0; j < n; j++)
                if (probabilities[j] >= least) Add(j, probabilities[j] / kept);
    }

    public void EndWord() => starts.Add(answers.Count);

    public TargetLayer Build() => new([.. starts], [.. answers], [.. shares]);
}
