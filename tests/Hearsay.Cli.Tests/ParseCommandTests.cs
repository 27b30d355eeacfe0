using Hearsay.Language;
using Hearsay.Language.Conllu;

namespace Hearsay.Cli.Tests;

public sealed class ParseCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    private static Sentence Tree() => new(0, 0,
    [
        new() { Index = 0, Span = new(0, 3), Form = "She", Lemma = "she", Upos = "PRON", Xpos = "PRP", Head = 1, DepRel = "nsubj" },
        new() { Index = 1, Span = new(4, 8), Form = "left", Lemma = "leave", Upos = "VERB", Xpos = "VBD", Feats = "Tense=Past", Head = -1, DepRel = "root" },
        new() { Index = 2, Span = new(9, 13), Form = "Oslo", Lemma = "Oslo", Upos = "PROPN", Xpos = "NNP", Head = 1, DepRel = "obj" },
    ]);

    private static string Written(string format)
    {
        using var writer = new StringWriter();
        Commands.TreeFormat.Of(format, writer).Write(new Document("She left Oslo", [Tree()], [], []), "d");
        return writer.ToString();
    }

    [Fact]
    public void A_drawing_shows_who_hangs_on_whom() =>
        Assert.Equal("She left Oslo\nroot  left  VERB  Tense=Past\n├─ nsubj  She  PRON\n└─ obj  Oslo  PROPN\n\n", Written("text-tree"));

    [Fact]
    public void Json_is_one_sentence_a_line_with_heads_as_in_conllu() =>
        Assert.StartsWith("{\"text\":\"She left Oslo\",\"tokens\":[{\"id\":1,\"form\":\"She\",\"lemma\":\"she\",\"upos\":\"PRON\",\"xpos\":\"PRP\",\"feats\":\"_\",\"head\":2,\"deprel\":\"nsubj\",\"start\":0,\"end\":3}", Written("json"), StringComparison.Ordinal);

    [Fact]
    public void Conllu_can_be_read_again() =>
        Assert.Equal(["She", "left", "Oslo"], ConlluReader.Read(new StringReader(Written("conllu"))).Single().Words.Select(w => w.Form));

    [Fact]
    public void A_missing_file_is_1()
    {
        var (code, _, error) = shell.Run("parse", "--input", "conllu", Path.Combine(shell.Folder, "none.conllu"));
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("HS1001", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--input", "pdf")]
    public void What_is_not_offered_is_a_usage_error(string option, string value) =>
        Assert.Equal(ExitCode.Usage, shell.Run("parse", option, value).Code);
}
