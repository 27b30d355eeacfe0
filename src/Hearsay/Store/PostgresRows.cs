using Npgsql;
using NpgsqlTypes;

namespace Hearsay.Store;

/// <summary>Rows into a PostgreSQL table through binary COPY.</summary>
internal sealed class PostgresRows(NpgsqlConnection connection, StoreTable table) : IRowWriter
{
    private readonly NpgsqlBinaryImporter importer =
        connection.BeginBinaryImport($"COPY {table.Name} ({string.Join(',', table.Columns)}) FROM STDIN (FORMAT BINARY)");

    private bool open;

    /// <inheritdoc/>
    public void Text(string? value)
    {
        Begin();
        if (value is null) importer.WriteNull();
        else importer.Write(value, NpgsqlDbType.Text);
    }

    /// <inheritdoc/>
    public void Number(long? value)
    {
        Begin();
        if (value is { } number) importer.Write(number, NpgsqlDbType.Bigint);
        else importer.WriteNull();
    }

    /// <inheritdoc/>
    public void Real(double? value)
    {
        Begin();
        if (value is { } number && double.IsFinite(number)) importer.Write(number, NpgsqlDbType.Double);
        else importer.WriteNull();
    }

    /// <inheritdoc/>
    public void EndRow() => open = false;

    /// <inheritdoc/>
    public void Complete() => importer.Complete();

    /// <inheritdoc/>
    public void Dispose() => importer.Dispose();

    private void Begin()
    {
        if (open) return;
        importer.StartRow();
        open = true;
    }
}
