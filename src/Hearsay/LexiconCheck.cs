using System.Globalization;
using Hearsay.Articles;
using Hearsay.Coding.Knowledge;

namespace Hearsay;

/// <summary>
/// Runs the examples of the pattern files: every <c>examples</c> sentence must give an event of its pattern's type,
/// every <c>not</c> sentence none. Sentences that the parser could not use are reported too. Findings come in the
/// order of the files, as "file:line:column: code what is wrong. remedy".
/// </summary>
public static class LexiconCheck
{
    /// <summary>What a check found.</summary>
    /// <param name="Findings">One line per fault.</param>
    /// <param name="Examples">Example sentences that were run.</param>
    /// <param name="Patterns">Patterns read.</param>
    /// <param name="Sentences">Pattern sentences read.</param>
    public sealed record Result(IReadOnlyList<string> Findings, int Examples, int Patterns, int Sentences);

    /// <summary>Checks all patterns of <paramref name="coder"/>, or those of one file.</summary>
    public static Result Run(Coder coder, string? file = null)
    {
        var patterns = coder.Knowledge.Patterns.Where(p => file is null || Path.GetFileName(p.File) == Path.GetFileName(file)).ToList();
        var findings = coder.Knowledge.Problems.Where(p => file is null || p.Contains(Path.GetFileName(file), StringComparison.Ordinal)).ToList();
        int examples = 0;
        foreach (var pattern in patterns)
        {
            foreach (var line in pattern.Examples)
            {
                examples++;
                if (!Types(coder, line.Text).Contains(pattern.EventType))
                    findings.Add(At(pattern, line, "HS2030", $"The example of {pattern.Id} gives no {pattern.EventType}: \"{line.Text}\"", "Run 'hearsay lexicon try' on it, then change the pattern or the example."));
            }
            foreach (var line in pattern.Not)
            {
                examples++;
                if (Types(coder, line.Text).Contains(pattern.EventType))
                    findings.Add(At(pattern, line, "HS2031", $"{pattern.EventType} is coded in a sentence listed under 'not' of {pattern.Id}: \"{line.Text}\"", "Narrow the pattern that fires."));
            }
        }
        return new Result(findings, examples, patterns.Count, patterns.Sum(p => p.Write.Count));
    }

    private static HashSet<string> Types(Coder coder, string text) => [.. coder.Matches(text).Select(m => m.Pattern.EventType)];

    private static string At(Pattern pattern, PatternLine line, string code, string problem, string remedy) =>
        string.Create(CultureInfo.InvariantCulture, $"{pattern.File}:{line.Line}:{line.Column}: {code} {problem} {remedy}");
}
