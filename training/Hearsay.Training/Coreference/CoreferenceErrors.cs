using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Training.Coreference;

/// <summary>
/// Says where coreference loses on a GUM file: which gold mentions are no candidates or stay alone, by the tag of their head
/// word, which chain mentions gold has not, and the CoNLL F1 that the resolver would reach if parts of it were always right
/// (the choice of antecedents, or all links between the candidates it has). A tool for development, not for test sets.
/// </summary>
internal sealed class CoreferenceErrors(Func<string, Document> annotate, AntecedentRanker ranker)
{
    private readonly SortedDictionary<string, int[]> missed = [];
    private readonly SortedDictionary<string, int[]> spurious = [];
    private readonly CoreferenceEvaluation<int> pronounsRight = new(), nounsRight = new(), bothRight = new(), linksRight = new();

    public void Print(string file, bool examples)
    {
        foreach (var gold in GoldChains.Read(file)) Add(gold, examples);
        Console.WriteLine("gold mentions of chains, by tag: total, no candidate, alone, in a chain");
        foreach (var (tag, n) in missed.OrderByDescending(m => m.Value[1] + m.Value[2])) Console.WriteLine($"  {tag}: {n[0]}, {n[1]}, {n[2]}, {n[3]}");
        Console.WriteLine("mentions of found chains, by form: total, alone in gold, no mention in gold");
        foreach (var (form, n) in spurious) Console.WriteLine($"  {form}: {n[0]}, {n[1]}, {n[2]}");
        foreach (var (name, evaluation) in new[] { ("pronouns", pronounsRight), ("nouns", nounsRight), ("pronouns and nouns", bothRight), ("all links between candidates", linksRight) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CoNLL F1 with the right choice of {name}: {evaluation.Score().Conll:P2}"));
    }

    private void Add(GoldChains gold, bool examples)
    {
        var document = annotate(gold.Text);
        int Offset(Mention m) => document.Sentences[m.Sentence].Tokens[m.Head].Span.Start;
        var foundChains = CoreferenceResolver.Resolve(gold.Text, document.Sentences, document.Names, ranker.Choose);
        var chains = gold.Chains.ToList();
        var inGold = chains.SelectMany(c => c).ToHashSet();
        var candidates = CandidateFinder.Find(document.Sentences, document.Names, QuotationMap.Build(document.Sentences)).Select(c => Offset(c.Mention)).ToHashSet();
        var found = GoldChains.Heads(document, foundChains).SelectMany(c => c).ToHashSet();
        var tokens = document.Sentences.SelectMany(s => s.Tokens.Select(t => (Sentence: s, Token: t))).ToDictionary(t => t.Token.Span.Start);
        foreach (int offset in inGold)
        {
            string tag = tokens.TryGetValue(offset, out var t) ? Tag(t.Token) : "?";
            if (!missed.TryGetValue(tag, out int[]? counts)) missed[tag] = counts = new int[4];
            int which = found.Contains(offset) ? 3 : candidates.Contains(offset) ? 2 : 1;
            counts[0]++;
            counts[which]++;
            if (examples && which < 3 && t.Token is not null) Console.WriteLine($"{(which == 1 ? "NOCAND" : "ALONE")}\t{tag}\t{t.Token.Form}\t{gold.EntityAt[offset]}\t{string.Join(' ', t.Sentence.Tokens.Select(x => x.Index == t.Token.Index ? $"[[{x.Form}]]" : x.Form))}");
        }
        foreach (var m in foundChains.SelectMany(c => c.Mentions))
        {
            string form = m.Form == MentionForm.Pronoun ? tokens[Offset(m)].Token.Form.ToLowerInvariant() : m.Form.ToString();
            if (!spurious.TryGetValue(form, out int[]? counts)) spurious[form] = counts = new int[3];
            counts[0]++;
            if (inGold.Contains(Offset(m))) continue;
            counts[gold.EntityAt.ContainsKey(Offset(m)) ? 1 : 2]++;
        }
        Oracle(gold, document, Offset, pronounsRight, c => c.Form == MentionForm.Pronoun);
        Oracle(gold, document, Offset, nounsRight, c => c.Form != MentionForm.Pronoun);
        Oracle(gold, document, Offset, bothRight, c => true);
        linksRight.Add(chains, candidates.Where(gold.EntityAt.ContainsKey).GroupBy(c => gold.EntityAt[c]).Select(g => (IReadOnlyCollection<int>)[.. g]));
    }

    private void Oracle(GoldChains gold, Document document, Func<Mention, int> offset, CoreferenceEvaluation<int> evaluation, Func<Candidate, bool> decides)
    {
        var chains = CoreferenceResolver.Resolve(gold.Text, document.Sentences, document.Names, (c, rivals, pool, topic) =>
        {
            if (!decides(c)) return ranker.Choose(c, rivals, pool, topic);
            return gold.EntityAt.TryGetValue(offset(c.Mention), out string? entity)
                ? rivals.FirstOrDefault(r => gold.EntityAt.GetValueOrDefault(offset(r.Mention)) == entity) : null;
        });
        evaluation.Add(gold.Chains, GoldChains.Heads(document, chains));
    }

    private static string Tag(Token token) => token.Upos is "PRON" or "DET" ? token.Form.ToLowerInvariant() : token.Upos;
}
