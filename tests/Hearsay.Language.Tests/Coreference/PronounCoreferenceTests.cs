namespace Hearsay.Language.Tests.Coreference;

/// <summary>Pronouns of the third person and their antecedents.</summary>
public sealed class PronounCoreferenceTests
{
    private const string MaryMetJohn = "Mary/PROPN/3/nsubj/P Otieno/PROPN/1/flat/P met=meet/VERB/0/root John/PROPN/3/obj/P Mutua/PROPN/4/flat/P ./PUNCT/3/punct";

    [Theory]
    [InlineData("She", "Mary Otieno")]
    [InlineData("He", "John Mutua")]
    public void Given_names_tell_he_from_she(string pronoun, string antecedent) =>
        TreeText.Of(MaryMetJohn, pronoun + "/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct").Joins(antecedent, pronoun);

    [Fact]
    public void A_title_tells_she() =>
        TreeText.Of(
            "Mrs/PROPN/2/nmod:desc Abara/PROPN/3/nsubj/P met=meet/VERB/0/root Mr/PROPN/5/nmod:desc Danso/PROPN/3/obj/P ./PUNCT/3/punct",
            "She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct").Joins("Mrs Abara", "She");

    [Fact]
    public void A_role_noun_tells_she() =>
        TreeText.Of(
            "A/DET/2/det spokeswoman/NOUN/3/nsubj met=meet/VERB/0/root a/DET/5/det chairman/NOUN/3/obj ./PUNCT/3/punct",
            "She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct").Joins("A spokeswoman", "She");

    [Fact]
    public void Once_he_always_he() =>
        TreeText.Of(
            "Danso/PROPN/2/nsubj/P spoke/VERB/0/root ./PUNCT/2/punct",
            "He/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct",
            "She/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct").Joins("Danso", "He").Parts("Danso", "She");

    [Fact]
    public void A_person_is_not_it() =>
        TreeText.Of(
            "Boeing/PROPN/2/nsubj/O hired/VERB/0/root Mary/PROPN/2/obj/P Otieno/PROPN/3/flat/P ./PUNCT/2/punct",
            "It/PRON/2/nsubj expanded/VERB/0/root ./PUNCT/2/punct").Joins("Boeing", "It").Parts("Mary Otieno", "It");

    [Fact]
    public void An_organisation_may_be_they() =>
        TreeText.Of(
            "The/DET/2/det police/NOUN/3/nsubj came/VERB/0/root ./PUNCT/3/punct",
            "They/PRON/2/nsubj searched/VERB/0/root a/DET/4/det house/NOUN/2/obj ./PUNCT/2/punct").Joins("The police", "They");

    [Fact]
    public void They_are_a_coordination() =>
        TreeText.Of(
            "Xi/PROPN/4/nsubj/P and/CCONJ/3/cc Putin/PROPN/1/conj/P met=meet/VERB/0/root ./PUNCT/4/punct",
            "They/PRON/2/nsubj dined/VERB/0/root ./PUNCT/2/punct").Joins("Xi and Putin", "They");

    [Fact]
    public void A_possessive_is_the_subject() =>
        TreeText.Of("Mary/PROPN/3/nsubj/P Otieno/PROPN/1/flat/P praised/VERB/0/root her/PRON/5/nmod:poss team/NOUN/3/obj ./PUNCT/3/punct")
            .Joins("Mary Otieno", "her");

    [Fact]
    public void An_object_is_not_its_own_subject() =>
        TreeText.Of("Mary/PROPN/3/nsubj/P Otieno/PROPN/1/flat/P praised/VERB/0/root her/PRON/3/obj ./PUNCT/3/punct").Parts("Mary Otieno", "her");

    [Fact]
    public void A_reflexive_object_is_its_own_subject() =>
        TreeText.Of("Mary/PROPN/3/nsubj/P Otieno/PROPN/1/flat/P blamed/VERB/0/root herself/PRON/3/obj ./PUNCT/3/punct").Joins("Mary Otieno", "herself");

    [Fact]
    public void A_possessor_is_not_what_it_possesses() =>
        TreeText.Of("His/PRON/2/nmod:poss brother/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct").Alone("His");

    [Fact]
    public void A_fronted_possessive_looks_ahead() =>
        TreeText.Of("In/ADP/3/case his/PRON/3/nmod:poss speech/NOUN/7/obl ,/PUNCT/3/punct John/PROPN/7/nsubj/P Mutua/PROPN/5/flat/P wept/VERB/0/root ./PUNCT/7/punct")
            .Joins("his", "John Mutua");

    [Fact]
    public void An_expletive_refers_to_nothing() =>
        TreeText.Of(
            "Boeing/PROPN/2/nsubj/O paid/VERB/0/root ./PUNCT/2/punct",
            "It/PRON/2/expl rained=rain/VERB/0/root ./PUNCT/2/punct").Alone("It");

    [Fact]
    public void It_is_likely_that_refers_to_nothing() =>
        TreeText.Of(
            "Boeing/PROPN/2/nsubj/O paid/VERB/0/root ./PUNCT/2/punct",
            "It/PRON/3/nsubj is=be/AUX/3/cop likely/ADJ/0/root that/SCONJ/6/mark prices=price/NOUN+/6/nsubj fell/VERB/3/csubj ./PUNCT/3/punct").Alone("It");

    [Fact]
    public void Three_sentences_are_the_limit()
    {
        const string Filler = "Rain/NOUN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct";
        TreeText.Of(MaryMetJohn, Filler, Filler, Filler, "She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct").Alone("She");
    }

    [Fact]
    public void The_subject_is_preferred() =>
        TreeText.Of(
            "John/PROPN/3/nsubj/P Mutua/PROPN/1/flat/P met=meet/VERB/0/root Peter/PROPN/3/obj/P Okello/PROPN/4/flat/P ./PUNCT/3/punct",
            "He/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct").Joins("John Mutua", "He");

    [Fact]
    public void Pronouns_of_a_chain_stay_together() =>
        TreeText.Of(
            MaryMetJohn,
            "She/PRON/2/nsubj smiled/VERB/0/root and/CCONJ/4/cc took/VERB/2/conj her/PRON/6/nmod:poss seat/NOUN/4/obj ./PUNCT/2/punct")
            .Joins("Mary Otieno", "She", "her");
}
