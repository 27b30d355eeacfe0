using System.Runtime.InteropServices;

namespace Hearsay.Language.Parsing;

/// <summary>
/// The embeddings of one kind of word key: rows of whole numbers of eight bits, each row with a scale that turns them
/// into floats. A quarter of the memory of floats, in the file and while parsing. Immutable.
/// </summary>
internal sealed unsafe class EmbeddingTable
{
    private const float Top = 127f;
    private readonly sbyte[] numbers;
    private readonly float[] scales;

    private EmbeddingTable(sbyte[] numbers, float[] scales, int width)
    {
        this.numbers = numbers;
        this.scales = scales;
        Width = width;
    }

    /// <summary>Numbers in a row; a multiple of 16.</summary>
    public int Width { get; }

    public ReadOnlySpan<sbyte> Row(int row) => numbers.AsSpan(row * Width, Width);

    /// <summary>What a one in a row stands for.</summary>
    public float Scale(int row) => scales[row];

    /// <summary>Rounds <paramref name="table"/>, of rows of <paramref name="width"/> floats.</summary>
    public static EmbeddingTable Round(ReadOnlySpan<float> table, int width)
    {
        var scales = new float[table.Length / width];
        var numbers = new sbyte[scales.Length * width];
        for (int r = 0; r < scales.Length; r++)
        {
            var row = table.Slice(r * width, width);
            float top = 0;
            foreach (float x in row) top = Math.Max(top, Math.Abs(x));
            scales[r] = top / Top;
            for (int j = 0; j < width && top > 0; j++) numbers[r * width + j] = (sbyte)MathF.Round(row[j] / scales[r]);
        }
        return new EmbeddingTable(numbers, scales, width);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before the table does.</exception>
    public static EmbeddingTable Read(BinaryReader reader, int rows, int width)
    {
        var table = new EmbeddingTable(new sbyte[checked(rows * width)], new float[rows], width);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(table.scales.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(table.numbers.AsSpan()));
        return table;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(MemoryMarshal.AsBytes(scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }
}
