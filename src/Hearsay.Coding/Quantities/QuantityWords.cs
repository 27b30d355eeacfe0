using System.Collections.Frozen;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Quantities;

/// <summary>How a word of quantity-words.csv takes what is counted.</summary>
public enum QuantityUse
{
    /// <summary>A verb whose object, or passive subject, is counted: "killed 12".</summary>
    Object,

    /// <summary>A verb whose subject is counted: "12 died".</summary>
    Subject,

    /// <summary>A verb that takes "lives": "claimed 12 lives".</summary>
    Lives,

    /// <summary>A word said of those counted: "left 12 dead".</summary>
    Adjective,

    /// <summary>The counted noun itself: "12 deaths".</summary>
    Noun,

    /// <summary>A person: "a soldier" counts one.</summary>
    Person,

    /// <summary>A verb that says so of people only: "lost 19 men".</summary>
    People,

    /// <summary>A noun for people who came together: "a march by 20,000 teachers".</summary>
    Gathering,

    /// <summary>A unit or thing that no count of people can stand before.</summary>
    Bar,
}

/// <summary>
/// The words that tell what a number counts, from <c>data/lexicons/quantity-words.csv</c>. A form may have several
/// uses ("wounded" is a verb form, an adjective and a noun). Immutable.
/// </summary>
public sealed class QuantityWords
{
    private readonly FrozenDictionary<string, (QuantityKind? Kind, QuantityUse Use)[]> words;

    private QuantityWords(FrozenDictionary<string, (QuantityKind?, QuantityUse)[]> words) => this.words = words;

    /// <summary>Reads the table from the lexicon folder.</summary>
    /// <exception cref="KnowledgeException">An unknown kind or use.</exception>
    public static QuantityWords Load(string lexiconDirectory)
    {
        string file = Path.Combine(lexiconDirectory, "quantity-words.csv");
        var words = new Dictionary<string, List<(QuantityKind?, QuantityUse)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in CsvTable.Read(file, "forms", "kind", "use").Rows)
        {
            bool known = Enum.TryParse<QuantityKind>(row["kind"], ignoreCase: true, out var kind);
            if (!Enum.TryParse<QuantityUse>(row["use"], ignoreCase: true, out var use) || (!known && use is not (QuantityUse.Person or QuantityUse.Bar)))
                throw new KnowledgeException("HS2042", file, row.Line, 1, $"'{row["kind"]}, {row["use"]}' is no kind and use of a quantity word.", "Kinds: killed, injured, arrested, missing, displaced, crowd, money, arms; uses: object, subject, lives, adjective, noun, person, people, gathering, bar.");
            foreach (string form in row.Values("forms"))
            {
                if (!words.TryGetValue(form, out var list)) words[form] = list = [];
                list.Add((known ? kind : null, use));
            }
        }
        return new QuantityWords(words.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the table has the form at all.</summary>
    public bool Knows(string form) => words.ContainsKey(form);

    /// <summary>The kind the form has in this use, or null.</summary>
    public QuantityKind? Kind(string form, QuantityUse use)
    {
        if (!words.TryGetValue(form, out var list)) return null;
        foreach (var (kind, u) in list) if (u == use) return kind;
        return null;
    }

    /// <summary>Whether the form has the use.</summary>
    public bool Is(string form, QuantityUse use)
    {
        if (!words.TryGetValue(form, out var list)) return false;
        foreach (var (_, u) in list) if (u == use) return true;
        return false;
    }
}
