using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests;

/// <summary>Verbs get back the subjects that stand elsewhere in the tree; what is right stays.</summary>
public sealed class SubjectRepairTests
{
    // Each word as form|tag|head|relation, heads from 1, 0 for the root.
    private static string Mend(string sentence)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('|'))];
        string[] Column(Func<string[], string> of) => [.. words.Select(of)];
        var parsed = new ParsedSentence(Column(w => Universal(w[1])), Column(w => w[1]), Column(_ => "_"),
            [.. words.Select(w => int.Parse(w[2], System.Globalization.CultureInfo.InvariantCulture) - 1)], Column(w => w[3]), Column(_ => "O"));
        SubjectRepair.Mend(Column(w => w[0]), parsed);
        return string.Join(' ', words.Select((w, i) => $"{w[0]}|{parsed.Heads[i] + 1}|{parsed.DepRels[i]}"));
    }

    private static string Universal(string tag) => tag switch
    {
        "NNP" => "PROPN",
        "NN" or "NNS" => "NOUN",
        "PRP" => "PRON",
        "IN" => "ADP",
        "DT" => "DET",
        "MD" => "AUX",
        "," => "PUNCT",
        _ => "VERB",
    };

    [Fact]
    public void The_name_behind_a_fronted_phrase_is_the_subject() => Assert.Equal(
        "Speaking|9|advcl in|3|case Oslo|1|obl ,|5|punct Lee|9|nsubj ,|7|punct smiling|9|advcl ,|9|punct accused|0|root Pat|9|obj",
        Mend("Speaking|VBG|9|advcl in|IN|3|case Oslo|NNP|1|obl ,|,|5|punct Lee|NNP|3|appos ,|,|7|punct smiling|VBG|1|advcl ,|,|1|punct accused|VBD|0|root Pat|NNP|9|obj"));

    [Fact]
    public void After_before_a_noun_and_a_past_with_an_object_begins_a_clause() => Assert.Equal(
        "They|2|nsubj fled|0|root after|6|mark a|5|det man|6|nsubj threw|2|advcl grenades|6|obj",
        Mend("They|PRP|2|nsubj fled|VBD|0|root after|IN|5|case a|DT|5|det man|NN|2|obl threw|VBN|2|advcl grenades|NNS|6|obj"));

    [Fact]
    public void A_bare_verb_is_joined_to_the_bare_verb_above() => Assert.Equal(
        "It|3|nsubj would|3|aux keep|0|root Chad|3|obj from|6|mark trading|3|advcl and|8|cc block|3|conj aid|8|obj",
        Mend("It|PRP|3|nsubj would|MD|3|aux keep|VB|0|root Chad|NNP|3|obj from|IN|6|mark trading|VBG|3|advcl and|CC|8|cc block|VB|6|conj aid|NN|8|obj"));

    [Fact]
    public void Of_two_subjects_the_first_says_what_the_second_does() => Assert.Equal(
        "Papers|2|nsubj reported|0|root the|4|det navy|5|nsubj bought|2|ccomp ships|5|obj",
        Mend("Papers|NNS|5|nsubj reported|VBD|1|acl the|DT|4|det navy|NN|5|nsubj bought|VBD|0|root ships|NNS|5|obj"));

    [Fact]
    public void Nobody_owns_anything_without_the_sign_of_it() => Assert.Equal(
        "Army|2|nsubj says|0|root rebels|4|nsubj shelled|2|ccomp clinic|4|obj",
        Mend("Army|NN|2|nsubj says|VBZ|0|root rebels|NNS|5|nmod:poss shelled|VBN|5|amod clinic|NN|2|obj"));

    [Fact]
    public void A_past_tense_modifies_no_noun() => Assert.Equal(
        "Chad|2|nmod:poss vote|3|nsubj drew|0|root protests|3|obj",
        Mend("Chad|NNP|2|nmod:poss vote|NN|4|nsubj drew|VBD|4|compound protests|NNS|0|root"));

    [Theory]
    [InlineData("They|PRP|2|nsubj fled|VBD|0|root after|IN|5|case a|DT|5|det raid|NN|2|obl led|VBN|5|acl by|IN|8|case rebels|NNS|6|obl")]
    [InlineData("Lee|NNP|2|nsubj said|VBD|0|root in|IN|4|case Oslo|NNP|2|obl ,|,|6|punct Norway|NNP|4|appos")]
    public void What_is_right_stays(string given) => Assert.Equal(string.Join(' ', given.Split(' ').Select(w => w.Split('|')).Select(w => $"{w[0]}|{w[2]}|{w[3]}")), Mend(given));
}
