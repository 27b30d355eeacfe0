using Hearsay.Coding.Knowledge;

namespace Hearsay.Coding.Quotations;

/// <summary>What proves that a cue attributes.</summary>
public enum CueProof
{
    /// <summary>A clause alone.</summary>
    Clause,

    /// <summary>A clause with somebody who can speak for its subject.</summary>
    Speaker,

    /// <summary>Quotation marks only: verbs of thought, knowledge and showing.</summary>
    Marks,
}

/// <summary>One reporting cue: what complements it takes, how it names the addressee, the stance it gives the speaker.</summary>
/// <param name="Text">Lemma or phrase, lower case ("point out", "according to").</param>
/// <param name="Class">say, tell, claim, deny, believe …</param>
/// <param name="Addressee">dobj, to or none.</param>
/// <param name="Complements">any of that, to, wh, np, quote, ing, any.</param>
/// <param name="Stance">asserts, denies, uncertain, asks, promises, threatens, demands, hopes, fears, none.</param>
/// <param name="Proof">What proves an attribution.</param>
/// <param name="Reference">How a trace names the row.</param>
public sealed record Cue(string Text, string Class, string Addressee, string[] Complements, string Stance, CueProof Proof, string Reference)
{
    /// <summary>Whether the cue takes complements of this kind.</summary>
    public bool Takes(string complement) => Complements.Contains(complement) || Complements.Contains("any");
}

/// <summary>
/// The reporting cues of data/lexicons/cues.csv, by part of speech. Its column "strength" is strong (a clause proves
/// the attribution), weak (with a speaker) or marks (only with quotation marks).
/// </summary>
public sealed class CueTable
{
    private readonly Dictionary<string, Cue> verbs = [];
    private readonly Dictionary<string, Cue> nouns = [];
    private readonly Dictionary<string, Cue> prepositions = [];
    private readonly HashSet<string> prepositionStarts = [];

    private CueTable() { }

    /// <summary>Reads the table.</summary>
    public static CueTable Load(string file)
    {
        var table = new CueTable();
        foreach (var row in CsvTable.Read(file, "cue", "pos", "class", "addressee", "complement", "stance", "strength").Rows)
        {
            var proof = row["strength"] switch { "strong" => CueProof.Clause, "marks" => CueProof.Marks, _ => CueProof.Speaker };
            var cue = new Cue(row["cue"], row["class"], row["addressee"], row.Values("complement"), row["stance"], proof, row.Reference(row["cue"]));
            switch (row["pos"])
            {
                case "verb": table.verbs.TryAdd(cue.Text, cue); break;
                case "noun": table.nouns.TryAdd(cue.Text, cue); break;
                case "prep": table.AddPreposition(cue); break;
            }
        }
        return table;
    }

    /// <summary>The cue of a verb lemma, alone or with its particle or preposition ("point out"), or null.</summary>
    public Cue? Verb(string lemma, string? particle) =>
        particle is not null && verbs.TryGetValue(lemma + " " + particle, out var phrasal) ? phrasal : verbs.GetValueOrDefault(lemma);

    /// <summary>The cue of a noun lemma, or null.</summary>
    public Cue? Noun(string lemma) => nouns.GetValueOrDefault(lemma);

    /// <summary>The cue of a preposition ("according to"), or null.</summary>
    public Cue? Preposition(string phrase) => prepositions.GetValueOrDefault(phrase);

    /// <summary>Whether any preposition of the table begins with the word.</summary>
    public bool BeginsPreposition(string word) => prepositionStarts.Contains(word);

    private void AddPreposition(Cue cue)
    {
        prepositions.TryAdd(cue.Text, cue);
        prepositionStarts.Add(cue.Text.Split(' ')[0]);
    }
}
