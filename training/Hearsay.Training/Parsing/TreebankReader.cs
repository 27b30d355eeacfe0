namespace Hearsay.Training.Parsing;

/// <summary>
/// Reads CoNLL-U (UD v2) into sentences: syntactic words only, so neither multiword-token lines nor empty nodes.
/// Names come from the Entity attributes of GUM's last column where the file declares them.
/// </summary>
internal static class TreebankReader
{
    public static List<GoldSentence> Read(string path)
    {
        var sentences = new List<GoldSentence>();
        var rows = new List<string[]>();
        bool entities = false;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("# global.Entity", StringComparison.Ordinal)) entities = true;
            if (line.Length == 0) Flush(sentences, rows, entities);
            if (line.Length == 0 || line[0] == '#') continue;
            string[] columns = line.Split('\t');
            if (columns.Length != 10) throw new InvalidDataException($"{path}:{number}: a CoNLL-U line has 10 columns, this one {columns.Length}.");
            if (!columns[0].AsSpan().ContainsAny('-', '.')) rows.Add(columns);
        }
        Flush(sentences, rows, entities);
        return sentences;
    }

    private static void Flush(List<GoldSentence> sentences, List<string[]> rows, bool entities)
    {
        if (rows.Count == 0) return;
        string[] Column(int c) => [.. rows.Select(r => r[c])];
        sentences.Add(new GoldSentence
        {
            Words = Column(1), Lemmas = Column(2), Upos = Column(3), Xpos = Column(4), Feats = Column(5),
            Heads = [.. rows.Select(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture))],
            Relations = Column(7),
            Names = entities ? EntityNames.Tags(rows) : null,
        });
        rows.Clear();
    }
}
