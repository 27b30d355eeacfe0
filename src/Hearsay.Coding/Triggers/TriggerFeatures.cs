using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Triggers;

/// <summary>
/// What a <see cref="TriggerScorer"/> looks at: the word that may be an event, the words in each of its roles as vectors,
/// its prepositions and place in the clause, and what kind of parties stand on either side. A row of <see cref="Size"/>
/// numbers, most of them zero.
/// </summary>
public sealed class TriggerFeatures(WordVectors vectors)
{
    private const int Slots = 10, Form = 0, Lemma = 1, Subject = 2, Object = 3, Oblique = 4, Complement = 5, Attribute = 6, Adverb = 7, Governor = 8, Beyond = 9;

    private static readonly string[] Prepositions = ["to", "with", "for", "against", "on", "over", "of", "in", "from", "by", "at", "into", "after", "between", "out"];
    private static readonly string[] Relations = ["root", "conj", "ccomp", "xcomp", "acl", "advcl", "obj", "nsubj", "obl", "nmod", "compound", "amod", "appos", "parataxis"];
    private static readonly string[] Sectors = ["GOV", "MIL", "COP", "REB", "UAF", "OPP", "LEG", "JUD", "PTY", "CVL", "BUS", "JRN", "LAB", "EDU", "CRM", "REF", "SPY", "ELI", "REL", "SOC"];

    private static readonly int Flags = 6 + Prepositions.Length + Relations.Length;
    private static readonly int Party = 5 + Sectors.Length;

    /// <summary>How many numbers describe a word.</summary>
    public static int Size { get; } = Slots * WordVectors.Size + Flags + 2 * Party;

    /// <summary>Whether a word can be an event at all: a verb, a common noun, a participle or an adjective.</summary>
    public static bool IsCandidate(Token token) =>
        token.Upos is "VERB" or "NOUN" or "ADJ" || token.Upos != "AUX" && token.Xpos.StartsWith("VB", StringComparison.Ordinal);

    /// <summary>Describes token <paramref name="index"/> of the sentence of <paramref name="graph"/>; <paramref name="row"/> is overwritten.</summary>
    public void Fill(PredicateGraph graph, ActorIndex actors, int index, Span<float> row)
    {
        row.Clear();
        var sentence = graph.Sentence;
        var token = sentence.Tokens[index];
        Add(token.Form, 1, Form, row);
        Add(token.Lemma, 1, Lemma, row);
        var arguments = graph.Arguments(index);
        Span<int> counts = stackalloc int[Slots];
        foreach (var a in arguments) counts[SlotOf(a)]++;
        var flags = row[(Slots * WordVectors.Size)..];
        foreach (var a in arguments)
        {
            int slot = SlotOf(a);
            Add(sentence.Tokens[a.Head].Lemma, 1f / counts[slot], slot, row);
            if (a.Role == Role.Oblique) Mark(Prepositions, a.Preposition, flags[6..]);
            if (a.Role is Role.Object or Role.Complement)
                foreach (var b in graph.Arguments(a.Head))
                    if (b.Role is Role.Object or Role.Oblique or Role.Modifier && b.Head != index) Add(sentence.Tokens[b.Head].Lemma, 0.5f, Beyond, row);
        }
        if (token.Head >= 0) Add(sentence.Tokens[token.Head].Lemma, 1, Governor, row);
        flags[0] = token.Upos == "NOUN" ? 1 : 0;
        flags[1] = token.Upos == "ADJ" ? 1 : 0;
        flags[2] = token.Upos == "VERB" && graph.IsPassive(index) ? 1 : 0;
        flags[3] = counts[Subject] > 0 ? 1 : 0;
        flags[4] = counts[Object] > 0 ? 1 : 0;
        flags[5] = counts[Oblique] > 0 ? 1 : 0;
        Mark(Relations, token.Relation, flags[(6 + Prepositions.Length)..]);
        foreach (var a in arguments)
            if (a.Role is Role.Subject or Role.Possessor) Describe(actors, sentence.Index, a.Head, flags[Flags..]);
            else if (a.Role is Role.Object or Role.Indirect or Role.Oblique) Describe(actors, sentence.Index, a.Head, flags[(Flags + Party)..]);
    }

    private static int SlotOf(Argument a) => a.Role switch
    {
        Role.Subject => Subject,
        Role.Object or Role.Indirect => Object,
        Role.Oblique => Oblique,
        Role.Complement => Complement,
        Role.Possessor or Role.Modifier => Attribute,
        _ => Adverb,
    };

    private void Add(string word, float weight, int slot, Span<float> row)
    {
        int found = vectors.Find(word);
        if (found >= 0) vectors.Add(found, weight, row.Slice(slot * WordVectors.Size, WordVectors.Size));
    }

    private static void Mark(string[] names, string name, Span<float> into)
    {
        int found = Array.IndexOf(names, name);
        if (found >= 0) into[found] = 1;
    }

    private static void Describe(ActorIndex actors, int sentence, int head, Span<float> into)
    {
        foreach (var party in actors.At(sentence, head))
        {
            if (!party.CanAct) continue;
            into[0] = 1;
            if (party.Code is not null) into[1] = 1;
            if (party.Country.Length > 0) into[2] = 1;
            if (party.Country.Length > 0 && party.Sectors.Count == 0) into[3] = 1;
            if (party.IsPerson) into[4] = 1;
            foreach (string sector in party.Sectors) Mark(Sectors, sector, into[5..]);
        }
    }
}
