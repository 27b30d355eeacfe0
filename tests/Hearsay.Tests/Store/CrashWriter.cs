using System.Globalization;
using System.Runtime.CompilerServices;
using Hearsay.Store;

namespace Hearsay.Tests.Store;

/// <summary>
/// The other side of <see cref="CrashTests"/>: the test program started once more with a store's name in its environment
/// writes articles into it until it is killed, and says after each batch how far it is.
/// </summary>
internal static class CrashWriter
{
    /// <summary>The variable that makes this process a writer.</summary>
    public const string Variable = "HEARSAY_TEST_STORE_WRITER";

#pragma warning disable CA2255 // It is the one way into a test program before its tests.
    [ModuleInitializer]
    public static void Start()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } asked) return;
        string[] parts = asked.Split('|');
        // In a thread of its own that outlives the program's own work (it is asked for its help only): other threads could not
        // use this assembly before this method has returned.
        new Thread(() => Run(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture))).Start();
    }

    /// <summary>Article number n as a writer writes it: from one to five events, and two sentences.</summary>
    public static CodedArticle Article(int number)
    {
        var full = CodedArticles.Full();
        string id = number.ToString(CultureInfo.InvariantCulture);
        return full with
        {
            Article = full.Article with { Id = id, Text = full.Article.Text + " No. " + id },
            Events = [.. Enumerable.Range(0, 1 + number % 5).Select(i => full.Events[0] with { Id = $"e{id}.{i}", Killed = i })],
            Sentences = [new(0, 20), new(21, full.Article.Text.Length)],
        };
    }

    private static void Run(string path, int from, int seed)
    {
        var sizes = new Random(seed);
        using var store = HearsayStore.Open(StoreLocation.Parse(path), create: true);
        using var writer = store.BeginRun(new RunOrigin("1", "m", "k"));
        for (int next = from; ;)
        {
            int size = 1 + sizes.Next(20);
            writer.Write([.. Enumerable.Range(next, size).Select(Article)]);
            next += size;
            Console.Out.WriteLine(next.ToString(CultureInfo.InvariantCulture));
            Console.Out.Flush();
        }
    }
}
