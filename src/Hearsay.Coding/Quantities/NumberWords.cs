using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Quantities;

/// <summary>
/// The number words of the language, from <c>data/lexicons/number-words.csv</c>, and the reading of digits
/// ("1,200", "3.5"). Looked up without allocating. Immutable.
/// </summary>
public sealed class NumberWords
{
    private readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private NumberWords(FrozenDictionary<string, NumberWord> words) => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads number-words.csv from the lexicon folder.</summary>
    /// <exception cref="KnowledgeException">The table is missing or a cell is not what its column asks.</exception>
    public static NumberWords Load(string lexiconDirectory)
    {
        string file = Path.Combine(lexiconDirectory, "number-words.csv");
        var words = new Dictionary<string, NumberWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in CsvTable.Read(file, "word", "kind", "value", "least").Rows)
        {
            if (!Enum.TryParse<NumberKind>(row["kind"], ignoreCase: true, out var kind))
                throw new KnowledgeException("HS2040", file, row.Line, 1, $"'{row["kind"]}' is no kind of number word.", "Write cardinal, scale, ordinal or vague.");
            words[row["word"]] = new NumberWord(row["word"].ToLowerInvariant(), kind, Number(row, "value"), Number(row, "least"));
        }
        return new NumberWords(words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static long Number(CsvTable.Row row, string column) =>
        row[column].Length == 0 ? -1
        : long.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value
        : throw new KnowledgeException("HS2040", row.Table.File, row.Line, 1, $"'{row[column]}' is no number.", "Write digits only, or nothing for a vague word.");

    /// <summary>The word's row, whatever its case, or null.</summary>
    public NumberWord? Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var found) ? found : null;

    /// <summary>Reads digits with optional thousands commas and a decimal part; refuses anything else.</summary>
    public static bool TryDigits(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (text.Length == 0 || !char.IsAsciiDigit(text[0])) return false;
        int comma = text.IndexOf(',');
        if (comma >= 0)
        {
            int dot = text.IndexOf('.');
            var whole = dot < 0 ? text : text[..dot];
            // "1,234,567" has three digits in every group after the first; "11,12" is no number.
            for (int i = whole.Length - 4; i > 0; i -= 4) if (whole[i] != ',') return false;
            if (whole.Length < 5 || whole[^4] != ',') return false;
        }
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }
}
