namespace Hearsay.Coding.Events;

/// <summary>
/// The patterns of one trigger. Nearly all of them need a second word ("took … hostage") and are filed under it, so that only
/// those are tried whose word the sentence has. They are filed when the trigger is first met; filing twice gives the
/// same, so threads need not wait for each other.
/// </summary>
internal sealed class TriggerPatterns
{
    private const string Free = ""; // where patterns without a second word are filed

    private readonly List<CompiledPattern> patterns = [];
    private Dictionary<string, List<int>>? bySecond;

    /// <summary>Adds a pattern, once though it may name the trigger twice; only before the first question.</summary>
    public void Add(CompiledPattern pattern)
    {
        if (patterns.Count == 0 || !ReferenceEquals(patterns[^1], pattern)) patterns.Add(pattern);
    }

    /// <summary>The patterns that may match in a sentence with these lemmas and forms, in the order in which they were added.</summary>
    public IEnumerable<CompiledPattern> In(HashSet<string> words)
    {
        var index = bySecond ??= File();
        var found = new List<int>(index.GetValueOrDefault(Free) ?? []);
        if (index.Count < words.Count)
        {
            foreach (var (word, those) in index) if (words.Contains(word)) found.AddRange(those);
        }
        else
        {
            foreach (string word in words) if (index.TryGetValue(word, out var those)) found.AddRange(those);
        }
        found.Sort();
        for (int i = 0; i < found.Count; i++)
            if (i == 0 || found[i] != found[i - 1]) yield return patterns[found[i]];
    }

    private Dictionary<string, List<int>> File()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < patterns.Count; i++)
            foreach (string word in Second(patterns[i].Root) is { } second ? second.Lemmas.Concat(second.Classes.SelectMany(c => c.Heads)) : [Free])
            {
                if (!index.TryGetValue(word, out var list)) index[word] = list = [];
                list.Add(i);
            }
        return index;
    }

    // The first word below the root without which nothing matches.
    private static PatternNode? Second(PatternNode node)
    {
        foreach (var c in node.Constraints)
            if (!c.Optional && (c.Node.Slot == Slot.None ? c.Node : c.Node.Slot == Slot.Event ? Second(c.Node) : null) is { } second) return second;
        return null;
    }
}
