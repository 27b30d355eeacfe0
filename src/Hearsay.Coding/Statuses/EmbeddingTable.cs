using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// What predicates do to the status of the events they embed (data/lexicons/embedding.csv): "fail to" negates,
/// "plan to" makes planned, "manage to" changes nothing. Each predicate has one effect when it is affirmed and one
/// when it is negated, after the signatures of Karttunen (1971) and Saurí and Pustejovsky (2012).
/// </summary>
public sealed class EmbeddingTable
{
    private readonly Dictionary<(string Lemma, string Pos, string Complement), Effect> rows = [];
    private readonly HashSet<string> phraseStarts = new(StringComparer.Ordinal);

    private EmbeddingTable() { }

    /// <summary>Reads the table.</summary>
    /// <exception cref="KnowledgeException">HS2005 for an unknown status word.</exception>
    public static EmbeddingTable Load(string file)
    {
        var table = new EmbeddingTable();
        foreach (var row in CsvTable.Read(file, "lemma", "pos", "complement", "affirmed", "denied", "note").Rows)
        {
            var effect = new Effect(Read(row, "affirmed"), Read(row, "denied"), Prepositions(row["note"]), row["note"].Contains("attributive", StringComparison.Ordinal), row["note"].Contains("in the past tense", StringComparison.Ordinal), row["note"].Contains("was under way", StringComparison.Ordinal), row.Reference(row["lemma"]));
            if (row["lemma"].IndexOf(' ') is var space and > 0) table.phraseStarts.Add(row["lemma"][..space]);
            foreach (string complement in row.Values("complement"))
                table.rows.TryAdd((row["lemma"], row["pos"], complement), effect);
        }
        return table;
    }

    /// <summary>
    /// The effect of <paramref name="lemma"/> as a verb, noun or adj on a complement of the given kind (that, to, ing,
    /// np), or null.
    /// </summary>
    public Effect? Find(string lemma, string pos, string complement) =>
        rows.GetValueOrDefault((lemma, pos, complement)) ?? rows.GetValueOrDefault((lemma, pos, "any"));

    /// <summary>Whether any row of several words ("call off", "be on verge of") begins with <paramref name="word"/>.</summary>
    public bool StartsPhrase(string word) => phraseStarts.Contains(word);

    // "prep=of|for; …": the prepositions that link a noun to what it embeds.
    private static string[] Prepositions(string note)
    {
        int at = note.IndexOf("prep=", StringComparison.Ordinal);
        return at < 0 ? [] : note[(at + 5)..].Split(';', ' ')[0].Split('|');
    }

    private static Status? Read(CsvTable.Row row, string column)
    {
        string word = row[column];
        if (word is "same" or "") return null;
        if (Enum.TryParse<Status>(word, ignoreCase: true, out var status)) return status;
        throw new KnowledgeException("HS2005", row.Table.File, row.Line, 1, $"'{word}' in column '{column}' is no status.", $"Use same or one of {string.Join(", ", Enum.GetNames<Status>()).ToLowerInvariant()}.");
    }

    /// <summary>
    /// Status given to the embedded event when the predicate is affirmed or denied (null leaves it as it is), the
    /// prepositions that link a noun to the event, whether an adjective works in front of its noun, whether the
    /// predicate implies its complement when it stands in the past ("was able to", "had to"), and whether it brings the
    /// event to an end ("stopped selling").
    /// </summary>
    public sealed record Effect(Status? Affirmed, Status? Denied, string[] Prepositions, bool Attributive, bool AssertedInPast, bool Ends, string Reference);
}
