using System.Runtime.CompilerServices;
using Hearsay.Language.Morphology;
using Hearsay.Language.Segmentation;

namespace Hearsay.Language.Tests.Segmentation;

/// <summary>Where the models and the text cases lie in the repository; models are loaded once.</summary>
internal static class TestFiles
{
    private static readonly Lazy<Segmenter> LazySegmenter = new(() => Segmenter.Load(Models));
    private static readonly Lazy<Lemmatizer> LazyLemmatizer = new(() => Lemmatizer.Load(Models));

    public static string Models => Path.Combine(Root(), "models", "en");

    public static string Cases => Path.Combine(Root(), "tests", "cases");

    public static string Repository => Root();

    public static Segmenter Segmenter => LazySegmenter.Value;

    public static Lemmatizer Lemmatizer => LazyLemmatizer.Value;

    // The compiler knows where this file is; the test binary may lie outside the repository.
    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
