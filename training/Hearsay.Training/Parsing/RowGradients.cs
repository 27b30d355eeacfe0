using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>A step's gradients of those rows of an embedding table that it touches.</summary>
internal unsafe interface ITableGradients
{
    int Count { get; }

    /// <summary>The gradients, a row of the table's width each.</summary>
    float* Values { get; }

    /// <summary>Number in the table of the row whose gradient is number <paramref name="index"/>.</summary>
    int Row(int index);

    /// <summary>Adds up the input gradients of all workers' words, in their order.</summary>
    void Collect(TrainingPass[] passes);
}

/// <summary>The gradients of those rows of one embedding table that a step's words use, each row once.</summary>
internal sealed unsafe class RowGradients(int key, int tableRows, int width) : ITableGradients
{
    private readonly int[] slots = Filled(tableRows);
    private readonly List<int> used = [];
    private readonly AlignedFloats values = new(0);

    public int Count => used.Count;

    public float* Values => values.Pointer;

    public int Row(int index) => used[index];

    /// <summary>Adds up the input gradients of all workers' words, in their order.</summary>
    public void Collect(TrainingPass[] passes)
    {
        foreach (int row in used) slots[row] = -1;
        used.Clear();
        foreach (var pass in passes)
            for (int r = 0; r < pass.Layout.Rows; r++)
            {
                int row = pass.Keys[r * WordKeys.Count + key];
                if (slots[row] >= 0) continue;
                slots[row] = used.Count;
                used.Add(row);
            }
        float* to = values.Ensure(used.Count * width);
        new Span<float>(to, used.Count * width).Clear();
        foreach (var pass in passes)
            for (int r = 0; r < pass.Layout.Rows; r++)
                GradientKernels.Add(pass.InputGradient + (long)r * width, to + (long)slots[pass.Keys[r * WordKeys.Count + key]] * width, width);
    }

    private static int[] Filled(int n)
    {
        var slots = new int[n];
        Array.Fill(slots, -1);
        return slots;
    }
}
