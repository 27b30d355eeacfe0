using System.IO.Hashing;
using System.Text.Json;
using System.Text.Unicode;

namespace Hearsay;

/// <summary>
/// The JSONL file that a run writes. Each line goes out in one piece, so that a run that is interrupted leaves
/// whole lines. Opened to resume, it reads the ids that are already there and cuts off a last line that a crash
/// left unfinished; it refuses a file that holds something other than records.
/// </summary>
public sealed class RecordFile : IDisposable
{
    private readonly FileStream file;
    // 16 bytes for an id of any length: ten million articles are 160 MB, not gigabytes.
    private readonly Dictionary<UInt128, int> ids = [];

    private RecordFile(FileStream file) => this.file = file;

    /// <summary>Bytes of an unfinished line that were cut off.</summary>
    public long CutOff { get; private set; }

    /// <summary>Lines that were already there.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Starts a new file, in place of what is there. Throws <see cref="IOException"/> and its like.</summary>
    public static RecordFile Create(string path) =>
        new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1));

    /// <summary>Opens a file to go on with. Throws <see cref="InvalidDataException"/> naming the line that is no record.</summary>
    public static RecordFile Resume(string path)
    {
        var records = new RecordFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1));
        try
        {
            records.ReadIds();
            return records;
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether the file held a record of this article when it was opened. Each record answers for one article: of three with
    /// the same id, where the file holds two, the third is not held.
    /// </summary>
    public bool Holds(string id)
    {
        var key = Key(id);
        if (!ids.TryGetValue(key, out int left)) return false;
        if (left == 1) ids.Remove(key);
        else ids[key] = left - 1;
        return true;
    }

    /// <summary>Writes one line, "\n" included.</summary>
    public void Write(ReadOnlyMemory<byte> line) => file.Write(line.Span);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void ReadIds()
    {
        var buffer = new byte[1024 * 1024];
        var line = new MemoryStream();
        long end = 0;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            int at = 0, feed;
            while ((feed = Array.IndexOf(buffer, (byte)'\n', at, read - at)) >= 0)
            {
                line.Write(buffer, at, feed - at);
                end += line.Length + 1;
                AddId(line.GetBuffer().AsSpan(0, (int)line.Length));
                line.SetLength(0);
                at = feed + 1;
            }
            line.Write(buffer, at, read - at);
        }
        CutOff = file.Length - end;
        file.SetLength(end);
        file.Position = end;
    }

    // "article" comes first in a record and "id" first in it, so only the beginning of a line is parsed.
    private void AddId(ReadOnlySpan<byte> line)
    {
        AlreadyThere++;
        try
        {
            var json = new Utf8JsonReader(line, isFinalBlock: false, default);
            bool isRecord = json.Read() && json.TokenType == JsonTokenType.StartObject
                && json.Read() && json.ValueTextEquals("article"u8)
                && json.Read() && json.TokenType == JsonTokenType.StartObject
                && json.Read() && json.ValueTextEquals("id"u8)
                && json.Read() && json.TokenType == JsonTokenType.String;
            if (isRecord && Utf8.IsValid(line))
            {
                var key = Key(json.GetString()!);
                ids[key] = ids.GetValueOrDefault(key) + 1;
                return;
            }
        }
        catch (JsonException)
        {
            // Reported like any other line that is no record.
        }
        throw new InvalidDataException($"line {AlreadyThere} is not a record that \"hearsay code\" wrote");
    }

    private static UInt128 Key(string id) => XxHash128.HashToUInt128(System.Runtime.InteropServices.MemoryMarshal.AsBytes(id.AsSpan()));
}
