using Hearsay.Language.Coreference;
using Hearsay.Training.Coreference;

namespace Hearsay.Language.Tests.Coreference;

/// <summary>The ranker of antecedents: its features, its file, and that training is repeatable and learns.</summary>
public sealed class AntecedentRankerTests
{
    private const string AdaMetBen = "Ada/PROPN/2/nsubj/P met/VERB/0/root Ben/PROPN/2/obj/P ./PUNCT/2/punct";
    private const string SheWaved = "She/PRON/2/nsubj waved/VERB/0/root ./PUNCT/2/punct";
    private const string ABridge = "A/DET/2/det bridge/NOUN/3/nsubj collapsed/VERB/0/root ./PUNCT/3/punct";
    private const string TheBridge = "The/DET/2/det bridge/NOUN/4/nsubj was/AUX/4/aux closed/VERB/0/root ./PUNCT/4/punct";

    [Fact]
    public void Features_are_numbers_from_zero_to_one()
    {
        foreach (var seen in Seen(AdaMetBen, SheWaved, ABridge, TheBridge, "That/PRON/3/nsubj was/AUX/3/cop bad/ADJ/0/root ./PUNCT/3/punct"))
            foreach (float[] vector in seen.Vectors) Assert.All(vector, value => Assert.InRange(value, 0f, 1f));
    }

    [Fact]
    public void The_last_feature_is_in_use() =>
        Assert.Contains(Seen(AdaMetBen, SheWaved).SelectMany(s => s.Vectors), v => v[^1] > 0);

    [Fact]
    public void Nobody_and_each_rival_have_a_vector_of_the_same_length_and_the_first_says_nobody()
    {
        var (mention, rivals, vectors) = Seen(AdaMetBen, SheWaved).Last();
        Assert.Equal("she", mention);
        Assert.Equal(rivals.Count + 1, vectors.Count);
        Assert.All(vectors, v => Assert.Equal(PairFeatures.Count, v.Length));
        Assert.Equal([1f, .. Enumerable.Repeat(0f, rivals.Count)], vectors.Select(v => v[0]));
    }

    [Fact]
    public void What_is_known_of_the_mention_alone_is_the_same_beside_every_rival()
    {
        // Behind the mark of "nobody" stand the mention's own features, in all vectors alike; distance comes next.
        var vectors = Seen(AdaMetBen, SheWaved).Last().Vectors;
        int own = Array.FindLastIndex(vectors[0], v => v != 0);
        foreach (float[] vector in vectors) Assert.Equal(vectors[0][1..(own + 1)], vector[1..(own + 1)]);
    }

    [Fact]
    public void Rivals_come_nearest_first_without_the_partners_of_the_pronouns_verb()
    {
        var seen = Seen(AdaMetBen, "Carl/PROPN/2/nsubj/P praised/VERB/0/root him/PRON/2/obj ./PUNCT/2/punct").Last();
        Assert.Equal("he", seen.Mention);
        Assert.Equal(["Ben", "Ada"], seen.Rivals);
    }

    [Fact]
    public void Two_pronouns_of_one_verb_are_two_people() =>
        TreeText.Of("Ben/PROPN/2/nsubj/P left/VERB/0/root ./PUNCT/2/punct", "He/PRON/3/nsubj will/AUX/3/aux help/VERB/0/root him/PRON/3/obj ./PUNCT/3/punct").Parts("He", "him");

    [Fact]
    public void Equal_weights_choose_nobody_when_the_margin_is_in_nobodys_favour()
    {
        var ranker = new AntecedentRanker(new float[AntecedentRanker.Size], marginOfPronoun: -1, marginOfNoun: -1);
        Assert.Empty(Resolve(ranker, ABridge, TheBridge));
    }

    [Fact]
    public void The_same_examples_give_the_same_weights()
    {
        var examples = Lessons();
        Assert.Equal(Text(RankerTrainer.Fit(examples, seed: 3)), Text(RankerTrainer.Fit(examples, seed: 3)));
    }

    [Fact]
    public void Another_seed_gives_other_weights()
    {
        var examples = Lessons();
        Assert.NotEqual(Text(RankerTrainer.Fit(examples, seed: 3)), Text(RankerTrainer.Fit(examples, seed: 9)));
    }

    [Fact]
    public void What_was_taught_is_what_is_chosen()
    {
        // Four lessons, that the bridge is the bridge of before, against as many untaught weights as a model has.
        var chains = Resolve(RankerTrainer.Fit(Lessons(), seed: 3), ABridge, TheBridge);
        Assert.Equal(2, Assert.Single(chains).Mentions.Count);
    }

    [Fact]
    public void A_written_model_is_read_as_it_was()
    {
        string file = Text(RankerTrainer.Fit(Lessons(), seed: 3));
        Assert.Equal(file, Text(AntecedentRanker.Read(new StringReader(file), "own.csv")));
    }

    [Fact]
    public void A_model_of_other_features_is_refused_with_both_numbers()
    {
        var fault = Assert.Throws<InvalidDataException>(() => AntecedentRanker.Read(new StringReader("weight\n0.5\n"), "own.csv"));
        Assert.Contains("own.csv has 1 weights", fault.Message, StringComparison.Ordinal);
        Assert.Contains(AntecedentRanker.Size.ToString(System.Globalization.CultureInfo.InvariantCulture), fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("much")]
    [InlineData("NaN")]
    [InlineData("")]
    public void What_is_no_weight_is_named_with_its_line(string line)
    {
        var fault = Assert.Throws<InvalidDataException>(() => AntecedentRanker.Read(new StringReader($"weight\n0.5\n{line}\n"), "own.csv"));
        Assert.StartsWith("own.csv:3: ", fault.Message, StringComparison.Ordinal);
    }

    private static List<RankingExample> Lessons() =>
        [.. Enumerable.Repeat(Seen(ABridge, TheBridge).Single(s => s.Mention == "bridge"), 4).Select(s => new RankingExample(false, [.. s.Vectors], [false, true]))];

    private static string Text(AntecedentRanker ranker)
    {
        var writer = new StringWriter();
        ranker.Write(writer);
        return writer.ToString();
    }

    private static IReadOnlyList<CoreferenceChain> Resolve(AntecedentRanker ranker, params string[] written)
    {
        var text = TreeText.Of(written);
        return CoreferenceResolver.Resolve(text.Text, text.Sentences, text.Names, ranker.Choose);
    }

    // What the ranker sees at each mention that has rivals, nothing being linked.
    private static List<(string Mention, List<string> Rivals, List<float[]> Vectors)> Seen(params string[] written)
    {
        var text = TreeText.Of(written);
        var seen = new List<(string, List<string>, List<float[]>)>();
        CoreferenceResolver.Resolve(text.Text, text.Sentences, text.Names, (c, rivals, pool, topic) =>
        {
            if (rivals.Count == 0) return null;
            var pairs = new AntecedentPairs(c, rivals, pool, topic);
            var vectors = new List<float[]>();
            for (int i = -1; i < rivals.Count; i++)
            {
                vectors.Add(new float[PairFeatures.Count]);
                pairs.Fill(i, vectors[^1]);
            }
            seen.Add((c.Key, [.. rivals.Select(r => r.Head.Form)], vectors));
            return null;
        });
        return seen;
    }
}
