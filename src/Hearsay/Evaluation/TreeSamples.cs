using System.Globalization;
using Hearsay.Language.Conllu;

namespace Hearsay.Evaluation;

/// <summary>
/// The figures of trees in pieces: both files are cut wherever both end a sentence at the same character, and each piece
/// is a unit. Words are aligned by their characters and heads stand in their own sentence, so that the pieces add up to
/// the figures of the whole. The relations that attribution rests on have an F1 each, over everything ("ccomp") and by
/// genre ("ccomp.news"); the genre is the beginning of the sentence's id: "weblog-…" in EWT, "GUM_news_…" in GUM.
/// </summary>
internal static class TreeSamples
{
    private static readonly string[] Relations = ["ccomp", "parataxis", "nsubj", "obl", "appos", "advcl"];

    /// <summary>The samples; both sides must spell the same text.</summary>
    public static UnitSamples Of(IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> system)
    {
        var samples = new UnitSamples();
        int s = 0, goldLength = 0, systemLength = 0, goldFrom = 0, systemFrom = 0;
        for (int g = 0; g < gold.Count; g++)
        {
            goldLength += Length(gold[g]);
            while (s < system.Count && systemLength < goldLength) systemLength += Length(system[s++]);
            if (systemLength != goldLength && g + 1 < gold.Count) continue;
            int end = g + 1 == gold.Count ? system.Count : s;
            samples.Add((samples.Units.Count + 1).ToString(CultureInfo.InvariantCulture), Parts(TreeEvaluation.Evaluate(gold.Skip(goldFrom).Take(g + 1 - goldFrom), system.Skip(systemFrom).Take(end - systemFrom)), Genre(gold[goldFrom])));
            (goldFrom, systemFrom) = (g + 1, s);
        }
        return samples;
    }

    private static Dictionary<string, FigureParts> Parts(TreeScores scores, string genre)
    {
        var parts = new Dictionary<string, FigureParts>
        {
            ["sentences"] = F1(scores.Sentences), ["words"] = F1(scores.Words), ["upos"] = F1(scores.Upos), ["lemmas"] = F1(scores.Lemmas),
            ["uas"] = F1(scores.Uas), ["las"] = F1(scores.Las), ["clas"] = F1(scores.Clas), ["las." + genre] = F1(scores.Las),
        };
        foreach (string relation in Relations)
            parts[relation] = parts[$"{relation}.{genre}"] = F1(scores.Relations.GetValueOrDefault(relation));
        return parts;
    }

    private static string Genre(ConlluSentence sentence)
    {
        string[] parts = (sentence.Comment("sent_id") ?? "").Split('_', '-');
        return parts is ["GUM", var genre, ..] ? genre : parts[0];
    }

    private static FigureParts F1(TreeScore score) => FigureParts.Ratio(2.0 * score.Correct, score.Gold + score.System);

    private static int Length(ConlluSentence sentence)
    {
        int length = 0, next = 0;
        for (int i = 0; i < sentence.Words.Count;)
        {
            bool multiword = next < sentence.Multiwords.Count && sentence.Multiwords[next].First == i + 1;
            foreach (char c in multiword ? sentence.Multiwords[next].Form : sentence.Words[i].Form)
                if (!char.IsWhiteSpace(c)) length++;
            i = multiword ? sentence.Multiwords[next++].Last : i + 1;
        }
        return length;
    }
}
