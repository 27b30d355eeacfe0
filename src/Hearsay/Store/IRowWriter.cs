namespace Hearsay.Store;

/// <summary>
/// Rows on their way into one table, value after value in the order of its columns: prepared statements in SQLite,
/// binary COPY in PostgreSQL. A row counts once <see cref="EndRow"/> was called; disposing ends the table, and nothing
/// is visible before the transaction around it is committed.
/// </summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>The next value is text, or null.</summary>
    void Text(string? value);

    /// <summary>The next value is a whole number, or null.</summary>
    void Number(long? value);

    /// <summary>The next value is a fraction, or null.</summary>
    void Real(double? value);

    /// <summary>Ends the row.</summary>
    void EndRow();

    /// <summary>Ends the table; must be called before disposing, else its rows are dropped.</summary>
    void Complete();
}
