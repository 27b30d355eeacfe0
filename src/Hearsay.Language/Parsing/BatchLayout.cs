namespace Hearsay.Language.Parsing;

/// <summary>
/// Where each word of a batch stands when the sentences, longest first, are laid side by side and read by
/// position: first every sentence's word 0, then every word 1 of those that have one, and so on. All words of one
/// position are then neighbouring rows, which is what a recurrent step over the batch needs.
/// </summary>
internal sealed class BatchLayout
{
    private int[] starts = [];
    private int[] counts = [];

    /// <summary>Sentences in the batch.</summary>
    public int Sentences { get; private set; }

    /// <summary>Positions: the length of the longest sentence.</summary>
    public int Steps { get; private set; }

    /// <summary>All rows: the sum of the lengths.</summary>
    public int Rows { get; private set; }

    /// <summary>Lays out sentences of these lengths, which must not increase and be at least 1.</summary>
    public void Arrange(ReadOnlySpan<int> lengths)
    {
        Sentences = lengths.Length;
        Steps = lengths[0];
        if (starts.Length < Steps)
        {
            starts = new int[Steps * 2];
            counts = new int[Steps * 2];
        }
        int row = 0, live = lengths.Length;
        for (int t = 0; t < Steps; t++)
        {
            while (lengths[live - 1] <= t) live--;
            starts[t] = row;
            counts[t] = live;
            row += live;
        }
        Rows = row;
    }

    /// <summary>First row of position <paramref name="step"/>.</summary>
    public int Start(int step) => starts[step];

    /// <summary>Sentences that have a word at position <paramref name="step"/>.</summary>
    public int Count(int step) => counts[step];

    /// <summary>Row of a sentence's word.</summary>
    public int Row(int sentence, int step) => starts[step] + sentence;
}
