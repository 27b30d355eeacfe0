using System.Data.Common;
using Hearsay.Store.Columns;

namespace Hearsay.Store;

/// <summary>
/// What differs between SQLite and PostgreSQL: connecting, the types in the schema, bulk rows, and full text. All other
/// SQL is shared. Thread-safe; each caller takes a connection of its own from the pool.
/// </summary>
internal interface IDatabase : IDisposable
{
    /// <summary>"sqlite" or "postgres": which schema files are read.</summary>
    string Variant { get; }

    /// <summary>An open connection that waits for a writer instead of failing.</summary>
    DbConnection Connect();

    /// <summary>A connection for a run that writes much: the database gets the memory to keep its indexes at hand.</summary>
    DbConnection ConnectToWrite();

    /// <summary>Looks at how much the tables hold, behind a run that added very much: plans of queries depend on it.</summary>
    void Survey(DbConnection connection);

    /// <summary>A schema statement in this database's types.</summary>
    string Translate(string sql);

    /// <summary>Whether a table is there.</summary>
    bool HasTable(DbConnection connection, string table);

    /// <summary>Starts to write rows into a table.</summary>
    IRowWriter Rows(DbConnection connection, StoreTable table);

    /// <summary>Reads many rows; <paramref name="parameter"/> is the value of @p, if the query has it.</summary>
    IColumnScan Scan(DbConnection connection, string sql, string? parameter = null);

    /// <summary>What runs queries on a connection.</summary>
    RowQuery Reader(DbConnection connection);

    /// <summary>What reads very much; dispose it.</summary>
    IBulkReader BulkReader();

    /// <summary>Takes the words of an article's sentences out of the index, before the sentences are deleted.</summary>
    void ForgetWords(DbConnection connection, DbTransaction transaction, long articleKey);

    /// <summary>A subquery with the items of a JSON array of texts.</summary>
    string Items(string parameter);

    /// <summary>A text column as LIKE must be given it to find a pattern in lower case; <paramref name="wide"/> says that letters beyond ASCII matter.</summary>
    string Lower(string column, bool wide);

    /// <summary>A condition that holds for sentences with these words; <paramref name="key"/> is the SQL of a sentence's key.</summary>
    string HasWords(string key, string parameter);

    /// <summary>The same, to be asked of one sentence after the other instead of found beforehand: for words that many sentences have.</summary>
    string ProbeWords(string key, string parameter);

    /// <summary>SQL that counts the sentences with these words, up to a limit.</summary>
    string CountWords(string parameter, int limit);

    /// <summary>SQL that gives the keys of all sentences with these words, in order.</summary>
    string FindWords(string parameter);

    /// <summary>The words as the full-text index takes them: the value of the parameter of <see cref="HasWords"/>.</summary>
    string Words(WordQuery words);
}
