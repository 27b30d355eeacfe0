namespace Hearsay.Language.Coreference;

/// <summary>
/// Finds which phrases of a text name the same person, body, place or thing. Takes the parsed sentences and their
/// names; gives one chain for each entity with at least two mentions, in the order of first mentions. A sequence
/// of deterministic sieves from the surest to the least sure (Raghunathan et al. 2010; Lee et al. 2013): names,
/// grammar, speakers of quotations, definite noun phrases, pronouns; each sees the entities that the ones before
/// built. Example: in "Kenyan Foreign Minister Amina Mohamed left. She … The minister …" all three are one chain
/// whose representative is "Kenyan Foreign Minister Amina Mohamed". The mention of a coordination ("Kim and Lee")
/// is headed by its conjunction. Unparsed sentences yield no mentions; nothing is thrown for odd trees. Linear in
/// the length of the text.
/// </summary>
public static class CoreferenceResolver
{
    /// <summary>
    /// The chains of a text. Sentences count by their position in the list; spans are taken from the tokens, so
    /// <paramref name="text"/> only has to be the one they point into. Sentences of more than 1,000 tokens are
    /// passed over. Names may come in any order; those outside the sentences are ignored.
    /// </summary>
    public static IReadOnlyList<CoreferenceChain> Resolve(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<Name> names) =>
        Resolve(text, sentences, names, (c, rivals, pool, topic) => AntecedentRanker.Instance.Choose(c, rivals, pool, topic));

    /// <summary>The same, with the antecedents of pronouns and common nouns chosen by <paramref name="choose"/>; training listens here.</summary>
    internal static IReadOnlyList<CoreferenceChain> Resolve(
        string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<Name> names,
        Func<Candidate, IReadOnlyList<Candidate>, EntityPool, Candidate?, Candidate?> choose)
    {
        if (text.Length == 0 || sentences.Count == 0) return [];
        var quotations = QuotationMap.Build(sentences);
        var candidates = CandidateFinder.Find(sentences, names, quotations);
        var pool = new EntityPool(candidates);
        var index = new HeadIndex(candidates, sentences.Count);
        NameSieve.Run(candidates, pool);
        LocalSieve.Run(candidates, pool, index);
        // Wire and encyclopedia texts name what they are about first.
        var topic = candidates.Find(static c => c is { Form: MentionForm.Name, Kind: not null });
        Candidate? Choose(Candidate c, IReadOnlyList<Candidate> rivals) => choose(c, rivals, pool, topic);
        NominalSieve.Run(candidates, pool, index, Choose);
        var speakers = SpeakerSieve.Run(sentences, candidates, quotations, pool, index);
        PronounSieve.Run(candidates, pool, index, speakers, Choose);
        return Chains(candidates, pool);
    }

    private static List<CoreferenceChain> Chains(List<Candidate> candidates, EntityPool pool)
    {
        var chains = new List<CoreferenceChain>();
        for (int root = 0; root < candidates.Count; root++)
        {
            if (pool.Find(candidates[root]) != root || pool.SizeOf(candidates[root]) < 2) continue;
            var members = new List<Candidate>(pool.Members(root));
            members.Sort(static (a, b) => a.Order.CompareTo(b.Order));
            var mentions = new Mention[members.Count];
            for (int i = 0; i < mentions.Length; i++) mentions[i] = members[i].Mention;
            chains.Add(new CoreferenceChain(chains.Count, mentions, Representative(members).Mention));
        }
        return chains;
    }

    // The fullest name; of equally full ones the first. Without names the first noun phrase, else the first mention.
    private static Candidate Representative(List<Candidate> members)
    {
        Candidate? best = null;
        foreach (var member in members)
        {
            if (best is null) best = member;
            else if (Rank(member) > Rank(best)) best = member;
        }
        return best!;
    }

    private static int Rank(Candidate c) => c.Form switch
    {
        MentionForm.Name => (c.Kind is not null ? 100 : 10) + c.NameWords.Length,
        MentionForm.Nominal => 1,
        _ => 0,
    };
}
