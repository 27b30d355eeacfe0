using System.Runtime.CompilerServices;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// The actors of one document. <see cref="At"/> answers for the noun phrase headed by a token, using what the
/// phrase itself says, then what other mentions of the same entity say. Answers are kept, so asking twice is free.
/// Not safe for use by several threads at once.
/// </summary>
public sealed class ActorIndex
{
    private static readonly HashSet<string> Domestic = ["GOV", "MIL", "COP", "JUD", "LEG", "OPP", "PTY", "SPY", "REB", "UAF", "LAB", "EDU", "AGR"];

    private static readonly HashSet<string> Rooted = ["REL", "JRN", "MED", "SOC"];

    private static readonly HashSet<string> Travellers = ["tourist", "holidaymaker", "backpacker", "traveller", "traveler", "visitor", "foreigner", "expatriate", "expat", "westerner", "national", "migrant", "passenger"];

    private readonly Document document;
    private readonly MentionReader reader;
    private readonly Dictionary<(int Sentence, int Head), IReadOnlyList<ResolvedActor>> known = [];
    private readonly Dictionary<int, ResolvedActor?> byChain = [];
    private StrongBox<string?>? home;

    internal ActorIndex(ActorTables tables, Func<string, string?> countryOfPlace, Document document, DateOnly? publishedOn)
    {
        this.document = document;
        PublishedOn = publishedOn;
        reader = new MentionReader(tables, countryOfPlace, document, publishedOn);
    }

    /// <summary>Day of publication; null when unknown.</summary>
    public DateOnly? PublishedOn { get; }

    /// <summary>
    /// The parties meant by the phrase headed by token <paramref name="head"/>: usually one, several for
    /// "Serbian and Bulgarian police". Never empty; an unknown phrase gives an uncoded actor.
    /// </summary>
    public IReadOnlyList<ResolvedActor> At(int sentence, int head)
    {
        if (known.TryGetValue((sentence, head), out var answer)) return answer;
        if ((Together(sentence, head) ?? Both(sentence, head)) is { } several) return known[(sentence, head)] = several;
        var local = reader.Read(sentence, head);
        if (local.Count == 1) local = [Located(Merge(local[0], ChainKnowledge(sentence, head)))];
        return known[(sentence, head)] = local;
    }

    // "Russia and Iran said that they …": each of those whom a pronoun stands for.
    private List<ResolvedActor>? Together(int sentence, int head)
    {
        if (document.Sentences[sentence].Tokens[head].Upos != "PRON" || document.ChainOf(sentence, head) is not { } chain) return null;
        foreach (var mention in chain.Mentions)
        {
            var s = document.Sentences[mention.Sentence];
            if (s.Tokens[mention.Head].Upos != "CCONJ") continue;
            int first = s.Tokens[mention.Head].Head is var last and >= 0 ? s.Tokens[last].Head : -1;
            if (first < 0) continue;
            var span = reader.Read(sentence, head)[0].Span;
            int[] members = [first, .. s.Children(first).Where(c => s.Tokens[c].Relation == "conj")];
            return [.. members.SelectMany(m => At(mention.Sentence, m)).Select(a => a with { Sentence = sentence, Head = head, Span = span })];
        }
        return null;
    }

    // "Both countries", "the two governments": the two states that the text has named last.
    private List<ResolvedActor>? Both(int sentence, int head)
    {
        var s = document.Sentences[sentence];
        if (s.Tokens[head] is not { Xpos: "NNS", Lemma: "country" or "nation" or "state" or "government" or "neighbour" or "neighbor" }) return null;
        if (!s.Children(head).Any(c => c < head && s.Tokens[c].Lemma.ToLowerInvariant() is "both" or "two") || s.Children(head).Any(c => s.Tokens[c].Relation is "nmod" or "amod" or "compound")) return null;
        var found = reader.Names.LastCountries(sentence, s.Tokens[head].Span.Start);
        if (found.Count != 2) return null;
        var local = reader.Read(sentence, head)[0];
        return [.. found.Select(c => local with { Name = reader.Tables.NameOfCountry(c), Country = c, Sectors = s.Tokens[head].Lemma == "government" ? ["GOV"] : [], Kind = ActorKind.Country, CanAct = true, Rows = [$"countries:{c}"] })];
    }

    /// <summary>Whether the token names ground that can be held: a building, a road, a district.</summary>
    public bool IsGround(int sentence, int head) =>
        document.Sentences[sentence].Tokens[head] is { Upos: "NOUN" } token && reader.Tables.IsGround(token.Lemma);

    /// <summary>Whether the token names a thing that force can be used on ("bridge"); such a thing is no party.</summary>
    public bool IsTarget(int sentence, int head) =>
        document.Sentences[sentence].Tokens[head] is { Upos: "NOUN" } token && reader.Tables.IsTarget(token.Lemma);

    /// <summary>Whether two mentions are known to name the same party ("Iran" and "its").</summary>
    public bool AreOne(ResolvedActor a, ResolvedActor b)
    {
        if ((a.Sentence, a.Head) == (b.Sentence, b.Head)) return false;
        if (document.ChainOf(a.Sentence, a.Head) is { } chain && document.ChainOf(b.Sentence, b.Head)?.Id == chain.Id) return true;
        return a.Code is not null && a.Code == b.Code && document.Sentences[b.Sentence].Tokens[b.Head].Upos == "PRON"; // "Poland and Lithuania closed their borders"
    }

    /// <summary>Settles who is meant at a token, where more than the phrase and its chain tell: "we" in somebody's mouth.</summary>
    internal void Settle(int sentence, int head, ResolvedActor actor) =>
        known[(sentence, head)] = [actor with { Sentence = sentence, Head = head, Span = document.Sentences[sentence].Tokens[head].Span }];

    /// <summary>The name of the country with this code, or null.</summary>
    internal string? NameOfCountry(string code) => reader.Tables.NameOfCountry(code);

    /// <summary>The first party of <see cref="At"/>.</summary>
    public ResolvedActor One(int sentence, int head) => At(sentence, head)[0];

    // "The army", "prosecutors": a body of the state belongs to the one country that the sentence names, else to the
    // one that the article is about.
    private ResolvedActor Located(ResolvedActor actor)
    {
        if (actor.Country.Length > 0 || actor.Sectors.Count == 0) return actor;
        // Believers and newspapers are at home in the country that the whole article is about, where no table knows them.
        bool rooted = actor.Kind is null && Rooted.Contains(actor.Sectors[0]);
        bool local = IsLocal(actor);
        if (!rooted && !local && !Domestic.Contains(actor.Sectors[0])) return actor;
        // Somebody with a name is at home where the article first names him, not wherever he is named again.
        bool again = actor.IsPerson && document.ChainOf(actor.Sentence, actor.Head) is { } chain && chain.Mentions[0].Sentence != actor.Sentence;
        string? country = (again || rooted ? null : reader.Names.OnlyCountry(actor.Sentence)) ?? (local ? null : (home ??= new(reader.Names.DominantCountry())).Value);
        return country is null ? actor : actor with { Country = country, Rows = [.. actor.Rows, $"context:{country}"] };
    }

    // "At least 40 worshippers were killed in Kano": people without a name are at home where things happen to them;
    // travellers are not, and "her mother" is at home where her daughter is.
    private bool IsLocal(ResolvedActor actor)
    {
        var sentence = document.Sentences[actor.Sentence];
        return actor is { Kind: null, Name: null } && actor.Sectors[0] == "CVL" && sentence.Tokens[actor.Head] is { Upos: "NOUN" } head
            && !Travellers.Contains(head.Lemma) && !sentence.Children(actor.Head).Any(c => sentence.Tokens[c].DepRel == "nmod:poss");
    }

    private ResolvedActor? ChainKnowledge(int sentence, int head)
    {
        if (document.ChainOf(sentence, head) is not { } chain) return null;
        if (byChain.TryGetValue(chain.Id, out var known)) return known;
        byChain[chain.Id] = null; // a possessor inside the chain may ask again
        ResolvedActor? best = null;
        string? name = null;
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun) continue;
            var actor = reader.Read(mention.Sentence, mention.Head)[0];
            if (actor.Name is { } n && n.Length > (name?.Length ?? 0) && mention.Form == MentionForm.Name) name = n;
            if (best is null || actor.Knowledge > best.Knowledge || (actor.CanAct && !best.CanAct)) best = actor;
        }
        return byChain[chain.Id] = best is null ? null : best with { Name = name ?? best.Name };
    }

    private ResolvedActor Merge(ResolvedActor local, ResolvedActor? chain)
    {
        if (chain is null) return local;
        // A state's name says all; mentions that were wrongly linked with it would make it its own army.
        if (local.Kind is ActorKind.Country && !chain.IsPerson) return local;
        bool pronoun = document.Sentences[local.Sentence].Tokens[local.Head].Upos == "PRON";
        // "the Red Cross" is the British one where the article has named the British Red Cross.
        bool fuller = local is { Kind: ActorKind.Organization, Name: { } part } && chain.Name is { } whole && whole.Length > part.Length && whole.EndsWith(part, StringComparison.Ordinal);
        bool contradiction = !fuller && local.Country.Length > 0 && chain.Country.Length > 0 && local.Country != chain.Country;
        if (contradiction) return local;
        bool takeCode = fuller && chain.Knowledge > 0 || chain.Knowledge > local.Knowledge;
        string? name = local.Name is null || (chain.Name?.Length ?? 0) > local.Name.Length ? chain.Name ?? local.Name : local.Name;
        return local with
        {
            Name = name,
            Country = takeCode ? chain.Country : local.Country,
            Sectors = takeCode && chain.Sectors.Count >= local.Sectors.Count ? chain.Sectors : local.Sectors,
            Kind = local.Kind ?? chain.Kind,
            Subkind = local.Subkind.Length > 0 ? local.Subkind : chain.Subkind,
            CanAct = local.CanAct || (pronoun || local.Name is not null) && chain.CanAct,
            IsPerson = local.IsPerson || chain.IsPerson,
            Rows = takeCode ? [.. local.Rows, .. chain.Rows] : local.Rows,
        };
    }
}
