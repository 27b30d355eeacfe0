using System.Globalization;

namespace Hearsay.Coding.Knowledge.Import;

/// <summary>
/// Something in a dictionary that could not be brought over, or only in part. <c>Failed</c> tells whether the line
/// gave nothing at all. Printed as "file:line: HS2nnn problem remedy".
/// </summary>
/// <param name="Code">HS2050 to HS2059; listed in docs/diagnostics.md.</param>
/// <param name="File">The dictionary.</param>
/// <param name="Line">Line in it, from 1.</param>
/// <param name="Problem">What is wrong, in one sentence.</param>
/// <param name="Remedy">What the user can do.</param>
/// <param name="Failed">False when something was left out or repaired and the line stands.</param>
public sealed record ImportProblem(string Code, string File, int Line, string Problem, string Remedy, bool Failed)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Code} {Problem} {Remedy}");
}
