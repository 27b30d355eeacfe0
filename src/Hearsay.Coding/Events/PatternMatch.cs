namespace Hearsay.Coding.Events;

/// <summary>Where a compiled pattern matched: the trigger token, the words it explained, and who filled the slots.</summary>
internal sealed class PatternMatch(CompiledPattern pattern, int trigger)
{
    public CompiledPattern Pattern { get; } = pattern;

    public int Trigger { get; } = trigger;

    /// <summary>All tokens matched by words of the pattern, the trigger first.</summary>
    public List<int> Words { get; } = [trigger];

    public List<int> Actors { get; } = [];

    public List<int> Recipients { get; } = [];

    /// <summary>Head of the embedded act, or −1.</summary>
    public int Event { get; set; } = -1;

    /// <summary>How likely the words are of the pattern's type, where they are not those of the pattern; null where they are.</summary>
    public double? Likeness { get; init; }

    /// <summary>Whether the text has somebody or something in a slot who is no party; the slot is empty.</summary>
    public bool HasStranger { get; set; }

    public PatternMatch Copy()
    {
        var copy = new PatternMatch(Pattern, Trigger) { Event = Event, HasStranger = HasStranger };
        copy.Words.Clear();
        copy.Words.AddRange(Words);
        copy.Actors.AddRange(Actors);
        copy.Recipients.AddRange(Recipients);
        return copy;
    }

    public void Take(PatternMatch other)
    {
        Words.Clear();
        Words.AddRange(other.Words);
        Actors.Clear();
        Actors.AddRange(other.Actors);
        Recipients.Clear();
        Recipients.AddRange(other.Recipients);
        Event = other.Event;
        HasStranger = other.HasStranger;
    }
}
