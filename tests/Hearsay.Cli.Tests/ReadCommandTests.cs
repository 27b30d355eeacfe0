using System.Text.Json;

namespace Hearsay.Cli.Tests;

public sealed class ReadCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "01-phone-call.txt");

    private readonly Shell shell = new() { Coder = Records.PhoneCall };

    public void Dispose() => shell.Dispose();

    private string Picture(int width)
    {
        shell.Width = width;
        var (code, output, error) = shell.Run("read", Sample);
        Assert.Equal((ExitCode.Ok, ""), (code, error));
        return output;
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void Every_line_fits_the_width_and_nothing_is_lost(int width)
    {
        string picture = Picture(width);
        Assert.All(picture.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, width));
        string words = string.Join(' ', picture.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("\"Ships must sail because it is the law, not because somebody has been paid to stop shooting at them,\"", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colour_there_is_no_escape_and_marks_say_it_in_words()
    {
        string picture = Picture(60);
        Assert.DoesNotContain("\u001b", picture, StringComparison.Ordinal);
        Assert.Contains("telephoned[1] his Russian counterpart", picture.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("hunger has no flag,\" ‹Cemal Atakan› presidential", picture.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_says_who_did_what_to_whom_when_where_and_on_whose_word()
    {
        string[] card = Picture(100).Split('\n').SkipWhile(l => !l.StartsWith("▌ [1]", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0).ToArray();
        Assert.Equal(
        [
            "▌ [1] Recep Tayyip Erdogan (TURGOV) → spoke by phone with → Vladimir Putin (RUSGOV)",
            "▌   kind    CONSULT, phone (diplomatic)",
            "▌   status  told as fact",
            "▌   when    Mon 11 Mar 2024 (“on Monday”)",
            "▌   where   Ankara, TUR (39.92° N, 32.85° E)",
        ], card[..5]);
        Assert.StartsWith("▌   text    ", card[5], StringComparison.Ordinal);
        Assert.Equal("▌   according to the Turkish presidency ← reported by The Meridian Courier", card[^1]);
    }

    [Fact]
    public void The_path_runs_from_the_innermost_party_to_the_outlet()
    {
        string picture = Picture(120);
        Assert.Contains("according to Anton Veselov ← quoted by the state news agency ← reported by The Meridian Courier", picture, StringComparison.Ordinal);
        Assert.Contains("according to The Meridian Courier itself", picture, StringComparison.Ordinal);
        Assert.Contains("▌ [2] Russia (RUS) → gave way [conditional]", picture, StringComparison.Ordinal);
        Assert.Contains("status  only if a condition is met", picture, StringComparison.Ordinal);
        Assert.Contains("people  1,200 killed, 3 injured", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void In_colour_the_same_words_stand_there()
    {
        string plain = Picture(70);
        shell.Colour = true;
        string coloured = Picture(70);
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking));
    }

    [Fact]
    public void An_article_without_events_says_so()
    {
        shell.Coder = article => new(article, [], [], []);
        Assert.Contains("No political event was found in it.", Picture(60), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_with_odd_spans_do_not_break_the_picture()
    {
        shell.Coder = article => Records.PhoneCall(article) is var coded
            ? coded with { Events = [.. coded.Events, coded.Events[0] with { Trigger = new(-5, 100_000, "x"), Actors = [], Recipients = [], Type = "NEW", Mode = "kind" }] }
            : coded;
        Assert.Contains("someone → new", Picture(60), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_what_code_prints()
    {
        string read = shell.Run("read", Sample, "--json").Out;
        Assert.Equal(shell.Run("code", Sample).Out, read);
        Assert.Equal(4, JsonDocument.Parse(read).RootElement.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public void Of_several_articles_the_first_is_shown_or_the_one_asked_for()
    {
        shell.Coder = article => new(article, [], [], []);
        string file = shell.File("a.jsonl", "{\"id\":\"1\",\"text\":\"The first text.\"}\n{\"id\":\"2\",\"text\":\"The second text.\"}\n");
        var (code, output, error) = shell.Run("read", file);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("The first text.", output, StringComparison.Ordinal);
        Assert.Contains("HS3006", error, StringComparison.Ordinal);
        (code, output, error) = shell.Run("read", file, "--id", "2");
        Assert.Equal((ExitCode.Ok, ""), (code, error));
        Assert.Contains("The second text.", output, StringComparison.Ordinal);
        (code, _, error) = shell.Run("read", file, "--id", "3");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS3007", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_1_with_one_message()
    {
        var (code, output, error) = shell.Run("read", Path.Combine(shell.Folder, "none.txt"));
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Equal(1, error.Count(c => c == '\n'));
        Assert.Contains("HS1001", error, StringComparison.Ordinal);
    }
}
