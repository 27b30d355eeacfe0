using System.Text;
using Hearsay.Articles;
using Hearsay.Cli;

namespace Hearsay.Cli.Tests;

/// <summary>Runs commands inside the test, with streams of its own and a coder that finds nothing unless told.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hearsay-cli-").FullName;

    public Func<Article, CodedArticle> Coder { get; set; } = article => new(article, [], [], []);

    public Diagnostic? LoadFault { get; set; }

    public byte[] Input { get; set; } = [];

    public int Width { get; set; } = 80;

    public bool Colour { get; set; }

    public bool ErrorIsTerminal { get; set; }

    public CancellationToken Stop { get; set; }

    public Stream? Output { get; set; }

    public (int Code, string Out, string Error) Run(params string[] args)
    {
        using var memory = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            In = () => new MemoryStream(Input), Out = Output ?? memory, Error = error, Width = Width, Colour = Colour,
            ErrorIsTerminal = ErrorIsTerminal, Stop = Stop,
        };
        int code = CommandTree.Run(args, terminal, new(
            (_, _) => LoadFault is null ? (Coder, null) : (null, LoadFault),
            (_, _) => (null, LoadFault ?? Complaints.CannotLoad("there is none in these tests")),
            _ => (null, LoadFault ?? Complaints.CannotLoad("there is none in these tests"))));
        return (code, Encoding.UTF8.GetString(memory.ToArray()), error.ToString());
    }

    public string File(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
