using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Hearsay.Bench;

/// <summary>
/// Writes a web archive of made-up news, the same one for the same seed: a warcinfo record, then for each page a request
/// and a response, gzip per record, as crawlers write them. Among the pages are other languages, redirects, pictures,
/// reprints, bodies that are chunked and bodies that only claim it, as in CC-NEWS.
/// </summary>
public static class WarcGenerator
{
    private static readonly string[] People = ["the minister", "the president", "the opposition leader", "the ambassador", "the governor", "a spokesman", "the general", "the mayor", "the bishop", "the union", "the envoy", "the judge"];
    private static readonly string[] Places = ["in the capital", "at the border", "in Geneva", "near the harbour", "in the northern province", "on the island", "at the embassy", "in parliament", "outside the court", "in the old town"];
    private static readonly string[] Acts = ["met", "criticised", "telephoned", "thanked", "accused", "warned", "received", "praised", "sued", "invited", "questioned", "supported"];
    private static readonly string[] Ends = ["before the talks were due to begin", "after a week of protests", "although nobody had expected it", "because the harvest had failed", "while the council was still sitting", "as prices rose again", "and said that more would follow", "but gave no reason for it"];
    private static readonly string[] German = ["Der Minister sprach am Montag mit der Presse über das Abkommen.", "Die Regierung hat sich nicht zu den Vorwürfen geäußert, und auch die Partei will noch warten.", "Es ist nicht klar, wann die Gespräche wieder beginnen werden."];

    /// <summary>Writes <paramref name="records"/> records to <paramref name="output"/>; gives the bytes before packing.</summary>
    public static long Write(Stream output, int records, int seed = 1, bool packed = true)
    {
        var random = new Random(seed);
        var earlier = new List<string>();
        long bytes = 0;
        for (int number = 0; number < records; number++)
        {
            var record = number == 0 ? Record(number, "warcinfo", null, "application/warc-fields", Encoding.UTF8.GetBytes("software: generator\r\n"))
                : number % 2 == 1 ? Record(number, "request", Address(number), "application/http; msgtype=request", Encoding.UTF8.GetBytes($"GET /{number} HTTP/1.1\r\nHost: news.example\r\n\r\n"))
                : Record(number, "response", Address(number), "application/http; msgtype=response", Response(number, random, earlier));
            bytes += record.Length;
            if (!packed) output.Write(record);
            else
                using (var member = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)) member.Write(record);
        }
        return bytes;
    }

    private static string Address(int number) => $"https://news.example/2024/03/{1 + number % 28:00}/story-{number}";

    private static byte[] Record(int number, string type, string? address, string contentType, byte[] block)
    {
        string header = $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2024-03-28T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:x12}>\r\n"
            + (address is null ? "" : $"WARC-Target-URI: {address}\r\n") + $"Content-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(header), .. block, .. "\r\n\r\n"u8];
    }

    private static byte[] Response(int number, Random random, List<string> earlier)
    {
        int kind = random.Next(100);
        if (kind < 5) return Encoding.UTF8.GetBytes("HTTP/1.1 301 Moved Permanently\r\nLocation: https://news.example/\r\n\r\n");
        if (kind < 8)
        {
            var picture = new byte[20_000];
            random.NextBytes(picture);
            return [.. "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n"u8, .. picture];
        }
        string story = kind < 20 ? string.Join(' ', Enumerable.Range(0, 40).Select(_ => German[random.Next(German.Length)]))
            : kind < 24 && earlier.Count > 0 ? earlier[random.Next(earlier.Count)]
            : Story(random);
        if (kind >= 24 && earlier.Count < 1000) earlier.Add(story);
        byte[] page = Encoding.UTF8.GetBytes(Page(number, story));
        string encoding = kind % 2 == 0 ? "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n" : "";
        byte[] body = kind % 10 == 3 ? [.. Encoding.ASCII.GetBytes(page.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. page, .. "\r\n0\r\n\r\n"u8] : page;
        return [.. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{encoding}\r\n"), .. body];
    }

    private static string Story(Random random)
    {
        var story = new StringBuilder();
        for (int sentences = random.Next(8, 40); sentences > 0; sentences--)
        {
            string who = People[random.Next(People.Length)];
            story.Append(char.ToUpperInvariant(who[0])).Append(who.AsSpan(1)).Append(CultureInfo.InvariantCulture,
                $" {Acts[random.Next(Acts.Length)]} {People[random.Next(People.Length)]} {Places[random.Next(Places.Length)]} {Ends[random.Next(Ends.Length)]}, {random.Next(2, 900)} people were told. ");
        }
        return story.ToString();
    }

    // As much furniture as text, and scripts besides: a page of a newspaper is mostly not its article.
    private static string Page(int number, string story)
    {
        string links = string.Concat(Enumerable.Range(0, 60).Select(i => $"<li class=\"item item-{i}\"><a href=\"/section/{i}/page-{number + i}\">More on section {i}</a></li>\n"));
        string paragraphs = string.Concat(story.Split(". ", StringSplitOptions.RemoveEmptyEntries).Chunk(3).Select(c => $"<p>{string.Join(". ", c)}.</p>\n"));
        string script = string.Concat(Enumerable.Range(0, 40).Select(i => $"window.slots.push({{id:{i},path:'/ad/{number}/{i}',size:[{300 + i},250]}});\n"));
        return $"<!doctype html><html lang=\"en\"><head><title>Story {number}</title><meta property=\"article:published_time\" content=\"2024-03-{1 + number % 28:00}T10:00:00Z\"><script>{script}</script></head>"
            + $"<body><nav><ul>{links}</ul></nav><article><h1>Story {number}</h1>{paragraphs}</article><footer><ul>{links}</ul></footer></body></html>";
    }
}
