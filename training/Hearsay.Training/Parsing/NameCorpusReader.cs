namespace Hearsay.Training.Parsing;

/// <summary>
/// Reads the name corpora (Universal NER's EWT part, CrossNER politics, WikiGold) into one label scheme:
/// PER, ORG and LOC, as "B-" and "I-" tags. Kinds that the scheme lacks become "O".
/// </summary>
internal static class NameCorpusReader
{
    /// <summary>Words and tags, two columns at the given places, sentences separated by empty lines.</summary>
    public static List<GoldSentence> Read(string path, char separator, int wordColumn, int tagColumn, Func<string, string> kindOf)
    {
        var sentences = new List<GoldSentence>();
        var words = new List<string>();
        var labels = new List<string>();
        void Flush()
        {
            if (words.Count == 0) return;
            string?[] tags = Bio(labels, kindOf);
            var sentence = new GoldSentence { Words = [.. words], Names = tags };
            sentences.Add(sentence);
            words.Clear();
            labels.Clear();
        }
        foreach (string line in File.ReadLines(path))
        {
            if (line.Trim().Length == 0) Flush();
            if (line.Trim().Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            string[] columns = line.TrimEnd().Split(separator);
            if (columns.Length <= Math.Max(wordColumn, tagColumn) || columns[wordColumn].Length == 0) continue;
            words.Add(columns[wordColumn]);
            labels.Add(columns[tagColumn]);
        }
        Flush();
        return sentences;
    }

    /// <summary>Kind of a CrossNER politics label, "" for those outside the scheme.</summary>
    public static string CrossNerKind(string label) => label switch
    {
        "politician" or "person" => "PER",
        "politicalparty" or "organisation" => "ORG",
        "location" or "country" => "LOC",
        _ => "",
    };

    /// <summary>Kind of a label in the scheme of CoNLL 2003, "" for MISC and others.</summary>
    public static string PlainKind(string label) => label is "PER" or "ORG" or "LOC" ? label : "";

    // Accepts "I-X" without a "B-X" before it (WikiGold).
    private static string?[] Bio(List<string> labels, Func<string, string> kindOf)
    {
        var tags = new string?[labels.Count];
        string previous = "O";
        for (int i = 0; i < tags.Length; i++)
        {
            string label = labels[i];
            string kind = label.Length > 2 ? kindOf(label[2..]) : "";
            bool goes = label.Length > 2 && label[0] == 'I' && previous.Length > 2 && previous[2..] == label[2..];
            tags[i] = kind.Length == 0 ? "O" : (goes ? "I-" : "B-") + kind;
            previous = label;
        }
        return tags;
    }
}
