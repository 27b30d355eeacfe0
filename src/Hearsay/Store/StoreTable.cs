namespace Hearsay.Store;

/// <summary>
/// A table with its columns in the order in which <see cref="IRowWriter"/> is given values. Only tables that are
/// written in bulk stand here; the whole schema is in <c>Schema/</c>.
/// </summary>
internal sealed record StoreTable(string Name, params string[] Columns)
{
    private const string History = "run created_at updated_at withdrawn_at revision";

    public static readonly StoreTable Articles = Of("articles", "key id url outlet title published_on language text text_hash hash pairs coded_run " + History);

    public static readonly StoreTable Sentences = Of("sentences", "key article_key sentence start_offset end_offset text");

    /// <summary>SQLite's full-text index; PostgreSQL keeps it by itself.</summary>
    public static readonly StoreTable SentenceWords = Of("sentence_words", "rowid text");

    public static readonly StoreTable Events = Of("events",
        "key id article_key sentence sentence_key trigger_text trigger_start trigger_end type mode contexts cameo status " +
        "time_text time_start time_end granularity place_text place_name place_country admin1 lat lon geoname_id " +
        "killed injured size quotation confidence pattern trace_rows day happening hash review_state " + History);

    public static readonly StoreTable Parties = Of("parties", "event_key role ordinal text start_offset end_offset name code country sectors");

    public static readonly StoreTable Dyads = Of("dyads", "event_key actor recipient");

    public static readonly StoreTable Hops = Of("hops", "record_key ordinal name kind cue text start_offset end_offset");

    public static readonly StoreTable Quotations = Of("quotations",
        "key id article_key ordinal sentence_key last_sentence_key form cue_text cue_start cue_end " +
        "speaker_text speaker_start speaker_end speaker_name speaker_code speaker_country speaker_sectors " +
        "addressee_text addressee_start addressee_end addressee_name addressee_code addressee_country addressee_sectors day hash " + History);

    public static readonly StoreTable Contents = Of("contents", "quotation_key ordinal start_offset end_offset text");

    public static readonly StoreTable Diagnostics = Of("diagnostics", "run article_key ordinal code severity message place remedy");

    private static StoreTable Of(string name, string columns) => new(name, columns.Split(' '));
}
