using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Training.Coreference;

/// <summary>
/// Makes models/en/antecedents.csv. <c>train OUT MODELS GUM GAP</c> learns from a GUM file and GAP; <c>fold MODELS GUM GAP</c>
/// learns from parts of both and measures what was left out, in turn; <c>errors MODELS GUM</c> says where the delivered model
/// loses on a GUM file (<c>--examples</c> lists the mentions). The delivered model's figures come from
/// <c>hearsay evaluate coreference gap</c>.
/// </summary>
public static class CoreferenceCommand
{
    private const int Seed = 1, Folds = 4;

    /// <summary>Runs one of the verbs; returns an exit code.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["train", var output, var models, var gum, var gap]:
                var collector = new ExampleCollector(Remembering(models));
                using (var writer = new StreamWriter(output))
                    Train([.. GoldChains.Read(gum).SelectMany(collector.FromGum)], GapExample.Read(gap), collector).Write(writer);
                return 0;
            case ["fold", var models, var gum, var gap]:
                Fold(Remembering(models), [.. GoldChains.Read(gum)], GapExample.Read(gap));
                return 0;
            case ["errors", var models, var gum, .. var rest]:
                new CoreferenceErrors(Remembering(models), AntecedentRanker.Instance).Print(gum, rest is ["--examples"]);
                return 0;
            default:
                Console.Error.WriteLine("usage: coreference train OUT MODELS GUM GAP | fold MODELS GUM GAP | errors MODELS GUM [--examples]");
                return 2;
        }
    }

    // What a text's other pronouns mean is decided by a ranker that has not seen GAP.
    private static AntecedentRanker Train(IReadOnlyList<RankingExample> examples, IReadOnlyList<GapExample> gap, ExampleCollector collector)
    {
        var first = RankerTrainer.Fit(examples, Seed);
        var labelled = gap.Select(g => collector.FromGap(g, first)).OfType<RankingExample>().ToList();
        Console.Error.WriteLine($"{examples.Count} mentions of GUM, {labelled.Count} pronouns of GAP");
        return RankerTrainer.Fit([.. examples, .. labelled], Seed);
    }

    private static void Fold(Func<string, Document> annotate, List<GoldChains> gum, List<GapExample> gap)
    {
        var collector = new ExampleCollector(annotate);
        var examples = gum.ConvertAll(collector.FromGum);
        var chains = new CoreferenceEvaluation<int>();
        var names = new GapExample.Counts();
        for (int fold = 0; fold < Folds; fold++)
        {
            bool Left(int i) => i % Folds == fold;
            var ranker = Train([.. examples.Where((_, i) => !Left(i)).SelectMany(e => e)], [.. gap.Where((_, i) => !Left(i))], collector);
            IReadOnlyList<CoreferenceChain> Resolve(Document d) => CoreferenceResolver.Resolve(d.Text, d.Sentences, d.Names, ranker.Choose);
            foreach (var gold in gum.Where((_, i) => Left(i)))
                chains.Add(gold.Chains, GoldChains.Heads(annotate(gold.Text), Resolve(annotate(gold.Text))));
            foreach (var example in gap.Where((_, i) => Left(i))) names += example.Count(annotate(example.Text), Resolve(annotate(example.Text)));
        }
        var s = chains.Score();
        Console.WriteLine(FormattableString.Invariant($"GUM, left out in turn: CoNLL F1 {s.Conll:P2} (MUC {s.Muc.F1:P1}, B³ {s.BCubed.F1:P1}, CEAFe {s.CeafE.F1:P1}; mentions P {s.Mentions.Precision:P1} R {s.Mentions.Recall:P1})"));
        Console.WriteLine(FormattableString.Invariant($"GAP, left out in turn: F1 {names.Score.F1:P2} (P {names.Score.Precision:P2} R {names.Score.Recall:P2})"));
    }

    private static Func<string, Document> Remembering(string models)
    {
        var annotator = Annotator.Load(models);
        var known = new Dictionary<string, Document>();
        return text => known.TryGetValue(text, out var document) ? document : known[text] = annotator.AnnotateTrees(text);
    }
}
