namespace Hearsay.Language.Tests;

/// <summary>From tags to names, with their edges repaired.</summary>
public class NameReaderTests
{
    private static string Names(string words, string tags)
    {
        int at = 0;
        var tokens = new List<Token>();
        foreach (string form in words.Split(' '))
        {
            tokens.Add(new Token { Index = tokens.Count, Span = new TextSpan(at, at + form.Length), Form = form });
            at += form.Length + 1;
        }
        var names = new List<Name>();
        NameReader.Read(new Sentence(0, 0, tokens), tags.Split(' '), names);
        return string.Join("; ", names.Select(n => $"{n.Kind} {n.Span.In(words)}"));
    }

    [Theory]
    [InlineData("Jane Akello met Moyo", "B-PER I-PER O B-PER", "Person Jane Akello; Person Moyo")]
    [InlineData("in the United Nations 's hall", "O B-ORG I-ORG I-ORG I-ORG O", "Organization United Nations")]
    [InlineData("Sen. Ann Low left", "B-PER I-PER I-PER O", "Person Ann Low")]
    [InlineData("St. Louis voted", "B-LOC I-LOC O", "Place St. Louis")]
    [InlineData("The Hague ruled", "B-LOC I-LOC O", "Place The Hague")]
    [InlineData("The Senate ruled", "B-ORG I-ORG O", "Organization Senate")]
    [InlineData("Mrs. left", "B-PER O", "")]
    [InlineData("\" Boko Haram \" fled", "B-ORG I-ORG I-ORG I-ORG O", "Organization Boko Haram")]
    [InlineData("- fled", "B-LOC O", "")]
    [InlineData("Doctors Without Borders left the town", "O O B-ORG O O O", "Organization Doctors Without Borders")]
    [InlineData("Doctors Without Borders Leave Town", "O O B-ORG O O", "Organization Borders")]
    [InlineData("Sunni Iraq", "I-GRP I-LOC", "Group Sunni; Place Iraq")]
    public void Edges_are_repaired(string words, string tags, string expected) => Assert.Equal(expected, Names(words, tags));
}
