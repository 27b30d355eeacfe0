using Hearsay.Articles;

namespace Hearsay.Store;

/// <summary>
/// Every diagnostic that the store can give (HS302n and HS303n), with its wording in one place. docs/diagnostics.md
/// lists each, and a test compares the two.
/// </summary>
internal static class StoreFaults
{
    /// <summary>HS3020: --db.</summary>
    public static StoreException BadLocation(string place, string reason) => Error("HS3020",
        $"This names no store: {reason.TrimEnd('.')}.", place, "Write a path such as hearsay.db, or postgres://user@host/database.");

    /// <summary>HS3021: nothing there to read.</summary>
    public static StoreException NoStore(string place) => Error("HS3021",
        "There is no store.", place, "Make one with \"hearsay code … --db\", or check the path.");

    /// <summary>HS3022: something else is there, or it does not answer.</summary>
    public static StoreException CannotOpen(string place, Exception reason) => Error("HS3022",
        $"The store cannot be opened: {reason.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", place,
        "Check that the file is a store that \"hearsay code --db\" made, or that the server runs and lets you in.", reason);

    /// <summary>HS3023: written by a newer program.</summary>
    public static StoreException TooNew(string place, long found, long known) => Error("HS3023",
        $"The store has schema version {found}, and this program knows {known}.", place, "Use the newer program that wrote it.");

    /// <summary>HS3024: a review of nothing.</summary>
    public static StoreException NoEvent(string id) => Error("HS3024",
        "The store holds no event with this id.", id, "Look it up with \"hearsay find\".");

    /// <summary>HS3030: a query that cannot be read.</summary>
    public static StoreException BadQuery(int column, string reason) => Error("HS3030",
        $"The query cannot be read: {reason.TrimEnd('.')}.", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"query:{column + 1}"),
        "Write words, \"phrases\", field:value, AND, OR, NOT and parentheses; see docs/store.md.");

    /// <summary>HS3031: a field that there is not.</summary>
    public static StoreException NoField(int column, string name) => Error("HS3031",
        $"There is no field \"{name}\".", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"query:{column + 1}"),
        $"Fields are {string.Join(", ", QueryFields.All.Select(f => f.Name))}; words with a colon go in quotation marks.");

    /// <summary>HS3032: a value that the field cannot have.</summary>
    public static StoreException BadValue(string field, string value, string reason) => Error("HS3032",
        $"\"{value}\" cannot stand there: {reason.TrimEnd('.')}.", field,
        QueryFields.Named(field) is { } entry ? $"Write it like {entry.Example}." : "See docs/store.md.");

    private static StoreException Error(string code, string message, string place, string remedy, Exception? inner = null) =>
        new(new Diagnostic(code, Severity.Error, message, place, remedy), inner);
}
