using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// The rows of a table that articles give: one an event, or one for each pair of an actor and a recipient, without
/// those that the format refuses; these are counted. A side that the text leaves open takes part in pairs as null. Thread-safe.
/// </summary>
internal sealed class ExportRows(TableFormat table, Codebook codes, ExportTally tally)
{
    private static readonly Party?[] Nobody = [null];

    /// <summary>The table's form.</summary>
    public TableFormat Table => table;

    /// <summary>The rows of some articles, counted as written.</summary>
    public List<ExportRow> Of(IReadOnlyList<ExportedArticle> part)
    {
        var rows = new List<ExportRow>();
        foreach (var exported in part)
            foreach (var e in exported.Events)
                if (table.Pairs) Pairs(exported, e, rows);
                else Add(rows, new ExportRow(exported, e, e.Record, First(e.Record.Actors), First(e.Record.Recipients), 0, codes));
        tally.Wrote(rows.Count);
        return rows;
    }

    private void Pairs(ExportedArticle exported, ExportedEvent e, List<ExportRow> rows)
    {
        int pair = 0;
        foreach (var actor in Side(e.Record.Actors))
            foreach (var recipient in Side(e.Record.Recipients)) Add(rows, new ExportRow(exported, e, e.Record, actor, recipient, pair++, codes));
    }

    private static IEnumerable<Party?> Side(IReadOnlyList<Party> parties) => parties.Count > 0 ? parties.AsEnumerable<Party?>() : Nobody;

    private static Party? First(IReadOnlyList<Party> parties) => parties.Count > 0 ? parties[0] : null;

    private void Add(List<ExportRow> rows, ExportRow row)
    {
        if (table.Refuses(row) is { } reason) tally.LeaveOut(reason);
        else rows.Add(row);
    }
}
