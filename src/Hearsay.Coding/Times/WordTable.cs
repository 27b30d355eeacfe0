using System.Collections.Frozen;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Times;

/// <summary>
/// Words by what they are used for, from a table with the columns <c>use</c> and <c>words</c> (several joined by '|').
/// The uses are those of <typeparamref name="TUse"/>, in lower case with hyphens; a row with another use is refused
/// (HS2045). Words are compared without regard to case. Immutable.
/// </summary>
internal sealed class WordTable<TUse> where TUse : struct, Enum
{
    private readonly FrozenDictionary<TUse, FrozenSet<string>> words;
    private readonly Dictionary<TUse, string[]> inOrder = [];

    private WordTable(Dictionary<TUse, List<string>> words)
    {
        this.words = words.ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        foreach (var (use, list) in words) inOrder[use] = [.. list.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="KnowledgeException">HS2001 to HS2003 as for every table, HS2045 an unknown use.</exception>
    public static WordTable<TUse> Load(string file)
    {
        var words = new Dictionary<TUse, List<string>>();
        foreach (var row in CsvTable.Read(file, "use", "words").Rows)
        {
            if (!Enum.TryParse<TUse>(row["use"].Replace("-", ""), ignoreCase: true, out var use) || !Enum.IsDefined(use))
                throw new KnowledgeException("HS2045", file, row.Line, 1, $"'{row["use"]}' is no use of this table.", $"Uses: {string.Join(", ", Enum.GetNames<TUse>()).ToLowerInvariant()}.");
            if (!words.TryGetValue(use, out var list)) words[use] = list = [];
            list.AddRange(row.Values("words"));
        }
        return new WordTable<TUse>(words);
    }

    /// <summary>Whether the word has the use.</summary>
    public bool Is(string word, TUse use) => words.TryGetValue(use, out var set) && set.Contains(word);

    /// <summary>All words of a use, in the order of the table.</summary>
    public IReadOnlyList<string> All(TUse use) => inOrder.GetValueOrDefault(use) ?? [];
}
