using System.Diagnostics;
using Hearsay.Articles;

namespace Hearsay;

/// <summary>
/// Codes many articles on several threads and hands the lines over in the order of the inputs: any number of
/// threads gives the same bytes as one. At most <c>8 × jobs</c> inputs are in flight, so memory does not grow with
/// their number. An input that cannot be read or coded is reported and left out; the rest goes on.
/// </summary>
/// <param name="code">Codes one article; called on several threads at once.</param>
/// <param name="jobs">How many articles are coded at a time, at least 1.</param>
public sealed class CodingRun(Func<Article, CodedArticle> code, int jobs)
{
    private sealed record Outcome(bool Skipped, byte[]? Line, IReadOnlyList<Diagnostic> Diagnostics, int Events, int Quotations, int Words);

    /// <summary>Articles for which this says yes (by id) are skipped: those that an earlier run wrote.</summary>
    public Predicate<string>? AlreadyCoded { get; init; }

    /// <summary>Told of every diagnostic, in the order of the inputs, on the thread that runs.</summary>
    public Action<Diagnostic>? Report { get; init; }

    /// <summary>Told how far the run is, after each input, on the thread that runs.</summary>
    public Action<RunSummary>? Progress { get; init; }

    /// <summary>
    /// Runs until the inputs end or <paramref name="stop"/> is signalled; either way <paramref name="write"/> has
    /// been given whole lines only. Throws what <paramref name="write"/> throws.
    /// </summary>
    public RunSummary Run(IEnumerable<ArticleInput> inputs, Action<ReadOnlyMemory<byte>> write, CancellationToken stop = default)
    {
        var clock = Stopwatch.StartNew();
        var summary = RunSummary.Empty;
        var factory = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler);
        var inFlight = new Queue<Task<Outcome>>();
        using var next = inputs.GetEnumerator();
        bool more = true;
        while (!stop.IsCancellationRequested)
        {
            while (inFlight.Count < 8 * jobs && !stop.IsCancellationRequested && more && (more = next.MoveNext()))
            {
                var input = next.Current;
                inFlight.Enqueue(factory.StartNew(() => Process(input), CancellationToken.None));
                // What is ready goes out before the next input is waited for: standard input may be a slow pipe.
                if (inFlight.Peek().IsCompleted) break;
            }
            if (inFlight.Count == 0) break;
            if (!Finished(inFlight.Peek(), stop)) break;
            var outcome = inFlight.Dequeue().Result;
            foreach (var diagnostic in outcome.Diagnostics) Report?.Invoke(diagnostic);
            if (outcome.Line is { } line) write(line);
            summary = Add(summary, outcome) with { Elapsed = clock.Elapsed };
            Progress?.Invoke(summary);
        }
        return summary with { Elapsed = clock.Elapsed };
    }

    private static bool Finished(Task task, CancellationToken stop)
    {
        try
        {
            task.Wait(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private Outcome Process(ArticleInput input)
    {
        IReadOnlyList<Diagnostic> found = [];
        try
        {
            var reading = input.Read();
            found = reading.Diagnostics;
            if (reading.Article is not { } article) return new(reading.Skipped, null, found, 0, 0, 0);
            if (AlreadyCoded?.Invoke(article.Id) == true) return new(true, null, [], 0, 0, 0);
            var coded = code(article);
            if (found.Count > 0) coded = coded with { Diagnostics = [.. found, .. coded.Diagnostics] };
            return new(false, RecordWriter.Line(coded), coded.Diagnostics, coded.Events.Count, coded.Quotations.Count, Words(article.Text));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours must cost one article, not a run of a million; it is reported, counted and not hidden.
            return new(false, null, [.. found, Failure(input.Place, e)], 0, 0, 0);
        }
    }

    /// <summary>HS1021: the program itself failed on an article.</summary>
    public static Diagnostic Failure(string place, Exception e) => new("HS1021", Severity.Error,
        $"The program failed on this article ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", place,
        "This is a fault of Hearsay: please report it with the article.");

    private static RunSummary Add(RunSummary sum, Outcome outcome) => sum with
    {
        Coded = sum.Coded + (outcome.Line is null ? 0 : 1),
        Skipped = sum.Skipped + (outcome.Skipped ? 1 : 0),
        Failed = sum.Failed + (outcome.Line is null && !outcome.Skipped ? 1 : 0),
        Events = sum.Events + outcome.Events,
        Quotations = sum.Quotations + outcome.Quotations,
        Words = sum.Words + outcome.Words,
    };

    /// <summary>Stretches of the text between white space.</summary>
    public static int Words(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool space = char.IsWhiteSpace(c);
            if (!space && !inside) words++;
            inside = !space;
        }
        return words;
    }
}
