namespace Hearsay.Articles;

/// <summary>
/// Which column of a table, or property of a JSON object, holds which field: "text=body,publishedOn=date". Fields that the map
/// does not name go by their own names. Refuses fields that an article has not.
/// </summary>
public sealed class ColumnMap
{
    private static readonly string[] Fields = ["id", "url", "outlet", "title", "publishedOn", "language", "text"];

    private readonly Dictionary<string, string> columns;

    private ColumnMap(Dictionary<string, string> columns) => this.columns = columns;

    /// <summary>Every field by its own name.</summary>
    public static ColumnMap Own { get; } = new([]);

    /// <summary>The map, or what is wrong with what was written.</summary>
    public static (ColumnMap? Map, string? Fault) Parse(string written)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = pair.IndexOf('=');
            if (equals <= 0 || equals == pair.Length - 1) return (null, $"\"{pair}\" is not written FIELD=COLUMN.");
            string field = pair[..equals].Trim();
            if (!Fields.Contains(field, StringComparer.OrdinalIgnoreCase)) return (null, $"There is no field {field}; the fields are {string.Join(", ", Fields)}.");
            columns[field] = pair[(equals + 1)..].Trim();
        }
        return columns.Count == 0 ? (null, "It names no field.") : (new(columns), null);
    }

    /// <summary>The names under which a field may stand, the first that is there counts.</summary>
    public IEnumerable<string> NamesOf(string field) =>
        columns.TryGetValue(field, out string? column) ? [column] : field == "publishedOn" ? ["publishedOn", "published", "date"] : [field];
}
