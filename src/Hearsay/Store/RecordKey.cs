using System.Globalization;

namespace Hearsay.Store;

/// <summary>
/// How keys are made: those of an article's sentences, events and quotations are its own key shifted left by twenty
/// bits, plus a number within the article. So everything of one article lies together on the disk, is found by a range,
/// and children can be written without asking the database for keys. A text of at most 1,000,000 characters holds fewer
/// than 2^20 of each.
/// </summary>
internal static class RecordKey
{
    private const int Bits = 20;

    /// <summary>The key of the sentence, event or quotation with this number.</summary>
    public static long Of(long articleKey, long number) => (articleKey << Bits) | number;

    /// <summary>The article of a key.</summary>
    public static long Article(long key) => key >> Bits;

    /// <summary>The same in SQL.</summary>
    public static string ArticleSql(string key) => string.Create(CultureInfo.InvariantCulture, $"({key} >> {Bits})");

    /// <summary>The number in its article.</summary>
    public static long Number(long key) => key & ((1L << Bits) - 1);

    /// <summary>SQL that holds for the keys of one article.</summary>
    public static string Range(string column, long articleKey) => string.Create(CultureInfo.InvariantCulture,
        $"{column} >= {articleKey << Bits} AND {column} < {(articleKey + 1) << Bits}");
}
