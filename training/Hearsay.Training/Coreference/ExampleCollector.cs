using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Training.Coreference;

/// <summary>
/// Runs the resolver over texts and keeps, at each pronoun and noun, what the ranker would have seen. In GUM the gold antecedent
/// is then taken, so that later pronouns see right entities; in GAP, where one pronoun is labelled, a ranker decides.
/// </summary>
internal sealed class ExampleCollector(Func<string, Document> annotate)
{
    /// <summary>The third-person pronouns and the nouns of one GUM document.</summary>
    public List<RankingExample> FromGum(GoldChains gold)
    {
        var examples = new List<RankingExample>();
        var document = annotate(gold.Text);
        int Offset(Candidate c) => document.Sentences[c.Mention.Sentence].Tokens[c.Mention.Head].Span.Start;
        CoreferenceResolver.Resolve(gold.Text, document.Sentences, document.Names, (c, rivals, pool, topic) =>
        {
            string? entity = gold.EntityAt.GetValueOrDefault(Offset(c));
            bool[] right = [false, .. rivals.Select(r => entity is not null && gold.EntityAt.GetValueOrDefault(Offset(r)) == entity)];
            int nearest = Array.IndexOf(right, true) - 1;
            right[0] = nearest < 0;
            if (rivals.Count > 0) examples.Add(new RankingExample(c.Form == MentionForm.Pronoun, Vectors(c, rivals, pool, topic), right));
            return nearest >= 0 ? rivals[nearest] : null;
        });
        return examples;
    }

    /// <summary>The labelled pronoun of a GAP text; null when the resolver has nothing to choose there.</summary>
    public RankingExample? FromGap(GapExample gap, AntecedentRanker ranker)
    {
        RankingExample? example = null;
        var document = annotate(gap.Text);
        int Offset(Candidate c) => document.Sentences[c.Mention.Sentence].Tokens[c.Mention.Head].Span.Start;
        CoreferenceResolver.Resolve(gap.Text, document.Sentences, document.Names, (c, rivals, pool, topic) =>
        {
            if (Offset(c) == gap.Pronoun && rivals.Count > 0)
            {
                bool Is(Candidate rival, GapExample.Name name) => pool.Members(pool.Find(rival)).Any(m => name.Holds(Offset(m)));
                bool any = gap.A.Meant || gap.B.Meant;
                bool[] right = [!any, .. rivals.Select(r => any ? gap.A.Meant && Is(r, gap.A) || gap.B.Meant && Is(r, gap.B) : !Is(r, gap.A) && !Is(r, gap.B))];
                if (right.Contains(true) && right.Contains(false)) example = new RankingExample(c.Form == MentionForm.Pronoun, Vectors(c, rivals, pool, topic), right);
            }
            return ranker.Choose(c, rivals, pool, topic);
        });
        return example;
    }

    private static float[][] Vectors(Candidate c, IReadOnlyList<Candidate> rivals, EntityPool pool, Candidate? topic)
    {
        var pairs = new AntecedentPairs(c, rivals, pool, topic);
        var vectors = new float[rivals.Count + 1][];
        for (int i = 0; i < vectors.Length; i++) pairs.Fill(i - 1, vectors[i] = new float[PairFeatures.Count]);
        return vectors;
    }
}
