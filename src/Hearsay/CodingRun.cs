using System.Diagnostics;
using Hearsay.Articles;
using Hearsay.Articles.Reprints;

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
    private sealed record Outcome(IReadOnlyList<Diagnostic> Diagnostics, CodedArticle? Coded = null, byte[]? Line = null, long Skipped = 0, bool Reprint = false)
    {
        public double? Share { get; init; }
    }

    /// <summary>
    /// Articles for which this says yes (by id) are skipped: those that an earlier run wrote. Asked once for each article,
    /// in the order of the inputs.
    /// </summary>
    public Predicate<string>? AlreadyCoded { get; init; }

    /// <summary>Finds reprints, whose records then name the original (HS1023) instead of repeating its events; null codes every copy.</summary>
    public ReprintIndex? Reprints { get; init; }

    /// <summary>Which inputs may be reprints and originals; all of them unless said.</summary>
    public Predicate<ArticleInput> ReprintsAmong { get; init; } = _ => true;

    /// <summary>Told of every diagnostic, in the order of the inputs, on the thread that runs.</summary>
    public Action<Diagnostic>? Report { get; init; }

    /// <summary>
    /// Given each coded article before its line is written, in the order of the inputs, on the thread that runs: for a
    /// store.
    /// </summary>
    public Action<CodedArticle>? Keep { get; init; }

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
        var turns = new Turnstile();
        long number = 0;
        using var next = inputs.GetEnumerator();
        bool more = true;
        while (!stop.IsCancellationRequested)
        {
            while (inFlight.Count < 8 * jobs && !stop.IsCancellationRequested && more && (more = next.MoveNext()))
            {
                var input = next.Current;
                long turn = number++;
                inFlight.Enqueue(factory.StartNew(() => Process(input, turns, turn), CancellationToken.None));
                // What is ready goes out before the next input is waited for: standard input may be a slow pipe.
                if (inFlight.Peek().IsCompleted) break;
            }
            if (inFlight.Count == 0) break;
            if (!Finished(inFlight.Peek(), stop)) break;
            var outcome = inFlight.Dequeue().Result;
            foreach (var diagnostic in outcome.Diagnostics) Report?.Invoke(diagnostic);
            if (outcome.Coded is { } coded) Keep?.Invoke(coded);
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

    private Outcome Process(ArticleInput input, Turnstile turns, long turn)
    {
        IReadOnlyList<Diagnostic> found = [];
        try
        {
            var reading = input.Read();
            found = reading.Diagnostics;
            var signature = Reprints is not null && reading.Article is not null && ReprintsAmong(input) ? MinHashSignature.Of(reading.Article.Text) : null;
            bool held = false;
            (string Id, double Similarity)? original = null;
            // What depends on the inputs before this one is decided in their order; jobs start in that order, so none waits for ever.
            turns.Pass(turn, () =>
            {
                if (reading.Article is not { } candidate) return;
                held = AlreadyCoded?.Invoke(candidate.Id) == true;
                if (signature is not null) original = Reprints!.FindOrAdd(candidate.Id, signature);
            });
            if (reading.Article is not { } article) return new(found, Skipped: reading.Skipped ? reading.LeftOut : 0) { Share = input.Share };
            if (held) return new([], Skipped: 1) { Share = input.Share };
            var coded = original is { } first
                ? new CodedArticle(article, [], [], [Faults.Reprint(reading.Place, first.Id, first.Similarity)])
                : code(article);
            if (found.Count > 0) coded = coded with { Diagnostics = [.. found, .. coded.Diagnostics] };
            return new(coded.Diagnostics, coded, RecordWriter.Line(coded), Reprint: original is not null) { Share = input.Share };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours must cost one article, not a run of a million; it is reported, counted and not hidden.
            return new([.. found, Failure(input.Place, e)]);
        }
        finally
        {
            turns.Pass(turn, () => { });
        }
    }

    /// <summary>HS1021: the program itself failed on an article.</summary>
    public static Diagnostic Failure(string place, Exception e) => new("HS1021", Severity.Error,
        $"The program failed on this article ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", place,
        "This is a fault of Hearsay: please report it with the article.");

    private static RunSummary Add(RunSummary sum, Outcome outcome) => sum with
    {
        Coded = sum.Coded + (outcome.Line is null ? 0 : 1),
        Skipped = sum.Skipped + outcome.Skipped,
        Failed = sum.Failed + (outcome.Line is null && outcome.Skipped == 0 ? 1 : 0),
        Reprints = sum.Reprints + (outcome.Reprint ? 1 : 0),
        Events = sum.Events + (outcome.Coded?.Events.Count ?? 0),
        Quotations = sum.Quotations + (outcome.Coded?.Quotations.Count ?? 0),
        Words = sum.Words + (outcome.Coded is { } coded ? Words(coded.Article.Text) : 0),
        Share = outcome.Share,
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
