using Sylvan.Data.Csv;

namespace Hearsay.Coding.Knowledge;

/// <summary>
/// A knowledge table in memory: a CSV file (RFC 4180, UTF-8, header line) whose cells may hold several values
/// joined by '|'. Opening refuses a file that is missing, lacks a named column or has a row of another width,
/// with file and line. A row is addressed by its line in the file, so that a record can name it.
/// </summary>
public sealed class CsvTable
{
    private readonly List<(string[] Cells, int Line)> rows = [];
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private CsvTable(string file) => File = file;

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Name of the file without folder and extension ("offices").</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The rows in file order.</summary>
    public IEnumerable<Row> Rows
    {
        get { for (int i = 0; i < rows.Count; i++) yield return new Row(this, i); }
    }

    /// <summary>Reads <paramref name="file"/>, which must have the columns <paramref name="required"/>.</summary>
    /// <exception cref="KnowledgeException">HS2001 missing file, HS2002 missing column, HS2003 malformed row.</exception>
    public static CsvTable Read(string file, params string[] required)
    {
        if (!System.IO.File.Exists(file))
            throw new KnowledgeException("HS2001", file, 1, 1, "The table is missing.", "Restore it, or point --data at a complete data folder.");
        var table = new CsvTable(file);
        using var text = new StreamReader(file);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ',', HasHeaders = true, BufferSize = 1 << 16 });
        for (int c = 0; c < csv.FieldCount; c++) table.columns[csv.GetName(c)] = c;
        foreach (string column in required)
            if (!table.columns.ContainsKey(column))
                throw new KnowledgeException("HS2002", file, 1, 1, $"The column '{column}' is missing.", $"The header must hold {string.Join(", ", required)}.");
        while (csv.Read())
        {
            if (csv.RowFieldCount == 1 && csv.GetString(0).Length == 0) continue;
            if (csv.RowFieldCount != csv.FieldCount)
                throw new KnowledgeException("HS2003", file, csv.RowNumber + 1, 1, $"The row has {csv.RowFieldCount} cells, the header {csv.FieldCount}.", "Quote cells that hold a comma.");
            var cells = new string[csv.FieldCount];
            for (int c = 0; c < cells.Length; c++) cells[c] = csv.GetString(c).Trim();
            table.rows.Add((cells, csv.RowNumber + 1));
        }
        return table;
    }

    /// <summary>One row of the table.</summary>
    public readonly record struct Row(CsvTable Table, int Index)
    {
        /// <summary>The line in the file, from 1 (header is line 1; exact when no cell holds a line break).</summary>
        public int Line => Table.rows[Index].Line;

        /// <summary>The cell's text, "" when empty or when the table lacks the column.</summary>
        public string this[string column] => Table.columns.TryGetValue(column, out int c) ? Table.rows[Index].Cells[c] : "";

        /// <summary>The cell's values, split at '|', without empty ones.</summary>
        public string[] Values(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        /// <summary>The values of two columns together: a name and its aliases.</summary>
        public IEnumerable<string> Names(string name, string aliases)
        {
            yield return this[name];
            foreach (string alias in Values(aliases)) yield return alias;
        }

        /// <summary>How a trace names the row: "offices:president".</summary>
        public string Reference(string key) => $"{Table.Name}:{key}";
    }
}
