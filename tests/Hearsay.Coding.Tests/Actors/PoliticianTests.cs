using Hearsay.Coding.Actors;
using Hearsay.Coding.Places;
using Hearsay.Coding.Tests.Times;

namespace Hearsay.Coding.Tests.Actors;

/// <summary>What persons of the tables are on a day, and who bears a name that the tables know too.</summary>
public class PoliticianTests
{
    private static readonly ActorTables Tables = ActorTables.Load(Path.Combine(CodingTools.Data, "lexicons"));

    private static ResolvedActor At(string text, string word, string day)
    {
        var document = CodingTools.Annotator.Annotate(text);
        var actors = new ActorResolver(Tables, _ => null).Resolve(document, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Array.Empty<PlaceMention>());
        var (sentence, token) = document.Sentences.SelectMany(s => s.Tokens.Select(t => (Sentence: s, Token: t))).Last(t => t.Token.Form == word);
        return actors.One(sentence.Index, token.Relation is "compound" or "flat" && token.Head >= 0 ? token.Head : token.Index);
    }

    [Theory]
    [InlineData("Ben Carson thanked his voters.", "Carson", "2015-11-03", "USAPTYELI")]
    [InlineData("Ben Carson thanked his voters.", "Carson", "2014-05-01", "USAELI")]
    [InlineData("Ben Carson thanked his staff.", "Carson", "2018-05-01", "USAGOV")]
    [InlineData("Mitt Romney thanked his voters.", "Romney", "2016-03-01", "USAPTYELI")]
    [InlineData("Mitt Romney thanked his voters.", "Romney", "2020-03-01", "USALEG")]
    [InlineData("Anthony Weiner went to Ohio.", "Weiner", "2016-03-01", "USAELI")]
    [InlineData("The former governor Nikki Haley went to Ohio.", "Haley", "2021-03-01", "USAELI")]
    public void A_person_is_what_he_was_on_the_day(string text, string word, string day, string code) => Assert.Equal(code, At(text, word, day).Code);

    [Theory]
    [InlineData("Clinton's opponent, Senator Bernie Sanders, went home.", "opponent", "USALEG")]
    [InlineData("The businessman Donald Trump went home.", "Trump", "USAPTYELI")]
    [InlineData("Donald Trump, a billionaire from New York, went home.", "Trump", "USAPTYELI")]
    [InlineData("Representative Peter Marlow went home.", "Marlow", "USALEG")]
    [InlineData("Clinton aides went home.", "aides", "USAPTY")]
    [InlineData("He met GOP critics.", "critics", "USAPTY")]
    [InlineData("The nation's largest gun group went home.", "group", "SOC")]
    [InlineData("Mayor Don Marlow went home.", "Marlow", "GOV")]
    public void What_he_is_goes_before_what_he_is_called(string text, string word, string code) => Assert.Equal(code, At(text, word, "2016-04-01").Code);

    [Theory]
    [InlineData("Jim Bennett runs a farm. Bennett likes cows.", "Bennett")]
    [InlineData("Don Guardian runs a farm. But Guardian likes cows.", "Guardian")]
    [InlineData("Rosa Vargas runs a farm. Vargas likes cows.", "Vargas")]
    public void A_surname_is_that_of_the_person_in_the_text(string text, string word) => Assert.Null(At(text, word, "2016-04-01").Code);

    [Theory]
    [InlineData("Hillary Clinton spoke in Iowa. The former secretary of state mocked her rivals.", "secretary", "Hillary Clinton")]
    [InlineData("Joe Biden and John Kerry came. The vice president left early.", "president", "Joe Biden")]
    [InlineData("Peter Marlow, a Jersey Democrat, left early.", "Democrat", "Peter Marlow")]
    [InlineData("Secretary of State Jon Marlow left early.", "Marlow", "Jon Marlow")]
    public void A_description_is_whom_it_fits(string text, string word, string? name) => Assert.Equal(name, At(text, word, "2016-04-01").Name);

    [Theory]
    [InlineData("They met Central Americans at the border.", "Americans")]
    [InlineData("They met a Latin American at the border.", "American")]
    public void Americans_of_the_south_are_not_those_of_the_United_States(string text, string word) => Assert.Equal("", At(text, word, "2016-04-01").Country);

    [Theory]
    [InlineData("She taught English skills to students in Ghana.", "skills")]
    [InlineData("They sailed to Cape Breton in June.", "Breton")]
    public void A_word_of_a_tongue_or_of_a_longer_name_is_nobodys(string text, string word) => Assert.Equal("", At(text, word, "2016-04-01").Country);

    [Theory]
    [InlineData("Senators Disown Lindsey Graham Backing. Senator Graham went home.", "Graham", "Lindsey Graham")]
    [InlineData("Bill Clinton came to Ohio. Clinton left early.", "Clinton", "Bill Clinton")]
    [InlineData("Ohio Sen. Rob Portman (R) went home.", "Portman", "Rob Portman")]
    [InlineData("Donald Trump opened the Trump Plaza. Trump left early.", "Trump", "Donald Trump")]
    [InlineData("Anna Berg, the president of the Teamsters, went home.", "Berg", "Anna Berg")]
    public void The_name_is_the_fullest_that_is_his(string text, string word, string name) => Assert.Equal(name, At(text, word, "2016-04-01").Name);

    [Fact]
    public void The_president_of_a_union_governs_nothing() => Assert.Equal("USALAB", At("Anna Berg, the president of the United Auto Workers, went home.", "Berg", "2016-04-01").Code);

    [Fact]
    public void An_initial_does_not_hide_a_known_name() => Assert.Equal("USAELI", At("Michael R. Bloomberg went home.", "Bloomberg", "2016-04-01").Code);

    [Fact]
    public void A_hyphen_makes_one_person_of_two_countries() => Assert.Equal("USABUS", At("They met a Lebanese-American businessman.", "businessman", "2016-04-01").Code);

    [Fact]
    public void A_pronoun_tells_what_it_stands_for()
    {
        var they = At("The striking miners met on Monday. They want more money.", "They", "2016-04-01");
        Assert.Null(they.Name);
        Assert.Equal("The striking miners", they.Referent);
    }

    [Fact]
    public void A_pronoun_for_a_thing_is_no_party() => Assert.False(At("The old machines broke. They need repair.", "They", "2016-04-01").CanAct);
}
