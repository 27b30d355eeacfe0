namespace Hearsay.Language.Tests;

/// <summary>Names of headlines cut down to those of the body.</summary>
public class HeadlineNamesTests
{
    private static Sentence Sentence(int index, string words)
    {
        int at = 0;
        var tokens = new List<Token>();
        foreach (string form in words.Split(' '))
        {
            tokens.Add(new Token { Index = tokens.Count, Span = new TextSpan(at, at + form.Length), Form = form });
            at += form.Length + 1;
        }
        return new Sentence(index, 0, tokens);
    }

    private static string Trim(string headline, int first, int last, string body, int bodyFirst, int bodyLast)
    {
        Sentence[] sentences = [Sentence(0, headline), Sentence(1, body)];
        Name Name(int s, int from, int to) => new(s, from, to, NameKind.Person, sentences[s].Tokens[from].Span.Cover(sentences[s].Tokens[to].Span));
        var names = HeadlineNames.Trim(sentences, [Name(0, first, last), Name(1, bodyFirst, bodyLast)]);
        return string.Join("; ", names.Where(n => n.Sentence == 0).Select(n => n.Span.In(headline)));
    }

    [Theory]
    [InlineData("Senators Disown Anna Berg Proposal", 1, 4, "Anna Berg")]
    [InlineData("Rivals Question Anna Berg Jr. Again", 1, 4, "Question Anna Berg Jr.")]
    [InlineData("Senators Disown Joan Berg Proposal", 1, 4, "Disown Joan Berg Proposal")]
    [InlineData("critics of the plan met Anna Berg Proposal people", 5, 7, "Anna Berg Proposal")]
    public void A_headline_name_gives_way_to_the_bodys(string headline, int first, int last, string expected) =>
        Assert.Equal(expected, Trim(headline, first, last, "Many people disowned Anna Berg on Monday", 3, 4));
}
