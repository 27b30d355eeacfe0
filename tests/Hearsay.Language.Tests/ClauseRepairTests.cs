using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests;

/// <summary>Clauses taken for noun phrases become clauses again; what is right stays.</summary>
public sealed class ClauseRepairTests
{
    // Each word as form/tag/head/relation, heads from 1, 0 for the root; the universal tag follows from the other.
    private static string Mend(string sentence)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('/'))];
        string[] Column(Func<string[], string> of) => [.. words.Select(of)];
        var parsed = new ParsedSentence(Column(w => Universal(w[1])), Column(w => w[1]), Column(_ => "_"),
            [.. words.Select(w => int.Parse(w[2], System.Globalization.CultureInfo.InvariantCulture) - 1)], Column(w => w[3]), Column(_ => "O"));
        ClauseRepair.Mend(Column(w => w[0]), parsed);
        return string.Join(' ', words.Select((w, i) => $"{w[0]}/{parsed.Upos[i]}/{parsed.Heads[i] + 1}/{parsed.DepRels[i]}"));
    }

    private static string Universal(string tag) => tag switch
    {
        "NN" or "NNS" => "NOUN",
        "NNP" => "PROPN",
        "PRP" => "PRON",
        "DT" => "DET",
        "IN" => "ADP",
        "TO" => "PART",
        "JJ" => "ADJ",
        _ => "VERB",
    };

    [Theory]
    [InlineData("Heavy/JJ/2/amod snow/NN/0/root blocked/VBN/2/acl roads/NNS/3/obj", "Heavy/ADJ/2/amod snow/NOUN/3/nsubj blocked/VERB/0/root roads/NOUN/3/obj")]
    [InlineData("roads/NNS/0/root blocked/VBN/1/acl by/IN/4/case snow/NN/2/obl", "roads/NOUN/0/root blocked/VERB/1/acl by/ADP/4/case snow/NOUN/2/obl")]
    [InlineData("The/DT/2/det junta/NN/4/compound cut/VBD/4/compound access/NN/0/root", "The/DET/2/det junta/NOUN/3/nsubj cut/VERB/0/root access/NOUN/3/obj")]
    public void A_phrase_with_a_verb_and_its_object_is_a_clause(string given, string mended) => Assert.Equal(mended, Mend(given));

    [Theory]
    [InlineData("She/PRP/2/nsubj told/VBD/0/root the/DT/4/det BBC/NNP/7/obj talks/NNS/7/nsubj had/VBD/7/aux failed/VBN/2/ccomp",
        "She/PRON/2/nsubj told/VERB/0/root the/DET/4/det BBC/PROPN/2/iobj talks/NOUN/7/nsubj had/VERB/7/aux failed/VERB/2/ccomp")]
    [InlineData("She/PRP/2/nsubj told/VBD/0/root Ada/NNP/2/iobj talks/NNS/5/nsubj failed/VBD/2/ccomp",
        "She/PRON/2/nsubj told/VERB/0/root Ada/PROPN/2/iobj talks/NOUN/5/nsubj failed/VERB/2/ccomp")]
    public void Who_is_told_belongs_to_told(string given, string mended) => Assert.Equal(mended, Mend(given));

    [Fact]
    public void What_introduces_a_clause_is_no_preposition_and_to_before_a_noun_is_one() => Assert.Equal(
        "stay/VERB/0/root until/SCONJ/4/mark rebels/NOUN/4/nsubj disarm/VERB/1/advcl to/ADP/6/case Chad/PROPN/1/obl",
        Mend("stay/VB/0/root until/IN/4/mark rebels/NNS/4/nsubj disarm/VBP/1/advcl to/TO/6/case Chad/NNP/1/obl"));
}
