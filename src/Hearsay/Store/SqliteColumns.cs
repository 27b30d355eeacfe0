using System.Runtime.InteropServices;

namespace Hearsay.Store;

/// <summary>
/// The calls of SQLite that an export makes a hundred million times, without what SQLitePCL puts around each (a counted
/// handle, a dispatch, a change of the collector's mode), which costs more than the calls. The library is the one that
/// SQLitePCL brings. None of them waits, so none holds the collector up.
/// </summary>
internal static partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>The text of a column in UTF-8, or null; it lies there until the next row.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    public static partial nint Text(nint statement, int column);

    /// <summary>How many bytes the text just asked for has.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    public static partial int Bytes(nint statement, int column);

    /// <summary>A whole number; 0 for null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long Number(nint statement, int column);

    /// <summary>A fraction; 0 for null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    public static partial double Real(nint statement, int column);

    /// <summary>The type of a value: 5 is null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static partial int Type(nint statement, int column);
}
