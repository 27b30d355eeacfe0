namespace Hearsay.Coding.Knowledge;

/// <summary>
/// A knowledge file that cannot be used. Start-up stops and prints the message, which names the file, the line and
/// column (from 1), a code HS2nnn and what to do.
/// </summary>
public sealed class KnowledgeException : Exception
{
    /// <summary>Builds the message "file:line:column: HS2nnn problem remedy".</summary>
    public KnowledgeException(string code, string file, int line, int column, string problem, string remedy)
        : base($"{file}:{line}:{column}: {code} {problem} {remedy}") => Code = code;

    /// <summary>HS and four digits; listed in docs/diagnostics.md.</summary>
    public string Code { get; }
}
