using System.Globalization;
using Hearsay.Coding.Records;
using Hearsay.Explaining;
using Hearsay.Language;
using Spectre.Console;

namespace Hearsay.Cli.Picture;

/// <summary>
/// What <c>hearsay explain</c> shows below the sentence and its tree: the event's card, the pattern with its written
/// sentence, then for every value of the record the words it was read from, where they stand in the text, and the
/// table rows that gave them. What has no evidence in the text has no line.
/// </summary>
internal sealed class ExplanationPicture(IAnsiConsole console, EventExplanation why, TableRows tables)
{
    private const int LabelWidth = 11;
    private const int Indent = 2;
    private readonly EventRecord record = why.Record;

    /// <summary>Prints everything below the tree.</summary>
    public void Print()
    {
        new EventCard(why.Coded, record, 1 + Math.Max(0, why.Coded.Events.ToList().IndexOf(record))).Print(console);
        console.WriteLine();
        Pattern();
        Parties("actor", record.Actors);
        Parties("recipient", record.Recipients);
        Status();
        if (record.Time is { } time) Line("time", $"{Days(time)}, a {time.Granularity}, from “{time.Text}”{(why.Coded.Article.PublishedOn is { } day ? $" in an article of {Day(day)}" : "")}");
        if (record.Place is { } place) Line("place", $"{place.Name ?? place.Text}{Code(place.Country)} from “{place.Text}”{(place.GeonameId is { } id ? $", GeoNames {id.ToString(CultureInfo.InvariantCulture)}" : "")}");
        Chain();
        Rest();
        LeftOut();
    }

    // What else the sentence seemed to say.
    private void LeftOut()
    {
        foreach (var one in why.LeftOut) Line("left out", $"{PlainWords.LeftOut(one)}");
    }

    private void Pattern()
    {
        if (why.Pattern is not { } pattern)
        {
            Line("pattern", $"{record.Trace.Pattern}, which the knowledge no longer has");
            return;
        }
        Line("pattern", $"{pattern.Id}  {tables.Short(pattern.File)}:{Number(pattern.Line)}");
        foreach (var line in why.Written) Line("", $"“{line.Text}”  line {Number(line.Line)}");
        if (why.Mention is { } mention)
        {
            if (mention.Likeness is { } likely) Line("", $"in other words than its own, which are {mention.Pattern.EventType} with a probability of {likely.ToString("0.00", CultureInfo.InvariantCulture)}; it is the closest pattern");
            else if (why.Written.Count == 0) Line("", "by none of its sentences alone");
            Line("", "fits on " + string.Join(" … ", mention.Words.Select(w => $"“{why.Sentence.Tokens[w].Form}”")));
        }
        else
        {
            Line("", "fires here no more: the knowledge has changed since the article was coded");
        }
        if (why.Mention is { } found && found.Type != record.Type) Line("", $"{found.Type} became {record.Type} by what embeds it");
    }

    private void Parties(string slot, IReadOnlyList<Party> parties)
    {
        foreach (var party in parties)
        {
            Line(slot, $"“{party.Text}”{At(party.Start, party.End)} is {party.Name ?? "unnamed"}{(party.Code is { } code ? $", {code}" : ", without a code")}");
            foreach (string row in why.RowsOf(party) ?? []) Row(row);
        }
        if (parties.Count == 0) Line(slot, "none: the text does not say");
    }

    private void Status()
    {
        Line("status", $"{record.Status}: {PlainWords.Status(record.Status)}");
        foreach (string row in record.Trace.Rows.Where(IsStatusRow)) Row(row);
    }

    private void Chain()
    {
        if (record.Chain.Count == 0) Line("chain", $"empty: {why.Coded.Article.Outlet ?? "the article"} itself says so");
        for (int i = 0; i < record.Chain.Count; i++)
        {
            var hop = record.Chain[i];
            string cue = hop.Cue is { } word ? $", by “{word}”" : ", by quotation marks alone";
            Line(i == 0 ? "chain" : "", $"{Number(i + 1)}. {hop.Kind}: “{hop.Text}”{At(hop.Start, hop.End)}{(hop.Name is { } name && name != hop.Text ? $", {name}" : "")}{cue}");
        }
        if (record.Quotation is { } index && index >= 0 && index < why.Coded.Quotations.Count)
            Line("", $"in the {why.Coded.Quotations[index].Form} quotation “{string.Join(" … ", why.Coded.Quotations[index].Content.Select(c => c.Text))}”");
    }

    // Rows of the trace that belong to no party as it is found now.
    private void Rest()
    {
        var shown = record.Actors.Concat(record.Recipients).SelectMany(p => why.RowsOf(p) ?? []).ToHashSet();
        var rest = record.Trace.Rows.Where(r => !shown.Contains(r) && !IsStatusRow(r)).ToList();
        if (rest.Count == 0) return;
        Line("rows", why.Mention is null ? "that the trace names:" : "of other mentions of the same event:");
        foreach (string row in rest) Row(row);
    }

    private static bool IsStatusRow(string row) => row.StartsWith("embedding:", StringComparison.Ordinal) || row.StartsWith("likeness:", StringComparison.Ordinal);

    private void Row(string row) => Line("", $"row {row}{(tables.Place(row, why.Coded.Article.PublishedOn) is { } place ? $"  {place}" : "")}");

    private void Line(string label, string value)
    {
        var line = new StyledText();
        if (label.Length > 0) line.Add(label.PadRight(LabelWidth), Palette.Quiet);
        line.Add(value).Print(console, null, label.Length > 0 ? Indent : Indent + LabelWidth, Indent + LabelWidth + 2);
    }

    private string At(int start, int end)
    {
        var span = why.Sentence.Span;
        string where = $" [{Number(start)}–{Number(end)}";
        var other = start >= span.Start && start < span.End ? null : why.Document.Sentences.FirstOrDefault(s => s.Span.Contains(new TextSpan(start, Math.Max(start, end))));
        return other is null ? where + "]" : $"{where}, sentence {Number(other.Index)}]";
    }

    private static string Days(EventTime time) => time.Start is not { } start ? "no day"
        : time.End is { } end && end != start ? $"{Day(start)} to {Day(end)}" : Day(start);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Code(string? country) => country is null ? "" : $" ({country})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
