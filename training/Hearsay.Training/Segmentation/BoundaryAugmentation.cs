using System.Text;
using Hearsay.Language.Conllu;

namespace Hearsay.Training.Segmentation;

/// <summary>
/// Makes more paragraphs out of a treebank's sentences, so that the splitter meets what news is full of and the
/// treebanks hold too little of: abbreviations that end a sentence, titles and initials that open one, several
/// sentences in one quotation, a speaker between two quotations. Takes sentences and yields texts with the offsets
/// where their sentences end. The same seed gives the same paragraphs.
/// </summary>
internal sealed class BoundaryAugmentation(IEnumerable<ConlluSentence> sentences, int seed)
{
    private static readonly string[] Ends =
    [
        "in the U.S.", "at the U.N.", "from the U.K.", "in Washington, D.C.", "at 9 a.m.", "around 5:30 p.m.", "by Acme Inc.", "to Nordic Steel Co.",
        "with Arrow Foods Ltd.", "at Delta Corp.", "by John Smith Jr.", "with Abel Moss Sr.", "by the F.B.I.", "in L.A.", "shops, farms, etc.", "by Weber et al.",
        "on Ocean Ave.", "in the E.U.", "by Hall Bros.", "in St. Paul, Minn.", "on Jan. 5", "on Sept. 3", "by 3.5%", "for $2 million", "in 1998", "at No. 10", "under Gov. Price", "to President George W. Bush", "for Ph.D. students",
    ];

    private static readonly string[] Starts =
    [
        "Gov. Smith and", "Sen. Rowe says", "Mr. Diallo thinks", "Mrs. Sow and", "Dr. Haddad said", "Gen. Okafor and", "Rep. Ann Lake,", "No. 2 commander Abu Musa said", "Jan. 5 was the day when",
        "U.S. officials say", "U.N. inspectors and", "J. K. Rowe and", "A. B. Otieno said", "St. Louis police and", "Lt. Col. Price said", "Prof. Lindqvist and", "E.U. ministers and", "Jr. officers and", "Acme Inc. said", "Ms. Ito,",
        "President Li and", "Police said", "In 2019,", "Ms. Park:", "U.S. President Adams and", "At 10 p.m. President Li and", "At 7 a.m. Monday,", "Nordic Steel Co. Chairman Ola Berg and", "Arrow Foods Inc. Chief Executive Max Hill,",
    ];

    private static readonly string[] Middles =
    [
        "at 9 a.m. Monday", "according to U.S. President Adams", "the U.N. Security Council", "said Acme Inc. President Jane Low", "Gov. Smith of Calif. and others", "like Nordic Steel Co. Chairman Berg", "a U.S. Navy ship", "on Sept. 3 in St. Louis",
        "George W. Bush", "Martin Luther King Jr. Boulevard", "the U.S. Senate", "about No. 5 on the list", "former D.C. Mayor Low", "at 5 p.m. Eastern time", "the U.K. Parliament", "e.g. Paris or Rome", "i.e. London",
    ];

    private static readonly string[] Speakers =
    [
        "said Mr. Diallo", "he said", "she told reporters", "said Gen. Okafor", "Ms. Ito added", "the minister said", "said a spokesman for Acme Inc.", "President Li said", "Rowe said", "they replied", "said John Smith Jr.", "asked the judge",
    ];

    private readonly List<string> plain = [.. sentences.Select(Plain).OfType<string>()];
    private readonly Random random = new(seed);

    /// <summary>So many paragraphs, each with the set of offsets just past a sentence.</summary>
    public IEnumerable<(string Text, HashSet<int> Ends)> Paragraphs(int count)
    {
        for (int p = 0; p < count; p++)
        {
            var text = new StringBuilder();
            var ends = new HashSet<int>();
            for (int n = 2 + random.Next(4); n > 0; n--)
            {
                if (text.Length > 0) text.Append(' ');
                if (random.Next(4) == 0) AppendQuotation(text, ends);
                else Append(text, ends, Vary(Pick(plain)));
            }
            yield return (text.ToString(), ends);
        }
    }

    /// <summary>The sentence's text when it is an ordinary statement without quotation marks, else null.</summary>
    private static string? Plain(ConlluSentence sentence)
    {
        string? text = sentence.Comment("text");
        if (text is null || sentence.Words.Count is < 4 or > 60 || !char.IsUpper(text[0]) || text[^1] is not '.') return null;
        if (text.AsSpan().IndexOfAny("\"“”‘()[]") >= 0 || text[^2] == '.' || sentence.Words[^1].Form != ".") return null;
        return text.Contains(" '", StringComparison.Ordinal) ? null : text;
    }

    private string Vary(string sentence)
    {
        if (random.Next(5) == 0 && sentence.IndexOf(", ", StringComparison.Ordinal) is var comma and > 0)
            sentence = $"{sentence[..comma]}, {Pick(Middles)}, {sentence[(comma + 2)..]}";
        if (random.Next(5) == 0) sentence = $"{Pick(Starts)} {char.ToLowerInvariant(sentence[0])}{sentence[1..]}";
        if (random.Next(6) != 0) return sentence;
        string end = Pick(Ends);
        return $"{sentence[..^1]} {end}{(end[^1] == '.' ? "" : ".")}";
    }

    private void AppendQuotation(StringBuilder text, HashSet<int> ends)
    {
        (string open, string close) = random.Next(2) == 0 ? ("\"", "\"") : ("“", "”");
        string first = Pick(plain), second = Vary(Pick(plain));
        switch (random.Next(6))
        {
            case 0:
                Append(text, ends, open + first);
                text.Append(' ');
                Append(text, ends, second + close);
                break;
            case 1:
                Append(text, ends, $"{open}{first[..^1]},{close} {Speaker()}");
                text.Append(' ');
                Append(text, ends, open + second + close);
                break;
            case 2:
                Append(text, ends, $"{Pick(Starts)} {char.ToLowerInvariant(first[0])}{first[1..^1]}: {open}{second}{close}");
                break;
            case 3:
                Append(text, ends, $"{open}{first[..^1]}?{close} {Speaker()}");
                break;
            case 4:
                Append(text, ends, $"{open}{first[..^1]},{close} {Speaker()[..^1]}, {open}{char.ToLowerInvariant(second[0])}{second[1..]}{close}");
                break;
            default:
                Append(text, ends, open + first);
                text.Append(' ');
                Append(text, ends, $"{second[..^1]},{close} {Speaker()}");
                break;
        }
    }

    private string Speaker() => Pick(Speakers) is var speaker && speaker[^1] == '.' ? speaker : speaker + ".";

    private static void Append(StringBuilder text, HashSet<int> ends, string sentence) => ends.Add(text.Append(sentence).Length);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
