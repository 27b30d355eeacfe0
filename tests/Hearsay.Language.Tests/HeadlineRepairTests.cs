using Hearsay.Language.Parsing;

namespace Hearsay.Language.Tests;

/// <summary>Names in commas before a plural verb are one subject in a headline; elsewhere nothing changes.</summary>
public sealed class HeadlineRepairTests
{
    // Each word as form/tags/head/relation, heads from 1, 0 for the root.
    private static string Mend(string sentence)
    {
        string[][] words = [.. sentence.Split(' ').Select(w => w.Split('|'))];
        string[] Column(Func<string[], string> of) => [.. words.Select(of)];
        var parsed = new ParsedSentence(Column(w => w[1] is "NNP" ? "PROPN" : w[1] is "NNS" or "NN" ? "NOUN" : w[1] is "," or "." ? "PUNCT" : w[1] is "TO" ? "PART" : "VERB"), Column(w => w[1]), Column(_ => "_"),
            [.. words.Select(w => int.Parse(w[2], System.Globalization.CultureInfo.InvariantCulture) - 1)], Column(w => w[3]), Column(_ => "O"));
        HeadlineRepair.Mend(Column(w => w[0]), parsed);
        return string.Join(' ', words.Select((w, i) => $"{w[0]}|{w[1]}|{parsed.Heads[i] + 1}|{parsed.DepRels[i]}"));
    }

    [Theory]
    [InlineData("Lula|NNP|4|vocative ,|,|1|punct Petro|NNP|4|nsubj hold|VBP|0|root talks|NNS|4|obj", "Lula|NNP|4|nsubj ,|,|3|punct Petro|NNP|1|conj hold|VBP|0|root talks|NNS|4|obj")]
    [InlineData("Oslo|NNP|0|root ,|,|3|punct Bern|NNP|1|appos to|TO|5|mark open|VB|1|acl missions|NNS|5|obj", "Oslo|NNP|5|nsubj ,|,|3|punct Bern|NNP|1|conj to|TO|5|mark open|VB|0|root missions|NNS|5|obj")]
    [InlineData("Chad|NNP|7|nsubj ,|,|3|punct Mali|NNP|1|appos ,|,|6|punct South|NNP|6|compound Sudan|NNP|1|conj sign|VBP|0|root pact|NN|7|obj", "Chad|NNP|7|nsubj ,|,|3|punct Mali|NNP|1|conj ,|,|6|punct South|NNP|6|compound Sudan|NNP|1|conj sign|VBP|0|root pact|NN|7|obj")]
    public void Names_in_commas_are_one_subject(string given, string mended) => Assert.Equal(mended, Mend(given));

    [Theory]
    [InlineData("Paris|NNP|4|nsubj ,|,|3|punct Texas|NNP|1|appos welcomes|VBZ|0|root visitors|NNS|4|obj")]
    [InlineData("Lula|NNP|4|vocative ,|,|1|punct Petro|NNP|4|nsubj hold|VBP|0|root talks|NNS|4|obj .|.|4|punct")]
    [InlineData("Lula|NNP|2|nsubj says|VBP|0|root Petro|NNP|4|nsubj lies|VBP|2|ccomp ,|,|2|punct again|NN|2|obl")]
    public void What_is_no_such_headline_stays(string given) => Assert.Equal(given, Mend(given));
}
