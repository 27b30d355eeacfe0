namespace Hearsay.Language.Tests.Coreference;

/// <summary>Names that are forms of one name, and names that are not.</summary>
public sealed class NameCoreferenceTests
{
    private const string MohamedArrived = "Kenyan/ADJ/3/amod Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Amina/PROPN/6/nsubj/P Mohamed/PROPN/4/flat/P arrived/VERB/0/root ./PUNCT/6/punct";

    [Fact]
    public void A_surname_takes_up_the_full_name() =>
        TreeText.Of(MohamedArrived, "Mohamed/PROPN/2/nsubj/P spoke/VERB/0/root briefly/ADV/2/advmod ./PUNCT/2/punct")
            .Joins("Kenyan Foreign Minister Amina Mohamed", "Mohamed#2");

    [Fact]
    public void A_title_and_surname_take_up_the_full_name() =>
        TreeText.Of(MohamedArrived, "Ms/PROPN/2/nmod:desc Mohamed/PROPN/3/nsubj/P spoke/VERB/0/root ./PUNCT/3/punct")
            .Joins("Kenyan Foreign Minister Amina Mohamed", "Ms Mohamed");

    [Fact]
    public void A_mans_title_does_not_take_up_a_womans_name() =>
        TreeText.Of(MohamedArrived, "Mr/PROPN/2/nmod:desc Mohamed/PROPN/3/nsubj/P spoke/VERB/0/root ./PUNCT/3/punct")
            .Parts("Kenyan Foreign Minister Amina Mohamed", "Mr Mohamed");

    [Fact]
    public void A_headline_surname_is_joined_with_the_name_that_follows() =>
        TreeText.Of(
            "Ruto/PROPN/2/nsubj/P visits/VERB/0/root Oslo/PROPN/2/obj/L",
            "President/PROPN/2/nmod:desc William/PROPN/4/nsubj/P Ruto/PROPN/2/flat/P landed/VERB/0/root ./PUNCT/4/punct")
            .Joins("Ruto", "President William Ruto");

    [Fact]
    public void Two_given_names_are_two_persons() =>
        TreeText.Of(
            "Peter/PROPN/3/nsubj/P Okello/PROPN/1/flat/P left/VERB/0/root ./PUNCT/3/punct",
            "Grace/PROPN/3/nsubj/P Okello/PROPN/1/flat/P stayed/VERB/0/root ./PUNCT/3/punct")
            .Parts("Peter Okello", "Grace Okello");

    [Fact]
    public void An_initial_stands_for_the_given_name() =>
        TreeText.Of(
            "Peter/PROPN/3/nsubj/P Okello/PROPN/1/flat/P left/VERB/0/root ./PUNCT/3/punct",
            "P./PROPN/3/nsubj/P Okello/PROPN/1/flat/P returned/VERB/0/root ./PUNCT/3/punct")
            .Joins("Peter Okello", "P. Okello");

    [Fact]
    public void A_middle_name_may_be_left_out() =>
        TreeText.Of(
            "William/PROPN/4/nsubj/P Samoei/PROPN/1/flat/P Ruto/PROPN/1/flat/P won/VERB/0/root ./PUNCT/4/punct",
            "William/PROPN/3/nsubj/P Ruto/PROPN/1/flat/P smiled/VERB/0/root ./PUNCT/3/punct")
            .Joins("William Samoei Ruto", "William Ruto");

    [Fact]
    public void An_Arabic_article_may_be_left_out() =>
        TreeText.Of(
            "Omar/PROPN/3/nsubj/P al-Bashir/PROPN/1/flat/P fled/VERB/0/root ./PUNCT/3/punct",
            "Bashir/PROPN/2/nsubj/P returned/VERB/0/root ./PUNCT/2/punct")
            .Joins("Omar al-Bashir", "Bashir");

    [Fact]
    public void Accents_make_no_difference() =>
        TreeText.Of(
            "Nicolás/PROPN/3/nsubj/P Pérez/PROPN/1/flat/P spoke/VERB/0/root ./PUNCT/3/punct",
            "Perez/PROPN/2/nsubj/P left/VERB/0/root ./PUNCT/2/punct")
            .Joins("Nicolás Pérez", "Perez");

    [Fact]
    public void A_family_name_that_comes_first_takes_up_the_name() =>
        TreeText.Of(
            "Xi/PROPN/3/nsubj/P Jinping/PROPN/1/flat/P spoke/VERB/0/root ./PUNCT/3/punct",
            "Xi/PROPN/2/nsubj/P left/VERB/0/root ./PUNCT/2/punct")
            .Joins("Xi Jinping", "Xi#2");

    [Fact]
    public void The_fullest_name_represents_the_chain() =>
        Assert.Equal("President William Ruto", TreeText.Of(
            "Ruto/PROPN/2/nsubj/P visits/VERB/0/root Oslo/PROPN/2/obj/L",
            "President/PROPN/2/nmod:desc William/PROPN/4/nsubj/P Ruto/PROPN/2/flat/P landed/VERB/0/root ./PUNCT/4/punct",
            "He/PRON/2/nsubj waved/VERB/0/root ./PUNCT/2/punct").Representative("Ruto"));

    [Fact]
    public void An_acronym_takes_up_the_name_it_was_introduced_with() =>
        TreeText.Of(
            "The/DET/4/det International/PROPN/4/compound/O Monetary/PROPN/4/compound/O Fund/PROPN/8/nsubj/O (/PUNCT/6/punct IMF/PROPN/4/appos/O )/PUNCT/6/punct lent/VERB/0/root money/NOUN/8/obj ./PUNCT/8/punct",
            "The/DET/2/det IMF/PROPN/3/nsubj/O waited/VERB/0/root ./PUNCT/3/punct")
            .Joins("The International Monetary Fund", "IMF", "The IMF");

    [Fact]
    public void An_acronym_needs_no_introduction() =>
        TreeText.Of(
            "The/DET/4/det World/PROPN/4/compound/O Health/PROPN/4/compound/O Organization/PROPN/5/nsubj/O met/VERB/0/root ./PUNCT/5/punct",
            "The/DET/2/det WHO/PROPN/3/nsubj/O waited/VERB/0/root ./PUNCT/3/punct")
            .Joins("The World Health Organization", "The WHO");

    [Fact]
    public void A_company_may_drop_the_rest_of_its_name() =>
        TreeText.Of(
            "Goldman/PROPN/2/compound/O Sachs/PROPN/3/nsubj/O paid/VERB/0/root ./PUNCT/3/punct",
            "Goldman/PROPN/2/nsubj/O appealed/VERB/0/root ./PUNCT/2/punct")
            .Joins("Goldman Sachs", "Goldman#2");

    [Fact]
    public void A_common_first_word_names_no_organisation() =>
        TreeText.Of(
            "United/PROPN/2/compound/O Airlines/PROPN/3/nsubj/O paid/VERB/0/root ./PUNCT/3/punct",
            "United/PROPN/2/nsubj/O won/VERB/0/root ./PUNCT/2/punct")
            .Parts("United Airlines", "United#2");

    [Fact]
    public void A_ministrys_name_may_be_turned_round() =>
        TreeText.Of(
            "The/DET/2/det Ministry/PROPN/5/nsubj/O of/ADP/4/case/O Defence/PROPN/2/nmod/O confirmed/VERB/0/root it/PRON/5/obj ./PUNCT/5/punct",
            "The/DET/3/det Defence/PROPN/3/compound/O Ministry/PROPN/4/nsubj/O declined/VERB/0/root ./PUNCT/4/punct")
            .Joins("The Ministry of Defence", "The Defence Ministry");

    [Fact]
    public void A_country_has_several_names() =>
        TreeText.Of(
            "The/DET/3/det United/PROPN/3/compound/L States/PROPN/4/nsubj/L agreed/VERB/0/root ./PUNCT/4/punct",
            "The/DET/2/det US/PROPN/3/nsubj/L waited/VERB/0/root ./PUNCT/3/punct")
            .Joins("The United States", "The US");

    [Fact]
    public void A_person_is_not_the_place_that_bears_the_name() =>
        TreeText.Of(
            "Jordan/PROPN/2/nsubj/L agreed/VERB/0/root ./PUNCT/2/punct",
            "Jordan/PROPN/2/nsubj/P scored/VERB/0/root ./PUNCT/2/punct")
            .Parts("Jordan", "Jordan#2");

    [Fact]
    public void The_last_bearer_of_a_surname_is_meant() =>
        TreeText.Of(
            "Peter/PROPN/3/nsubj/P Okello/PROPN/1/flat/P left/VERB/0/root ./PUNCT/3/punct",
            "Grace/PROPN/3/nsubj/P Okello/PROPN/1/flat/P stayed/VERB/0/root ./PUNCT/3/punct",
            "Okello/PROPN/2/nsubj/P laughed/VERB/0/root ./PUNCT/2/punct")
            .Joins("Grace Okello", "Okello#3");

    [Fact]
    public void A_place_in_an_apposition_is_not_the_town() =>
        TreeText.Of("He/PRON/2/nsubj left/VERB/0/root Paris/PROPN/2/obj/L ,/PUNCT/5/punct France/PROPN/3/appos/L ./PUNCT/2/punct")
            .Parts("Paris", "France");

    [Fact]
    public void The_possessor_before_a_name_is_no_part_of_it() =>
        Assert.Equal("president William Ruto", TreeText.Of(
            "Kenya/PROPN/3/nmod:poss/L 's/PART/1/case president/NOUN/4/nmod:desc William/PROPN/6/nsubj/P Ruto/PROPN/4/flat/P spoke/VERB/0/root ./PUNCT/6/punct",
            "Ruto/PROPN/2/nsubj/P left/VERB/0/root ./PUNCT/2/punct").Representative("Ruto#2"));

    [Fact]
    public void Two_parties_are_not_one_party() =>
        TreeText.Of(
            "The/DET/3/det Labour/PROPN/3/compound/O Party/PROPN/4/nsubj/O won/VERB/0/root ./PUNCT/4/punct",
            "The/DET/3/det Green/PROPN/3/compound/O Party/PROPN/4/nsubj/O lost/VERB/0/root ./PUNCT/4/punct",
            "The/DET/2/det party/NOUN/3/nsubj mourned/VERB/0/root ./PUNCT/3/punct")
            .Parts("The Labour Party", "The Green Party").Joins("The Green Party", "The party");

    [Fact]
    public void What_the_company_is_called_elsewhere_counts() =>
        TreeText.Of(
            "Boeing/PROPN/2/nsubj/O paid/VERB/0/root ./PUNCT/2/punct",
            "The/DET/2/det company/NOUN/5/nsubj ,/PUNCT/4/punct Airbus/PROPN/2/appos/O declined/VERB/0/root ./PUNCT/5/punct")
            .Parts("Boeing", "The company").Joins("The company", "Airbus");
}
