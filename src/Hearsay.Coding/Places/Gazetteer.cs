using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Places;

/// <summary>
/// The populated places and first-order divisions of the world, read from <c>gazetteer.bin.gz</c>: columns of one
/// table sorted by folded name, searched by bisection, so loading is one inflation and no index is built. The file
/// is written by <see cref="Write"/> (see training/Hearsay.Places); a file of another version is refused with a
/// <see cref="KnowledgeException"/>. Immutable and safe to share between threads.
/// </summary>
public sealed class Gazetteer
{
    private const uint Magic = 0x3247_5348; // "HSG2"
    private readonly byte[] data;
    private readonly string[] countries;
    private readonly string[] divisions;
    private readonly int count;
    private readonly int keyEnds, nameEnds, ids, lats, lons, populations, divisionOf, countryOf, rankOf, keys, names;

    private Gazetteer(byte[] data, string path)
    {
        this.data = data;
        using var reader = new BinaryReader(new MemoryStream(data));
        if (reader.ReadUInt32() != Magic) throw Damaged(path);
        count = reader.ReadInt32();
        countries = new string[reader.ReadInt32()];
        for (int i = 0; i < countries.Length; i++) countries[i] = reader.ReadString();
        divisions = new string[reader.ReadInt32()];
        for (int i = 0; i < divisions.Length; i++) divisions[i] = reader.ReadString();
        int at = ((int)reader.BaseStream.Position + 3) / 4 * 4;
        keyEnds = at;
        nameEnds = keyEnds + 4 * count;
        ids = nameEnds + 4 * count;
        lats = ids + 4 * count;
        lons = lats + 4 * count;
        populations = lons + 4 * count;
        divisionOf = populations + 4 * count;
        countryOf = divisionOf + 2 * count;
        rankOf = countryOf + count;
        keys = rankOf + count;
        names = keys + (count > 0 ? Int(keyEnds, count - 1) : 0);
    }

    /// <summary>Number of rows; a place with several names has one row for each.</summary>
    public int Count => count;

    private static KnowledgeException Damaged(string path) =>
        new("HS2043", path, 1, 1, "This is no gazetteer of this version.", "Restore it from the release, or make it anew with training/Hearsay.Places.");

    /// <summary>Reads the file.</summary>
    /// <exception cref="KnowledgeException">HS2001 missing file, HS2043 damaged or of another version.</exception>
    public static Gazetteer Load(string path)
    {
        if (!File.Exists(path)) throw new KnowledgeException("HS2001", path, 1, 1, "The gazetteer is missing.", "Restore it, or point --data at a complete data folder.");
        try
        {
            return new Gazetteer(Inflate(path), path);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw Damaged(path);
        }
    }

    private static byte[] Inflate(string path)
    {
        using var file = File.OpenRead(path);
        // gzip ends with the inflated size, which saves growing a buffer.
        var trailer = new byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Seek(0, SeekOrigin.Begin);
        int length = BitConverter.ToInt32(trailer);
        if (length is < 16 or > 1 << 28) throw new InvalidDataException();
        var data = new byte[length];
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        gzip.ReadExactly(data);
        return data;
    }

    /// <summary>Adds every entry whose folded name is <paramref name="folded"/> to <paramref name="into"/>.</summary>
    public void Find(ReadOnlySpan<char> folded, List<Place> into)
    {
        Span<byte> key = stackalloc byte[256];
        if (folded.Length == 0 || folded.Length > 80) return;
        key = key[..Encoding.UTF8.GetBytes(folded, key)];
        for (int i = LowerBound(key); i < count && Key(i).SequenceEqual(key); i++) into.Add(At(i));
    }

    /// <summary>Whether any entry has this folded name; costs no allocation.</summary>
    public bool Contains(ReadOnlySpan<char> folded)
    {
        Span<byte> key = stackalloc byte[256];
        if (folded.Length == 0 || folded.Length > 80) return false;
        key = key[..Encoding.UTF8.GetBytes(folded, key)];
        int i = LowerBound(key);
        return i < count && Key(i).SequenceEqual(key);
    }

    /// <summary>The country of the town nearest to a point; looks at every row.</summary>
    public string? CountryAt(double lat, double lon)
    {
        double nearest = double.MaxValue, scale = Math.Cos(double.DegreesToRadians(lat));
        int at = -1;
        for (int i = 0; i < count; i++)
        {
            if ((PlaceRank)data[rankOf + i] is PlaceRank.Division or PlaceRank.County) continue;
            double north = Int(lats, i) / 1e5 - lat, east = (Int(lons, i) / 1e5 - lon) * scale;
            if (north * north + east * east is var distance && distance < nearest) (nearest, at) = (distance, i);
        }
        return at >= 0 && countries[data[countryOf + at]] is { Length: > 0 } country ? country : null;
    }

    /// <summary>Writes rows, in any order, as a gazetteer file.</summary>
    public static void Write(string path, IEnumerable<(string Key, Place Place)> rows)
    {
        var sorted = rows.Select(r => (Key: Encoding.UTF8.GetBytes(r.Key), r.Place)).ToArray();
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key) is var c and not 0 ? c
            : b.Place.Population != a.Place.Population ? b.Place.Population.CompareTo(a.Place.Population)
            : (a.Place.GeonameId ?? 0).CompareTo(b.Place.GeonameId ?? 0));
        var countries = sorted.Select(r => r.Place.Country ?? "").Distinct().Order(StringComparer.Ordinal).ToArray();
        var divisions = sorted.Select(r => r.Place.Admin1 ?? "").Distinct().Order(StringComparer.Ordinal).ToArray();
        using var memory = new MemoryStream();
        var writer = new BinaryWriter(memory);
        writer.Write(Magic);
        writer.Write(sorted.Length);
        writer.Write(countries.Length);
        foreach (var c in countries) writer.Write(c);
        writer.Write(divisions.Length);
        foreach (var d in divisions) writer.Write(d);
        while (memory.Position % 4 != 0) writer.Write((byte)0);
        var nameBytes = sorted.Select(r => Encoding.UTF8.GetBytes(r.Place.Name)).ToArray();
        int end = 0;
        foreach (var r in sorted) writer.Write(end += r.Key.Length);
        end = 0;
        foreach (var n in nameBytes) writer.Write(end += n.Length);
        foreach (var r in sorted) writer.Write(r.Place.GeonameId ?? 0);
        foreach (var r in sorted) writer.Write((int)Math.Round(r.Place.Lat * 1e5));
        foreach (var r in sorted) writer.Write((int)Math.Round(r.Place.Lon * 1e5));
        foreach (var r in sorted) writer.Write((int)Math.Min(r.Place.Population, int.MaxValue));
        foreach (var r in sorted) writer.Write((ushort)Array.BinarySearch(divisions, r.Place.Admin1 ?? "", StringComparer.Ordinal));
        foreach (var r in sorted) writer.Write((byte)Array.BinarySearch(countries, r.Place.Country ?? "", StringComparer.Ordinal));
        foreach (var r in sorted) writer.Write((byte)r.Place.Rank);
        foreach (var r in sorted) writer.Write(r.Key);
        foreach (var n in nameBytes) writer.Write(n);
        writer.Flush();
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        gzip.Write(memory.GetBuffer(), 0, (int)memory.Length);
    }

    private Place At(int i)
    {
        int from = i == 0 ? 0 : Int(nameEnds, i - 1);
        var rank = (PlaceRank)data[rankOf + i];
        string country = countries[data[countryOf + i]], division = divisions[MemoryMarshal.Read<ushort>(data.AsSpan(divisionOf + 2 * i))];
        return new Place(
            Encoding.UTF8.GetString(data, names + from, Int(nameEnds, i) - from),
            country.Length > 0 ? country : null,
            division.Length > 0 ? division : null,
            Int(lats, i) / 1e5,
            Int(lons, i) / 1e5,
            Int(ids, i) is var id and > 0 ? id : null,
            rank is PlaceRank.Division or PlaceRank.County ? "A" : "P",
            Int(populations, i),
            rank);
    }

    private int LowerBound(ReadOnlySpan<byte> key)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Key(middle).SequenceCompareTo(key) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private ReadOnlySpan<byte> Key(int i)
    {
        int from = i == 0 ? 0 : Int(keyEnds, i - 1);
        return data.AsSpan(keys + from, Int(keyEnds, i) - from);
    }

    private int Int(int column, int i) => MemoryMarshal.Read<int>(data.AsSpan(column + 4 * i));
}
