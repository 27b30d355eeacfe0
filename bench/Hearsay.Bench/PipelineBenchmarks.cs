using BenchmarkDotNet.Attributes;
using Hearsay.Articles;

namespace Hearsay.Bench;

/// <summary>
/// The pipeline and its first, dearest step on the samples, one thread. Divide <see cref="Words"/> by the mean time for
/// words per second; memory is per pass over all samples.
/// </summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly List<Article> articles = [];
    private Coder coder = null!;

    /// <summary>Tokens in all samples together.</summary>
    public int Words { get; private set; }

    /// <summary>Loads the coder and the samples from the checkout.</summary>
    [GlobalSetup]
    public void Load()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Hearsay.slnx"))) root = root.Parent!;
        coder = Coder.Load(Path.Combine(root.FullName, "data"), Path.Combine(root.FullName, "models"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root.FullName, "samples"), "*.txt"))
            articles.Add(new Article { Id = file, Text = File.ReadAllText(file) });
        Words = articles.Sum(a => coder.Annotator.Annotate(a.Text).Sentences.Sum(s => s.Tokens.Count));
        Console.WriteLine($"// {Words} words");
    }

    /// <summary>Text to trees, names and coreference.</summary>
    [Benchmark]
    public int Annotate()
    {
        int sentences = 0;
        foreach (var article in articles) sentences += coder.Annotator.Annotate(article.Text).Sentences.Count;
        return sentences;
    }

    /// <summary>Everything.</summary>
    [Benchmark(Baseline = true)]
    public int Code()
    {
        int events = 0;
        foreach (var article in articles) events += coder.Code(article).Events.Count;
        return events;
    }
}
