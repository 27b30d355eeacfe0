using Hearsay.Articles;
using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Places;
using Hearsay.Coding.Predicates;
using Hearsay.Coding.Triggers;
using Hearsay.Evaluation;
using Hearsay.Language;

namespace Hearsay.Training.Triggers;

/// <summary>
/// Words with the event type they stand for: in full records and marked sentences the topmost word of each trigger, in sentences made of
/// patterns the topmost word that is the pattern's own. The other words of a trigger teach nothing; all else is no event.
/// </summary>
internal sealed class TriggerExamples(Annotator annotator, KnowledgeBase knowledge, string data, WordVectors vectors, string[] types)
{
    // What the knowledge itself says to be no event counts most.
    private const float PatternWeight = 0.15f, SettledWeight = 8;

    private readonly ActorResolver resolver = new(knowledge.Actors, PlaceResolver.Load(data).CountryOf);
    private readonly TriggerFeatures features = new(vectors);

    /// <summary>Examples from a file of full records.</summary>
    public IEnumerable<TriggerExample> FromRecords(string file)
    {
        foreach (var gold in GoldArticle.Read(file))
        {
            var article = GoldSets.ArticleOf(gold);
            var document = annotator.Annotate(article.Text);
            var spans = gold.Events.Select(e => (Start: article.Text.IndexOf(e.Trigger, StringComparison.Ordinal), e.Trigger.Length, e.Type)).Where(s => s.Start >= 0).ToList();
            foreach (var example in From(document, resolver.Resolve(document, article.PublishedOn), 1, (sentence, i) => Label(spans, sentence, i))) yield return example;
        }
    }

    /// <summary>Examples from a file of marked sentences, one a line.</summary>
    /// <exception cref="FormatException">A line is not marked as it should be; it is named.</exception>
    public IEnumerable<TriggerExample> FromMarked(string file)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            MarkedSentence marked;
            try { marked = MarkedSentence.Parse(line); }
            catch (FormatException e) { throw new FormatException($"{file}:{number}: {e.Message}"); }
            var document = annotator.Annotate(marked.Text);
            foreach (var example in From(document, resolver.Resolve(document, null), 1, (sentence, i) => Label(marked.Events, sentence, i))) yield return example;
        }
    }

    /// <summary>
    /// Examples from the sentences of a folder of event cases, all of whose events the patterns find: what no pattern explains
    /// in them is no event. The open cases are left out.
    /// </summary>
    public IEnumerable<TriggerExample> FromCases(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "*.txt").Where(f => Path.GetFileName(f) != "open.txt").Order(StringComparer.Ordinal))
            foreach (string line in File.ReadLines(file))
            {
                if (line.Length == 0 || line[0] == '#' || char.IsWhiteSpace(line[0])) continue;
                var document = annotator.Annotate(line);
                var actors = resolver.Resolve(document, null);
                var found = knowledge.Matcher.Match(document, actors);
                foreach (var example in From(document, actors, SettledWeight, (sentence, i) =>
                    found.FirstOrDefault(m => m.Sentence == sentence.Index && m.Trigger == i) is { } mention ? mention.Pattern.EventType
                    : found.Any(m => m.Sentence == sentence.Index && m.Words.Contains(i)) ? null : TriggerScorer.None)) yield return example;
            }
    }

    // The topmost word of a trigger bears its type; its other words bear nothing, not even that they are no event.
    private static string? Label(IReadOnlyList<(int Start, int Length, string Type)> events, Sentence sentence, int i)
    {
        bool part = false;
        foreach (var (start, length, type) in events)
        {
            bool In(int t) => sentence.Tokens[t].Span.Start < start + length && start < sentence.Tokens[t].Span.End;
            if (!In(i)) continue;
            part = true;
            if (sentence.Tokens[i].Head < 0 || !In(sentence.Tokens[i].Head)) return type;
        }
        return part ? null : TriggerScorer.None;
    }

    /// <summary>Examples from the sentences that the patterns stand for, and from those that must give nothing.</summary>
    public IEnumerable<TriggerExample> FromPatterns(int seed)
    {
        var sampler = new PatternSampler(knowledge.Classes, seed);
        foreach (var pattern in knowledge.Patterns)
        {
            bool nothing = pattern.EventType == Pattern.Nothing;
            foreach (var line in pattern.Write)
                foreach (var (text, words) in sampler.Sample(line))
                    foreach (var example in FromText(text, nothing ? null : pattern.EventType, words)) yield return example;
            foreach (var line in pattern.Not)
                foreach (var example in FromText(line.Text, null, new HashSet<string>(), SettledWeight)) yield return example;
        }
    }

    private IEnumerable<TriggerExample> FromText(string text, string? type, IReadOnlySet<string> words, float weight = PatternWeight)
    {
        var document = annotator.Annotate(text);
        bool Own(Token t) => TriggerFeatures.IsCandidate(t) && words.Contains(t.Form.ToLowerInvariant());
        return From(document, resolver.Resolve(document, null), weight, (sentence, i) =>
        {
            if (type is null || !Own(sentence.Tokens[i])) return TriggerScorer.None;
            for (int above = sentence.Tokens[i].Head; above >= 0; above = sentence.Tokens[above].Head)
                if (Own(sentence.Tokens[above])) return null;
            return type;
        });
    }

    private IEnumerable<TriggerExample> From(Document document, ActorIndex actors, float weight, Func<Sentence, int, string?> label)
    {
        foreach (var sentence in document.Sentences)
        {
            var graph = new PredicateGraph(sentence);
            for (int i = 0; i < sentence.Tokens.Count; i++)
            {
                if (!TriggerFeatures.IsCandidate(sentence.Tokens[i]) || label(sentence, i) is not { } type) continue;
                float[] row = new float[TriggerFeatures.Size];
                features.Fill(graph, actors, i, row);
                yield return new TriggerExample(row, Array.IndexOf(types, type), weight);
            }
        }
    }
}
