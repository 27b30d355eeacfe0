using Hearsay.Coding.Places;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Reads one noun phrase: which names, nationalities, titles and role nouns it holds and what they add up to. It
/// looks at the phrase, its possessor, its "of"-, "in"- and "for"-phrases and its apposition, nothing else.
/// </summary>
internal sealed class MentionReader(ActorTables tables, Func<string, string?> countryOfPlace, Document document, DateOnly? publishedOn, IReadOnlyList<PlaceMention> places)
{
    public ActorTables Tables => tables;

    /// <summary>Gives the names of phrases.</summary>
    public ProperNames ProperNames => proper;

    /// <summary>Finds names and the countries they stand for.</summary>
    public NameFinder Names => finder;

    private const int DeepestDescription = 4;

    // Sectors of bodies whose presidents govern no state.
    private static readonly HashSet<string> Private = ["SOC", "BUS", "EDU", "MED", "LAB", "JRN", "REL", "AGR"];

    private readonly NameFinder finder = new(tables, document, publishedOn, places);
    private readonly TitleFinder titles = new(tables);
    private readonly ProperNames proper = new(document, tables, new TitleFinder(tables));
    private readonly DividedNames divided = new(tables, document);
    private readonly Dictionary<(int, int), IReadOnlyList<ResolvedActor>> memo = [];

    /// <summary>The parties meant by the phrase headed by <paramref name="head"/>; at least one.</summary>
    public IReadOnlyList<ResolvedActor> Read(int sentence, int head) => Read(sentence, head, 0);

    private IReadOnlyList<ResolvedActor> Read(int sentence, int head, int depth)
    {
        if (memo.TryGetValue((sentence, head), out var done)) return done;
        var s = document.Sentences[sentence];
        var phrase = NounPhrase.Of(s, head);
        var names = finder.Find(s, phrase);
        if (depth < DeepestDescription && PersonNouns.IsQuantity(s.Tokens[head].Lemma) && Counted(s, head) is >= 0 and int counted)
            return memo[(sentence, head)] = [.. Read(sentence, counted, depth + 1).Select(a => a with { Head = head, Span = phrase.Span(s).Cover(a.Span) })];
        var result = ReadPhrase(s, phrase, names, depth);
        if (divided.At(s, head, names.Find(n => n.Last == head)) is { Count: > 0 } states)
            return memo[(sentence, head)] = [.. states.Select(e => result with { Name = e.Name, Country = e.Country, Sectors = e.Sectors, Kind = ActorKind.Country, Rows = [e.Reference], CanAct = true })];
        var split = PartySplitter.ByNationality(s, phrase, names, result);
        return memo[(sentence, head)] = split.Count > 1 || depth >= DeepestDescription ? split : new PartySplitter((at, inner) => Read(at, inner, depth + 1)[0]).ByBody(s, phrase, split[0]);
    }

    // "tens of thousands of students", "most of them": the party is what is counted.
    private static int Counted(Sentence s, int head)
    {
        foreach (int c in s.Children(head))
            if (c > head && s.Tokens[c].Relation is "nmod" && ArgumentReader.Case(s, c) == "of") return c;
        return -1;
    }

    private ResolvedActor ReadPhrase(Sentence s, NounPhrase phrase, List<FoundName> names, int depth)
    {
        var head = s.Tokens[phrase.Head];
        var actor = new ResolvedActor { Sentence = s.Index, Head = phrase.Head, Span = phrase.Span(s) };
        if (head.Upos == "PRON") return actor with { CanAct = Pronoun(head), IsPerson = IsPersonal(head) };
        if (phrase.Possessor >= 0 && tables.Kinship.Contains(head.Lemma) && !IsRelation(s, phrase, names))
            return actor with { CanAct = true, IsPerson = true, Sectors = ["CVL"] };
        var core = names.Find(n => n.First <= phrase.Head && phrase.Head <= n.Last);
        var title = titles.Find(s, phrase);
        actor = core is not null && !(title is not null && head.Upos == "NOUN" && core.Entry.Kind != ActorKind.Organization)
            ? FromName(s, phrase, core, names, title, actor, depth)
            : title is { } t ? FromTitle(s, phrase, t, names, actor, depth) : FromUnknown(s, phrase, names, actor);
        if (head.Upos == "NOUN" && tables.IsTarget(head.Lemma) && (actor.Country.Length == 0 || actor.Sectors.Count == 0) && depth < DeepestDescription)
            actor = OwnedThing(s, phrase, names, actor, depth);
        bool current = core is { Entry: { Kind: ActorKind.Person } entry } && entry.HoldsOn(publishedOn) && actor.Kind == ActorKind.Person;
        return WithApposition(s, phrase, actor, current, depth);
    }

    // "its European partners", "Russia's neighbours" are states, "his neighbours" are people.
    private bool IsRelation(Sentence s, NounPhrase phrase, List<FoundName> names) =>
        tables.Role(s.Tokens[phrase.Head].Lemma) is { Rank: TitleEntry.Relation }
        && (s.Tokens[phrase.Possessor].Lemma.ToLowerInvariant() is "its" or "their" or "our" || names.Exists(n => n.Entry.Kind != ActorKind.Person));

    // "a Spanish police barracks", "a camp in Lebanon": a thing is known by whose it is, else by where it stands.
    private ResolvedActor OwnedThing(Sentence s, NounPhrase phrase, List<FoundName> names, ResolvedActor actor, int depth)
    {
        string country = actor.Country.Length > 0 ? actor.Country : Nationality(names, null)?.Entry.Country ?? "";
        var sectors = actor.Sectors;
        var rows = new List<string>(actor.Rows);
        foreach (int c in s.Children(phrase.Head))
        {
            var t = s.Tokens[c];
            string preposition = c > phrase.Head && t.Relation == "nmod" ? ArgumentReader.Case(s, c) : "";
            bool owner = t.DepRel == "nmod:poss" || c < phrase.Head && t.Relation == "compound" && t.Upos is "NOUN" or "PROPN" || preposition is "of" or "belonging to";
            if (!owner && preposition is not ("in" or "at" or "on" or "near" or "outside" or "inside" or "across" or "around" or "close to") || t.Upos == "PRON") continue;
            var other = Read(s.Index, c, depth + 1)[0];
            if (!owner && other.Kind is not (ActorKind.Country or ActorKind.Region)) continue; // "in support of the rebels" is no place
            if (other.Country.Length > 0 && country.Length == 0) { country = other.Country; rows.AddRange(other.Rows); }
            if (owner && sectors.Count == 0 && (other.CanAct || other.Rows.Count > 0)) sectors = other.Sectors;
        }
        if (country.Length > 0 && rows.Count == 0) rows.Add($"countries:{country}");
        return actor with { Country = country, Sectors = sectors, Rows = rows };
    }

    // A name at the head: the row says who it is; a title in front says in which capacity.
    private ResolvedActor FromName(Sentence s, NounPhrase phrase, FoundName core, List<FoundName> names, TitleEntry? title, ResolvedActor actor, int depth)
    {
        var entry = core.Entry;
        string country = entry.Country;
        IReadOnlyList<string> sectors = entry.Sectors;
        var rows = new List<string> { entry.Reference };
        if (entry.Kind == ActorKind.Person)
        {
            sectors = entry.SectorsOn(publishedOn);
            // What he is on that day is surer than that he is somebody's rival or a businessman; another office is news.
            bool former = IsFormer(s, phrase);
            if (title is { Sectors.Length: > 0 } && (!entry.HoldsOn(publishedOn) || title.IsOffice && !former))
            {
                sectors = former && (title.Sectors.Contains("GOV") || title.Sectors.Contains("LEG")) ? ["ELI"] : title.Sectors;
                rows.Add(title.Reference);
            }
        }
        if (country.Length == 0 || entry.Kind == ActorKind.People)
            if (Nationality(names, core) is { } nation) { country = nation.Entry.Country; rows.Add(nation.Entry.Reference); }
            else if (country.Length == 0 && entry.Kind == ActorKind.Organization && depth < DeepestDescription && Body(s, phrase, [], depth) is { Country.Length: > 0 } body)
            {
                country = body.Country;
                rows.AddRange(body.Rows);
            }
        return actor with
        {
            Name = entry.Kind is ActorKind.Person ? proper.Of(s, phrase) ?? entry.Name : core.Text(document.Text, s),
            Country = country, Sectors = sectors, Kind = entry.Kind, Subkind = entry.OrganizationKind, Rows = rows,
            CanAct = true, IsPerson = entry.Kind == ActorKind.Person, Known = entry.Kind == ActorKind.Person ? entry.Name : null,
        };
    }

    // "the Kenyan foreign minister", "Foreign Minister Amina Mohamed", "a Hamas official", "a spokesman for the army".
    private ResolvedActor FromTitle(Sentence s, NounPhrase phrase, TitleEntry title, List<FoundName> names, ResolvedActor actor, int depth)
    {
        var rows = new List<string>();
        if (title.Reference.Length > 0) rows.Add(title.Reference);
        string country = title.Country;
        IReadOnlyList<string> sectors = title.Sectors;
        var body = depth >= DeepestDescription ? null : title.Rank == TitleEntry.Relation ? Described(s, phrase, names) : Body(s, phrase, names, depth);
        if (body is not null)
        {
            if (body.Country.Length > 0) { country = body.Country; rows.AddRange(body.Rows); }
            bool inherits = sectors.Count == 0 || title.Rank is "spokesperson" or "official" or "party" or "armed" or "other" or "role"
                || title.Rank == "officer" && body.Sectors is ["COP", ..]; // a sergeant of the police
            if (body.Sectors.Count > 0 && inherits && body.Kind is ActorKind.Organization or ActorKind.Metonym or ActorKind.Outlet or null)
                sectors = body.Sectors;
            if (country.Length == 0 && body.Sectors.Count > 0 && sectors.Count == 0) sectors = body.Sectors;
        }
        if (country.Length == 0 && sectors.Contains("GOV"))
            for (int i = phrase.First; i < phrase.Head && country.Length == 0; i++)
                if (s.Tokens[i].Upos == "PROPN" && !titles.IsTitle(s.Tokens[i].Form) && tables.CountryOfRuler(s.Tokens[i].Form) is { } ruled) { country = ruled; rows.Add($"persons:{s.Tokens[i].Form}"); }
        if (sectors.Count == 0 && title.Rank is "spokesperson" or "official" && names.Find(n => n.Entry.Kind == ActorKind.Person && n.Last < phrase.Head) is { } patron)
        {
            // "A Berg aide" is of her party while she runs for office, else of her house.
            sectors = patron.Entry.SectorsOn(publishedOn) is var of && of.Contains("PTY") ? ["PTY"] : of;
            if (country.Length == 0) country = patron.Entry.Country;
            rows.Add(patron.Entry.Reference);
        }
        bool leads = title.Rank == "head" && body?.Kind is ActorKind.Country or ActorKind.Nationality;
        if (sectors.Count == 0 && (leads || title.Rank is "spokesperson" or "official" or "diplomat" && country.Length > 0)) sectors = ["GOV"];
        if (sectors is ["GOV", ..] && title.Rank is "head" or "deputy" && (OfPrivateBody(s, phrase) ?? (body is { Kind: ActorKind.Organization, Sectors: [var main, ..] } && Private.Contains(main) ? body.Sectors : null)) is { } own) sectors = own;
        if (IsFormer(s, phrase) && (sectors.Contains("GOV") || sectors.Contains("LEG"))) sectors = ["ELI"];
        return actor with
        {
            Name = proper.Of(s, phrase), Country = country, Sectors = sectors, Subkind = title.Rank, Rows = rows,
            CanAct = title.Rank != "equipment" || country.Length > 0,
            IsPerson = title.Rank is not ("role" or "equipment") && s.Tokens[phrase.Head].Xpos is "NN" or "NNP",
        };
    }

    // No row and no title: a name may still be a place or carry a nationality; a common noun only describes.
    private ResolvedActor FromUnknown(Sentence s, NounPhrase phrase, List<FoundName> names, ResolvedActor actor)
    {
        var head = s.Tokens[phrase.Head];
        if (PersonNouns.IsCrowd(head) || PersonNouns.IsHeadcount(s, phrase.Head)) return actor with { CanAct = true, Sectors = ["CVL"] };
        bool name = head.Upos == "PROPN";
        string? own = proper.Of(s, phrase);
        var kind = document.Names.FirstOrDefault(n => n.Sentence == s.Index && n.First <= phrase.Head && phrase.Head <= n.Last)?.Kind;
        if (name && own is not null && kind == NameKind.Place && CountryOf(s, phrase.Head, own) is { } country)
            return actor with { Name = own, Country = country, Kind = ActorKind.Region, CanAct = true, Rows = [$"places:{own}"] };
        var nation = Nationality(names, null);
        // "GOP critics": people of a body that is named in front of them.
        var body = !name && PersonNouns.IsPersonal(head.Lemma) ? names.Find(n => n.Last < phrase.Head && n.Entry is { Kind: ActorKind.Organization or ActorKind.People, Sectors.Length: > 0 } && n.Entry.Sectors.Contains("PTY")) : null;
        nation ??= body;
        bool describes = nation is not null && (name || PersonNouns.IsPersonal(head.Lemma));
        return actor with
        {
            Name = own,
            Country = describes ? nation!.Entry.Country : "",
            Sectors = body?.Entry.Sectors ?? [],
            Rows = describes ? [nation!.Entry.Reference] : [],
            CanAct = name ? kind != NameKind.Place : PersonNouns.IsPersonal(head.Lemma),
            IsPerson = kind == NameKind.Person,
        };
    }

    // What the name means by itself decides whether it is a place that counts, the article which one; a small town counts
    // where something else in the sentence speaks for its country.
    private string? CountryOf(Sentence s, int head, string name)
    {
        var place = places.FirstOrDefault(p => p.Sentence == s.Index && p.First <= head && head <= p.Last && p.GeonameId is not null);
        string? usual = countryOfPlace(name);
        return usual is not null ? place?.Country ?? usual : place?.Country is { } here && finder.All(s.Index).Any(n => n.Entry.Country == here) ? here : null;
    }

    private ResolvedActor WithApposition(Sentence s, NounPhrase phrase, ResolvedActor actor, bool current, int depth)
    {
        if (depth >= DeepestDescription || phrase.Apposition < 0) return actor;
        var other = Read(s.Index, phrase.Apposition, depth + 1)[0];
        if (!other.CanAct && other.Name is null) return actor;
        if (actor.Subkind == TitleEntry.Relation && other.Country.Length > 0) // "its ally, the United States"
            return actor with { Name = other.Name, Country = other.Country, Sectors = other.Sectors, Kind = other.Kind, Subkind = other.Subkind, Rows = other.Rows, CanAct = true };
        bool clash = actor.Country.Length > 0 && other.Country.Length > 0 && actor.Country != other.Country;
        // The office that the article gives a person goes before what the table says of him on that day.
        bool introduced = actor.Kind == ActorKind.Person && other is { Kind: null, IsPerson: true, Sectors.Count: > 0 } && (!current || TitleEntry.IsOfficeRank(other.Subkind));
        bool politician = actor.Kind is null && other.Kind == ActorKind.Person && !TitleEntry.IsOfficeRank(actor.Subkind); // "her rival, Senator Anna Berg"
        bool better = !clash && (introduced || politician || other.Knowledge > actor.Knowledge);
        return actor with
        {
            Name = actor.Name ?? other.Name,
            Country = actor.Country.Length > 0 ? actor.Country : other.Country,
            Sectors = better && other.Sectors.Count > 0 || actor.Sectors.Count == 0 ? other.Sectors : actor.Sectors,
            Kind = actor.Kind ?? other.Kind,
            Known = actor.Known ?? other.Known,
            Subkind = actor.Subkind.Length > 0 ? actor.Subkind : other.Subkind,
            CanAct = actor.CanAct || other.CanAct,
            IsPerson = actor.IsPerson || other.IsPerson,
            Rows = better || actor.Rows.Count == 0 ? [.. actor.Rows, .. other.Rows] : actor.Rows,
        };
    }

    // "Israel's Arab neighbours": the possessor of an ally or a rival says nothing of him, only the words in between do.
    private ResolvedActor? Described(Sentence s, NounPhrase phrase, List<FoundName> names)
    {
        var name = names.Find(n => n.Entry.Kind != ActorKind.Person && (phrase.Possessor < 0 || !s.Dominates(phrase.Possessor, n.First)));
        if (name is null) // "her rivals in Ghana"
            foreach (int c in s.Children(phrase.Head))
                if (c > phrase.Head && s.Tokens[c] is { Relation: "nmod", Upos: "PROPN" } && ArgumentReader.Case(s, c) is "in" or "from" && finder.All(s.Index).FirstOrDefault(n => n.First <= c && c <= n.Last && n.Entry.Kind is ActorKind.Country or ActorKind.Region) is { } place)
                    name = place;
        return name is null ? null : new ResolvedActor { Sentence = s.Index, Head = name.Last, Span = default, Country = name.Entry.Country, Sectors = name.Entry.Sectors, Kind = name.Entry.Kind, Rows = [name.Entry.Reference] };
    }

    // The body that a title belongs to: inside the phrase, as its possessor, or after of/for/in/from/to/at.
    private ResolvedActor? Body(Sentence s, NounPhrase phrase, List<FoundName> names, int depth)
    {
        ResolvedActor? best = null;
        void Consider(ResolvedActor actor)
        {
            if (actor.Kind == ActorKind.Person && best is not null) return;
            if (best is null || actor.Knowledge > best.Knowledge && best.Country.Length == 0) best = actor;
            else if (best.Sectors.Count == 0 && actor.Sectors.Count > 0 && actor.Country == best.Country) best = actor;
        }
        foreach (var n in names)
            if (n.Entry.Kind != ActorKind.Person)
                Consider(new ResolvedActor { Sentence = s.Index, Head = n.Last, Span = default, Country = n.Entry.Country, Sectors = n.Entry.Sectors, Kind = n.Entry.Kind, Rows = [n.Entry.Reference] });
        foreach (int c in s.Children(phrase.Head))
            if (s.Tokens[c] is not { Relation: "acl", Lemma: "operate" or "base" or "live" or "fight" or "hide" or "locate" or "station" }) ConsiderModifier(c);
            else if (best is null or { Country: "" })
                foreach (int place in s.Children(c)) // "guerrillas operating in Macedonia"
                    if (s.Tokens[place].Relation == "obl" && ArgumentReader.Case(s, place) == "in" && Read(s.Index, place, depth + 1)[0] is { Country.Length: > 0 } there) Consider(there);
        if (phrase.Title >= 0 && phrase.Title != phrase.Head)
            foreach (int c in s.Children(phrase.Title)) ConsiderModifier(c);
        return best;

        void ConsiderModifier(int c)
        {
            if (s.Tokens[c].Relation != "nmod" || s.Tokens[c].DepRel is "nmod:unmarked" or "nmod:desc") return;
            if (s.Tokens[c].DepRel != "nmod:poss" && ArgumentReader.Case(s, c) is not ("of" or "for" or "in" or "from" or "to" or "at" or "with" or "on")) return;
            // "Negotiators in Geneva" are guests there.
            if (s.Tokens[phrase.Head].Xpos == "NNS" && PersonNouns.IsPeer(s.Tokens[phrase.Head].Lemma) && ArgumentReader.Case(s, c) is "in" or "at") return;
            bool any = false;
            // "immigrants from certain countries", "voters in the state": they come from there and are not its government.
            bool home = s.Tokens[c] is { DepRel: "nmod:poss", Lemma: "nation" or "country" or "world" } || s.Tokens[c].Lemma is "country" or "state" or "nation" or "county" or "city" or "town" or "region" && s.Tokens[phrase.Head] is { Xpos: "NNS", Lemma: not ("delegate" or "delegation" or "official" or "representative" or "leader" or "minister" or "diplomat" or "envoy" or "force" or "troop") };
            foreach (var actor in Read(s.Index, c, depth + 1).Select(a => home && a.Kind is null ? a with { Sectors = [] } : a))
                if (actor.Knowledge > 0)
                {
                    Consider(actor);
                    any = true;
                }
            if (any || s.Tokens[c].DepRel == "nmod:poss" || depth + 1 >= DeepestDescription) return;
            foreach (int inner in s.Children(c)) ConsiderModifier(inner); // "the Ministry of Defence of Azerbaijan"
        }
    }

    private static FoundName? Nationality(List<FoundName> names, FoundName? except)
    {
        foreach (var n in names)
            if (n != except && n.Entry.Country.Length > 0 && n.Entry.Kind is ActorKind.Nationality or ActorKind.Country or ActorKind.Region) return n;
        return null;
    }

    // "The president of the Malian growers' association" governs nothing.
    private string[]? OfPrivateBody(Sentence s, NounPhrase phrase)
    {
        foreach (int c in s.Children(phrase.Head))
            if (s.Tokens[c].DepRel == "nmod:poss" || c > phrase.Head && s.Tokens[c].Relation == "nmod" && ArgumentReader.Case(s, c) == "of")
                if (tables.Role(s.Tokens[c].Lemma) is { Sectors: [var main, ..] } body && Private.Contains(main)) return body.Sectors;
        return null;
    }

    private static bool IsFormer(Sentence s, NounPhrase phrase)
    {
        for (int i = phrase.First; i <= phrase.Last; i++)
            if (s.Tokens[i].Form.ToLowerInvariant() is "former" or "ex" or "ousted" or "deposed" or "late" or "exiled" or "ex-president") return true;
        return false;
    }

    private static bool Pronoun(Token t) => t.Lemma.ToLowerInvariant() is "he" or "she" or "they" or "we" or "i" or "who" or "him" or "her" or "them" or "us" or "me" or "his" or "their" or "our" or "my";

    private static bool IsPersonal(Token t) => t.Lemma.ToLowerInvariant() is "he" or "she" or "i" or "his" or "her" or "him" or "me" or "my";
}
