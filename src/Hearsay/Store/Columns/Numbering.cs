using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Hearsay.Store.Columns;

/// <summary>
/// Values that are the same in many rows, each kept once under a number from 0. One thread adds while others read: a
/// number that a reader got from a snapshot always has its value.
/// </summary>
internal class Numbering<T>
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
    public int Of(T value)
    {
        if (!numbers.TryGetValue(value, out int number)) numbers.Add(value, number = Add(value));
        return number;
    }

    /// <summary>The numbers whose values fit.</summary>
    public Marks Where(Func<T, bool> fits)
    {
        int known = Count;
        var found = new Marks(known);
        for (int i = 0; i < known; i++)
            if (fits(this[i])) found.Add(i);
        return found;
    }

    /// <summary>Gives a new value the next number.</summary>
    protected int Add(T value)
    {
        int number = count;
        if (number == values.Length)
        {
            var larger = new T[number * 2];
            Array.Copy(values, larger, number);
            Volatile.Write(ref values, larger);
        }
        values[number] = value;
        Volatile.Write(ref count, number + 1);
        return number;
    }
}

/// <summary>
/// Texts and their numbers. One that is there already is found by a hash of its UTF-8 bytes, without making a string of it; two texts in a
/// million share one of 64 bits with a chance of one in forty million.
/// </summary>
internal sealed class TextTable : Numbering<string>
{
    private readonly Dictionary<ulong, int> byHash = [];

    /// <summary>The number of a text; -1 for an empty one.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return -1;
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, XxHash3.HashToUInt64(text), out bool known);
        if (!known) number = Add(Encoding.UTF8.GetString(text));
        return number;
    }
}
