using CsCheck;
using Hearsay.Language.Coreference;

namespace Hearsay.Language.Tests.Coreference;

/// <summary>What holds for any input: valid spans, no mention twice, the same answer each time, no exception.</summary>
public sealed class CoreferenceRobustnessTests
{
    private static readonly string[] Words = ["He", "she", "they", "it", "his", "Ruto", "Amina", "the", "minister", "and", "said", "“", "”", ",", "a", "company", "president"];
    private static readonly string[] Tags = ["PRON", "PROPN", "NOUN", "VERB", "DET", "CCONJ", "PUNCT", "ADJ"];
    private static readonly string[] Relations = ["nsubj", "obj", "nmod:poss", "appos", "conj", "cc", "flat", "compound", "det", "nmod:desc", "cop", "punct", "obl", "root"];

    [Fact]
    public void No_text_has_no_chains() => Assert.Empty(CoreferenceResolver.Resolve("", [], []));

    [Fact]
    public void An_unparsed_sentence_is_no_error()
    {
        var token = new Token { Index = 0, Span = new TextSpan(0, 4), Form = "Ruto" };
        Assert.Empty(CoreferenceResolver.Resolve("Ruto", [new Sentence(0, 0, [token])], []));
    }

    [Fact]
    public void Any_tree_gives_valid_chains() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var (text, sentences, names) = Random(new Random(seed));
            var chains = CoreferenceResolver.Resolve(text, sentences, names);
            var seen = new HashSet<(int, int)>();
            foreach (var chain in chains)
            {
                Assert.True(chain.Mentions.Count >= 2);
                Assert.Contains(chain.Representative, chain.Mentions);
                foreach (var mention in chain.Mentions)
                {
                    Assert.True(seen.Add((mention.Sentence, mention.Head)), "a head stands in two chains");
                    Assert.True(mention.Span.Start >= 0 && mention.Span.Start < mention.Span.End && mention.Span.End <= text.Length);
                    Assert.InRange(mention.Head, mention.First, mention.Last);
                }
            }
            var again = CoreferenceResolver.Resolve(text, sentences, names);
            Assert.Equal(chains.Select(c => string.Join(',', c.Mentions)), again.Select(c => string.Join(',', c.Mentions)));
        }, iter: 500);

    [Fact]
    public void A_sentence_without_end_is_passed_over()
    {
        string long_ = string.Join(' ', Enumerable.Repeat("he/PRON/1/nsubj", 1_500)).Replace("he/PRON/1/nsubj he", "ran/VERB/0/root he", StringComparison.Ordinal);
        Assert.Empty(TreeText.Of(long_).Chains);
    }

    [Fact]
    public void A_crowd_of_names_is_no_burden()
    {
        // Quadratic work on 20,000 bearers of one surname would take minutes.
        var lines = Enumerable.Range(0, 20_000).Select(i => $"Given{i}/PROPN/3/nsubj/P Okello/PROPN/1/flat/P left/VERB/0/root ./PUNCT/3/punct").ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(TreeText.Of(lines).Chains);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    private static (string Text, List<Sentence> Sentences, List<Name> Names) Random(Random random)
    {
        var builder = new System.Text.StringBuilder();
        var sentences = new List<Sentence>();
        var names = new List<Name>();
        for (int s = 0; s < 4; s++)
        {
            int count = random.Next(1, 14), root = random.Next(count);
            var tokens = new List<Token>();
            for (int i = 0; i < count; i++)
            {
                string form = Words[random.Next(Words.Length)];
                int start = builder.Length;
                builder.Append(form).Append(' ');
                // Heads may even form cycles: a parser's mistake must not hang the resolver.
                tokens.Add(new Token
                {
                    Index = i, Span = new TextSpan(start, start + form.Length), Form = form, Lemma = form.ToLowerInvariant(),
                    Upos = Tags[random.Next(Tags.Length)], Head = i == root ? -1 : random.Next(count), DepRel = Relations[random.Next(Relations.Length)],
                });
            }
            sentences.Add(new Sentence(s, s / 2, tokens));
            if (random.Next(2) == 0) names.Add(new Name(s, 0, random.Next(count), (NameKind)random.Next(4), new TextSpan(0, 1)));
        }
        return (builder.ToString(), sentences, names);
    }
}
