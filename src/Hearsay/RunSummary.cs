using System.Globalization;

namespace Hearsay;

/// <summary>
/// What a run did, counted: articles coded, inputs skipped (already coded, or no article) and failed, and what the
/// coded ones hold. Shown while the run goes on and as its closing line.
/// </summary>
public sealed record RunSummary(long Coded, long Skipped, long Failed, long Events, long Quotations, long Words, TimeSpan Elapsed)
{
    /// <summary>Nothing done yet.</summary>
    public static readonly RunSummary Empty = new(0, 0, 0, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Words of coded articles a second, over the whole run.</summary>
    public double WordsPerSecond => Elapsed.TotalSeconds > 0 ? Words / Elapsed.TotalSeconds : 0;

    /// <summary>How many of the coded are reprints, linked to their original instead of coded again.</summary>
    public long Reprints { get; init; }

    /// <summary>How much of the inputs is done, 0 to 1, or null where that is not known.</summary>
    public double? Share { get; init; }

    /// <summary>The time that is left if the rest goes on as fast; null while that cannot be told.</summary>
    public TimeSpan? Left => Share is > 0.001 and { } share && Elapsed > TimeSpan.FromSeconds(1) ? Elapsed * ((1 - share) / share) : null;

    /// <summary>Two runs one after the other, as one.</summary>
    public static RunSummary operator +(RunSummary a, RunSummary b) =>
        new(a.Coded + b.Coded, a.Skipped + b.Skipped, a.Failed + b.Failed, a.Events + b.Events, a.Quotations + b.Quotations, a.Words + b.Words, a.Elapsed + b.Elapsed) { Reprints = a.Reprints + b.Reprints };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Coded:N0} coded{(Reprints > 0 ? $" (of them {Reprints:N0} reprints)" : "")}, {Skipped:N0} skipped, {Failed:N0} failed: {Events:N0} events, {Quotations:N0} quotations, {Words:N0} words, {WordsPerSecond:N0} words/s");
}
