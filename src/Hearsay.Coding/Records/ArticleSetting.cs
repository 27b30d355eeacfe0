namespace Hearsay.Coding.Records;

/// <summary>
/// What a whole article tells of each of its records: how long it is, how many records it has against which nothing speaks, and whether it is about a country's
/// own politics: two such records, or politicians quoted again and again.
/// </summary>
/// <param name="Sentences">Sentences of the article.</param>
/// <param name="Events">Records without a doubt.</param>
/// <param name="Home">Whether home politics is its matter.</param>
public sealed record ArticleSetting(int Sentences, int Events, bool Home)
{
    // How many quotations of politicians make an article one on home politics.
    private const int PoliticiansWords = 2;

    /// <summary>Whether it is more than a piece of news in a few lines.</summary>
    public bool IsLong => Sentences > 8;

    /// <summary>The setting of all <paramref name="records"/> of an article, those too that are not sure enough to be written; <paramref name="speakers"/> are who is quoted in it, by their sectors.</summary>
    public static ArticleSetting Of(IReadOnlyCollection<EventRecord> records, IEnumerable<IReadOnlyList<string>> speakers, int sentences) => new(
        sentences, records.Count(r => ConfidenceScorer.DoubtOf(r) is null),
        records.Count(r => ConfidenceScorer.DoubtOf(r) is null && IsHomePolitics(r)) > 1 || speakers.Count(s => s.Any(IsPolitician)) >= PoliticiansWords);

    /// <summary>Whether a record is about politicians of one country: campaigns and parliaments fill the news with words that look like events and mostly are none.</summary>
    public static bool IsHomePolitics(EventRecord record)
    {
        var parties = record.Actors.Concat(record.Recipients).ToList();
        return parties.Any(p => p.Sectors.Any(IsPolitician)) && parties.Select(p => p.Country).OfType<string>().Distinct().Count() <= 1 && !parties.Any(p => p.Country is not null && p.Sectors.Count == 0);
    }

    private static bool IsPolitician(string sector) => sector is "PTY" or "ELI" or "LEG";
}
