using System.Globalization;
using Hearsay.Coding.Records;
using Hearsay.Explaining;
using Spectre.Console;

namespace Hearsay.Cli.Picture;

/// <summary>
/// One event on a few lines: who did what to whom, what kind of event it is, whether it took place, when, where, how
/// many, the words it was read from, and last of all on whose word: the chain as a path from the innermost party to
/// the outlet. What the text does not say has no line.
/// </summary>
internal sealed class EventCard(CodedArticle coded, EventRecord record, int number)
{
    private const int LabelWidth = 8;
    private const int ExcerptReach = 130;

    private readonly Style accent = new(Palette.Of(record.Type), decoration: Decoration.Bold);

    /// <summary>Prints the card.</summary>
    public void Print(IAnsiConsole console)
    {
        var rail = new StyledText().Add("▌ ", new Style(accent.Foreground));
        Heading().Print(console, rail, 0, 2);
        foreach (var (label, value) in Lines())
            new StyledText().Add(label.PadRight(LabelWidth), Palette.Quiet).Add(value).Print(console, rail, 2, 2 + LabelWidth);
        Evidence().Print(console, rail, 2, 2 + LabelWidth);
        new StyledText().Add("according to ", Palette.Quiet).Add(Path()).Print(console, rail, 2, 4);
    }

    /// <summary>"[1] Kenya (KEN) → spoke by phone with → Somalia (SOM)".</summary>
    private StyledText Heading()
    {
        var heading = new StyledText().Add($"[{number.ToString(CultureInfo.InvariantCulture)}] ", accent);
        if (record.Actors.Count > 0) AddParties(heading, record.Actors);
        else heading.Add("someone", Palette.Quiet);
        heading.Add(" → ").Add(PlainWords.Act(record.Type, record.Mode, record.Recipients.Count > 0), accent)
            .Add(PlainWords.Caution(record.Status));
        if (record.Recipients.Count == 0) return heading;
        heading.Add(" → ");
        AddParties(heading, record.Recipients);
        return heading;
    }

    private static void AddParties(StyledText heading, IReadOnlyList<Party> parties)
    {
        for (int i = 0; i < parties.Count; i++)
        {
            if (i > 0) heading.Add(i == parties.Count - 1 ? " and " : ", ");
            heading.Add(parties[i].Name ?? parties[i].Text, Palette.Party);
            if (parties[i].Code is { } code) heading.Add($" ({code})", Palette.Quiet);
        }
    }

    private IEnumerable<(string Label, string Value)> Lines()
    {
        string contexts = record.Contexts.Count == 0 ? "" : $" ({string.Join(", ", record.Contexts.Select(c => c.Replace('_', ' ')))})";
        yield return ("kind", PlainWords.Kind(record.Type, record.Mode) + contexts);
        yield return ("status", PlainWords.Status(record.Status));
        if (record.Time is { } time) yield return ("when", When(time));
        if (record.Place is { } place) yield return ("where", Where(place));
        var counts = Counts().ToList();
        if (counts.Count > 0) yield return ("people", string.Join(", ", counts));
    }

    private static string When(EventTime time)
    {
        if (time.Start is not { } start) return $"“{time.Text}”";
        string first = Day(start);
        string days = time.End is { } end && end != start ? $"{first} – {Day(end)}" : first;
        return $"{days} (“{time.Text}”)";
    }

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Where(EventPlace place)
    {
        var parts = new[] { place.Name ?? place.Text, place.Admin1, place.Country }.Where(p => !string.IsNullOrEmpty(p)).Distinct();
        string coordinates = place is { Lat: { } lat, Lon: { } lon }
            ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Abs(lat):0.##}° {(lat < 0 ? 'S' : 'N')}, {Math.Abs(lon):0.##}° {(lon < 0 ? 'W' : 'E')})")
            : "";
        return string.Join(", ", parts) + coordinates;
    }

    private IEnumerable<string> Counts()
    {
        if (record.Killed is { } killed) yield return string.Create(CultureInfo.InvariantCulture, $"{killed:N0} killed");
        if (record.Injured is { } injured) yield return string.Create(CultureInfo.InvariantCulture, $"{injured:N0} injured");
        if (record.Size is { } size) yield return string.Create(CultureInfo.InvariantCulture, $"{size:N0} taking part");
    }

    // The trigger with what stands around it in its paragraph, cut at words.
    private StyledText Evidence()
    {
        string text = coded.Article.Text;
        int start = Math.Clamp(record.Trigger.Start, 0, text.Length), end = Math.Clamp(record.Trigger.End, start, text.Length);
        int left = start, right = end;
        while (left > 0 && text[left - 1] != '\n' && start - left < ExcerptReach && !EndsSentence(text, left - 1)) left--;
        while (right < text.Length && text[right] != '\n' && right - end < ExcerptReach && !EndsSentence(text, right - 1)) right++;
        if (right > end && EndsSentence(text, right - 1)) right--;
        bool cutLeft = left > 0 && !char.IsWhiteSpace(text[left - 1]) && text[left - 1] != '\n';
        bool cutRight = right < text.Length && !char.IsWhiteSpace(text[right]);
        while (cutLeft && left < start && !char.IsWhiteSpace(text[left])) left++;
        while (cutRight && right > end && !char.IsWhiteSpace(text[right - 1])) right--;
        return new StyledText().Add("text".PadRight(LabelWidth), Palette.Quiet)
            .Add(cutLeft ? "… " : "").Add(text[left..start].TrimStart()).Add(text[start..end], accent)
            .Add(text[end..right].TrimEnd()).Add(cutRight ? " …" : "");
    }

    // A full stop and a space before a capital or a quotation: good enough for an excerpt, which may be longer than a sentence.
    private static bool EndsSentence(string text, int at) =>
        at > 2 && at + 2 < text.Length && char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or '”' or '"'
        && (text[at - 1] is not ('”' or '"') || text[at - 2] is '.' or '!' or '?') && (char.IsUpper(text[at + 1]) || text[at + 1] is '"' or '“') && !char.IsUpper(text[at - 2]);

    private string Path()
    {
        string outlet = coded.Article.Outlet ?? "the article";
        var chain = record.Chain;
        if (chain.Count == 0) return $"{outlet} itself";
        string path = Party(chain[^1]);
        for (int i = chain.Count - 2; i >= 0; i--) path += $" ← quoted by {Party(chain[i])}";
        return $"{path} ← reported by {outlet}";
    }

    private static string Party(ChainHop hop) => hop.Kind switch
    {
        "unspecified" => $"hearsay (“{hop.Text}”)",
        _ => hop.Name ?? hop.Text,
    };
}
