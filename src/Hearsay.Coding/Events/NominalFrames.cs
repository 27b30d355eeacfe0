using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;

namespace Hearsay.Coding.Events;

/// <summary>
/// How event nouns express the arguments of their verbs, from data/lexicons/nominalizations.csv ("attack" takes its
/// doer as possessor, "by"-phrase or modifier and its target behind "on" or "against"). Derives noun patterns from
/// verb patterns: "ACTOR attacked RECIPIENT" gives "ACTOR's attack on RECIPIENT".
/// </summary>
public sealed class NominalFrames
{
    private readonly ILookup<string, Frame> byVerb;
    private readonly HashSet<string> nouns;
    private readonly Dictionary<string, HashSet<string>> sufferers = [];

    private NominalFrames(List<Frame> frames)
    {
        byVerb = frames.ToLookup(f => f.Verb);
        nouns = [.. frames.Select(f => f.Noun)];
        foreach (var frame in frames.GroupBy(f => f.Noun)) sufferers[frame.Key] = [.. frame.SelectMany(f => f.Recipient)];
    }

    /// <summary>Reads the table.</summary>
    public static NominalFrames Load(string file)
    {
        var frames = new List<Frame>();
        foreach (var row in CsvTable.Read(file, "noun", "verb", "actor", "recipient").Rows)
        {
            // "support of the plan": what "of" gives to the recipient it cannot give to the doer.
            var recipient = row.Values("recipient");
            frames.Add(new Frame(row["noun"], row["verb"], [.. row.Values("actor").Where(w => w != "of" || !recipient.Contains("of"))], recipient));
        }
        return new NominalFrames(frames);
    }

    /// <summary>Whether the lemma is an event noun.</summary>
    public bool IsEventNoun(string lemma) => nouns.Contains(lemma);

    /// <summary>Whether the noun takes whoever suffers the act in this way: "of" for "killing", "on" for "attack".</summary>
    public bool TakesSufferer(string noun, string way) => sufferers.TryGetValue(noun, out var ways) && ways.Contains(way);

    /// <summary>The noun patterns that stand beside the verb pattern <paramref name="root"/>; none for patterns with clausal parts.</summary>
    public IEnumerable<PatternNode> Nominalize(PatternNode root)
    {
        if (root.IsNoun || root.Constraints.Any(c => c.Role is Role.Complement or Role.Adverb or Role.Indirect)) yield break;
        foreach (var group in root.Lemmas.SelectMany(l => byVerb[l]).GroupBy(f => (string.Join('|', f.Actor), string.Join('|', f.Recipient))))
        {
            var frame = group.First();
            var constraints = root.Constraints.Select(c => c.Role switch
            {
                Role.Subject => c with { Prepositions = frame.Actor, Optional = c.Optional || c.Node.Slot is Slot.Actor or Slot.Recipient },
                Role.Object => c with { Prepositions = frame.Recipient.Length > 0 ? frame.Recipient : ["of"], Optional = c.Optional || c.Node.Slot == Slot.Recipient },
                _ => c,
            }).ToArray();
            yield return new PatternNode([.. group.Select(f => f.Noun).Distinct()], true, Slot.None, constraints);
        }
    }

    private sealed record Frame(string Noun, string Verb, string[] Actor, string[] Recipient);
}
