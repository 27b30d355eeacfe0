using System.IO.Compression;
using System.Text;

namespace Hearsay.Fuzz;

/// <summary>
/// A mutational fuzzer without coverage, the same run for the same seed: it takes an input of its pool, changes, cuts, repeats
/// or splices a few pieces, packs some, and keeps a few of the results as new starting points. For machines without libFuzzer or AFL.
/// </summary>
internal sealed class Mutations(IReadOnlyList<string> seeds, int seed)
{
    private const int Pool = 500;
    private const int Longest = 4096;

    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "<![CDATA[", "\0", "\r\n", "\r\n\r\n", "\uFFFE", "\u2028", "é", "中", "<p>", "</p>", "<a><b>", "&#0;", "&#x110000;", "&nbsp;", "-1",
        "99999999999999999999", "0", "WARC/1.0\r\n", "Content-Length: ", "HTTP/1.1 200 OK\r\n", "\u001f\u008b", "<item>", "<entry>", "{", "}", "[", "2024-02-30", "12 March 2024", "%00", "\\ud800", "<!DOCTYPE x [",
    ];

    private readonly Random random = new(seed);
    private readonly List<byte[]> pool = [.. seeds.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        var bytes = new List<byte>(pool[random.Next(pool.Count)]);
        for (int changes = random.Next(1, 6); changes > 0; changes--) Change(bytes);
        if (bytes.Count > Longest) bytes.RemoveRange(Longest, bytes.Count - Longest);
        byte[] input = [.. bytes];
        if (random.Next(50) == 0) Keep(input);
        return input.Length > 0 && random.Next(12) == 0 ? Packed(input) : input;
    }

    private void Change(List<byte> bytes)
    {
        int at = random.Next(bytes.Count + 1);
        switch (random.Next(7))
        {
            case 0 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] = (byte)random.Next(256);
                break;
            case 1 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, random.Next(Math.Min(40, bytes.Count - at) + 1));
                break;
            case 3:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
            case 4:
                var piece = bytes.GetRange(at, random.Next(Math.Min(30, bytes.Count - at) + 1));
                for (int times = random.Next(1, 20); times > 0; times--) bytes.InsertRange(at, piece);
                break;
            case 5:
                byte[] other = pool[random.Next(pool.Count)];
                int from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, random.Next(Math.Min(200, other.Length - from) + 1)).ToArray());
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }

    private void Keep(byte[] input)
    {
        if (pool.Count < Pool) pool.Add(input);
        else pool[random.Next(seeds.Count, Pool)] = input;
    }

    private byte[] Packed(byte[] input)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest)) packer.Write(input);
        byte[] bytes = packed.ToArray();
        if (random.Next(2) == 0) bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
