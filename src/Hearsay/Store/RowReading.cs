using System.Data;
using System.Globalization;
using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// Takes the columns of a row one after the other. The counterpart of <see cref="RowValues"/>: a reader that skips or
/// swaps a column would be a fault there too.
/// </summary>
internal sealed class RowReading(IDataReader row)
{
    private int column;

    /// <summary>Goes to the next row.</summary>
    public bool Next()
    {
        column = 0;
        return row.Read();
    }

    public string Text() => row.GetString(column++);

    public string? TextOrNull() => row.IsDBNull(column++) ? null : row.GetString(column - 1);

    public long Number() => row.GetInt64(column++);

    public int Int() => (int)row.GetInt64(column++);

    public long? NumberOrNull() => row.IsDBNull(column++) ? null : row.GetInt64(column - 1);

    public double Real() => row.GetDouble(column++);

    public double? RealOrNull() => row.IsDBNull(column++) ? null : row.GetDouble(column - 1);

    public string[] List(char separator = RowValues.ListSeparator) => TextOrNull() is { Length: > 0 } text ? text.Split(separator) : [];

    public DateOnly? Day() => TextOrNull() is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public Excerpt Excerpt()
    {
        string text = Text();
        return new(Int(), Int(), text);
    }

    public Excerpt? ExcerptOrNull()
    {
        string? text = TextOrNull();
        long? start = NumberOrNull(), end = NumberOrNull();
        return text is null ? null : new((int)start!, (int)end!, text);
    }

    public Party? Voice()
    {
        string? text = TextOrNull();
        long? start = NumberOrNull(), end = NumberOrNull();
        string? name = TextOrNull(), code = TextOrNull(), country = TextOrNull();
        string[] sectors = List();
        return text is null ? null : new Party { Text = text, Start = (int)start!, End = (int)end!, Name = name, Code = code, Country = country, Sectors = sectors };
    }

    public RecordHistory History()
    {
        long run = Number();
        var created = Moment.Read(Text());
        var updated = Moment.Read(Text());
        string? withdrawn = TextOrNull();
        return new(created, updated, withdrawn is null ? null : Moment.Read(withdrawn), Number(), run);
    }
}
