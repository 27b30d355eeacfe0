using System.Runtime.InteropServices;

namespace Hearsay.Store.Columns;

/// <summary>What is counted of one event. Texts stand as numbers of <see cref="ColumnTables"/>, -1 where there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EventRow
{
    public long Key;
    public ulong Happening;
    public double Confidence;

    /// <summary>Number of the sentence in its article.</summary>
    public int Sentence;

    /// <summary><see cref="DateOnly.DayNumber"/>, or -1 for an unknown day.</summary>
    public int Day;
    public int Type;
    public int Status;
    public int Mode;
    public int Contexts;
    public int Cameo;
    public int Pattern;
    public int Place;
    public int PlaceText;

    /// <summary>Number of the quotation in its article, or -1.</summary>
    public int Quotation;
    public int Run;

    /// <summary>Where its parties begin in the block, and how many there are.</summary>
    public int Parties;
    public ushort PartyCount;

    /// <summary>Where its hops begin in the block, and how many there are.</summary>
    public ushort HopCount;
    public int Hops;

    /// <summary>The key of its sentence.</summary>
    public readonly long SentenceKey => RecordKey.Of(RecordKey.Article(Key), Sentence);
}

/// <summary>A party of an event.</summary>
internal readonly record struct PartyRow(bool IsRecipient, int Name, int Text, int Code, int Country, int Sectors);

/// <summary>A hop of an event's chain.</summary>
internal readonly record struct HopRow(int Name, int Text);

/// <summary>A place as it is counted.</summary>
internal readonly record struct PlaceRow(int Name, int Country, int Admin1, double? Lat, double? Lon, long? GeonameId);

/// <summary>What is counted of one quotation.</summary>
internal readonly record struct QuotationRow(long Key, int Ordinal, int Day, long Sentence, long LastSentence, int Run, VoiceRow Speaker, VoiceRow Addressee);

/// <summary>A speaker or an addressee.</summary>
internal readonly record struct VoiceRow(int Name, int Text, int Code, int Country, int Sectors);

/// <summary>What is counted of one article.</summary>
internal readonly record struct ArticleRow(long Key, int Outlet, int Published);
