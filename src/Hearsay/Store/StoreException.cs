using Hearsay.Articles;

namespace Hearsay.Store;

/// <summary>
/// A store that cannot be opened or a question that cannot be asked of it. It carries the diagnostic that a user is
/// shown: what is wrong, where, and what to do. Faults of the database itself (a full disk) come as its own exceptions.
/// </summary>
public sealed class StoreException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic.ToString(), inner)
{
    /// <summary>What is wrong.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
