namespace Hearsay.Store.Columns;

/// <summary>
/// Which of the numbers from 0 on are meant: names that fit a query, articles that hold an event. A bit each, so that a hundred thousand take
/// some kilobytes: larger memory of a moment is what the collector takes back late. Numbers beyond those it was made for, and -1, are not meant.
/// </summary>
internal sealed class Marks(int numbers)
{
    /// <summary>No number.</summary>
    public static readonly Marks None = new(0);

    private readonly ulong[] bits = new ulong[(numbers + 63) / 64];

    /// <summary>Marks a number.</summary>
    public void Add(int number) => bits[number >> 6] |= 1UL << number;

    /// <summary>Whether a number is marked.</summary>
    public bool Has(int number) => (uint)(number >> 6) is var at && at < (uint)bits.Length && (bits[at] >> number & 1) != 0;
}
