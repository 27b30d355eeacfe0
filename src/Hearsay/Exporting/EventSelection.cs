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

    /// <summary>The articles with the events that go out, offsets as asked for. With one-a-day in their order, else on any thread.</summary>
    public ExportedArticle[] Select(IReadOnlyList<ExportedArticle> part)
    {
        var selected = new ExportedArticle[part.Count];
        for (int i = 0; i < selected.Length; i++) selected[i] = Select(part[i]);
        return selected;
    }

    private ExportedArticle Select(ExportedArticle exported)
    {
        var offsets = options.CodePoints ? exported.CodePoints ?? CodePoints.In(exported.Article.Text) : null;
        if (offsets is { IsPlain: true }) offsets = null;
        bool all = statuses is null && format.HasWithdrawn && !options.OneADay;
        if (all && offsets is null) return exported;
        var events = exported.Events.Where(e => all || GoesOut(e, exported.Article)).ToList();
        if (offsets is null) return events.Count == exported.Events.Count ? exported : exported with { Events = events };
        return exported with { Events = [.. events.Select(e => e with { Record = offsets.Of(e.Record) })], Quotations = [.. exported.Quotations.Select(offsets.Of)] };
    }

    private bool GoesOut(ExportedEvent e, Article article)
    {
        string? reason = statuses is not null && !statuses.Contains(e.Record.Status) ? e.Record.Status
            : e.Withdrawn && !format.HasWithdrawn ? "withdrawn"
            : options.OneADay && Repeats(article, e.Record) ? "repeated that day" : null;
        if (reason is not null) tally.LeaveOut(reason);
        return reason is null;
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
