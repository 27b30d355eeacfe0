using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace Hearsay.Articles.Feeds;

/// <summary>
/// What following feeds has to remember between two starts: for each feed its validators, when it may be asked again and how
/// often it has failed; and which entries were dealt with (16 hexadecimal digits each, the last 200,000). Saved as one JSON file in
/// one step, so that a crash leaves the old one or the new one.
/// </summary>
public sealed class FollowState
{
    private const int Remembered = 200_000;

    private readonly HashSet<string> seen = [];
    private readonly Queue<string> order = [];

    /// <summary>What is remembered of one feed.</summary>
    public sealed record FeedState(string? ETag = null, string? LastModified = null, DateTimeOffset NextPoll = default, int Failures = 0, bool Gone = false);

    /// <summary>By the feed's address.</summary>
    public Dictionary<string, FeedState> Feeds { get; } = [];

    /// <summary>Whether an entry was dealt with.</summary>
    public bool Saw(string id) => seen.Contains(Key(id));

    /// <summary>Remembers an entry.</summary>
    public void See(string id) => Remember(Key(id));

    /// <summary>Reads a state; a file that is not there is an empty one. Throws <see cref="InvalidDataException"/> for anything else, and what reading throws.</summary>
    public static FollowState Load(string path)
    {
        var state = new FollowState();
        if (!File.Exists(path)) return state;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var feed in json.RootElement.GetProperty("feeds").EnumerateObject())
                state.Feeds[feed.Name] = new(
                    feed.Value.GetProperty("etag").GetString(), feed.Value.GetProperty("lastModified").GetString(),
                    feed.Value.GetProperty("nextPoll").GetDateTimeOffset(), feed.Value.GetProperty("failures").GetInt32(), feed.Value.GetProperty("gone").GetBoolean());
            foreach (var key in json.RootElement.GetProperty("seen").EnumerateArray()) state.Remember(key.GetString()!);
            return state;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("it is no state that \"hearsay follow\" saved", e);
        }
    }

    /// <summary>Writes the state in place of the old one.</summary>
    public void Save(string path)
    {
        using (var file = File.Create(path + ".new"))
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            json.WriteStartObject("feeds");
            foreach (var (address, feed) in Feeds.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(address);
                json.WriteString("etag", feed.ETag);
                json.WriteString("lastModified", feed.LastModified);
                json.WriteString("nextPoll", feed.NextPoll);
                json.WriteNumber("failures", feed.Failures);
                json.WriteBoolean("gone", feed.Gone);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartArray("seen");
            foreach (string key in order) json.WriteStringValue(key);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        File.Move(path + ".new", path, overwrite: true);
    }

    private static string Key(string id) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(id)).ToString("x16", CultureInfo.InvariantCulture);

    private void Remember(string key)
    {
        if (!seen.Add(key)) return;
        order.Enqueue(key);
        if (order.Count > Remembered) seen.Remove(order.Dequeue());
    }
}
