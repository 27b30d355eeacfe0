using System.Globalization;

namespace Hearsay.Store;

/// <summary>
/// Which records are read at a time, as conditions of SQL: those with the given keys, or everything of some articles. Keys
/// in their order that fill most of a range are asked for as the range, for many numbers cost more than the rows
/// between; <see cref="Holds"/> then tells these apart. The bounds of a range are parameters, @first and @last, so that a
/// statement serves for many ranges; single keys are numbers that the store gave out, so they stand in the SQL as they are.
/// </summary>
internal sealed class KeyPart
{
    private const int Many = 32;

    private readonly IReadOnlyList<long>? keys;
    private int next;

    private KeyPart(IReadOnlyList<long>? keys, long first, long last, bool rising, bool range) => (this.keys, First, Last, Rising, IsRange) = (keys, first, last, rising, range);

    /// <summary>The first key of a range.</summary>
    public long First { get; }

    /// <summary>The last key of a range.</summary>
    public long Last { get; }

    /// <summary>Whether the conditions name the bounds.</summary>
    public bool IsRange { get; }

    /// <summary>Whether the keys were given in their order.</summary>
    public bool Rising { get; }

    /// <summary>The records with these keys, at least one.</summary>
    public static KeyPart Of(IReadOnlyList<long> keys)
    {
        bool rising = true;
        for (int i = 1; i < keys.Count && rising; i++) rising = keys[i - 1] < keys[i];
        long articles = RecordKey.Article(keys[^1]) - RecordKey.Article(keys[0]);
        return new(keys, keys[0], keys[^1], rising, rising && keys.Count >= Many && articles <= keys.Count);
    }

    /// <summary>All records of the articles with keys from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static KeyPart OfArticles(long first, long last) => new(null, RecordKey.Of(first, 0), RecordKey.Of(last + 1, 0) - 1, true, true);

    /// <summary>The condition on a column with keys of records.</summary>
    public string Records(string column) => IsRange ? $"{column} BETWEEN @first AND @last" : Among(column, keys!);

    /// <summary>The condition on a column with keys of the records' articles.</summary>
    public string Articles(string column) =>
        IsRange ? $"{column} BETWEEN {RecordKey.ArticleSql("@first")} AND {RecordKey.ArticleSql("@last")}" : Among(column, keys!.Select(RecordKey.Article).Distinct());

    /// <summary>Whether a record that a condition let pass is one of them; asked in the order of the keys.</summary>
    public bool Holds(long key)
    {
        if (!IsRange || keys is null) return true;
        while (next < keys.Count && keys[next] < key) next++;
        return next < keys.Count && keys[next] == key;
    }

    /// <summary>A condition with each key named.</summary>
    public static string Among(string column, IEnumerable<long> keys) => $"{column} IN ({List(keys)})";

    /// <summary>Keys as they stand behind IN.</summary>
    public static string List(IEnumerable<long> keys) => string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)));
}
