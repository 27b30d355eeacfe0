using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>A stretch of text that may name a place, the entries it may be and, while ranking, the one chosen so far.</summary>
internal sealed class PlaceCandidate(int sentence, int first, int last, TextSpan span, string folded, List<Place> senses)
{
    public int Sentence { get; } = sentence;

    public int First { get; } = first;

    public int Last { get; } = last;

    public TextSpan Span { get; } = span;

    public string Folded { get; } = folded;

    public List<Place> Senses { get; } = senses;

    /// <summary>The candidate that stands right after as its container ("Paris, Texas").</summary>
    public PlaceCandidate? Container { get; set; }

    /// <summary>What the words beside it call it.</summary>
    public PlaceKind Kind { get; set; }

    public Place? Chosen { get; set; }

    public bool Demonym { get; init; }
}

/// <summary>What the text calls a place: "the city of Turkey", "New York state".</summary>
internal enum PlaceKind : byte
{
    Unsaid,
    Town,
    Division,
}
