using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// Decides which events of an article go out: those of the wanted statuses, not withdrawn unless the format can say
/// so, and with one-a-day the first of each day, pair of parties, code and status. Events whose day or parties are not
/// known are never taken for each other. Memory grows only with one-a-day, by some 60 bytes for each event kept.
/// </summary>
internal sealed class EventSelection(ExportFormat format, ExportOptions options, Codebook codes, ExportTally tally)
{
    private static readonly HashSet<string> Asserted = ["asserted"];

    private readonly IReadOnlySet<string>? statuses = options.Statuses ?? (format.HasStatus ? null : Asserted);
    private readonly Dictionary<UInt128, string> kept = [];

    /// <summary>The article with the events that go out, offsets as asked for.</summary>
    public ExportedArticle Select(ExportedArticle exported)
    {
        var offsets = options.CodePoints ? exported.CodePoints ?? CodePoints.In(exported.Article.Text) : null;
        if (offsets is { IsPlain: true }) offsets = null;
        var events = new List<ExportedEvent>(exported.Events.Count);
        foreach (var e in exported.Events)
        {
            if (statuses is not null && !statuses.Contains(e.Record.Status)) tally.LeaveOut(e.Record.Status);
            else if (e.Withdrawn && !format.HasWithdrawn) tally.LeaveOut("withdrawn");
            else if (options.OneADay && Repeats(exported.Article, e.Record)) tally.LeaveOut("repeated that day");
            else events.Add(offsets is null ? e : e with { Record = offsets.Of(e.Record) });
        }
        if (offsets is null && events.Count == exported.Events.Count) return exported;
        return exported with { Events = events, Quotations = offsets is null ? exported.Quotations : [.. exported.Quotations.Select(offsets.Of)] };
    }

    private bool Repeats(Article article, EventRecord record)
    {
        if (ExportRow.DayOf(record, article) is not { } day || Codes(record.Actors) is not { } actors || Codes(record.Recipients) is not { } recipients) return false;
        string code = codes.Cameo(record) ?? record.Type;
        string key = string.Join('\u001f', day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), actors, recipients, record.Type, code, record.Status);
        if (kept.TryAdd(XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(key)), record.Id)) return false;
        options.Dropped?.Invoke(new(record.Id, kept[XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(key))], day, actors, recipients, code));
        return true;
    }

    private static string? Codes(IReadOnlyList<Party> parties) =>
        parties.Count == 0 || parties.Any(p => p.Code is null) ? null : string.Join(';', parties.Select(p => p.Code!).Order(StringComparer.Ordinal));
}
