using System.Runtime.InteropServices;

namespace Hearsay.Store.Columns;

/// <summary>What is counted of one event. Texts stand as numbers of <see cref="ColumnTables"/>, -1 where there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EventRow
{
    /// <summary>What <see cref="Dyad"/> is where there is none.</summary>
    public const int NoDyad = -1;

    public long Key;
    public ulong Happening;
    public double Confidence;

    /// <summary>Number of the sentence in its article.</summary>
    public int Sentence;

    /// <summary><see cref="DateOnly.DayNumber"/>, or -1 for an unknown day.</summary>
    public int Day;

    /// <summary>The day's number among those that events have.</summary>
    public int DayNumber;

    /// <summary>The number of the pair of countries; -1 where there is none, less where there are several, which <see cref="EventBlock.PairsOf"/> has.</summary>
    public int Dyad;
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
internal readonly record struct PartyRow(bool IsRecipient, int Name, int Text, int Code, int Country, int Sectors)
{
    /// <summary>Each pair of countries of an actor and a recipient, once.</summary>
    public static IEnumerable<(int Actor, int Recipient)> Dyads(PartyRow[] parties)
    {
        for (int a = 0; a < parties.Length; a++)
        {
            if (parties[a].IsRecipient || parties[a].Country < 0 || IsRepeated(parties, a)) continue;
            for (int r = 0; r < parties.Length; r++)
                if (parties[r].IsRecipient && parties[r].Country >= 0 && !IsRepeated(parties, r)) yield return (parties[a].Country, parties[r].Country);
        }
    }

    private static bool IsRepeated(PartyRow[] parties, int at)
    {
        for (int i = 0; i < at; i++)
            if (parties[i].IsRecipient == parties[at].IsRecipient && parties[i].Country == parties[at].Country) return true;
        return false;
    }
}

/// <summary>A hop of an event's chain.</summary>
internal readonly record struct HopRow(int Name, int Text);

/// <summary>A place as it is counted.</summary>
internal readonly record struct PlaceRow(int Name, int Country, int Admin1, double? Lat, double? Lon, long GeonameId);

/// <summary>What is counted of one quotation. <c>Quoted</c> is the number of its speaker's name and country, -1 for a speaker without a name.</summary>
internal readonly record struct QuotationRow(long Key, int Ordinal, int Day, long Sentence, long LastSentence, int Run, VoiceRow Speaker, VoiceRow Addressee, int Quoted);

/// <summary>A speaker or an addressee.</summary>
internal readonly record struct VoiceRow(int Name, int Text, int Code, int Country, int Sectors);

/// <summary>What is counted of one article.</summary>
internal readonly record struct ArticleRow(long Key, int Outlet, int Published);
