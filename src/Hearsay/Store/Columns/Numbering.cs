namespace Hearsay.Store.Columns;

/// <summary>
/// Values that are the same in many rows, each kept once under a number from 0; null is -1. One thread adds while others
/// read: a number that a reader got from a snapshot always has its value.
/// </summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = [];
    private T[] values = new T[64];
    private int count;

    /// <summary>How many values there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The value of a number.</summary>
    public T this[int number] => Volatile.Read(ref values)[number];

    /// <summary>The number of a value.</summary>
    public int Of(T? value)
    {
        if (value is null) return -1;
        if (numbers.TryGetValue(value, out int number)) return number;
        number = count;
        if (number == values.Length)
        {
            var larger = new T[number * 2];
            Array.Copy(values, larger, number);
            Volatile.Write(ref values, larger);
        }
        values[number] = value;
        Volatile.Write(ref count, number + 1);
        numbers.Add(value, number);
        return number;
    }

    /// <summary>For each number whether its value fits.</summary>
    public bool[] Where(Func<T, bool> fits)
    {
        bool[] found = new bool[Count];
        for (int i = 0; i < found.Length; i++) found[i] = fits(this[i]);
        return found;
    }
}
