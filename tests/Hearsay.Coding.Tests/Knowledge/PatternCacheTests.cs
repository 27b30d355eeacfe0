using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Knowledge;

/// <summary>Patterns that were compiled at an earlier start: they match as those just parsed, and are never older than their files.</summary>
public sealed class PatternCacheTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("hearsay-patterns-").FullName;

    public PatternCacheTests()
    {
        foreach (string part in (string[])["ontology", "lexicons"]) Copy(part, "*");
        foreach (string file in (string[])["accuse-powers.toml", "request-must.toml"]) Copy(Path.Combine("patterns", "en"), file);
    }

    private string Cache => Path.Combine(data, "patterns", "en", "compiled.bin");

    [Fact]
    public void Patterns_from_the_cache_match_as_those_just_parsed()
    {
        var parsed = Load();
        Assert.True(File.Exists(Cache));
        var written = File.GetLastWriteTimeUtc(Cache);
        var cached = Load();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Cache));
        Assert.Equal(parsed.CompiledPatterns, cached.CompiledPatterns);
        Assert.Equal(parsed.Problems, cached.Problems);
        string[] sentences = [.. parsed.Patterns.SelectMany(p => p.Examples.Concat(p.Not)).Select(l => l.Text)];
        Assert.NotEmpty(sentences);
        Assert.Equal(sentences.SelectMany(s => Events(parsed, s)), sentences.SelectMany(s => Events(cached, s)));
        Assert.True(sentences.Count(s => Events(cached, s).Any()) > sentences.Length / 3);
    }

    [Fact]
    public void An_edited_pattern_file_a_word_class_and_a_torn_cache_are_noticed()
    {
        int before = Load().CompiledPatterns;
        File.WriteAllBytes(Cache, File.ReadAllBytes(Cache)[..2000]);
        Assert.Equal(before, Load().CompiledPatterns);
        Assert.Empty(Events(Load(), "Norway pooh-poohed Sweden."));
        string classes = Path.Combine(data, "lexicons", "word-classes.csv");
        File.WriteAllText(classes, File.ReadAllText(classes).Replace("slammed|", "pooh-poohed|", StringComparison.Ordinal));
        Assert.NotEmpty(Events(Load(), "Norway pooh-poohed Sweden."));
        File.Delete(Path.Combine(data, "patterns", "en", "request-must.toml"));
        Assert.True(Load().CompiledPatterns < before);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private KnowledgeBase Load() => KnowledgeBase.Load(data, CodingTools.Annotator, Path.Combine(CodingTools.Models, "en"), likeness: false);

    private static IEnumerable<string> Events(KnowledgeBase knowledge, string text)
    {
        var document = CodingTools.Annotator.Annotate(text);
        var actors = new ActorResolver(knowledge.Actors, CodingTools.Places.CountryOf).Resolve(document, null);
        return knowledge.Matcher.Match(document, actors).Select(m => $"{m.Pattern.Id} {m.Type} {string.Join(',', m.Words)} {string.Join(';', m.Actors.Select(a => a.Code))} {string.Join(';', m.Recipients.Select(r => r.Code))}");
    }

    private void Copy(string part, string files)
    {
        Directory.CreateDirectory(Path.Combine(data, part));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(CodingTools.Data, part), files)) File.Copy(file, Path.Combine(data, part, Path.GetFileName(file)), overwrite: true);
    }
}
