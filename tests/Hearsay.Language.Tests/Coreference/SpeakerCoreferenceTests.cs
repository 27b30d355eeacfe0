namespace Hearsay.Language.Tests.Coreference;

/// <summary>First and second persons inside and outside quotations.</summary>
public sealed class SpeakerCoreferenceTests
{
    private const string MaryQuoted =
        "“/PUNCT/3/punct I/PRON/3/nsubj won/VERB/6/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct said=say/VERB/0/root Mary/PROPN/6/nsubj/P Otieno/PROPN/7/flat/P ./PUNCT/6/punct";

    [Fact]
    public void I_is_the_speaker() => TreeText.Of(MaryQuoted).Joins("Mary Otieno", "I");

    [Fact]
    public void Straight_marks_quote_as_well() =>
        TreeText.Of(MaryQuoted.Replace('“', '"').Replace('”', '"')).Joins("Mary Otieno", "I");

    [Fact]
    public void I_of_two_speakers_is_two_persons() =>
        TreeText.Of(
            MaryQuoted,
            "¶ “/PUNCT/3/punct I/PRON/3/nsubj lost/VERB/6/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct said=say/VERB/0/root John/PROPN/6/nsubj/P Mutua/PROPN/7/flat/P ./PUNCT/6/punct")
            .Joins("Mary Otieno", "I#1").Joins("John Mutua", "I#2").Parts("I#1", "I#2");

    [Fact]
    public void A_quotation_goes_on_with_the_same_speaker() =>
        TreeText.Of(MaryQuoted, "“/PUNCT/3/punct My/PRON/3/nmod:poss team/NOUN/4/nsubj won/VERB/0/root ./PUNCT/4/punct ”/PUNCT/4/punct").Joins("Mary Otieno", "My");

    [Fact]
    public void A_speaker_does_not_call_herself_she() =>
        TreeText.Of("“/PUNCT/3/punct She/PRON/3/nsubj won/VERB/6/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct said=say/VERB/0/root Mary/PROPN/6/nsubj/P Otieno/PROPN/7/flat/P ./PUNCT/6/punct")
            .Parts("Mary Otieno", "She");

    [Fact]
    public void She_after_the_quotation_is_the_speaker() =>
        TreeText.Of(MaryQuoted, "She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct").Joins("Mary Otieno", "I", "She");

    [Fact]
    public void The_author_speaks_outside_quotations() =>
        TreeText.Of(
            "I/PRON/2/nsubj waited/VERB/0/root ./PUNCT/2/punct",
            MaryQuoted,
            "My/PRON/2/nmod:poss train/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct").Joins("I#1", "My").Parts("I#1", "Mary Otieno");
}
