using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests;

/// <summary>Tags, relations and heads that contradict each other are brought together; what is right stays.</summary>
public sealed class RelationRepairTests
{
    // Each word as form|universal tag|tag|head|relation, heads from 1, 0 for the root.
    private static string Mend(string sentence)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('|'))];
        string[] Column(Func<string[], string> of) => [.. words.Select(of)];
        var parsed = new ParsedSentence(Column(w => w[1]), Column(w => w[2]), Column(_ => "_"),
            [.. words.Select(w => int.Parse(w[3], System.Globalization.CultureInfo.InvariantCulture) - 1)], Column(w => w[4]), Column(_ => "O"));
        RelationRepair.Mend(Column(w => w[0]), parsed);
        return string.Join(' ', words.Select((w, i) => $"{w[0]}|{parsed.Upos[i]}|{parsed.Xpos[i]}|{parsed.Heads[i] + 1}|{parsed.DepRels[i]}"));
    }

    [Fact]
    public void What_a_preposition_introduces_is_no_object() => Assert.Equal(
        "Guards|NOUN|NNS|2|nsubj shot|VERB|VBD|0|root at|ADP|IN|4|case crowds|NOUN|NNS|2|obl",
        Mend("Guards|NOUN|NNS|2|nsubj shot|VERB|VBD|0|root at|ADP|IN|4|case crowds|NOUN|NNS|2|obj"));

    [Fact]
    public void A_particle_leaves_the_object_to_its_verb() => Assert.Equal(
        "Chad|PROPN|NNP|2|nsubj set|VERB|VBD|0|root aside|ADP|RP|2|compound:prt claims|NOUN|NNS|2|obj",
        Mend("Chad|PROPN|NNP|2|nsubj set|VERB|VBD|0|root aside|ADV|RB|4|case claims|NOUN|NNS|2|obj"));

    [Fact]
    public void A_past_tense_without_an_auxiliary_is_active() => Assert.Equal(
        "Police|NOUN|NNS|2|nsubj fired|VERB|VBD|0|root",
        Mend("Police|NOUN|NNS|2|nsubj:pass fired|VERB|VBD|0|root"));

    [Fact]
    public void A_verb_at_the_end_of_a_prepositional_phrase_is_a_noun() => Assert.Equal(
        "Men|NOUN|NNS|5|nsubj in|ADP|IN|4|case battle|NOUN|NN|4|compound dress|NOUN|NN|1|nmod beat|VERB|VBD|0|root him|PRON|PRP|5|obj",
        Mend("Men|NOUN|NNS|4|nsubj in|ADP|IN|3|case battle|NOUN|NN|4|compound dress|VERB|VBP|5|advcl beat|VERB|VBN|0|root him|PRON|PRP|5|obj"));

    [Fact]
    public void Who_is_offered_something_is_not_its_subject() => Assert.Equal(
        "Oslo|PROPN|NNP|2|nsubj offers|VERB|VBZ|0|root Mali|PROPN|NNP|2|iobj aid|NOUN|NN|2|obj",
        Mend("Oslo|PROPN|NNP|2|nsubj offers|VERB|VBZ|0|root Mali|PROPN|NNP|4|nsubj aid|VERB|NN|2|obj"));

    [Fact]
    public void The_subject_in_front_of_a_verb_is_its_own() => Assert.Equal(
        "Bishops|NOUN|NNS|2|nsubj opposed|VERB|VBD|0|root change|NOUN|NN|2|obj",
        Mend("Bishops|NOUN|NNS|3|nsubj opposed|VERB|VBD|0|root change|NOUN|NN|2|obj"));

    [Fact]
    public void A_past_is_no_preposition() => Assert.Equal(
        "Oslo|PROPN|NNP|2|nsubj froze|VERB|VBD|0|root help|NOUN|NN|2|obj to|ADP|IN|5|case Mali|PROPN|NNP|3|nmod",
        Mend("Oslo|PROPN|NNP|3|nsubj froze|VERB|VBG|3|case help|NOUN|NN|0|root to|ADP|IN|5|case Mali|PROPN|NNP|3|nmod"));

    [Fact]
    public void A_described_gerund_without_an_object_is_a_noun() => Assert.Equal(
        "The|DET|DT|2|det killing|NOUN|NN|4|nsubj:pass was|AUX|VBD|4|aux:pass mourned|VERB|VBN|0|root",
        Mend("The|DET|DT|2|det killing|VERB|VBG|4|nsubj:pass was|AUX|VBD|4|aux:pass mourned|VERB|VBN|0|root"));

    [Theory]
    [InlineData("Rebels|NOUN|NNS|3|nsubj:pass were|AUX|VBD|3|aux:pass shelled|VERB|VBD|0|root")]
    [InlineData("Jailing|VERB|VBG|3|csubj editors|NOUN|NNS|1|obj angered|VERB|VBD|0|root Oslo|PROPN|NNP|3|obj")]
    [InlineData("They|PRON|PRP|2|nsubj asked|VERB|VBD|0|root who|PRON|WP|4|nsubj fled|VERB|VBD|2|ccomp")]
    public void What_is_right_stays(string given) => Assert.Equal(given, Mend(given));
}
