using Hearsay.Articles;
using Hearsay.Coding.Records;

namespace Hearsay.Exporting;

/// <summary>
/// What one line of a table is written from: an event, its article and, in formats that count pairs, one actor and
/// one recipient of it. Formats that write one line an event see its first actor and recipient here. Everything that
/// several formats derive from an event (its day, its code, where its article begins) is derived here, once.
/// </summary>
public sealed class ExportRow(ExportedArticle exported, ExportedEvent @event, EventRecord record, Party? actor, Party? recipient, int pair, Codebook codes)
{
    // One object for each, so that nobody keeps millions of them.
    private static readonly string[] Roots = [.. Enumerable.Range(0, 100).Select(i => i.ToString("00", System.Globalization.CultureInfo.InvariantCulture))];

    private string? cameo;

    /// <summary>The article.</summary>
    public Article Article => exported.Article;

    /// <summary>What coded it.</summary>
    public CodedWith CodedWith => @event.CodedWith ?? exported.CodedWith;

    /// <summary>The event, with offsets as they are to be written.</summary>
    public EventRecord Event => record;

    /// <summary>The actor of this line, or null.</summary>
    public Party? Actor => actor;

    /// <summary>The recipient of this line, or null.</summary>
    public Party? Recipient => recipient;

    /// <summary>Which pair of the event this is, from 0.</summary>
    public int Pair => pair;

    /// <summary>When the store last changed the event, or null.</summary>
    public DateTimeOffset? UpdatedAt => @event.UpdatedAt;

    /// <summary>Whether the event has been withdrawn.</summary>
    public bool Withdrawn => @event.Withdrawn;

    /// <summary>What reviewers made of the event, or null.</summary>
    public string? ReviewState => @event.ReviewState;

    /// <summary>Translations.</summary>
    public Codebook Codes => codes;

    /// <summary>The event's day where the text names one, else the day of publication; null when neither is known.</summary>
    public DateOnly? Day => DayOf(record, exported.Article);

    /// <summary>The CAMEO code, general where the record has none.</summary>
    public string? Cameo => cameo ??= codes.Cameo(record);

    /// <summary>The first two digits of <see cref="Cameo"/>.</summary>
    public string? CameoRoot => Cameo is [>= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones, ..] ? Roots[10 * (tens - '0') + ones - '0'] : null;

    /// <summary>The innermost hop: who is nearest to the event; null when the outlet itself asserts it.</summary>
    public ChainHop? Voucher => record.Chain is [.., var last] ? last : null;

    /// <summary>
    /// A number for formats whose ids are numbers: 53 bits of the event's id and the pair, the same in every export,
    /// and no more than R and JavaScript read exactly.
    /// </summary>
    public long NumericId
    {
        get
        {
            ulong hash = System.IO.Hashing.XxHash64.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(record.Id), pair);
            return (long)(hash >> 11);
        }
    }

    internal static DateOnly? DayOf(EventRecord record, Article article) =>
        record.Time is { Start: { } start, End: { } end } && start == end ? start : article.PublishedOn;
}
