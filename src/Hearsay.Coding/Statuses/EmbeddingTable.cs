using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// What predicates do to the status of the events they embed (data/lexicons/embedding.csv): "fail to" negates,
/// "plan to" makes planned, "manage to" changes nothing. Each predicate has one effect when it is affirmed and one
/// when it is negated, after the signatures of Karttunen (1971) and Saurí and Pustejovsky (2012).
/// </summary>
public sealed class EmbeddingTable
{
    private readonly Dictionary<(string Lemma, string Complement), Effect> rows = [];

    private EmbeddingTable() { }

    /// <summary>Reads the table.</summary>
    /// <exception cref="KnowledgeException">HS2005 for an unknown status word.</exception>
    public static EmbeddingTable Load(string file)
    {
        var table = new EmbeddingTable();
        foreach (var row in CsvTable.Read(file, "lemma", "pos", "complement", "affirmed", "denied").Rows)
        {
            var effect = new Effect(Read(row, "affirmed"), Read(row, "denied"), row.Reference(row["lemma"]));
            foreach (string complement in row.Values("complement"))
                table.rows.TryAdd((row["lemma"], complement), effect);
        }
        return table;
    }

    /// <summary>The effect of <paramref name="lemma"/> on a complement of the given kind (that, to, ing, np), or null.</summary>
    public Effect? Find(string lemma, string complement) =>
        rows.GetValueOrDefault((lemma, complement)) ?? rows.GetValueOrDefault((lemma, "any"));

    private static Status? Read(CsvTable.Row row, string column)
    {
        string word = row[column];
        if (word is "same" or "") return null;
        if (Enum.TryParse<Status>(word, ignoreCase: true, out var status)) return status;
        throw new KnowledgeException("HS2005", row.Table.File, row.Line, 1, $"'{word}' in column '{column}' is no status.", $"Use same or one of {string.Join(", ", Enum.GetNames<Status>()).ToLowerInvariant()}.");
    }

    /// <summary>Status given to the embedded event when the predicate is affirmed or denied; null leaves it as it is.</summary>
    public sealed record Effect(Status? Affirmed, Status? Denied, string Reference);
}
