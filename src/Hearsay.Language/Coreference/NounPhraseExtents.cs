namespace Hearsay.Language.Coreference;

/// <summary>
/// First and last token of the noun phrase that each token of a sentence heads: determiners, modifiers,
/// possessors and prepositional complements inside, relative clauses, appositions, conjuncts, the phrase's own
/// preposition and a final possessive mark outside. Computed bottom-up for all tokens at once, linear in the
/// sentence. Tokens that no path joins to the root keep themselves only.
/// </summary>
internal static class NounPhraseExtents
{
    /// <summary>Fills <paramref name="first"/> and <paramref name="last"/>, both at least as long as the sentence.</summary>
    public static void Compute(Sentence sentence, Span<int> first, Span<int> last)
    {
        int count = sentence.Tokens.Count;
        for (int i = 0; i < count; i++) first[i] = last[i] = i;
        if (sentence.Root < 0) return;
        int[] order = new int[count];
        int filled = 0;
        order[filled++] = sentence.Root;
        for (int at = 0; at < filled; at++)
            foreach (int child in sentence.Children(order[at]))
                if (filled < count) order[filled++] = child;
        for (int at = filled - 1; at > 0; at--)
        {
            int index = order[at];
            var token = sentence.Tokens[index];
            int head = token.Head;
            int leftmost = Leftmost(sentence, index, first[index]);
            if (head < 0 || !Belongs(token, sentence, head, leftmost)) continue;
            first[head] = Math.Min(first[head], leftmost);
            last[head] = Math.Max(last[head], last[index]);
        }
    }

    private static bool Belongs(Token token, Sentence sentence, int head, int leftmost) => token.Relation switch
    {
        "det" or "amod" or "compound" or "flat" or "fixed" or "goeswith" or "nummod" => true,
        "nmod" => token.DepRel == "nmod:poss" || !Detached(sentence, leftmost, head),
        "advmod" => token.Index < head && sentence.Child(head, "cop") < 0 && sentence.Tokens[head].Upos is not ("VERB" or "AUX"),
        _ => false,
    };

    // ", in a statement from …": a complement behind a comma or bracket is loosely attached.
    private static bool Detached(Sentence sentence, int leftmost, int head) =>
        leftmost > head + 1 && sentence.Tokens[leftmost - 1].Form is "," or "(" or "-" or "–" or "—" or ":" or "[";

    // A complement brings its preposition along, a possessor its mark: they lie between it and the head.
    private static int Leftmost(Sentence sentence, int index, int first)
    {
        int @case = sentence.Child(index, "case");
        return @case >= 0 && @case < first ? @case : first;
    }
}
