using Hearsay.Language.Conllu;

namespace Hearsay.Language.Tests.Conllu;

/// <summary>The CoNLL 2018 figures on cases small enough to count by hand.</summary>
public class TreeEvaluationTests
{
    private static List<ConlluSentence> Rows(IEnumerable<string> rows) =>
        [.. ConlluReader.Read(new StringReader(string.Join('\n', rows) + "\n\n"))];

    /// <summary>"form/UPOS/head/relation", "||" between sentences, "form/n" for a multiword token over the next n words.</summary>
    private static List<ConlluSentence> Trees(string text)
    {
        var lines = new List<string>();
        int id = 1;
        foreach (string word in text.Split(' '))
        {
            if (word == "||") { lines.Add(""); id = 1; continue; }
            string[] parts = word.Split('/');
            if (parts.Length == 2) { lines.Add($"{id}-{id + int.Parse(parts[1]) - 1}\t{parts[0]}\t_\t_\t_\t_\t_\t_\t_\t_"); continue; }
            lines.Add($"{id++}\t{parts[0]}\t{parts[0]}\t{parts[1]}\t_\t_\t{parts[2]}\t{parts[3]}\t_\t_");
        }
        return Rows(lines);
    }

    private const string Gold = "Rebels/NOUN/2/nsubj seized/VERB/0/root the/DET/4/det town/NOUN/2/obj ./PUNCT/2/punct";

    [Fact]
    public void A_tree_agrees_with_itself()
    {
        var scores = TreeEvaluation.Evaluate(Trees(Gold), Trees(Gold));
        foreach (var score in (TreeScore[])[scores.Words, scores.Sentences, scores.Tokens, scores.Upos, scores.Uas, scores.Las, scores.Clas, scores.Mlas, scores.Lemmas])
            Assert.Equal(1.0, score.F1);
        Assert.Equal(new TreeScore(3, 3, 3), scores.Clas);
    }

    [Fact]
    public void Heads_and_relations_are_counted_apart_and_subtypes_ignored()
    {
        var system = Trees("Rebels/NOUN/2/nsubj:outer seized/VERB/0/root the/DET/2/det town/PROPN/2/obl ./PUNCT/2/punct");
        var scores = TreeEvaluation.Evaluate(Trees(Gold), system);
        Assert.Equal(4, scores.Upos.Correct);
        Assert.Equal(4, scores.Uas.Correct);
        Assert.Equal(3, scores.Las.Correct);
        Assert.Equal(2, scores.Clas.Correct);
        Assert.Equal(new TreeScore(1, 1, 1), scores.Relations["nsubj"]);
        Assert.Equal(new TreeScore(1, 0, 0), scores.Relations["obj"]);
        Assert.Equal(new TreeScore(0, 1, 0), scores.Relations["obl"]);
    }

    [Fact]
    public void Function_words_count_in_mlas_only()
    {
        // The article hangs from the verb: "town" and "seized" have other function words than in the gold.
        var system = Trees("Rebels/NOUN/2/nsubj seized/VERB/0/root the/DET/2/det town/NOUN/2/obj ./PUNCT/2/punct");
        var scores = TreeEvaluation.Evaluate(Trees(Gold), system);
        Assert.Equal(3, scores.Clas.Correct);
        Assert.Equal(1, scores.Mlas.Correct);
    }

    [Fact]
    public void Words_are_aligned_by_their_characters()
    {
        var gold = Trees("long/ADJ/3/amod -/PUNCT/1/punct term/NOUN/0/root");
        var system = Trees("long-term/NOUN/0/root");
        var scores = TreeEvaluation.Evaluate(gold, system);
        Assert.Equal(new TreeScore(3, 1, 0), scores.Words);
        Assert.Equal(1.0, scores.Sentences.F1);
    }

    [Fact]
    public void A_head_that_is_not_aligned_is_wrong()
    {
        var gold = Trees("can/AUX/3/aux not/PART/3/advmod go/VERB/0/root");
        var system = Trees("cannot/VERB/0/root go/VERB/1/xcomp");
        var scores = TreeEvaluation.Evaluate(gold, system);
        Assert.Equal(1, scores.Words.Correct);
        Assert.Equal(0, scores.Uas.Correct);
    }

    [Fact]
    public void Inside_multiword_tokens_words_are_aligned_by_form()
    {
        var gold = Trees("don't/2 do/AUX/3/aux n't/PART/3/advmod go/VERB/0/root");
        var system = Trees("do/AUX/3/aux n't/PART/3/advmod go/VERB/0/root");
        var scores = TreeEvaluation.Evaluate(gold, system);
        Assert.Equal(new TreeScore(3, 3, 3), scores.Words);
        Assert.Equal(new TreeScore(2, 3, 1), scores.Tokens);
        Assert.Equal(3, scores.Las.Correct);
    }

    [Fact]
    public void Sentences_need_both_ends()
    {
        var gold = Trees("Go/VERB/0/root ./PUNCT/1/punct || Stop/VERB/0/root");
        var system = Trees("Go/VERB/0/root ./PUNCT/1/punct Stop/VERB/1/parataxis");
        Assert.Equal(new TreeScore(2, 1, 0), TreeEvaluation.Evaluate(gold, system).Sentences);
    }

    [Fact]
    public void Different_texts_are_refused() =>
        Assert.Contains("from character 1", Assert.Throws<InvalidDataException>(() =>
            TreeEvaluation.Evaluate(Trees("Go/VERB/0/root"), Trees("Ga/VERB/0/root"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a/X/2/dep b/X/1/dep c/X/0/root", "cycle")]
    [InlineData("a/X/0/root b/X/0/root", "2 roots")]
    public void A_system_tree_must_be_a_tree(string text, string message)
    {
        string gold = string.Join(' ', text.Split(' ').Select((w, i) => $"{w.Split('/')[0]}/X/{i}/{(i == 0 ? "root" : "dep")}"));
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => TreeEvaluation.Evaluate(Trees(gold), Trees(text))).Message, StringComparison.Ordinal);
    }
}
