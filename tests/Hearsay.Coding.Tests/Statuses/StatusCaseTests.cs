using Hearsay.Coding.Statuses;
using Hearsay.Coding.Tests.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Tests.Statuses;

/// <summary>
/// Runs tests/cases/status: each line is a sentence with its event word in brackets, a bar and the status. Lines that
/// start with # are notes.
/// </summary>
public sealed class StatusCaseTests
{
    private static readonly Lazy<StatusReader> Reader = new(() => new StatusReader(EmbeddingTable.Load(Path.Combine(CodingTools.Data, "lexicons", "embedding.csv"))));

    public static TheoryData<string, int, string, string> Statuses
    {
        get
        {
            var data = new TheoryData<string, int, string, string>();
            foreach (string file in new[] { "negation.txt", "denial.txt", "modality.txt", "conditions.txt", "embedding.txt", "nouns.txt", "scope.txt", "predicates.txt" })
                foreach (var (line, text, expected, _) in CodingTools.Cases("status", file)) data.Add(file, line, text, expected);
            return data;
        }
    }

    [Theory, MemberData(nameof(Statuses))]
    public void An_event_has_the_status_of_its_case(string file, int line, string text, string expected)
    {
        var reading = Read(text);
        Assert.True(expected == reading.Status.Word(), $"{file}:{line}: {text}\nexpected {expected}\nfound    {reading.Status.Word()} ({reading.Contexts}; {string.Join(", ", reading.Rows)})");
    }

    [Fact]
    public void A_plain_future_is_certain_and_has_not_occurred()
    {
        var reading = Read("The president will [visit] Hanoi in May.");
        Assert.True(reading.Certain);
        Assert.Equal("CT+", reading.FactBankValue);
        Assert.True(reading.Occurrence < -1);
    }

    [Fact]
    public void An_asserted_event_of_the_past_is_certain_and_has_occurred()
    {
        var reading = Read("The rebels [bombed] the bridge.");
        Assert.Equal("CT+", reading.FactBankValue);
        Assert.True(reading.Occurrence > 2);
    }

    [Fact]
    public void A_negated_event_is_certainly_not_so() => Assert.Equal("CT-", Read("The rebels did not [bomb] the bridge.").FactBankValue);

    [Theory]
    [InlineData("The mine stopped [exporting] coal.")]
    [InlineData("The owners brought the [production] of boats to an end.")]
    public void What_has_been_stopped_was_so_and_is_so_no_longer(string text)
    {
        var reading = Read(text);
        Assert.Equal(Status.Asserted, reading.Status);
        Assert.Equal("CT-", reading.FactBankValue);
    }

    [Fact]
    public void What_was_not_tried_is_less_surely_out_than_what_failed()
    {
        Assert.Equal("PS-", Read("The club did not try to [buy] the stadium.").FactBankValue);
        Assert.Equal("CT-", Read("The club failed to [buy] the stadium.").FactBankValue);
    }

    [Fact]
    public void A_chance_is_less_than_certain() => Assert.Equal("PS+", Read("The rebels may [bomb] the bridge.").FactBankValue);

    [Fact]
    public void A_reading_names_the_rows_that_led_to_it() => Assert.Equal(["embedding:fail"], Read("The militia failed to [capture] the airfield.").Rows);

    [Fact]
    public void Nothing_above_the_ceiling_acts()
    {
        var (sentence, token) = Marked("Syria denied that its army had [shelled] the town.");
        var reader = Reader.Value;
        int cue = sentence.Tokens.Single(t => t.Form == "denied").Index;
        Assert.Equal(Status.Denied, reader.Read(sentence, token, -1).Status);
        Assert.Equal(Status.Asserted, reader.Read(sentence, token, cue).Status);
    }

    private static StatusReading Read(string marked)
    {
        var (sentence, token) = Marked(marked);
        return Reader.Value.Read(sentence, token, -1);
    }

    private static (Sentence Sentence, int Token) Marked(string text)
    {
        int at = text.IndexOf('[');
        var document = CodingTools.Annotator.Annotate(text.Replace("[", "").Replace("]", ""));
        foreach (var sentence in document.Sentences)
            foreach (var token in sentence.Tokens)
                if (token.Span.Start <= at && at < token.Span.End) return (sentence, token.Index);
        throw new InvalidOperationException($"No event is marked in: {text}");
    }
}
