using System.Runtime.CompilerServices;
using Hearsay.Coding.Places;
using Hearsay.Coding.Quantities;
using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Tests.Times;

/// <summary>The annotator and the resolvers of times, places and quantities, loaded once for all tests, and text cases.</summary>
internal static class CodingTools
{
    private static readonly Lazy<Annotator> LazyAnnotator = new(() => Annotator.Load(Path.Combine(Root(), "models", "en")));
    private static readonly Lazy<TimeResolver> LazyTimes = new(() => TimeResolver.Load(Data));
    private static readonly Lazy<PlaceResolver> LazyPlaces = new(() => PlaceResolver.Load(Data));
    private static readonly Lazy<QuantityReader> LazyQuantities = new(() => QuantityReader.Load(Data));

    private static readonly Lazy<TimeGovernance> LazyTimeGovernance = new(() => TimeGovernance.Load(Data));
    private static readonly Lazy<PlaceGovernance> LazyPlaceGovernance = new(() => PlaceGovernance.Load(Data));

    public static Annotator Annotator => LazyAnnotator.Value;

    public static TimeResolver Times => LazyTimes.Value;

    public static PlaceResolver Places => LazyPlaces.Value;

    public static QuantityReader Quantities => LazyQuantities.Value;

    public static TimeGovernance TimeGovernance => LazyTimeGovernance.Value;

    public static PlaceGovernance PlaceGovernance => LazyPlaceGovernance.Value;

    public static string Models => Path.Combine(Root(), "models");

    public static string Data => Path.Combine(Root(), "data");

    /// <summary>Evaluation files that are no part of the repository; null when this machine has none.</summary>
    public static string? Gold
    {
        get
        {
            string folder = Path.Combine(Root(), "..", "shared", "gold");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>The cases of a file under tests/cases as (line number, text, expectation); "published" lines carry on.</summary>
    public static IEnumerable<(int Line, string Text, string Expected, DateOnly Published)> Cases(string folder, string file)
    {
        var published = new DateOnly(2024, 3, 12);
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(Root(), "tests", "cases", folder, file)))
        {
            number++;
            if (line.StartsWith("published ", StringComparison.Ordinal)) published = DateOnly.ParseExact(line[10..].Trim(), "yyyy-MM-dd");
            int bar = line.IndexOf(" |", StringComparison.Ordinal);
            if (line.StartsWith('#') || bar < 0) continue;
            yield return (number, line[..bar], line[(bar + 2)..].Trim(), published);
        }
    }

    /// <summary>Takes the asterisks off a marked trigger and finds its token.</summary>
    public static (Document Document, int Sentence, int Token) Marked(string text)
    {
        int at = text.IndexOf('*');
        var document = Annotator.Annotate(text.Replace("*", ""));
        foreach (var sentence in document.Sentences)
            foreach (var token in sentence.Tokens)
                if (token.Span.Start <= at && at < token.Span.End) return (document, sentence.Index, token.Index);
        throw new InvalidOperationException($"No trigger is marked in: {text}");
    }

    // The compiler knows where this file is; the test binary may lie outside the repository.
    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
