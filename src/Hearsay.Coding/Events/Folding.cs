using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Events;

/// <summary>
/// Folds an embedded act into the speech act above it (coding rule 2): "threatened to expel the envoys" is one
/// THREATEN whose mode and CAMEO code come from what is threatened. The table is data/ontology/folding.csv.
/// </summary>
public sealed class Folding
{
    private readonly Dictionary<(string Outer, string Inner, string InnerMode), (string? Mode, string? Cameo)> rows = [];

    private Folding() { }

    /// <summary>Reads the table.</summary>
    public static Folding Load(string file)
    {
        var folding = new Folding();
        foreach (var row in CsvTable.Read(file, "outer", "inner", "innerMode", "mode", "cameo").Rows)
            folding.rows[(row["outer"], row["inner"], row["innerMode"])] = (Null(row["mode"]), Null(row["cameo"]));
        return folding;
    }

    /// <summary>Whether events of this type swallow the act they embed.</summary>
    public static bool Folds(string type) => type is "AGREE" or "REJECT" or "REQUEST" or "THREATEN";

    /// <summary><paramref name="outer"/> with the mode, code and missing recipient that <paramref name="inner"/> gives it.</summary>
    public EventMention Fold(EventMention outer, EventMention inner)
    {
        if (!rows.TryGetValue((outer.Type, inner.Type, inner.Mode ?? ""), out var found))
            rows.TryGetValue((outer.Type, inner.Type, ""), out found);
        var recipients = outer.Recipients;
        if (recipients.Count == 0)
            recipients = [.. inner.Recipients.Where(r => outer.Actors.All(a => a.Head != r.Head))];
        if (recipients.Count == 0 && outer.Type == "REQUEST")
            recipients = [.. inner.Actors.Where(r => outer.Actors.All(a => a.Head != r.Head))];
        return outer with
        {
            Mode = outer.Mode ?? found.Mode,
            Cameo = found.Cameo is { } cameo && (outer.Cameo is null || cameo.StartsWith(outer.Cameo[..2], StringComparison.Ordinal) && outer.Cameo.Length <= 3 && outer.Cameo.EndsWith('0')) ? cameo : outer.Cameo,
            Recipients = recipients,
            Contexts = [.. outer.Contexts.Union(inner.Contexts)],
            Words = [.. outer.Words.Union(inner.Words).Order()],
        };
    }

    private static string? Null(string text) => text.Length > 0 ? text : null;
}
