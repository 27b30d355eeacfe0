using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Parts a weekday from the name in front of it. American papers leave the "on" out ("told Reuters Monday", "met Ada Lee
/// Friday"), and the parser makes one name of both. The name is what is told or met, the day says when (obl:unmarked in
/// UD). Takes a parse, changes it in place; a weekday behind no name of a party stays ("Good Friday", "Black Friday").
/// </summary>
internal static class DayRepair
{
    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

    public static void Mend(string[] words, ParsedSentence parsed)
    {
        for (int day = 2; day < words.Length; day++)
        {
            int name = day - 1;
            if (!Days.Contains(words[day]) || parsed.Upos[name] != "PROPN") continue;
            if (parsed.Heads[name] == parsed.Heads[day] && parsed.DepRels[day] is "iobj" or "obj" && IsParty(parsed, name, parsed.DepRels[name])) (parsed.DepRels[day], parsed.NameTags[day]) = ("obl:unmarked", "O");
            else if (parsed.Heads[name] == day) MendHead(parsed, name, day);
            else MendPart(parsed, name, day);
        }
    }

    // Nobody is told a day, but one may be kept: "marked Good Friday".
    private static bool IsParty(ParsedSentence parsed, int name, string relation) => relation == "iobj" || relation == "obj" && parsed.NameTags[name] is [.., 'P', 'E', 'R'] or [.., 'O', 'R', 'G'];

    // The day as head of the phrase: the name takes its place and what hung on it from the left.
    private static void MendHead(ParsedSentence parsed, int name, int day)
    {
        int verb = parsed.Heads[day];
        if (verb < 0 || verb > name || parsed.Upos[verb] != "VERB" || !IsParty(parsed, name, parsed.DepRels[day])) return;
        for (int k = verb + 1; k < name; k++) if (parsed.Heads[k] == day) parsed.Heads[k] = name;
        (parsed.Heads[name], parsed.DepRels[name]) = (verb, parsed.DepRels[day]);
        (parsed.DepRels[day], parsed.NameTags[day]) = ("obl:unmarked", "O");
    }

    // The day as part of the name that is told or met.
    private static void MendPart(ParsedSentence parsed, int name, int day)
    {
        int head = parsed.Heads[day];
        if (head < 0 || head > name || parsed.DepRels[day] is not ("flat" or "compound" or "nmod:desc" or "appos") || !IsParty(parsed, name, parsed.DepRels[head])) return;
        int verb = parsed.Heads[head];
        if (verb < 0 || verb > head || parsed.Upos[verb] != "VERB") return;
        (parsed.Heads[day], parsed.DepRels[day], parsed.NameTags[day]) = (verb, "obl:unmarked", "O");
    }
}
