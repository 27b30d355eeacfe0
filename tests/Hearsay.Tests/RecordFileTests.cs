using System.Text;
using Hearsay.Tests.Articles;

namespace Hearsay.Tests;

public sealed class RecordFileTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    private static byte[] Line(string id) => RecordWriter.Line(new(new() { Id = id, Text = "x" }, [], [], []));

    [Fact]
    public void Resuming_knows_what_is_there_and_goes_on_behind_it()
    {
        string path = Path.Combine(scratch.Folder, "out.jsonl");
        using (var file = RecordFile.Create(path))
        {
            file.Write(Line("1"));
            file.Write(Line("ünï\"code"));
        }
        using (var file = RecordFile.Resume(path))
        {
            Assert.True(file.Holds("1") && file.Holds("ünï\"code") && !file.Holds("2"));
            Assert.Equal((2, 0), (file.AlreadyThere, file.CutOff));
            file.Write(Line("2"));
        }
        Assert.Equal(3, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void An_unfinished_last_line_is_cut_off()
    {
        byte[] whole = Line("1"), half = Line("2")[..20];
        string path = scratch.File("out.jsonl", [.. whole, .. half]);
        using (var file = RecordFile.Resume(path))
        {
            Assert.Equal(20, file.CutOff);
            Assert.False(file.Holds("2"));
        }
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("not json\n")]
    [InlineData("{\"id\":\"1\",\"text\":\"an input, not a record\"}\n")]
    [InlineData("{\"article\":null}\n")]
    public void A_file_of_something_else_is_refused_and_left_alone(string content)
    {
        string path = scratch.File("out.jsonl", content);
        var fault = Assert.Throws<InvalidDataException>(() => RecordFile.Resume(path));
        Assert.Contains("line 1", fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path, Encoding.UTF8));
    }

    [Fact]
    public void Resuming_a_file_that_is_not_there_starts_it()
    {
        string path = Path.Combine(scratch.Folder, "new.jsonl");
        using (var file = RecordFile.Resume(path)) file.Write(Line("1"));
        Assert.Single(File.ReadAllLines(path));
    }
}
