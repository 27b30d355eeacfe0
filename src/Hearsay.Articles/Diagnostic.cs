namespace Hearsay.Articles;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Something was repaired or left out; the record stands.</summary>
    Warning,

    /// <summary>The input could not be used.</summary>
    Error,
}

/// <summary>
/// Something wrong with an input: a stable code ("HS1001"), what is wrong, where, and what to do about it.
/// Codes HS1nnn concern articles, HS2nnn knowledge files, HS3nnn the command line.
/// </summary>
/// <param name="Code">HS and four digits; each is listed in docs/diagnostics.md.</param>
/// <param name="Severity">Whether the input was still used.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Place">File, file:line or article id.</param>
/// <param name="Remedy">What the user can do.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, string Place, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Code} {Message} {Remedy}".TrimEnd();
}
