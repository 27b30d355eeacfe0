using Hearsay.Coding.Places;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// The actors of one document. <see cref="At"/> answers for the noun phrase headed by a token, using what the
/// phrase itself says, then what other mentions of the same entity say. Answers are kept, so asking twice is free.
/// Not safe for use by several threads at once.
/// </summary>
public sealed class ActorIndex
{
    // Sectors whose people are at home where things happen to them; fugitives, and gunmen of unknown allegiance, are not.
    private static readonly HashSet<string> Homeless = ["REF", "IGO", "UNO", "NGO", "IMG", "MNC", "EUR", "ISM"];

    private static readonly HashSet<string> Abroad = ["foreign", "international", "multinational", "western", "european", "african", "arab", "asian", "regional", "global", "world", "allied", "overseas", "gulf", "nordic", "baltic", "caribbean", "american-led", "nato", "g7", "undersigned", "white", "latin"];

    private static readonly HashSet<string> Lands = ["country", "nation", "kingdom", "republic", "emirate", "sultanate", "homeland", "fatherland", "motherland"];

    private static readonly HashSet<string> Travellers = ["tourist", "holidaymaker", "backpacker", "traveller", "traveler", "visitor", "foreigner", "expatriate", "expat", "westerner", "national", "migrant", "passenger"];

    private readonly Document document;
    private readonly MentionReader reader;
    private readonly Dictionary<(int Sentence, int Head), IReadOnlyList<ResolvedActor>> known = [];
    private readonly Dictionary<int, ResolvedActor?> byChain = [];
    private readonly HomeCountries homes;
    private readonly OfficeHolders offices;

    internal ActorIndex(ActorTables tables, Func<string, string?> countryOfPlace, Document document, DateOnly? publishedOn, IReadOnlyList<PlaceMention> places, string? outletCountry)
    {
        this.document = document;
        PublishedOn = publishedOn;
        reader = new MentionReader(tables, countryOfPlace, document, publishedOn, places);
        homes = new HomeCountries(document, reader.Names, places, outletCountry);
        offices = new OfficeHolders(document, tables, reader.Names, publishedOn);
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
        if (local.Count == 1 && (Apposed(local[0]) ?? offices.Holder(local[0])) is { } named) return known[(sentence, head)] = [named];
        if (local.Count == 1 && Merge(local[0], ChainKnowledge(sentence, head)) is var merged) local = Owned(merged) ?? [Located(merged)];
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

    // "Marlow, a Jersey Democrat who has been endorsed": what is said of the description is said of him.
    private ResolvedActor? Apposed(ResolvedActor local)
    {
        var s = document.Sentences[local.Sentence];
        if (s.Tokens[local.Head] is not { Relation: "appos", Xpos: "NN" or "NNP", Head: >= 0 and var name } || s.Tokens[name].Upos != "PROPN" || local.IsPerson && local.Name is not null) return null;
        if (local.Kind is not (null or ActorKind.Organization or ActorKind.People)) return null;
        var person = At(local.Sentence, name)[0];
        return person is { IsPerson: true, Name: not null } ? person with { Head = local.Head, Span = local.Span } : null;
    }

    // "Both countries", "the two governments": the two states that the text has named last.
    private List<ResolvedActor>? Both(int sentence, int head)
    {
        var s = document.Sentences[sentence];
        if (s.Tokens[head].Xpos != "NNS" || !PersonNouns.IsPeer(s.Tokens[head].Lemma)) return null;
        if (!s.Children(head).Any(c => c < head && s.Tokens[c].Lemma.ToLowerInvariant() is "both" or "two") || s.Children(head).Any(c => s.Tokens[c].Relation is "nmod" or "amod" or "compound")) return null;
        var found = reader.Names.LastCountries(sentence, s.Tokens[head].Span.Start);
        if (found.Count != 2) return null;
        var local = reader.Read(sentence, head)[0];
        return [.. found.Select(c => local with { Name = reader.Tables.NameOfCountry(c), Country = c, Sectors = s.Tokens[head].Lemma is "country" or "nation" or "state" or "neighbour" or "neighbor" or "side" ? [] : local.Sectors.Count > 0 ? local.Sectors : ["GOV"], Kind = ActorKind.Country, CanAct = true, Rows = [$"countries:{c}"] })];
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

    // "The army", "prosecutors", "the miners": people of no named country are at home where the text is.
    private ResolvedActor Located(ResolvedActor actor)
    {
        if (actor is { IsPerson: true, Code: null, Name: not null }) return actor with { Home = HomeOf(actor) ?? "" };
        if (actor.Country.Length > 0 || actor.Sectors.Count == 0 || Homeless.Contains(actor.Sectors[0]) || IsFromElsewhere(actor)) return actor;
        if (actor.Subkind == "religious" || actor.Sectors[0] == "REL" && IsOfABody(actor)) return actor; // a church that is at home in many countries
        if (HomeOf(actor) is not { } country) return actor;
        bool land = actor.Name is null && Lands.Contains(document.Sentences[actor.Sentence].Tokens[actor.Head].Lemma.ToLowerInvariant());
        return actor with { Country = country, Sectors = land ? [] : actor.Sectors, Rows = [.. actor.Rows, $"context:{country}"] };
    }

    // Somebody with a name is at home where the article first names him, not wherever he is named again.
    private string? HomeOf(ResolvedActor actor)
    {
        var (sentence, head) = actor.IsPerson && document.ChainOf(actor.Sentence, actor.Head) is { } chain ? (chain.Mentions[0].Sentence, chain.Mentions[0].Head) : (actor.Sentence, actor.Head);
        return homes.Of(sentence, head);
    }

    // "Former members of the Church", "an attorney for the order".
    private bool IsOfABody(ResolvedActor actor)
    {
        var s = document.Sentences[actor.Sentence];
        return s.Tokens[actor.Head].Upos == "NOUN" && s.Children(actor.Head).Any(c => c > actor.Head && s.Tokens[c] is { Relation: "nmod", Upos: "PROPN" } && ArgumentReader.Case(s, c) is "of" or "for");
    }

    // Travellers, "foreign fighters", "the ministers of five states".
    private bool IsFromElsewhere(ResolvedActor actor)
    {
        var sentence = document.Sentences[actor.Sentence];
        var head = sentence.Tokens[actor.Head];
        if (actor.IsPerson || actor.Name is not null || head.Upos == "PRON") return false;
        if (actor.Rows.Count == 0 && sentence.Children(actor.Head).Any(c => sentence.Tokens[c].DepRel == "nmod:poss")) return true; // "her mother"
        // "Families from Central America": from no country that is told, but not from here.
        if (sentence.Children(actor.Head).Any(c => c > actor.Head && sentence.Tokens[c] is { Relation: "nmod", Upos: "PROPN" } && ArgumentReader.Case(sentence, c) == "from")) return true;
        if (Travellers.Contains(head.Lemma) || head.Xpos == "NNS" && PersonNouns.IsPeer(head.Lemma) && head.Lemma != "minister" && actor.Sectors[0] == "GOV") return true;
        foreach (int c in sentence.Children(actor.Head))
            if (c < actor.Head && sentence.Tokens[c].Relation is "amod" or "compound" && Abroad.Contains(sentence.Tokens[c].Lemma.ToLowerInvariant())) return true;
        return false;
    }

    // "Its navy", "their leaders", "his government", "whose central bank": of whoever the possessor stands for.
    private List<ResolvedActor>? Owned(ResolvedActor actor)
    {
        if (actor.Country.Length > 0 || actor.Subkind == TitleEntry.Relation || actor.Kind is not null) return null;
        var s = document.Sentences[actor.Sentence];
        int possessor = s.Children(actor.Head).FirstOrDefault(c => c < actor.Head && s.Tokens[c] is { DepRel: "nmod:poss", Upos: "PRON" or "DET" }, -1);
        if (possessor < 0 || actor is { Rows.Count: 0, Sectors.Count: 0 }) return null;
        var owners = Possessors(s, possessor).Where(o => o.Country.Length > 0).DistinctBy(o => o.Country).ToList();
        if (owners.Count == 0 || owners.Count > 1 && s.Tokens[actor.Head].Xpos != "NNS") return null;
        return [.. owners.Select(o => actor with
        {
            Country = o.Country,
            Sectors = actor.Sectors.Count > 0 ? actor.Sectors : o.Sectors.Count > 0 ? o.Sectors : ["GOV"],
            Rows = [.. actor.Rows, .. o.Rows],
        })];
    }

    // Whom a possessive pronoun stands for: whom coreference says, the noun that "whose" hangs on, else the nearest subject
    // above it that has a country.
    private IReadOnlyList<ResolvedActor> Possessors(Sentence s, int pronoun)
    {
        var told = At(s.Index, pronoun);
        if (told[0].Country.Length > 0) return told;
        int at = s.Tokens[pronoun].Head;
        string form = s.Tokens[pronoun].Form.ToLowerInvariant();
        for (int steps = 0; at >= 0 && steps < 12; at = s.Tokens[at].Head, steps++)
        {
            if (form == "whose" && s.Tokens[at] is { DepRel: "acl:relcl", Head: >= 0 and var noun }) return At(s.Index, noun);
            int subject = form == "whose" ? -1 : s.Child(at, "nsubj");
            if (subject < 0 || s.Dominates(subject, pronoun) || subject == s.Tokens[pronoun].Head || s.Tokens[subject].Upos == "PRON" && s.Tokens[subject].Head == at && s.Tokens[at].DepRel == "acl:relcl") continue;
            var party = At(s.Index, subject);
            bool fits = form is "its" ? !party[0].IsPerson : form is "his" or "her" ? party[0].IsPerson : form is "their" && (party.Count > 1 || s.Tokens[subject].Xpos is "NNS" or "NNPS" || s.Children(subject).Any(c => s.Tokens[c].Relation == "conj"));
            if (!fits || party[0].Country.Length == 0) continue;
            return [.. party, .. s.Children(subject).Where(c => form == "their" && s.Tokens[c].Relation == "conj").SelectMany(c => At(s.Index, c))];
        }
        return [];
    }

    private ResolvedActor? ChainKnowledge(int sentence, int head)
    {
        if (document.ChainOf(sentence, head) is not { } chain) return null;
        if (byChain.TryGetValue(chain.Id, out var answer)) return answer;
        byChain[chain.Id] = null; // a possessor inside the chain may ask again
        ResolvedActor? best = null;
        string? words = null;
        var names = new List<string>();
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun) continue;
            var actor = reader.Read(mention.Sentence, mention.Head)[0];
            words ??= reader.ProperNames.Words(document.Sentences[mention.Sentence], mention);
            if (actor.Name is { } n && mention.Form == MentionForm.Name) names.Add(n);
            if (best is null || actor.Knowledge > best.Knowledge || actor.Knowledge == best.Knowledge && Identity(actor) > Identity(best) || (actor.CanAct && !best.CanAct)) best = actor;
        }
        string? name = names.Count == 0 ? best?.Name : best!.Known is { } known ? reader.ProperNames.Fullest(names, known) : reader.ProperNames.Inside(names) ?? names.MaxBy(n => n.Length);
        return byChain[chain.Id] = best is null ? null : best with { Name = name, Referent = words };
    }

    // How surely a mention says who somebody is: by a full name that the tables know, by a known surname, by a description.
    private static int Identity(ResolvedActor actor) => actor.Known is null ? 0 : actor.Name?.Contains(' ', StringComparison.Ordinal) == true ? 2 : 1;

    private ResolvedActor Merge(ResolvedActor local, ResolvedActor? chain)
    {
        if (chain is null) return local;
        // A state's name says all; mentions that were wrongly linked with it would make it its own army.
        if (local.Kind is ActorKind.Country && !chain.IsPerson) return local;
        // Nor is a known person a tower or a firm that bears his name.
        if (local.Kind is ActorKind.Person && chain.Kind is ActorKind.Organization or ActorKind.Region or ActorKind.Outlet) return local with { Name = reader.Names.InFull(local) };
        // Nor one person another, though a chain may hold both by mistake.
        if (local is { IsPerson: true, Known: null, Name: { } here } && chain is { Known: not null, Name: { } there } && document.Names.Any(n => n.Sentence == local.Sentence && n.Kind == NameKind.Person && n.First <= local.Head && local.Head <= n.Last) && !here.Split(' ').Intersect(there.Split(' ')).Any()) return local;
        bool pronoun = document.Sentences[local.Sentence].Tokens[local.Head].Upos == "PRON";
        // "the Red Cross" is the British one where the article has named the British Red Cross.
        bool fuller = local is { Kind: ActorKind.Organization, Name: { } part } && chain.Name is { } whole && whole.Length > part.Length && whole.EndsWith(part, StringComparison.Ordinal);
        // A bare surname is that of the person whom the article calls by it, not of whoever is better known.
        bool namesake = local.Known is not null && chain.Known is not null && local.Known != chain.Known && Identity(local) < Identity(chain);
        bool contradiction = !fuller && !namesake && local.Country.Length > 0 && chain.Country.Length > 0 && local.Country != chain.Country;
        if (contradiction) return local;
        bool takeCode = namesake || fuller && chain.Knowledge > 0 || chain.Knowledge > local.Knowledge;
        string? name = local.Name is null || (chain.Name?.Length ?? 0) > local.Name.Length || chain.Known is not null && chain.Known == local.Known ? chain.Name ?? local.Name : local.Name;
        return local with
        {
            Name = name,
            Referent = pronoun && name is null ? chain.Referent : null,
            Country = takeCode ? chain.Country : local.Country,
            Sectors = namesake || takeCode && chain.Sectors.Count >= local.Sectors.Count ? chain.Sectors : local.Sectors,
            Kind = local.Kind ?? chain.Kind,
            Known = namesake ? chain.Known : local.Known ?? chain.Known,
            Subkind = local.Subkind.Length > 0 ? local.Subkind : chain.Subkind,
            CanAct = local.CanAct && !(pronoun && chain is { CanAct: false, Knowledge: 0, Name: null }) || (pronoun || local.Name is not null) && chain.CanAct,
            IsPerson = local.IsPerson || chain.IsPerson,
            Rows = takeCode ? [.. local.Rows, .. chain.Rows] : local.Rows,
        };
    }
}
