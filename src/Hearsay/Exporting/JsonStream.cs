using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hearsay.Exporting;

/// <summary>
/// A JSON document that is written piece by piece and leaves memory as it grows: letters as they are, not as \u
/// escapes, and flushed to the stream every 64 KB.
/// </summary>
internal sealed class JsonStream : IDisposable
{
    private const int FlushAt = 1 << 16;

    /// <summary>Opens a writer on <paramref name="output"/>, which stays open.</summary>
    public JsonStream(Stream output) => Json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The writer.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Hands over what has gathered, when it is much.</summary>
    public void Relieve()
    {
        if (Json.BytesPending >= FlushAt) Json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();
}
