using System.Diagnostics;
using System.Globalization;
using Hearsay.Language.Parsing;

namespace Hearsay.Training.Parsing;

/// <summary>
/// Trains a parser: shuffled batches of about 800 words, halved between the workers, Adam with a linearly falling
/// rate. After each epoch it writes the averaged model, measures it on the development sets and saves a checkpoint
/// from which a run can go on. Same seed, settings and number of threads: same model.
/// </summary>
internal sealed class ParserTrainer
{
    private readonly TrainingSettings settings;
    private readonly TrainingCorpus corpus;
    private readonly List<TrainingSentence> trees, names, taught;
    private readonly VocabularyBuilder vocabularies;
    private readonly Network network;
    private readonly AdamOptimizer optimizer;
    private readonly TrainingPass[] passes;
    private readonly string modelPath;

    public ParserTrainer(TrainingSettings settings, TrainingCorpus corpus, TaughtCorpus? teaching, VectorInput vectors, string modelPath)
    {
        this.settings = settings;
        this.corpus = corpus;
        this.modelPath = modelPath;
        vocabularies = new VocabularyBuilder(corpus, teaching, vectors);
        var indexer = new SentenceIndexer(vocabularies, corpus.Places, teaching, settings.TaughtWeight);
        (trees, names, taught) = (indexer.Index(corpus.Trees), indexer.Index(corpus.Names), indexer.IndexTaught(corpus.Trees.Concat(corpus.Names)));
        if (settings.Headlines) trees.AddRange(indexer.Index(HeadlineMaker.Make(corpus.Trees, settings.Seed)));
        network = new Network(ShapeOf(settings, vocabularies), [.. vocabularies.Keys.Select(k => k.Count)], vectors);
        network.Initialise(settings.Seed);
        optimizer = new AdamOptimizer(network);
        passes = [.. Enumerable.Range(0, settings.Threads).Select(_ => new TrainingPass(network, settings))];
        Report($"{trees.Count} trees of {Words(trees)} words, {names.Count} sentences of {Words(names)} words from name corpora, {taught.Count} of {Words(taught)} labelled by teachers alone");
        Report($"keys {string.Join('/', vocabularies.Keys.Select(k => k.Count))}, tags {vocabularies.Upos.Length}/{vocabularies.Xpos.Length}/{vocabularies.Feats.Length}, relations {vocabularies.Relations.Length}");
        Report($"{network.Shape.TotalLength() + network.Embeddings.Sum(e => (long)e.Length):N0} parameters");
    }

    private string CheckpointPath => modelPath + ".checkpoint";

    public void Run()
    {
        int epoch = Resume();
        int totalSteps = Batches(0).Count * settings.Epochs;
        var watch = Stopwatch.StartNew();
        for (; epoch < settings.Epochs; epoch++)
        {
            double started = watch.Elapsed.TotalSeconds;
            var losses = Epoch(epoch, totalSteps, out int words);
            double trained = watch.Elapsed.TotalSeconds - started;
            Report($"epoch {epoch + 1}/{settings.Epochs}: losses a word: tags {losses.Tags / words:F3} arcs {losses.Arcs / words:F3} labels {losses.Labels / words:F3} names {losses.Names / words:F3}; {trained:F0} s");
            WriteModel(epoch + 1);
            Measure();
            SaveCheckpoint(epoch + 1);
        }
        Report($"{watch.Elapsed.TotalMinutes:F1} minutes, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most");
    }

    public static ParserShape ShapeOf(TrainingSettings settings, VocabularyBuilder v)
    {
        var shape = new ParserShape
        {
            Embedding = settings.Embedding, Hidden = settings.Hidden, Arc = settings.Arc, Label = settings.Label,
            Upos = v.Upos.Length, Xpos = v.Xpos.Length, Feats = v.Feats.Length, Relations = v.Relations.Length, Names = VocabularyBuilder.NameTags.Length,
        };
        if ((settings.Embedding | settings.Hidden | settings.Arc | settings.Label) % 32 != 0)
            throw new ArgumentException("Sizes of embedding, hidden layer, arc and label vectors must be multiples of 32 for training.");
        return shape;
    }

    private Losses Epoch(int epoch, int totalSteps, out int words)
    {
        var batches = Batches(epoch);
        var sum = default(Losses);
        words = 0;
        foreach (var batch in batches)
        {
            sum += Step(batch, LearningRate(totalSteps));
            words += batch.Where(s => s.HasTree).Sum(s => s.Length);
        }
        return sum;
    }

    private float LearningRate(int totalSteps)
    {
        float done = Math.Min(1f, (float)optimizer.Steps / totalSteps), warm = Math.Min(1f, (optimizer.Steps + 1f) / settings.WarmUpSteps);
        return settings.LearningRate * warm * Math.Max(0.01f, 1 - done);
    }

    private Losses Step(List<TrainingSentence> batch, float learningRate)
    {
        int treeWords = batch.Where(s => s.HasTree).Sum(s => s.Length), nameWords = batch.Sum(s => s.NamedWords);
        network.Transpose(settings.Threads);
        int step = optimizer.Steps;
        Parallel.For(0, passes.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, w =>
        {
            // Every n-th sentence of a batch sorted by length: shares of equal work.
            var share = batch.Where((_, i) => i % passes.Length == w).ToList();
            passes[w].Run(share, treeWords, nameWords, ((ulong)settings.Seed << 40) + (ulong)step * 64 + (ulong)w);
        });
        optimizer.Step(passes, learningRate, settings.Clip, settings.Threads);
        return passes.Aggregate(default(Losses), (a, p) => a + p.Losses);
    }

    private List<List<TrainingSentence>> Batches(int epoch)
    {
        var random = new Random(HashCode(settings.Seed, epoch));
        var batches = Cut(trees, random);
        AddShare(batches, names, settings.NameShare, random);
        AddShare(batches, taught, settings.TaughtShare, random);
        Shuffle(batches, random);
        return batches;
    }

    private void AddShare(List<List<TrainingSentence>> batches, List<TrainingSentence> sentences, float share, Random random)
    {
        for (; share > 0; share--)
        {
            var cut = Cut(sentences, random);
            Shuffle(cut, random);
            batches.AddRange(cut.Take((int)(cut.Count * share)));
        }
    }

    private List<List<TrainingSentence>> Cut(List<TrainingSentence> sentences, Random random)
    {
        var ordered = sentences.Where(s => s.Length <= settings.LongestSentence && s.Length > 0)
            .Select(s => (Sentence: s, Key: s.Length + random.NextDouble() * 3)).OrderByDescending(s => s.Key).Select(s => s.Sentence);
        var batches = new List<List<TrainingSentence>>();
        var current = new List<TrainingSentence>();
        int words = 0;
        foreach (var s in ordered)
        {
            if (words + s.Length > settings.BatchWords && current.Count > 0)
            {
                batches.Add(current);
                current = [];
                words = 0;
            }
            current.Add(s);
            words += s.Length + 1;
        }
        if (current.Count > 0) batches.Add(current);
        foreach (var b in batches) b.Sort((a, c) => c.Length.CompareTo(a.Length));
        return batches;
    }

    private static void Shuffle<T>(List<T> items, Random random)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static int HashCode(int seed, int epoch) => unchecked(seed * 1_000_003 + epoch);

    private void WriteModel(int epoch)
    {
        optimizer.CatchUp();
        var tables = optimizer.AverageRows.ToArray();
        tables[WordKeys.Vector] = network.Vectors.Fold(tables[WordKeys.Vector], network.Shape.Embedding);
        var parameters = new ParserParameters
        {
            Shape = network.Shape, Keys = vocabularies.Keys, Places = corpus.Places, Upos = vocabularies.Upos, Xpos = vocabularies.Xpos, Feats = vocabularies.Feats,
            Relations = vocabularies.Relations, Names = VocabularyBuilder.NameTags, Embeddings = [.. tables.Select(t => EmbeddingTable.Round(t.Span, network.Shape.Embedding))], Dense = optimizer.AverageDense,
        };
        var notes = new Dictionary<string, string>
        {
            ["settings"] = settings.ToString(),
            ["epoch"] = epoch.ToString(CultureInfo.InvariantCulture),
            ["trees"] = string.Join(' ', TrainingCorpus.TreebankFiles.Take(2)),
            ["names"] = string.Join(' ', TrainingCorpus.NameFiles),
        };
        string draft = modelPath + ".new";
        using (var stream = new BufferedStream(File.Create(draft), 1 << 20)) ParserModelFile.Write(stream, parameters, notes);
        File.Move(draft, modelPath, overwrite: true);
    }

    private void Measure()
    {
        var model = ParserModel.Load(modelPath);
        foreach (var (name, sentences) in corpus.Held) Report($"  {name}: {HeldOutFigures.Measure(model, sentences)}");
    }

    private void SaveCheckpoint(int epochs)
    {
        string draft = CheckpointPath + ".new";
        using (var writer = new BinaryWriter(new BufferedStream(File.Create(draft), 1 << 20)))
        {
            writer.Write(settings.ToString());
            writer.Write(epochs);
            optimizer.Save(writer);
        }
        File.Move(draft, CheckpointPath, overwrite: true);
    }

    private int Resume()
    {
        if (!File.Exists(CheckpointPath)) return 0;
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(CheckpointPath), 1 << 20));
        if (reader.ReadString() != settings.ToString())
            throw new InvalidDataException($"{CheckpointPath} is of a run with other settings; delete it or name another --out.");
        int epochs = reader.ReadInt32();
        optimizer.Load(reader);
        Report($"going on after epoch {epochs} of {CheckpointPath}");
        return epochs;
    }

    private static int Words(List<TrainingSentence> sentences) => sentences.Sum(s => s.Length);

    private static void Report(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
