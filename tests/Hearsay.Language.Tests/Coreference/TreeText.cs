using Hearsay.Language.Coreference;

namespace Hearsay.Language.Tests.Coreference;

/// <summary>
/// Builds parsed sentences from a compact notation and resolves them. A token is <c>form/UPOS/head/relation</c>,
/// heads counted from 1 as in CoNLL-U; <c>form=lemma</c> gives a lemma, <c>NOUN+</c> a plural, and a fifth field
/// P, O, L or G puts the token into a person's, organisation's, place's or group's name. A sentence that begins
/// with ¶ opens a paragraph. Mentions are asked for by their words, <c>she#2</c> being the second of several.
/// </summary>
internal sealed class TreeText
{
    private readonly string text;
    private readonly List<Sentence> sentences = [];
    private readonly List<Name> names = [];
    private readonly IReadOnlyList<CoreferenceChain> chains;

    private TreeText(string[] written)
    {
        var builder = new System.Text.StringBuilder();
        int paragraph = 0;
        foreach (string line in written)
        {
            if (line.StartsWith('¶')) paragraph++;
            sentences.Add(Read(line.TrimStart('¶').Trim(), sentences.Count, paragraph, builder, names));
        }
        text = builder.ToString();
        chains = CoreferenceResolver.Resolve(text, sentences, names);
    }

    public IReadOnlyList<CoreferenceChain> Chains => chains;

    public string Text => text;

    public IReadOnlyList<Sentence> Sentences => sentences;

    public IReadOnlyList<Name> Names => names;

    public static TreeText Of(params string[] written) => new(written);

    /// <summary>Asserts that all the mentions are one entity.</summary>
    public TreeText Joins(params string[] mentions)
    {
        int chain = ChainOf(mentions[0]);
        foreach (string mention in mentions)
            Assert.True(chain >= 0 && ChainOf(mention) == chain, $"“{mention}” is not with “{mentions[0]}” in {this}");
        return this;
    }

    /// <summary>Asserts that the two mentions are not one entity.</summary>
    public TreeText Parts(string a, string b)
    {
        int x = ChainOf(a);
        Assert.True(x < 0 || x != ChainOf(b), $"“{a}” is with “{b}” in {this}");
        return this;
    }

    /// <summary>Asserts that the mention corefers with nothing.</summary>
    public TreeText Alone(string mention)
    {
        Assert.True(ChainOf(mention) < 0, $"“{mention}” is not alone in {this}");
        return this;
    }

    /// <summary>The words of the representative of the mention's chain.</summary>
    public string Representative(string mention) => chains[ChainOf(mention)].Representative.Span.In(text);

    public override string ToString() => string.Join(" ; ", chains.Select(c => string.Join(" = ", c.Mentions.Select(m => m.Span.In(text)))));

    private int ChainOf(string wanted)
    {
        int occurrence = 1;
        if (wanted.IndexOf('#') is var mark and > 0) (wanted, occurrence) = (wanted[..mark], int.Parse(wanted[(mark + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        var found = chains.SelectMany((chain, i) => chain.Mentions.Select(m => (m.Span, Chain: i))).OrderBy(x => x.Span.Start)
            .Where(x => x.Span.In(text).Equals(wanted, StringComparison.Ordinal)).ToList();
        int start = -1;
        for (int n = 0; n < occurrence; n++)
        {
            start = text.IndexOf(wanted, start + 1, StringComparison.Ordinal);
            while (start >= 0 && !(IsEdge(start - 1) && IsEdge(start + wanted.Length))) start = text.IndexOf(wanted, start + 1, StringComparison.Ordinal);
            Assert.True(start >= 0, $"the text has no “{wanted}” number {occurrence}: {text}");
        }
        foreach (var (span, chain) in found)
            if (span.Start == start) return chain;
        return -1;
    }

    private bool IsEdge(int at) => at < 0 || at >= text.Length || text[at] == ' ';

    private static Sentence Read(string line, int index, int paragraph, System.Text.StringBuilder builder, List<Name> names)
    {
        var tokens = new List<Token>();
        int nameStart = -1;
        string nameTag = "";
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            string[] fields = parts[i].Split('/');
            string[] words = fields[0].Split('=');
            bool plural = fields[1].EndsWith('+');
            if (builder.Length > 0) builder.Append(' ');
            int start = builder.Length;
            builder.Append(words[0]);
            string upos = fields[1].TrimEnd('+');
            tokens.Add(new Token
            {
                Index = i,
                Span = new TextSpan(start, builder.Length),
                Form = words[0],
                Lemma = words.Length > 1 ? words[1] : upos == "PROPN" ? words[0] : words[0].ToLowerInvariant(),
                Upos = upos,
                Xpos = (upos, plural) switch { ("NOUN", true) => "NNS", ("NOUN", _) => "NN", ("PROPN", true) => "NNPS", ("PROPN", _) => "NNP", _ => "_" },
                Feats = plural ? "Number=Plur" : "_",
                Head = int.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture) - 1,
                DepRel = fields[3],
            });
            string tag = fields.Length > 4 ? fields[4] : "";
            if (tag != nameTag && nameTag.Length > 0) AddName(names, index, nameStart, i - 1, nameTag, tokens);
            if (tag != nameTag) nameStart = i;
            nameTag = tag;
        }
        if (nameTag.Length > 0) AddName(names, index, nameStart, parts.Length - 1, nameTag, tokens);
        return new Sentence(index, paragraph, tokens);
    }

    private static void AddName(List<Name> names, int sentence, int first, int last, string tag, List<Token> tokens) => names.Add(new Name(
        sentence, first, last, tag switch { "P" => NameKind.Person, "O" => NameKind.Organization, "L" => NameKind.Place, _ => NameKind.Group },
        new TextSpan(tokens[first].Span.Start, tokens[last].Span.End)));
}
