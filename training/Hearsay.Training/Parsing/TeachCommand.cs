using Hearsay.Language;
using Hearsay.Language.Parsing;
using Hearsay.Language.Segmentation;

namespace Hearsay.Training.Parsing;

/// <summary>
/// The command "teach": lets several trained parsers label the training texts and running text, and writes what they
/// believe to a file that "parser --taught" learns from. Documents that share a sentence with one of the withheld
/// treebanks are left out whole, so that no text of a test is learned from.
/// </summary>
internal static class TeachCommand
{
    private const int ShortestShared = 6, Shortest = 3, Longest = 100;
    private const string Help = """
        Lets trained parsers label text for another parser to learn from.

          teach --teachers A.bin,B.bin,… --treebanks DIR --names DIR --lexicons DIR --models DIR --text FILE,FILE,… --out FILE

        Labels the treebanks' train parts, the name corpora (Universal NER's apart, whose text is EWT dev) and the running text of
        each FILE (.jsonl with "text", .json of objects with "articleBody", .tsv with "Text", .xml with <text>, else plain), cut by
        sentences.bin of --models. Documents with a sentence of a dev or test part of --treebanks are left out.
        """;

    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0 || arguments.Contains("--help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        var options = arguments.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        string[] needed = ["--teachers", "--treebanks", "--names", "--lexicons", "--models", "--text", "--out"];
        if (options.Count * 2 != arguments.Length || !needed.All(options.ContainsKey) || options.Count != needed.Length)
            return Refuse("give each of " + string.Join(' ', needed) + " once, with a value");
        string[] teachers = options["--teachers"].Split(','), texts = options["--text"].Split(',');
        if (teachers.Concat(texts).FirstOrDefault(f => !File.Exists(f)) is { } missing) return Refuse("no such file: " + missing);
        if (!Directory.Exists(options["--models"])) return Refuse("no such folder: " + options["--models"]);
        var corpus = TrainingCorpus.Load(options["--treebanks"], options["--names"], options["--lexicons"]);
        var withheld = Directory.EnumerateFiles(options["--treebanks"], "*.conllu").Where(f => !f.EndsWith("-train.conllu", StringComparison.Ordinal))
            .SelectMany(TreebankReader.Read).Select(s => Letters(s.Words)).ToHashSet(StringComparer.Ordinal);
        var sentences = corpus.Trees.Select(s => (s.Words, s.Heads))
            .Concat(corpus.TaughtNames.Select(s => (s.Words, s.Heads))).Where(s => s.Words.Length is > 0 and <= Parser.LongestWindow).ToList();
        foreach (string file in texts) AddText(file, Segmenter.Load(options["--models"]), withheld, sentences);
        var ensemble = new Ensemble([.. teachers.Select(ParserModel.Load)]);
        var taught = new TaughtCorpus(ensemble.Tags, ensemble.Teach(sentences));
        taught.Write(options["--out"]);
        Console.WriteLine($"{taught.Sentences.Count} sentences of {taught.Sentences.Sum(s => s.Words.Length)} words labelled by {teachers.Length} teachers");
        return 0;
    }

    private static void AddText(string file, Segmenter segmenter, HashSet<string> withheld, List<(string[] Words, int[]? Heads)> sentences)
    {
        var known = sentences.Select(s => Letters(s.Words)).ToHashSet(StringComparer.Ordinal);
        int documents = 0, shared = 0, before = sentences.Count;
        foreach (string text in RawTextReader.Read(file))
        {
            documents++;
            var found = segmenter.Segment(text).Select(s => s.Tokens.Select(t => t.In(text)).ToArray()).ToList();
            if (found.Any(s => s.Length >= ShortestShared && withheld.Contains(Letters(s))))
            {
                shared++;
                continue;
            }
            sentences.AddRange(found.Where(s => s.Length is >= Shortest and <= Longest && Letters(s) is { Length: > 0 } key && known.Add(key)).Select(s => (s, (int[]?)null)));
        }
        Console.WriteLine($"{Path.GetFileName(file)}: {documents} documents, {shared} left out for a shared sentence, {sentences.Count - before} sentences of {sentences.Skip(before).Sum(s => s.Words.Length)} words");
    }

    // Spacing, marks and case differ between editions of a text.
    private static string Letters(string[] words) => string.Concat(words.SelectMany(w => w).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"teach: {reason}. See --help.");
        return 2;
    }
}
