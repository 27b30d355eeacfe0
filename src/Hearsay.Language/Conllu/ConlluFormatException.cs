namespace Hearsay.Language.Conllu;

/// <summary>
/// A CoNLL-U file that cannot be read. The message says what is wrong and what to do about it; <see cref="Line"/>
/// counts from 1.
/// </summary>
public sealed class ConlluFormatException(int line, string message) : FormatException($"line {line}: {message}")
{
    /// <summary>The line at fault, from 1.</summary>
    public int Line { get; } = line;
}
