namespace Hearsay.Store.Columns;

/// <summary>
/// Rows of a query whose columns are taken one after the other, as numbers wherever that is possible: reading a million rows makes no
/// million strings.
/// </summary>
internal interface IColumnScan : IDisposable
{
    /// <summary>Goes to the next row.</summary>
    bool Next();

    /// <summary>A whole number; 0 for null.</summary>
    long Number();

    /// <summary>A whole number, or -1 for null.</summary>
    long NumberOrNone();

    /// <summary>A number, or null.</summary>
    double? Real();

    /// <summary>The number of a text in a table; -1 for null and for the empty text.</summary>
    int Text(TextTable table);

    /// <summary>A day as <see cref="DateOnly.DayNumber"/>; -1 for null and for the empty text.</summary>
    int Day();

    /// <summary>A hash of a text.</summary>
    ulong Hash();

    /// <summary>Whether there is a value.</summary>
    bool Any();
}
