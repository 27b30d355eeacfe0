using System.Runtime.InteropServices;

namespace Hearsay.Store;

/// <summary>
/// The calls of SQLite that an export makes a hundred million times, without what SQLitePCL puts around each (a counted
/// handle, a dispatch, a change of the collector's mode), which costs more than the calls. The library is the one that
/// SQLitePCL brings. None of them waits except <see cref="Step"/>, so none holds the collector up.
/// </summary>
internal static partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>Goes to the next row of a statement, which reads the file.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    /// <summary>The value of a column, which the other functions ask; it is good until the next row.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value"), SuppressGCTransition]
    public static partial nint Value(nint statement, int column);

    /// <summary>Where a text lies in UTF-8, or 0 for null and for the empty text.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob"), SuppressGCTransition]
    public static partial nint Blob(nint value);

    /// <summary>How many bytes the text just asked for has.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes"), SuppressGCTransition]
    public static partial int Bytes(nint value);

    /// <summary>A whole number; 0 for null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    public static partial long Number(nint value);

    /// <summary>A fraction; 0 for null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_double"), SuppressGCTransition]
    public static partial double Real(nint value);

    /// <summary>The type of a value: 5 is null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    public static partial int Type(nint value);
}
