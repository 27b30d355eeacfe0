using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Events;

/// <summary>
/// Folds an embedded act into the speech act above it (coding rule 2): "threatened to expel the envoys" is one
/// THREATEN whose mode and CAMEO code come from what is threatened. The table data/ontology/folding.csv gives them by
/// the CAMEO code of the act, the longest prefix that is listed counting; a single digit is put behind the protest's
/// own code ("struck to demand the minister's resignation": 143 and 1 are 1431).
/// </summary>
public sealed class Folding
{
    private readonly Dictionary<(string Outer, string Inner), (string? Mode, string? Cameo)> rows = [];

    private Folding() { }

    /// <summary>Reads the table.</summary>
    public static Folding Load(string file)
    {
        var folding = new Folding();
        foreach (var row in CsvTable.Read(file, "outer", "inner", "mode", "cameo").Rows)
            folding.rows[(row["outer"], row["inner"])] = (Null(row["mode"]), Null(row["cameo"]));
        return folding;
    }

    /// <summary>Whether events of this type swallow the act they embed.</summary>
    public static bool Folds(string type) => type is "AGREE" or "REJECT" or "REQUEST" or "THREATEN";

    /// <summary><paramref name="outer"/> with the mode, code and missing recipient that <paramref name="inner"/> gives it.</summary>
    public EventMention Fold(EventMention outer, EventMention inner)
    {
        var found = Find(outer.Type, inner.Cameo);
        var recipients = outer.Recipients;
        if (recipients.Count == 0)
            recipients = [.. inner.Recipients.Where(r => outer.Actors.All(a => a.Head != r.Head))];
        if (recipients.Count == 0 && outer.Type == "REQUEST")
            recipients = [.. inner.Actors.Where(r => outer.Actors.All(a => a.Head != r.Head))];
        return outer with
        {
            Mode = outer.Mode ?? found.Mode,
            Cameo = Narrower(outer.Cameo, found.Cameo),
            Recipients = recipients,
            Contexts = [.. outer.Contexts.Union(inner.Contexts)],
            Words = [.. outer.Words.Union(inner.Words).Order()],
        };
    }

    /// <summary>The act itself as a speech act of <paramref name="type"/>: "will send troops" as AGREE, "will not meet" as REJECT.</summary>
    public EventMention As(string type, EventMention act)
    {
        var found = Find(type, act.Cameo);
        return act with { Type = type, Mode = found.Mode, Cameo = found.Cameo ?? act.Cameo };
    }

    /// <summary>The CAMEO code of a future act under its own type: a withdrawal to come is an intent to yield.</summary>
    public string? Intent(EventMention act) => Find("AGREE", act.Cameo).Cameo ?? act.Cameo;

    private (string? Mode, string? Cameo) Find(string outer, string? inner)
    {
        for (int length = inner?.Length ?? 0; length >= 2; length--)
            if (rows.TryGetValue((outer, inner![..length]), out var found)) return found;
        return default;
    }

    // A code of the pattern's own gives way to one that says more of the same.
    private static string? Narrower(string? own, string? found)
    {
        if (own is null || found is null) return own ?? found;
        if (found.Length == 1) return own.Length == 3 ? own + found : own;
        return found.Length >= own.Length && found.StartsWith(own.TrimEnd('0') is { Length: >= 2 } stem ? stem : own[..2], StringComparison.Ordinal) ? found : own;
    }

    private static string? Null(string text) => text.Length > 0 ? text : null;
}
