using System.Buffers;

namespace Hearsay.Store.Columns;

/// <summary>
/// How often each of the numbers from 0 on was counted. Where there are many days, speakers or pairs of countries that is megabytes, wanted for a moment
/// only, which the collector would take back late: they come from a pool and go back to it when this is disposed.
/// </summary>
internal sealed class NumberCounts(int numbers) : IDisposable
{
    // The shared pool would keep one of each size for every thread.
    private static readonly ArrayPool<int> Pool = ArrayPool<int>.Create(1 << 24, 2);

    private int[] counts = Cleared(numbers);

    /// <summary>How often a number was counted.</summary>
    public ref int this[int number] => ref counts[number];

    /// <summary>The counts of some numbers that follow each other.</summary>
    public ReadOnlySpan<int> Of(int first, int length) => counts.AsSpan(first, length);

    /// <summary>The numbers that were counted, without those that are not among the <paramref name="most"/> most frequent: of a hundred thousand
    /// names eight are shown, and only they get an object. Of equals at the end all are given.</summary>
    public IEnumerable<(int Number, int Count)> Most(int most)
    {
        int least = Math.Max(1, Least(most));
        for (int i = 0; i < numbers; i++)
            if (counts[i] >= least) yield return (i, counts[i]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Pool.Return(counts);
        counts = [];
    }

    private int Least(int most)
    {
        if (numbers <= most) return 1;
        var first = new PriorityQueue<int, int>();
        foreach (int count in Of(0, numbers))
        {
            if (first.Count < most) first.Enqueue(count, count);
            else if (count > first.Peek()) first.EnqueueDequeue(count, count);
        }
        return first.Count == 0 ? 1 : first.Peek();
    }

    private static int[] Cleared(int length)
    {
        int[] rented = Pool.Rent(length);
        Array.Clear(rented, 0, length);
        return rented;
    }
}
