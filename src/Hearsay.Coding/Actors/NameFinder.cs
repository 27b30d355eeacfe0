using Hearsay.Coding.Places;
using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>A name of the actor tables in a sentence: tokens <c>[First, Last]</c> and the row that was picked.</summary>
internal sealed record FoundName(int First, int Last, ActorEntry Entry)
{
    /// <summary>All organisations of this name where there are several, else null.</summary>
    public List<ActorEntry>? Namesakes { get; init; }

    /// <summary>The words of the name.</summary>
    public string Text(string text, Sentence s) => text[s.Tokens[First].Span.Start..s.Tokens[Last].Span.End];
}

/// <summary>
/// Finds the names of the actor tables in the sentences of one document. Where a name has several rows, one that
/// holds on the day of publication comes first; a place inside a person's name is none.
/// </summary>
internal sealed class NameFinder(ActorTables tables, Document document, DateOnly? publishedOn, IReadOnlyList<PlaceMention> places)
{
    private static readonly HashSet<string> Tongues = ["language", "skill", "lesson", "proficiency", "translation", "fluency", "literature"];

    private readonly List<ActorEntry> meanings = [];
    private readonly Dictionary<int, List<string>> countries = [];
    private readonly Dictionary<int, List<FoundName>> all = [];
    private Dictionary<string, List<string>>? surnames;
    private readonly ILookup<int, PlaceMention> placesOf = places.ToLookup(p => p.Sentence);

    /// <summary>The country that all country, nationality and region names of a sentence agree on, or null.</summary>
    public string? OnlyCountry(int sentence)
    {
        string? only = null;
        foreach (string country in Countries(sentence))
            if (only is not null && only != country) return null;
            else only = country;
        return only;
    }

    /// <summary>The country that at least two thirds of an article's country names agree on, or null.</summary>
    public string? DominantCountry()
    {
        var counts = new Dictionary<string, int>();
        int total = 0;
        for (int s = 0; s < document.Sentences.Count; s++)
            foreach (string country in Countries(s))
            {
                total++;
                counts[country] = counts.GetValueOrDefault(country) + 1;
            }
        foreach (var (country, count) in counts) if (count >= 3 && 3 * count >= 2 * total) return country;
        return null;
    }

    /// <summary>The two countries named last before an offset, at most three sentences back; another number when they are not two.</summary>
    public IReadOnlyList<string> LastCountries(int sentence, int before)
    {
        var found = new HashSet<string>();
        for (int s = sentence; s >= 0 && s >= sentence - 3 && found.Count < 2; s--)
            found.UnionWith(s == sentence ? Named(s, before) : Countries(s));
        return [.. found];
    }

    private List<string> Countries(int sentence) =>
        countries.TryGetValue(sentence, out var known) ? known : countries[sentence] = Named(sentence, int.MaxValue);

    private List<string> Named(int sentence, int before)
    {
        var found = new List<string>();
        foreach (var (_, _, entry) in All(sentence).Where(n => document.Sentences[sentence].Tokens[n.First].Span.Start < before))
            if (entry.Kind is ActorKind.Country or ActorKind.Nationality or ActorKind.Region && entry.Country.Length == 3 && entry.OrganizationKind != "continent") found.Add(entry.Country);
        return found;
    }

    /// <summary>All names of a sentence from the left, whatever phrase they stand in.</summary>
    public IReadOnlyList<FoundName> All(int sentence)
    {
        if (all.TryGetValue(sentence, out var known)) return known;
        var found = new List<FoundName>();
        var s = document.Sentences[sentence];
        for (int i = 0; i < s.Tokens.Count;)
        {
            if (!char.IsUpper(s.Tokens[i].Form[0]) || !TryName(s, i, s.Tokens.Count, out int last)) { i++; continue; }
            var entry = Here(Pick(meanings), sentence, i, last);
            if (!IsPartOfPerson(s, i, last, entry) && !(entry.Kind == ActorKind.Outlet && RunsOn(s, last))) found.Add(new FoundName(i, last, entry));
            i = last + 1;
        }
        return all[sentence] = found;
    }

    // "Manchester" in New Hampshire is not the one of the table.
    private ActorEntry Here(ActorEntry entry, int sentence, int first, int last)
    {
        if (entry.Kind != ActorKind.Region) return entry;
        foreach (var place in placesOf[sentence])
            if (place.First <= last && first <= place.Last && !place.IsDemonym && place.Country is { } country && country != entry.Country && place.GeonameId is not null && places.Any(p => p.Country == country && p.Name != place.Name && (entry.OrganizationKind != "capital" || placesOf[p.Sentence].Any(q => q.Name == place.Name && p.First - q.Last == 2 && document.Sentences[sentence].Tokens[first].Upos == "PROPN" && document.Sentences[q.Sentence].Tokens[q.Last + 1].Form == ",")))) return entry with { Country = country };
        return entry;
    }

    // A capitalised word right behind belongs to the name: "National" of "National Guard".
    private static bool RunsOn(Sentence s, int last) =>
        last + 1 < s.Tokens.Count && char.IsUpper(s.Tokens[last + 1].Form[0]) && s.Tokens[last + 1].Upos == "PROPN" && s.Tokens[last].Relation is "compound" or "amod" or "flat" && (s.Tokens[last].Head > last || s.Tokens[last + 1].Relation is "flat" or "compound");

    /// <summary>Whether a code is a state's, not that of a body of states.</summary>
    public bool IsState(string country) => tables.NameOfCountry(country) is not null;

    /// <summary>The names inside a phrase, longest first from the left, not overlapping.</summary>
    public List<FoundName> Find(Sentence s, NounPhrase phrase)
    {
        var found = new List<FoundName>();
        // "the Democratic Republic of Congo", "Trinidad and Tobago" run on behind their head.
        bool runsOn = phrase.Last + 1 < s.Tokens.Count && s.Tokens[phrase.Last + 1].Form.ToLowerInvariant() is "of" or "for" or "and" or "in" or "on" or "'s" or "’s" or "-";
        int limit = runsOn ? s.Tokens.Count : phrase.Last + 1;
        int first = phrase.First;
        if (first > 0 && char.IsUpper(s.Tokens[first].Form[0]) && char.IsUpper(s.Tokens[first - 1].Form[0])
            && tables.Names.TryLongest(s.Tokens, first - 1, first + 1, meanings, out int wider) && wider == first) first--; // "Sri" of "Sri Lankan" hangs elsewhere
        for (int i = first; i <= phrase.Last;)
        {
            if (!TryName(s, i, limit, out int last) || last > phrase.Last && i > phrase.Head) { i++; continue; }
            var entry = Here(Pick(meanings), s.Index, i, last);
            // "The Australian government", "the National Guard" are no newspapers; "Iran-backed militias" are not Iran's.
            if (entry.Kind == ActorKind.Outlet && (last == i + 1 && last < phrase.Head && s.Tokens[i].Upos == "DET" || RunsOn(s, last))) { i++; continue; }
            if (NounPhrase.IsBacker(s, i, last) && last < phrase.Head) { i = last + 1; continue; }
            if (!IsPartOfPerson(s, i, last, entry) && !IsPartOfOther(s, i, last, entry)) found.Add(new FoundName(i, last, entry) { Namesakes = Namesakes(entry) });
            i = last + 1;
        }
        for (int i = 0; i < found.Count; i++)
            if (found[i].Namesakes is { } namesakes && AtHome(s, found[i], namesakes, found) is { } better) found[i] = found[i] with { Entry = better };
        return found;
    }

    private List<ActorEntry>? Namesakes(ActorEntry picked)
    {
        if (picked.Kind is not (ActorKind.Organization or ActorKind.Person) || meanings.Count < 2) return null;
        return [.. meanings.Where(m => m.Kind == picked.Kind)];
    }

    // "Macedonia's National Liberation Army", "the Russian Security Council": of bodies with one name the one of the
    // country named beside it, else of the only country in the sentence or the article.
    private ActorEntry? AtHome(Sentence s, FoundName name, List<ActorEntry> namesakes, List<FoundName> found)
    {
        string? beside = found.Find(n => n != name && n.Entry.Country.Length > 0 && n.Entry.Kind is ActorKind.Country or ActorKind.Nationality)?.Entry.Country;
        if (name.Entry.Kind == ActorKind.Person) // "Jordan's King Abdullah"
            return beside is null || beside == name.Entry.Country ? null : namesakes.Where(m => m.Country == beside).OrderByDescending(m => m.HoldsOn(publishedOn)).FirstOrDefault();
        if (beside is not null)
            return namesakes.Find(m => m.Country == beside) ?? namesakes.Find(m => m.Country.Length == 0);
        return namesakes.Find(m => m.Country.Length > 0 && m.Country == OnlyCountry(s.Index)) ?? namesakes.Find(m => m.Country.Length > 0 && m.Country == DominantCountry());
    }

    // "Valeska Paris" says nothing of Paris.
    private bool IsPartOfPerson(Sentence s, int first, int last, ActorEntry entry)
    {
        // "Trump Plaza" is a house, not its owner.
        if (entry.Kind == ActorKind.Person && document.Names.Any(n => n.Sentence == s.Index && n.Kind is NameKind.Organization or NameKind.Place && n.First <= first && last < n.Last)) return true;
        if (first == last && IsOthersSurname(s, first, entry)) return true;
        if (entry.Kind == ActorKind.Person) // "President Mohamed" is not the beginning of "President Mohamed Bazoum"
            return document.Names.Any(n => n.Sentence == s.Index && n.Kind == NameKind.Person && first <= n.Last && n.First <= last && last < n.Last);
        foreach (var n in document.Names)
            if (n.Sentence == s.Index && n.Kind == NameKind.Person && n.First <= first && last <= n.Last && n.Last - n.First > last - first) return true;
        return false;
    }

    // "Anna B. Berg" is the Anna Berg of the tables.
    private bool TryName(Sentence s, int first, int limit, out int last)
    {
        foreach (var n in document.Names)
        {
            if (n.Sentence != s.Index || n.First != first || n.Kind != NameKind.Person || n.Last - first != 2 || n.Last >= limit) continue;
            if (s.Tokens[first + 1].Form is not [_, '.'] || tables.Names.Lookup(s.Tokens[first].Form + " " + s.Tokens[n.Last].Form).Where(e => e.Kind == ActorKind.Person).ToList() is not { Count: > 0 } found) break;
            meanings.Clear();
            meanings.AddRange(found);
            last = n.Last;
            return true;
        }
        return tables.Names.TryLongest(s.Tokens, first, limit, meanings, out last);
    }

    // "Mr Mercer" in an article about an Ed Mercer is he, not a minister of the tables, a newspaper or a town.
    private bool IsOthersSurname(Sentence s, int token, ActorEntry entry)
    {
        if (!Surnames.TryGetValue(s.Tokens[token].Form, out var bearers)) return false;
        if (entry.Kind == ActorKind.Person) return !bearers.Exists(b => b[0] == entry.Name[0] || tables.Names.Lookup(b).Any(e => e.Kind == ActorKind.Person));
        if (entry.Kind == ActorKind.Region || entry.Kind == ActorKind.Nationality && s.Tokens[token] is { Upos: "PROPN", Relation: "nsubj" or "obj" or "nmod" or "obl" or "conj" or "flat" })
            return token == 0 || s.Tokens[token - 1].Upos != "ADP" && s.Tokens[token - 1].Upos != "DET";
        return entry.Kind == ActorKind.Outlet || document.Names.Any(n => n.Sentence == s.Index && n.Kind == NameKind.Person && n.First == token && n.Last == token);
    }

    /// <summary>The name in full that the text gives a known person whom it here calls by surname.</summary>
    public string? InFull(ResolvedActor person) =>
        person.Name is { } name && person.Known is { } known && Surnames.TryGetValue(name, out var bearers) && bearers.Find(b => b[0] == known[0]) is { } full ? full : person.Name;

    // Last words of persons' full names in the text, and the names.
    private Dictionary<string, List<string>> Surnames
    {
        get
        {
            if (surnames is not null) return surnames;
            surnames = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var n in document.Names)
            {
                if (n.Kind != NameKind.Person || n.Last == n.First) continue;
                string surname = document.Sentences[n.Sentence].Tokens[n.Last].Form;
                if (!surnames.TryGetValue(surname, out var bearers)) surnames[surname] = bearers = [];
                bearers.Add(n.Span.In(document.Text));
            }
            return surnames;
        }
    }

    // The "Neo Democrats" are not the Democrats: one word of another body's name, where the words in front say nothing by themselves.
    private bool IsPartOfOther(Sentence s, int first, int last, ActorEntry entry)
    {
        // "Cape Breton" is nobody's of Brittany, "English skills" are no English people's.
        if (entry.Kind == ActorKind.Nationality && document.Names.Any(n => n.Sentence == s.Index && n.Kind == NameKind.Place && n.First < first && n.Last == last)) return true;
        if (entry.Kind == ActorKind.Nationality && last + 1 < s.Tokens.Count && Tongues.Contains(s.Tokens[last + 1].Lemma)) return true;
        if (entry.Kind != ActorKind.Organization || first != last || first == 0) return false;
        foreach (var n in document.Names)
        {
            if (n.Sentence != s.Index || n.Kind != NameKind.Organization || n.First >= first || n.Last != last) continue;
            for (int i = n.First; i < first; i++)
                if (s.Tokens[i].Upos != "PROPN" || tables.Names.Lookup(s.Tokens[i].Form).Any() || tables.Role(s.Tokens[i].Lemma) is not null) return false;
            return true;
        }
        return false;
    }

    // Dated rows that hold on the day come first, then the latest that had begun; then the order of the kinds.
    private ActorEntry Pick(List<ActorEntry> entries)
    {
        var best = entries[0];
        for (int i = 1; i < entries.Count; i++) if (Compare(entries[i], best) < 0) best = entries[i];
        return best;
    }

    private int Compare(ActorEntry a, ActorEntry b)
    {
        if (a.Kind != b.Kind) return a.Kind.CompareTo(b.Kind);
        bool ha = a.HoldsOn(publishedOn), hb = b.HoldsOn(publishedOn);
        if (ha != hb) return ha ? -1 : 1;
        bool begunA = a.HasBegun(publishedOn), begunB = b.HasBegun(publishedOn);
        if (begunA != begunB) return begunA ? -1 : 1;
        return Nullable.Compare(b.From, a.From);
    }
}
