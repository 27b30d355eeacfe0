using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Evaluation;

/// <summary>
/// Measures coreference from raw text. A GUM file gives the CoNLL F1 (mean of MUC, B³ and CEAFe; Pradhan et al. 2012) over
/// chains of two mentions or more, mentions compared by their head words, each document a unit. A GAP file gives F1 over the
/// names that its pronouns mean, each text a unit, over all pronouns and by gender. Cases are reported for GAP alone:
/// <c>- development-7 his</c>.
/// </summary>
internal sealed class ChainEvaluation(Annotator annotator, Action<string>? report)
{
    /// <summary>The chains of a GUM file.</summary>
    public UnitSamples Gum(string file)
    {
        var samples = new UnitSamples();
        foreach (var gold in GoldChains.Read(file))
        {
            var document = annotator.Annotate(gold.Text);
            var evaluation = new CoreferenceEvaluation<int>();
            evaluation.Add(gold.Chains, GoldChains.Heads(document, document.Chains));
            double[] sums = [.. evaluation.Sums];
            samples.Add(gold.Id, new Dictionary<string, FigureParts>
            {
                ["conll"] = FigureParts.MeanF1(sums[..12]), ["muc"] = FigureParts.MeanF1(sums[..4]), ["bCubed"] = FigureParts.MeanF1(sums[4..8]),
                ["ceafE"] = FigureParts.MeanF1(sums[8..12]), ["mentionPrecision"] = FigureParts.Ratio(sums[12], sums[13]), ["mentionRecall"] = FigureParts.Ratio(sums[14], sums[15]),
            });
        }
        return samples;
    }

    /// <summary>The pronouns of a GAP file.</summary>
    public UnitSamples Gap(string file)
    {
        var samples = new UnitSamples();
        foreach (var example in GapExample.Read(file))
        {
            var document = annotator.Annotate(example.Text);
            var n = example.Count(document, document.Chains);
            string pronoun = new([.. example.Text.Skip(example.Pronoun).TakeWhile(char.IsLetter)]);
            report?.Invoke($"{(n.Right == n.Meant && n.Found == n.Meant ? "+" : "-")} {example.Id} {pronoun}");
            string gender = pronoun.StartsWith("h", StringComparison.OrdinalIgnoreCase) && !pronoun.StartsWith("her", StringComparison.OrdinalIgnoreCase) ? "masculine" : "feminine";
            var f1 = FigureParts.Ratio(2 * n.Right, n.Found + n.Meant);
            samples.Add(example.Id, new Dictionary<string, FigureParts>
            {
                ["f1"] = f1, ["precision"] = FigureParts.Ratio(n.Right, n.Found), ["recall"] = FigureParts.Ratio(n.Right, n.Meant), ["f1." + gender] = f1,
            });
        }
        return samples;
    }
}
