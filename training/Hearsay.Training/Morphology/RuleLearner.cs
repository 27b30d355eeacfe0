using Hearsay.Language.Morphology;

namespace Hearsay.Training.Morphology;

/// <summary>
/// Learns which rule goes with which ending. Takes forms with their rule and count and answers with the entries of a
/// <see cref="LemmaRules"/>: an ending is listed when most of the different forms that end so agree on a rule that
/// the next shorter ending does not give; a form is listed when its ending would give it another rule.
/// </summary>
internal static class RuleLearner
{
    /// <summary>A form, the number of its rule, and how often it was seen so.</summary>
    public readonly record struct Item(string Form, ushort Rule, int Count);

    /// <summary>Learns the entries; <paramref name="keepSingles"/> lists forms seen only once as well.</summary>
    public static Dictionary<string, ushort> Learn(IEnumerable<Item> items, bool keepSingles)
    {
        var best = items.GroupBy(i => i.Form).ToDictionary(g => g.Key, g => Majority(g));
        var rules = new Dictionary<string, ushort>();
        for (int length = 0; length <= LemmaRules.LongestEnding; length++)
        {
            var found = new Dictionary<string, ushort>();
            foreach (var ending in best.Where(b => b.Key.Length >= length + (length == 0 ? 0 : 1)).GroupBy(b => b.Key[^length..]))
            {
                int types = ending.Count();
                if (length > 0 && types < 2) continue;
                var rule = ending.GroupBy(b => b.Value.Rule).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
                if (rule.Count() * 2 <= types && length > 0) continue;
                if (length == 0 || Predict(rules, ending.Key) != rule.Key) found[ending.Key] = rule.Key;
            }
            foreach (var (ending, rule) in found) rules[ending] = rule;
        }
        foreach (var (form, (rule, count)) in best)
            if (Predict(rules, form) != rule && (count > 1 || keepSingles)) rules["^" + form] = rule;
        return rules;
    }

    private static (ushort Rule, int Count) Majority(IEnumerable<Item> items)
    {
        var best = items.GroupBy(i => i.Rule).Select(g => (Rule: g.Key, Count: g.Sum(i => i.Count))).OrderByDescending(g => g.Count).ThenBy(g => g.Rule).First();
        return best;
    }

    private static int Predict(Dictionary<string, ushort> rules, string form)
    {
        for (int length = Math.Min(LemmaRules.LongestEnding, form.Length); length >= 0; length--)
            if (rules.TryGetValue(form[^length..], out ushort rule)) return rule;
        return -1;
    }
}
