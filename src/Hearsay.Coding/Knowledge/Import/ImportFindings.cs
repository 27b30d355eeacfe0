using System.Globalization;

namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Collects what could not be brought over from one dictionary, with the wording of every HS2050 to HS2059 in one
/// place. Failed lines are errors, repairs and omissions are notes.
/// </summary>
internal sealed class ImportFindings(string file)
{
    private readonly List<ImportProblem> problems = [];
    private readonly SortedDictionary<string, (int Line, int Count)> parts = new(StringComparer.Ordinal);
    private (int Line, int Count)? nulls;

    /// <summary>What was found, in the order it was found.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    public void NoCode(int line, string phrase) => Add("HS2050", line, $"\"{phrase}\" has no code in square brackets.", "Write the code behind it, as in PHRASE_ [USAGOV].", true);

    public void BadCode(int line, string code) => Add("HS2051", line, $"Nothing in the code \"{code}\" is a country or a sector.", "Use a country of countries.csv and PLOVER sectors, three letters each, as in USAGOV.", true);

    public void BadDate(int line, string date) => Add("HS2052", line, $"\"{date}\" is no range of days.", "Write [CODE 930120-010120], [CODE <930120] or [CODE >20010120].", true);

    public void Orphan(int line, string what) => Add("HS2053", line, $"There is no phrase above that this {what} could belong to.", "Put it below its phrase.", true);

    public void Stems(int line, int count) => Add("HS2056", line, $"{count} phrases without a final \"_\" are beginnings of words to TABARI; they were taken as whole words.", "Add the other forms as aliases where they are needed.", false);

    /// <summary>Parts of a code without counterpart; told once for a file, since a real one has thousands.</summary>
    public void Partly(int line, IEnumerable<string> parts)
    {
        foreach (string part in parts) this.parts[part] = this.parts.TryGetValue(part, out var known) ? (known.Line, known.Count + 1) : (line, 1);
    }

    /// <summary>A code that says that the phrase is no actor; told once for a file.</summary>
    public void Null(int line) => nulls = nulls is { } known ? (known.Line, known.Count + 1) : (line, 1);

    /// <summary>Tells what is told once for a file.</summary>
    public void Close()
    {
        foreach (var (part, (line, count)) in parts)
            Add("HS2054", line, $"\"{part}\", here and in {Times(count)}, has no counterpart and was left out of the code.", "Edit the rows, if PLOVER has a sector for it.", false);
        if (nulls is { } found)
            Add("HS2055", found.Line, $"A code that says who is no actor, here and in {Times(found.Count)}, was left out.", "Nothing needs doing unless the phrase is coded wrongly.", false);
    }

    public void UnknownSet(int line, string phrase) => Add("HS2057", line, $"\"{phrase}\" uses a set that the file does not define, or too many at once.", "Define it with &NAME and +MEMBER lines, or !NAME! = A, B.", true);

    public void NotAnActor(int line, string text) => Add("HS2058", line, $"\"{text}\" is neither an actor nor an agent.", "Verbs and patterns become pattern sentences; see docs/knowledge.md.", true);

    public void Repaired(int line, string what) => Add("HS2059", line, $"{what}; the line was read without it.", "Check the row.", false);

    private static string Times(int count) => count == 1 ? "no other code" : count == 2 ? "one other code" : $"{(count - 1).ToString(CultureInfo.InvariantCulture)} other codes";

    private void Add(string code, int line, string problem, string remedy, bool failed) => problems.Add(new(code, file, line, problem, remedy, failed));
}
