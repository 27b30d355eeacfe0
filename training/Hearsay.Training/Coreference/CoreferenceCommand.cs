using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Training.Coreference;

/// <summary>
/// Makes models/en/antecedents.csv and measures coreference. <c>train OUT MODELS GUM GAP</c> learns from a GUM file and
/// GAP; <c>measure MODELS GUM… GAP.tsv…</c> prints the CoNLL F1 of each treebank from raw text and the F1 of each GAP
/// file; <c>fold MODELS GUM GAP</c> learns from GUM and one half of GAP and measures the other.
/// </summary>
public static class CoreferenceCommand
{
    private const int Seed = 1;

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, var models, var gum, var gap]:
                Save(output, Train(Annotator.Load(models), gum, GapExample.Read(gap)));
                return 0;
            case ["fold", var models, var gum, var gap]:
                Fold(Annotator.Load(models), gum, GapExample.Read(gap));
                return 0;
            case ["measure", var models, .. var files] when files.Length > 0:
                var annotator = Annotator.Load(models);
                foreach (string file in files)
                    Console.WriteLine($"{Path.GetFileName(file)}: {(file.EndsWith(".tsv", StringComparison.Ordinal) ? Gap(annotator, GapExample.Read(file), AntecedentRanker.Instance) : Gum(annotator, file, AntecedentRanker.Instance))}");
                return 0;
            default:
                Console.Error.WriteLine("usage: coreference train OUT MODELS GUM GAP | fold MODELS GUM GAP | measure MODELS FILE…");
                return 2;
        }
    }

    private static float[] Train(Annotator annotator, string gum, IReadOnlyList<GapExample> gap)
    {
        var collector = new ExampleCollector(annotator);
        var examples = GoldChains.Read(gum).SelectMany(collector.FromGum).ToList();
        Console.Error.WriteLine($"{examples.Count} pronouns of GUM");
        var weights = new RankerTrainer(Seed).Train(examples);
        // What a text's other pronouns mean is decided by the ranker of the round before.
        for (int round = 0; round < 2; round++)
        {
            var ranker = new AntecedentRanker(weights);
            var labelled = gap.Select(g => collector.FromGap(g, ranker)).OfType<RankingExample>().ToList();
            Console.Error.WriteLine($"{labelled.Count} pronouns of GAP");
            weights = new RankerTrainer(Seed).Train([.. examples, .. labelled]);
        }
        return weights;
    }

    private static void Fold(Annotator annotator, string gum, List<GapExample> gap)
    {
        var (left, right) = (gap.Where((_, i) => i % 2 == 0).ToList(), gap.Where((_, i) => i % 2 == 1).ToList());
        var weights = Train(annotator, gum, left);
        string dev = gum.Replace("train", "dev", StringComparison.Ordinal);
        foreach (float margin in (float[])[0, 0.5f, 1, 1.5f, 2])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"margin {margin}: GAP, the half not learned from: {Gap(annotator, right, new AntecedentRanker(weights, margin))}"));
        foreach (float margin in (float[])[0, 0.5f, 1, 1.5f, 2, 2.5f, 3])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"margin of nouns {margin}: {Gum(annotator, dev, new AntecedentRanker(weights, 0.5f, margin))}"));
        foreach (float margin in (float[])[0, 1, 1.5f])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"margin of pronouns {margin}: {Gum(annotator, dev, new AntecedentRanker(weights, margin, 1.5f))}"));
    }

    private static readonly Dictionary<string, Document> Annotated = [];

    private static Document Annotate(Annotator annotator, string text) =>
        Annotated.TryGetValue(text, out var known) ? known : Annotated[text] = annotator.Annotate(text);

    private static IReadOnlyList<CoreferenceChain> Resolve(Document document, AntecedentRanker ranker) =>
        CoreferenceResolver.Resolve(document.Text, document.Sentences, document.Names, ranker.Choose);

    private static string Gum(Annotator annotator, string file, AntecedentRanker ranker)
    {
        var evaluation = new CoreferenceEvaluation<int>();
        foreach (var gold in GoldChains.Read(file))
        {
            var document = Annotate(annotator, gold.Text);
            int Offset(Mention m) => document.Sentences[m.Sentence].Tokens[m.Head].Span.Start;
            evaluation.Add(gold.Chains, Resolve(document, ranker).Select(c => (IReadOnlyCollection<int>)[.. c.Mentions.Select(Offset)]));
        }
        var s = evaluation.Score();
        return string.Create(CultureInfo.InvariantCulture,
            $"CoNLL F1 {s.Conll:P2} (MUC {s.Muc.F1:P1}, B³ {s.BCubed.F1:P1}, CEAFe {s.CeafE.F1:P1}; mentions P {s.Mentions.Precision:P1} R {s.Mentions.Recall:P1})");
    }

    private static string Gap(Annotator annotator, IReadOnlyList<GapExample> examples, AntecedentRanker ranker)
    {
        int hits = 0, predicted = 0, meant = 0;
        foreach (var example in examples)
        {
            var document = Annotate(annotator, example.Text);
            int Offset(Mention m) => document.Sentences[m.Sentence].Tokens[m.Head].Span.Start;
            var chain = Resolve(document, ranker).FirstOrDefault(c => c.Mentions.Any(m => Offset(m) == example.Pronoun));
            foreach (var name in new[] { example.A, example.B })
            {
                bool found = chain?.Mentions.Any(m => name.Holds(Offset(m))) ?? false;
                if (name.Meant) meant++;
                if (found) predicted++;
                if (found && name.Meant) hits++;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"F1 {2.0 * hits / Math.Max(1, meant + predicted):P2} (P {(double)hits / Math.Max(1, predicted):P2} R {(double)hits / meant:P2})");
    }

    private static void Save(string file, float[] weights) =>
        File.WriteAllText(file, "weight\n" + string.Concat(weights.Select(w => w.ToString("R", CultureInfo.InvariantCulture) + "\n")));
}
