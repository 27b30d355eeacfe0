using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests.Parsing;

/// <summary>A model survives its file, and what is no model is refused.</summary>
public sealed class ParserModelFileTests
{
    [Fact]
    public void Parameters_come_back_within_the_precision_of_the_file()
    {
        var written = TinyModel.Parameters(3);
        var read = Read(Write(written));
        Assert.Equal(written.Shape, read.Shape);
        Assert.Equal(written.Keys.Select(k => k.Entries), read.Keys.Select(k => k.Entries));
        Assert.Equal(written.Places.Entries.OrderBy(e => e.Key), read.Places.Entries.OrderBy(e => e.Key));
        Assert.Equal(written.Feats, read.Feats);
        Assert.Equal(written.Names, read.Names);
        for (int k = 0; k < written.Embeddings.Length; k++)
            for (int i = 0; i < written.Keys[k].Count; i++)
            {
                Assert.Equal(written.Embeddings[k].Row(i), read.Embeddings[k].Row(i));
                Assert.Equal(written.Embeddings[k].Scale(i), read.Embeddings[k].Scale(i));
            }
        int[] offsets = written.Shape.Offsets();
        var views = written.Shape.Views(written.Dense);
        for (int m = 0; m < views.Length; m++)
            for (int i = 0; i < views[m].Inputs; i++)
                for (int j = 0; j < views[m].Outputs; j++)
                {
                    int at = offsets[m] + views[m].Offset(i, j);
                    Assert.Equal(written.Dense.Span[at], read.Dense.Span[at], 0.001f);
                }
    }

    [Fact]
    public void A_model_read_twice_parses_alike()
    {
        byte[] file = Write(TinyModel.Parameters(4));
        var random = new Random(1);
        string[][] sentences = [.. Enumerable.Range(0, 20).Select(_ => TinyModel.Sentence(random, 1 + random.Next(30)))];
        var first = new Parser(new ParserModel(Read(file))).Parse(sentences);
        var second = new Parser(new ParserModel(Read(file))).Parse(sentences);
        for (int i = 0; i < sentences.Length; i++) TinyModel.AssertSame(first[i], second[i]);
    }

    [Fact]
    public void Other_files_are_refused_with_the_reason()
    {
        byte[] file = Write(TinyModel.Parameters(1));
        Assert.Contains("HSPARSER", Assert.Throws<InvalidDataException>(() => Read("PK and more bytes"u8.ToArray())).Message, StringComparison.Ordinal);
        byte[] newer = [.. file];
        newer[8] = 99;
        Assert.Contains("version 99", Assert.Throws<InvalidDataException>(() => Read(newer)).Message, StringComparison.Ordinal);
        foreach (int length in (int[])[4, 10, 100, file.Length / 2, file.Length - 1])
            Assert.Throws<InvalidDataException>(() => Read(file[..length]));
    }

    private static byte[] Write(ParserParameters parameters)
    {
        using var stream = new MemoryStream();
        ParserModelFile.Write(stream, parameters, new Dictionary<string, string> { ["seed"] = "1" });
        return stream.ToArray();
    }

    private static ParserParameters Read(byte[] file) => ParserModelFile.Read(new MemoryStream(file, writable: false));
}
