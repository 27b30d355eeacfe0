namespace Hearsay.Language.Tests.Coreference;

/// <summary>Common noun phrases that take up what was named or described before.</summary>
public sealed class NominalCoreferenceTests
{
    private const string MohamedArrived = "Kenyan/ADJ/3/amod Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Amina/PROPN/6/nsubj/P Mohamed/PROPN/4/flat/P arrived/VERB/0/root ./PUNCT/6/punct";
    private const string RutoSpoke = "President/PROPN/2/nmod:desc William/PROPN/4/nsubj/P Ruto/PROPN/2/flat/P spoke/VERB/0/root ./PUNCT/4/punct";
    private const string ShipSank = "A/DET/2/det ship/NOUN/3/nsubj sank/VERB/0/root ./PUNCT/3/punct";

    [Fact]
    public void The_minister_takes_up_the_titled_name() =>
        TreeText.Of(MohamedArrived, "The/DET/2/det minister/NOUN/3/nsubj waved/VERB/0/root ./PUNCT/3/punct")
            .Joins("Kenyan Foreign Minister Amina Mohamed", "The minister");

    [Fact]
    public void The_foreign_minister_takes_up_the_titled_name() =>
        TreeText.Of(MohamedArrived, "The/DET/3/det foreign/ADJ/3/amod minister/NOUN/4/nsubj waved/VERB/0/root ./PUNCT/4/punct")
            .Joins("Kenyan Foreign Minister Amina Mohamed", "The foreign minister");

    [Fact]
    public void Another_ministers_office_is_not_hers() =>
        TreeText.Of(MohamedArrived, "The/DET/3/det interior/ADJ/3/amod minister/NOUN/4/nsubj waved/VERB/0/root ./PUNCT/4/punct")
            .Parts("Kenyan Foreign Minister Amina Mohamed", "The interior minister");

    [Fact]
    public void The_capitalised_president_is_no_name_of_its_own() =>
        TreeText.Of(RutoSpoke, "The/DET/2/det President/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct")
            .Joins("President William Ruto", "The President");

    [Fact]
    public void A_president_is_somebody_new() =>
        TreeText.Of(RutoSpoke, "A/DET/2/det president/NOUN/3/nsubj resigned/VERB/0/root ./PUNCT/3/punct")
            .Parts("President William Ruto", "A president");

    [Fact]
    public void The_same_head_takes_up_what_was_introduced() =>
        TreeText.Of(ShipSank, "The/DET/2/det ship/NOUN/3/nsubj burned/VERB/0/root ./PUNCT/3/punct").Joins("A ship", "The ship");

    [Fact]
    public void A_new_modifier_makes_it_something_else() =>
        TreeText.Of(ShipSank, "The/DET/3/det Danish/ADJ/3/amod ship/NOUN/4/nsubj burned/VERB/0/root ./PUNCT/4/punct").Parts("A ship", "The Danish ship");

    [Fact]
    public void One_is_not_many() =>
        TreeText.Of(ShipSank, "The/DET/2/det ships=ship/NOUN+/3/nsubj burned/VERB/0/root ./PUNCT/3/punct").Parts("A ship", "The ships");

    [Fact]
    public void No_ship_is_nothing_to_take_up() =>
        TreeText.Of("No/DET/2/det ship/NOUN/3/nsubj sank/VERB/0/root ./PUNCT/3/punct", "The/DET/2/det ship/NOUN/3/nsubj burned/VERB/0/root ./PUNCT/3/punct")
            .Parts("No ship", "The ship");

    [Fact]
    public void The_ministry_takes_up_its_name() =>
        TreeText.Of(
            "The/DET/2/det Ministry/PROPN/5/nsubj/O of/ADP/4/case/O Defence/PROPN/2/nmod/O waited/VERB/0/root ./PUNCT/5/punct",
            "The/DET/2/det ministry/NOUN/3/nsubj declined/VERB/0/root ./PUNCT/3/punct")
            .Joins("The Ministry of Defence", "The ministry");

    [Fact]
    public void The_company_takes_up_the_firm_in_the_news() =>
        TreeText.Of(
            "Boeing/PROPN/2/nsubj/O paid/VERB/0/root ./PUNCT/2/punct",
            "The/DET/2/det company/NOUN/3/nsubj declined/VERB/0/root ./PUNCT/3/punct")
            .Joins("Boeing", "The company");

    [Fact]
    public void The_country_is_a_country_and_no_town() =>
        TreeText.Of(
            "Chad/PROPN/2/nsubj/L closed/VERB/0/root Abéché/PROPN/2/obj/L ./PUNCT/2/punct",
            "The/DET/2/det country/NOUN/3/nsubj mourned/VERB/0/root ./PUNCT/3/punct")
            .Joins("Chad", "The country").Parts("Abéché", "The country");

    [Fact]
    public void An_apposition_is_the_same_person() =>
        TreeText.Of("William/PROPN/6/nsubj/P Ruto/PROPN/1/flat/P ,/PUNCT/5/punct the/DET/5/det president/NOUN/1/appos spoke/VERB/0/root ./PUNCT/6/punct")
            .Joins("William Ruto", "the president");

    [Fact]
    public void A_copula_equates() =>
        TreeText.Of(
            "Ruto/PROPN/4/nsubj/P is=be/AUX/4/cop the/DET/4/det winner/NOUN/0/root ./PUNCT/4/punct",
            "The/DET/2/det winner/NOUN/3/nsubj waved/VERB/0/root ./PUNCT/3/punct")
            .Joins("Ruto", "the winner", "The winner");

    [Fact]
    public void A_denied_copula_does_not_equate() =>
        TreeText.Of("Ruto/PROPN/5/nsubj/P is=be/AUX/5/cop not/PART/5/advmod the/DET/5/det winner/NOUN/0/root ./PUNCT/5/punct")
            .Parts("Ruto", "the winner");

    [Fact]
    public void A_modal_copula_does_not_equate() =>
        TreeText.Of("Ruto/PROPN/5/nsubj/P may/AUX/5/aux be/AUX/5/cop the/DET/5/det winner/NOUN/0/root ./PUNCT/5/punct")
            .Parts("Ruto", "the winner");

    [Fact]
    public void A_role_with_as_belongs_to_the_one_who_is_given_it() =>
        TreeText.Of("Parliament/PROPN/2/nsubj/O appointed=appoint/VERB/0/root Odinga/PROPN/2/obj/P as/ADP/5/case premier/NOUN/2/obl ./PUNCT/2/punct")
            .Joins("Odinga", "premier").Parts("Parliament", "premier");

    [Fact]
    public void The_two_are_the_pair_just_named() =>
        TreeText.Of(
            "Xi/PROPN/4/nsubj/P and/CCONJ/3/cc Putin/PROPN/1/conj/P met=meet/VERB/0/root ./PUNCT/4/punct",
            "The/DET/2/det two/NUM/3/nsubj dined/VERB/0/root ./PUNCT/3/punct")
            .Joins("Xi and Putin", "The two");

    [Fact]
    public void His_wife_and_her_sister_have_their_own_possessors() =>
        TreeText.Of(
            "Ruto/PROPN/2/nsubj/P brought/VERB/0/root his/PRON/4/nmod:poss sister/NOUN/2/obj ./PUNCT/2/punct",
            "Mary/PROPN/2/nsubj/P brought/VERB/0/root her/PRON/4/nmod:poss sister/NOUN/2/obj ./PUNCT/2/punct")
            .Parts("his sister", "her sister");

    [Fact]
    public void A_day_is_taken_up() =>
        TreeText.Of(
            "They/PRON/2/nsubj left/VERB/0/root that/DET/4/det day/NOUN/2/obl ./PUNCT/2/punct",
            "The/DET/2/det day/NOUN/3/nsubj ended/VERB/0/root ./PUNCT/3/punct").Joins("that day", "The day");

    [Fact]
    public void The_text_introduces_anew_whom_the_headline_named() =>
        TreeText.Of(
            "Kenyan/ADJ/2/amod minister/NOUN/3/nsubj resigns/VERB/0/root",
            "¶A/DET/3/det Kenyan/ADJ/3/amod minister/NOUN/4/nsubj resigned/VERB/0/root ./PUNCT/4/punct").Joins("Kenyan minister", "A Kenyan minister");

    [Fact]
    public void A_year_is_the_same_year() =>
        TreeText.Of(
            "They/PRON/2/nsubj left/VERB/0/root in/ADP/4/case 1859/NUM/2/obl ./PUNCT/2/punct",
            "In/ADP/2/case 1859/NUM/4/obl they/PRON/4/nsubj returned/VERB/0/root ./PUNCT/4/punct").Joins("1859", "1859#2");

    [Fact]
    public void A_number_that_counts_is_no_mention() =>
        TreeText.Of(
            "They/PRON/2/nsubj sold/VERB/0/root 40/NUM/4/nummod tanks=tank/NOUN+/2/obj ./PUNCT/2/punct",
            "They/PRON/2/nsubj built/VERB/0/root 40/NUM/4/nummod ships=ship/NOUN+/2/obj ./PUNCT/2/punct").Alone("40");
}
