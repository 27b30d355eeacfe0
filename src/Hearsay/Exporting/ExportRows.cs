using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// The rows of a table that an article gives: one an event, or one for each pair of an actor and a recipient, without
/// those that the format refuses; these are counted. A side that the text leaves open takes part in pairs as null.
/// </summary>
internal sealed class ExportRows(TableFormat table, Codebook codes, ExportTally tally)
{
    private static readonly Party?[] Nobody = [null];

    /// <summary>The table's form.</summary>
    public TableFormat Table => table;

    /// <summary>The rows, counted as written.</summary>
    public IEnumerable<ExportRow> Of(ExportedArticle exported)
    {
        foreach (var e in exported.Events)
        {
            if (!table.Pairs)
            {
                var row = new ExportRow(exported, e, e.Record, First(e.Record.Actors), First(e.Record.Recipients), 0, codes);
                if (Accepts(row)) yield return row;
                continue;
            }
            int pair = 0;
            foreach (var actor in Side(e.Record.Actors))
                foreach (var recipient in Side(e.Record.Recipients))
                {
                    var row = new ExportRow(exported, e, e.Record, actor, recipient, pair++, codes);
                    if (Accepts(row)) yield return row;
                }
        }
    }

    private static IEnumerable<Party?> Side(IReadOnlyList<Party> parties) => parties.Count > 0 ? parties.AsEnumerable<Party?>() : Nobody;

    private static Party? First(IReadOnlyList<Party> parties) => parties.Count > 0 ? parties[0] : null;

    private bool Accepts(ExportRow row)
    {
        if (table.Refuses(row) is { } reason)
        {
            tally.LeaveOut(reason);
            return false;
        }
        tally.Written++;
        return true;
    }
}
