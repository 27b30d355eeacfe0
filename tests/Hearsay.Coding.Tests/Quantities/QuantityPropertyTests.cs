using CsCheck;
using Hearsay.Coding.Places;
using Hearsay.Coding.Tests.Times;
using Hearsay.Coding.Times;

namespace Hearsay.Coding.Tests.Quantities;

/// <summary>Odd word salads: nothing fails, and every span lies inside the text.</summary>
public sealed class QuantityPropertyTests
{
    private static readonly string[] Words =
    [
        "at", "least", "a", "an", "of", "the", "12", "1,200", "$", "5.5", "million", "dozen", "dozens", "half", "hundred", "and", "or", "more", "from", "to", "-", ",", ".", "'s", "killed", "wounding", "dead", "were",
        "people", "soldiers", "toll", "crowd", "lives", "took", "including", "among", "who", "missing", "In", "Paris", "Texas", "Goma", "West", "Congo", "of", "City", "Georgia", "U.S.", "Port", "au", "Prince", "near", "(", "Reuters", ")", "Monday", "GOMA",
    ];

    [Fact]
    public void Quantities_and_places_survive_any_words()
    {
        Gen.Int[0, Words.Length - 1].Array[1, 14].Sample(picks =>
        {
            string text = string.Join(' ', picks.Select(p => Words[p]));
            var document = CodingTools.Annotator.Annotate(text);
            var places = CodingTools.Places.Resolve(document);
            var times = CodingTools.Times.Resolve(document, new DateOnly(2024, 3, 12));
            foreach (var sentence in document.Sentences)
            {
                foreach (var q in CodingTools.Quantities.Read(sentence))
                    if (q.First > q.Last || q.Span.Start < 0 || q.Span.End > text.Length || q.Value < 0 || q.GovernorToken < 0 || q.GovernorToken >= sentence.Tokens.Count) return false;
                for (int t = 0; t < sentence.Tokens.Count; t++)
                {
                    CodingTools.PlaceGovernance.For(document, sentence.Index, t, places);
                    CodingTools.TimeGovernance.For(document, sentence.Index, t, times);
                }
            }
            return places.All(p => p.Span.Start >= 0 && p.Span.End <= text.Length && p.First <= p.Last && (p.Lat == null) == (p.Lon == null));
        }, iter: 1500, threads: 1);
    }
}
