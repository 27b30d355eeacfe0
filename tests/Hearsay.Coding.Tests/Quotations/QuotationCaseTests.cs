using Hearsay.Coding.Actors;
using Hearsay.Coding.Quotations;
using Hearsay.Coding.Tests.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Tests.Quotations;

/// <summary>
/// Runs tests/cases/attribution: every quotation of a text with form, speaker, cue, addressee, chain and content,
/// to the letter. Cases that name an event are run with the whole coder elsewhere.
/// </summary>
public sealed class QuotationCaseTests
{
    private static readonly Lazy<ActorResolver> Resolver = new(() => new ActorResolver(ActorTables.Load(Path.Combine(CodingTools.Data, "lexicons")), _ => null));
    private static readonly Lazy<QuotationFinder> Finder = new(() => new QuotationFinder(CueTable.Load(Path.Combine(CodingTools.Data, "lexicons", "cues.csv"))));

    [Theory]
    [InlineData("direct.txt")]
    [InlineData("indirect.txt")]
    [InlineData("mixed.txt")]
    [InlineData("chains.txt")]
    [InlineData("labels.txt")]
    [InlineData("none.txt")]
    public void Texts_have_the_quotations_of_their_cases(string file)
    {
        var wrong = new List<string>();
        int total = 0;
        foreach (var (line, text, expected, _) in CodingTools.Cases("attribution", file))
        {
            total++;
            string found = Read(text.Replace("¶", "\n\n"));
            if (found != expected) wrong.Add($"{file}:{line}: {text}\n   expected {expected}\n   found    {found}");
        }
        Assert.True(total > 0 && wrong.Count == 0, $"{wrong.Count} of {total} cases fail:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Chains_of_two_or_more_hops_are_tested_at_least_fifty_times() =>
        Assert.True(CodingTools.Cases("attribution", "chains.txt").Count(c => c.Expected.Contains(" > ", StringComparison.Ordinal)) >= 50);

    private static string Read(string text)
    {
        var document = CodingTools.Annotator.Annotate(text);
        var quotations = Finder.Value.Find(document, Resolver.Value.Resolve(document, null));
        return quotations.Count == 0 ? "none" : string.Join(" ;; ", quotations.Select(q => Show(document, q)));
    }

    private static string Show(Document d, Quotation q) => string.Join(" | ",
        q.Form.ToString().ToLowerInvariant(), q.SpeakerSpan?.In(d.Text) ?? "-", q.Cue?.In(d.Text) ?? "-", q.Addressee?.Span.In(d.Text) ?? "-",
        q.Chain.Count == 0 ? "-" : string.Join(" > ", q.Chain.Select(h => h.Name ?? h.Text)),
        string.Join(" ... ", q.Content.Select(c => c.In(d.Text).Replace("\n\n", "¶"))));
}
