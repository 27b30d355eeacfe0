using Hearsay.Coding.Records;

namespace Hearsay.Store;

/// <summary>
/// Takes the columns of a row one after the other. The counterpart of <see cref="RowValues"/>: a reader that skips or
/// swaps a column would be a fault there too. How a value is read is the database's: through ADO.NET
/// (<see cref="ReaderRows"/>) or from SQLite itself (<see cref="SqliteReading"/>), which costs a fraction of it.
/// </summary>
internal abstract class RowReading : IDisposable
{
    private string? lastMoment;
    private DateTimeOffset lastTime;

    /// <summary>The number of the next column.</summary>
    protected int Column { get; set; }

    /// <summary>Goes to the next row; false behind the last.</summary>
    public abstract bool Next();

    public abstract string? TextOrNull();

    /// <summary>A text that hardly any other row has, such as an id.</summary>
    public virtual string? OwnText() => TextOrNull();

    public abstract long? NumberOrNull();

    public abstract double? RealOrNull();

    /// <summary>Passes over columns.</summary>
    public void Skip(int columns) => Column += columns;

    public string Text() => TextOrNull()!;

    public long Number() => NumberOrNull()!.Value;

    public int Int() => (int)NumberOrNull()!.Value;

    public double Real() => RealOrNull()!.Value;

    /// <inheritdoc/>
    public abstract void Dispose();

    public string[] List(char separator = RowValues.ListSeparator) => TextOrNull() is { Length: > 0 } text ? text.Contains(separator) ? text.Split(separator) : [text] : [];

    public DateOnly? Day() => TextOrNull() is { Length: > 0 } text ? RowValues.ReadDay(text) : null;

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
        if (TextOrNull() is { } text) return new Party { Text = text, Start = Int(), End = Int(), Name = TextOrNull(), Code = TextOrNull(), Country = TextOrNull(), Sectors = List() };
        Skip(6);
        return null;
    }

    public RecordHistory History()
    {
        long run = Number();
        var created = Time();
        var updated = Time();
        string? withdrawn = TextOrNull();
        return new(created, updated, withdrawn is null ? null : Time(withdrawn), Number(), run);
    }

    // Thousands of rows of one transaction have the same moment.
    public DateTimeOffset Time() => Time(Text());

    private DateTimeOffset Time(string text)
    {
        if (text != lastMoment) (lastMoment, lastTime) = (text, Moment.Read(text));
        return lastTime;
    }
}
