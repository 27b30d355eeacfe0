namespace Hearsay.Training.Parsing;

/// <summary>
/// Name tags from GUM's entity annotation (Zeldes 2017), which marks whole noun phrases of ten types, common nouns
/// included. Kept are persons, organisations and places whose head is a proper noun, cut down to the name itself:
/// determiners, titles, appositions and clauses fall away. Of nested names the outermost counts.
/// </summary>
internal static class EntityNames
{
    private static readonly HashSet<string> Titles = new(
        ("Mr. Mr Mrs. Mrs Ms. Ms Dr. Dr Prof. Professor President Vice Prime Minister Senator Sen. Representative Rep. Governor Gov. "
        + "Secretary General Gen. Colonel Col. Captain Capt. Lieutenant Lt. Sergeant Sgt. Major Admiral Judge Justice Chief Attorney "
        + "Chancellor Ambassador Foreign Defense Defence Chairman Chairwoman Chair Speaker Congressman Congresswoman Mayor Sheriff Officer "
        + "Director Bishop Archbishop Father Mother Mom Dad Uncle Aunt Sir Lord Lady Madam Miss Member Counsel Deputy Executive CEO Commissioner "
        + "Emperor Empress King Queen Prince Princess Duke Duchess Earl Count Countess Baron Baroness Protector Fellow Founder Owner Author Editor "
        + "Manager Coach Professors Dean Provost Rector Principal Inspector Detective Constable Private Corporal Commander Marshal Pastor Reverend Rev. "
        + "Rabbi Imam Saint St. Cardinal Abbot Grandma Grandpa Mum Mommy Daddy Dude Counselor Coordinator Minister Undersecretary Envoy Chairperson Vice-President").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Connectors = new(["of", "the", "for", "&", "'s", "de", "del", "la", "von", "van", "in", "on"], StringComparer.Ordinal);

    /// <summary>Tags of a sentence given as CoNLL-U rows.</summary>
    public static string?[] Tags(List<string[]> rows)
    {
        var tags = new string?[rows.Count];
        Array.Fill(tags, "O");
        foreach (var (type, start, end) in Spans(rows).OrderByDescending(s => s.End - s.Start))
        {
            string? kind = type switch { "person" => "PER", "organization" => "ORG", "place" => "LOC", _ => null };
            if (kind == null || Head(rows, start, end) is not { } head || !IsProper(rows[head])) continue;
            var (from, to) = Trim(rows, start, end, head, kind);
            if (from >= to || tags.AsSpan(from, to - from).IndexOfAnyExcept("O") >= 0) continue;
            for (int i = from; i < to; i++) tags[i] = (i == from ? "B-" : "I-") + kind;
        }
        return tags;
    }

    private static List<(string Type, int Start, int End)> Spans(List<string[]> rows)
    {
        var spans = new List<(string, int, int)>();
        var open = new List<(string Id, string Type, int Start)>();
        for (int i = 0; i < rows.Count; i++)
        {
            string? value = rows[i][9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            for (int at = 0; value != null && at < value.Length;)
            {
                if (value[at] == '(')
                {
                    int end = value.AsSpan(at + 1).IndexOfAny('(', ')') is var n and >= 0 ? at + 1 + n : value.Length;
                    string[] parts = value[(at + 1)..end].Split('-');
                    if (end < value.Length && value[end] == ')') spans.Add((parts[1], i, i + 1));
                    else open.Add((parts[0], parts[1], i));
                    at = end < value.Length && value[end] == ')' ? end + 1 : end;
                    continue;
                }
                int close = value.IndexOf(')', at);
                if (close < 0) break;
                string id = value[at..close];
                int found = open.FindLastIndex(o => o.Id == id);
                if (found >= 0)
                {
                    spans.Add((open[found].Type, open[found].Start, i + 1));
                    open.RemoveAt(found);
                }
                at = close + 1;
            }
        }
        return spans;
    }

    private static int? Head(List<string[]> rows, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            int head = int.Parse(rows[i][6], System.Globalization.CultureInfo.InvariantCulture) - 1;
            if ((head < start || head >= end) && rows[i][3] != "PUNCT") return i;
        }
        return null;
    }

    private static bool IsProper(string[] row) => row[4] is "NNP" or "NNPS" && !row[1].Contains('@') && !row[1].Contains("//", StringComparison.Ordinal);

    private static (int From, int To) Trim(List<string[]> rows, int start, int end, int head, string kind)
    {
        int from = head, to = head + 1;
        bool Joins(int i) => rows[i][4] == "HYPH" || rows[i][1] == "." || (kind != "PER" && Connectors.Contains(rows[i][1])) || (kind == "ORG" && rows[i][1] == "and");
        while (from > start)
        {
            int next = from - 1;
            while (next > start && Joins(next) && next > from - 3) next--;
            if (!IsProper(rows[next])) break;
            from = next;
        }
        while (to < end)
        {
            int next = to;
            while (next < end - 1 && Joins(next) && next < to + 2) next++;
            if (!IsProper(rows[next])) break;
            to = next + 1;
        }
        while (kind == "PER" && from < to && (Titles.Contains(rows[from][1]) || rows[from][4] == "HYPH")) from++;
        return (from, to);
    }
}
