using System.Globalization;
using Hearsay.Cli.Picture;
using Hearsay.Reviewing;
using Hearsay.Store;
using Spectre.Console;

namespace Hearsay.Cli.Commands;

/// <summary>
/// The queue in the terminal: an event's card, then one key: a accept, r reject, c correct, n comment, s skip, u back to
/// the one before, q quit. Corrections are field=value, several with blanks between; what cannot be is said and asked
/// again. Every verdict is in the store before the next card is shown.
/// </summary>
internal sealed class ReviewQueue(HearsayStore store, ReviewDesk desk, IAnsiConsole canvas, Keyboard keyboard)
{
    private const string Keys = "a accept · r reject · c correct · n comment · s skip · u back · q quit";

    private int accepted, rejected, corrected, comments;

    /// <summary>Runs until the queue is empty, the reviewer quits or nothing more is typed; the result says what was done.</summary>
    public string Run(RecordQuery query, TextWriter writer, CancellationToken stop)
    {
        var ids = Ids(query);
        int at = 0;
        while (at < ids.Count && !stop.IsCancellationRequested)
        {
            if (store.Event(ids[at]) is not { } e)
            {
                at++;
                continue;
            }
            Show(e, at, ids.Count);
            writer.Flush();
            int step = Ask(e, writer);
            if (step == 0) break;
            at = Math.Max(0, at + step);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{accepted} accepted, {corrected} corrected, {rejected} rejected, {comments} comments, {Math.Max(0, ids.Count - at)} left in the queue");
    }

    // The queue is settled at the start, so that verdicts given meanwhile neither shift nor repeat an event.
    private List<string> Ids(RecordQuery query)
    {
        var ids = new List<string>();
        for (var page = store.Find(query with { PageSize = 1000 }); ; page = store.Find(query with { PageSize = 1000, After = page.Next }))
        {
            ids.AddRange(page.Events.Select(e => e.Record.Id));
            if (page.Next is null) return ids;
        }
    }

    private void Show(StoredEvent e, int at, int count)
    {
        var article = store.Article(e.Article.Id);
        canvas.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at + 1} of {count} · {e.Record.Id} · {e.ReviewState} · {e.Article.Outlet} {e.Article.PublishedOn:yyyy-MM-dd}"));
        if (article is not null) new EventCard(article.ToCoded(), e.Record, at + 1).Print(canvas);
        canvas.WriteLine(Keys);
    }

    // How far to go in the queue; 0 is the end.
    private int Ask(StoredEvent e, TextWriter writer)
    {
        while (true)
        {
            switch (keyboard.Key())
            {
                case 'a':
                    desk.Give(e, Verdict.Accept, null);
                    accepted++;
                    return 1;
                case 'r':
                    desk.Give(e, Verdict.Reject, null);
                    rejected++;
                    return 1;
                case 'c' when Correct(e, writer):
                    corrected++;
                    return 1;
                case 'n':
                    Comment(e, writer);
                    break;
                case 's':
                    return 1;
                case 'u':
                    return -1;
                case 'q' or null or '\u0003':
                    return 0;
            }
        }
    }

    private bool Correct(StoredEvent e, TextWriter writer)
    {
        while (true)
        {
            if (Line(writer, $"{string.Join(", ", ReviewCorrection.Fields)} (field=value, empty to give up): ") is not { Length: > 0 } line) return false;
            try
            {
                desk.Correct(e, line.Split(' ', StringSplitOptions.RemoveEmptyEntries), null);
                return true;
            }
            catch (FormatException fault)
            {
                canvas.WriteLine(fault.Message);
            }
        }
    }

    private void Comment(StoredEvent e, TextWriter writer)
    {
        if (Line(writer, "comment: ") is not { Length: > 0 } text) return;
        desk.Comment(e, text);
        comments++;
    }

    private string? Line(TextWriter writer, string prompt)
    {
        canvas.Write(prompt);
        writer.Flush();
        return keyboard.Line()?.Trim();
    }
}
