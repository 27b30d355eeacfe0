using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Decides who is meant by the word in a slot. A party stands for itself; a weapon or an act ("rockets fired from
/// Gaza", "the Israeli strike") stands for whoever it belongs to; a thing acted upon ("the Iranian embassy", "houses
/// in Gaza") for its owner.
/// </summary>
internal sealed class PartyFinder(ActorIndex actors, NominalFrames frames, PredicateGraph graph)
{
    // Acts that nobody on whom they are done is blamed or praised for.
    private static readonly HashSet<string> ForceNouns = [
        "attack", "assault", "invasion", "incursion", "strike", "airstrike", "raid", "bombing", "bombardment", "killing", "massacre", "assassination", "murder", "execution", "shelling", "ambush", "abduction",
        "kidnapping", "shooting", "atrocity", "aggression", "war", "occupation", "annexation", "offensive", "blockade", "siege", "arrest", "detention", "jailing", "crackdown", "repression", "abuse", "harassment",
        "persecution", "expulsion", "deportation", "eviction", "violence", "ban", "sanction", "embargo", "seizure", "beating", "torture", "genocide", "restriction", "tariff", "threat", "boycott",
    ];

    private readonly Sentence sentence = graph.Sentence;
    private readonly Dictionary<(Slot, int), bool> fitting = [];

    /// <summary>The predicate–argument structure of the sentence.</summary>
    public PredicateGraph Graph => graph;

    /// <summary>Whether the token may fill the slot; many patterns ask the same, so answers are kept.</summary>
    public bool Fits(Slot slot, int token) => fitting.TryGetValue((slot, token), out bool known) ? known : fitting[(slot, token)] = MayFill(slot, token);

    private bool MayFill(Slot slot, int token)
    {
        if (Calendar.IsTime(sentence.Tokens[token].Lemma) || IsSeat(token) || sentence.Tokens[token].Relation is "compound" or "amod" && IsMeasure(token)) return false;
        if (slot == Slot.Place) return IsPlace(token);
        if (slot == Slot.Recipient && IsEachOther(token)) return true;
        if (Parties(slot, token).Count > 0) return true;
        return slot == Slot.Actor && IsInstrument(token) || slot == Slot.Recipient && actors.IsTarget(sentence.Index, token);
    }

    // "Ted Cruz, R-Texas": where a member sits.
    private bool IsSeat(int token) =>
        token > 1 && sentence.Tokens[token - 1].Form is "-" or "–" && sentence.Tokens[token - 2].Form is "R" or "D" or "I"
        || token + 1 < sentence.Tokens.Count && sentence.Tokens[token].Form is "R" or "D" or "I" && sentence.Tokens[token + 1].Form is "-" or "–"
        || sentence.Tokens[token].Form is ['R' or 'D', '-' or '–', _, ..];

    // A country, a town, a district; or a name that the tables do not know and that is nobody's.
    private bool IsPlace(int token)
    {
        if (actors.IsGround(sentence.Index, token)) return true;
        var party = actors.One(sentence.Index, token);
        return sentence.Tokens[token].Upos == "PROPN" && (party.Kind is ActorKind.Country or ActorKind.Region or ActorKind.Metonym || party is { Kind: null, IsPerson: false, Sectors.Count: 0 });
    }

    /// <summary>Whether the token is "each other" or "one another".</summary>
    public bool IsEachOther(int token)
    {
        string Form(int i) => i >= 0 && i < sentence.Tokens.Count ? sentence.Tokens[i].Form.ToLowerInvariant() : "";
        bool Pair(int i) => Form(i) is "each" or "one" && Form(i + 1) is "other" or "another";
        return Pair(token) || Pair(token - 1);
    }

    /// <summary>The parties that the token in <paramref name="slot"/> stands for; empty when none.</summary>
    public IReadOnlyList<ResolvedActor> Parties(Slot slot, int token)
    {
        if (IsEachOther(token) || slot == Slot.Recipient && sentence.Tokens[token].Lemma == "hand") return []; // "at the hands of soldiers"
        var own = actors.At(sentence.Index, token);
        if (IsQuality(token, own[0])) return [];
        if (slot == Slot.Actor && own[0].IsAnybody() && sentence.Children(token).Any(c => c < token && sentence.Tokens[c] is { Relation: "det", Lemma: "no" })) return []; // "no group has claimed the attack"
        if (own[0].Code is null && (Speaker(token) ?? Ahead(token)) is { } speaker) return speaker;
        if (Named(token, own[0]) is { Count: > 1 } named) return named;
        if (own[0].Country.Length == 0 && own[0].Name is null && Listed(token) is { Count: > 0 } listed) return listed;
        bool thing = slot == Slot.Recipient && actors.IsTarget(sentence.Index, token);
        if (thing) own = Standing(token, own);
        bool instrument = IsInstrument(token);
        if (thing ? own[0].Code is not null : own[0].CanAct && !(slot == Slot.Actor && own[0].Subkind == "equipment" && IsOwnerless(token))) return own;
        if (slot == Slot.Someone) return [];
        if (slot == Slot.Actor && !instrument && !IsBody(token)) return [];
        var owners = new List<ResolvedActor>();
        foreach (var a in graph.Arguments(token).OrderBy(a => a.Role is Role.Possessor ? 0 : 1)) // "Russia's role in Syria" is Russia's
        {
            if (slot == Slot.Actor && a is { Role: Role.Oblique, Preposition: "of" } && instrument && frames.TakesSufferer(sentence.Tokens[token].Lemma, "of")) continue; // "halted the bombing of Aleppo"
            bool owns = a.Role is Role.Possessor || a.Role is Role.Modifier && IsNamed(a.Head)
                || a.Role is Role.Subject && a.Preposition == "by"
                || a.Role is Role.Oblique && (slot == Slot.Actor ? a.Preposition is "by" or "from" or "of" : a.Preposition is "of" or "from" or "for" or "on" or "against" or "into" or "to" or "between" || (thing || instrument) && a.Preposition == "in");
            if (!owns || Calendar.IsTime(sentence.Tokens[a.Head].Lemma) || a.Role is Role.Modifier && IsMeasure(a.Head)) continue;
            var party = actors.At(sentence.Index, a.Head);
            if (!thing && a.Role is Role.Modifier && party[0].Kind is ActorKind.Region) continue; // "the Benghazi papers": what is about a town is not the town's
            if (party[0].CanAct) { owners.AddRange(party); break; }
        }
        if (owners.Count == 0 && slot == Slot.Actor && sentence.Tokens[token].Relation == "obj")
            foreach (int subject in graph.Heads(sentence.Tokens[token].Head, Role.Subject)) // "the party issued a declaration demanding …"
                if (actors.At(sentence.Index, subject) is { } author && author[0].CanAct) return author;
        if (owners.Count == 0 && instrument && slot == Slot.Actor) owners.AddRange(Users(token));
        return owners.Count == 0 && !instrument && (own[0].Country.Length > 0 || own[0].CanAct) ? own : owners;
    }

    /// <summary>Who does an act that is named by a noun: "Russia's raid", "the Russian bombing", "killings by the army"; empty when nobody is said to.</summary>
    public IReadOnlyList<ResolvedActor> Doers(int act)
    {
        string noun = sentence.Tokens[act].Lemma;
        foreach (var a in graph.Arguments(act).OrderBy(a => a.Role is Role.Subject ? 0 : 1))
        {
            bool suffers = a.Role is Role.Possessor && frames.TakesSufferer(noun, "poss") && !graph.Arguments(act).Any(o => o is { Role: Role.Oblique, Preposition: "of" });
            if (suffers || a is not ({ Role: Role.Possessor or Role.Modifier } or { Role: Role.Subject, Preposition: "by" }) || a.Role is Role.Modifier && !IsNamed(a.Head)) continue;
            var party = actors.At(sentence.Index, a.Head);
            if (party[0] is { CanAct: true, Code: not null } && !(a.Role is Role.Modifier && (party[0].Kind is ActorKind.Region || sentence.Tokens[a.Head].Upos != "ADJ" && frames.TakesSufferer(noun, "compound")))) return party;
        }
        return [];
    }

    /// <summary>The preposition by which a party hangs below an act as the one who suffers it ("attacks on Kenya"), or null.</summary>
    public string? Suffered(int act, int party)
    {
        for (int at = party, steps = 0; at >= 0 && steps < 5; at = sentence.Tokens[at].Head, steps++)
            if (sentence.Tokens[at].Head == act || at > act && sentence.Tokens[at].Head == sentence.Tokens[act].Head) // parsers hang "on refugees" on the verb as often
            {
                string way = sentence.Tokens[at] is { Relation: "compound", Upos: not "ADJ" } ? "compound" : ArgumentReader.Case(sentence, at);
                return way is "on" or "against" or "compound" or "in" || frames.TakesSufferer(sentence.Tokens[act].Lemma, way) ? way : null;
            }
        return null;
    }

    /// <summary>Whether the noun names an act of force or constraint.</summary>
    public bool IsForce(int token) => sentence.Tokens[token] is { Upos: "NOUN" } t && frames.IsEventNoun(t.Lemma) && ForceNouns.Contains(t.Lemma);

    // "Countries such as Chad and Niger", "its neighbours, including Togo": those who are named.
    private List<ResolvedActor> Listed(int token)
    {
        if (sentence.Tokens[token].Xpos != "NNS" || !PersonNouns.IsPeer(sentence.Tokens[token].Lemma)) return [];
        int first = sentence.Children(token).FirstOrDefault(c => c > token && sentence.Tokens[c] is { Relation: "nmod" or "obl", Upos: "PROPN" } && ArgumentReader.Case(sentence, c) is "such as" or "including" or "like" or "namely", -1);
        if (first < 0) return [];
        int[] all = [first, .. sentence.Children(first).Where(c => sentence.Tokens[c] is { Relation: "conj", Upos: "PROPN" })];
        return [.. all.SelectMany(i => actors.At(sentence.Index, i)).Where(a => a is { CanAct: true, Code: not null })];
    }

    // "Two guards, Ada Lee and Bo Hall, were killed": each of those whom the apposition names.
    private List<ResolvedActor> Named(int token, ResolvedActor described)
    {
        if (sentence.Tokens[token] is not { Upos: "NOUN", Xpos: "NNS" }) return [];
        int first = sentence.Children(token).FirstOrDefault(c => c > token && sentence.Tokens[c] is { Relation: "appos", Upos: "PROPN" }, -1);
        if (first < 0) return [];
        int[] all = [first, .. sentence.Children(first).Where(c => sentence.Tokens[c] is { Relation: "conj", Upos: "PROPN" })];
        List<ResolvedActor> parties = [.. all.SelectMany(i => actors.At(sentence.Index, i)).Select(p => p.Code is null ? p with { Country = described.Country, Sectors = described.Sectors, Rows = described.Rows } : p)];
        return all.Length > 1 && parties.TrueForAll(p => p.IsPerson || p.Code is not null) ? parties : [];
    }

    // "The 12-nation pact".
    private bool IsMeasure(int token) => char.IsDigit(sentence.Tokens[token].Form[0]) || sentence.Children(token).Any(c => sentence.Tokens[c].Relation == "nummod" && c < token);

    // "General criticism" is no general's.
    private bool IsQuality(int token, ResolvedActor party) =>
        sentence.Tokens[token] is { Relation: "amod" or "compound", Upos: "ADJ" } && party.Rows is [{ } row, ..] && row.StartsWith("offices:", StringComparison.Ordinal);

    // "A car bomb killed six in Mogadishu": the weapon is the army's in the tables, here it is nobody's.
    private bool IsOwnerless(int weapon) =>
        !graph.Arguments(weapon).Any(a => (a.Role is Role.Possessor or Role.Modifier || a is { Role: Role.Subject, Preposition: "by" }) && IsNamed(a.Head));

    /// <summary>The arms that are moved, as those whose they are; empty when nothing is known of them.</summary>
    public IEnumerable<ResolvedActor> Moved(int weapon) => actors.At(sentence.Index, weapon).Where(a => a.Code is not null);

    // "a missile launched by the rebels", "shells fired from Gaza".
    private IReadOnlyList<ResolvedActor> Users(int weapon)
    {
        foreach (int clause in graph.Heads(weapon, Role.Complement))
            foreach (var a in graph.Arguments(clause))
                if (a is { Role: Role.Subject, Preposition: "by" } or { Role: Role.Oblique, Preposition: "from" } && !Calendar.IsTime(sentence.Tokens[a.Head].Lemma)
                    && actors.At(sentence.Index, a.Head) is var party && party[0].CanAct) return party;
        return [];
    }

    /// <summary>"Jailed strikers", "freed hostages": whom force is used on or ended for may be a word of the pattern itself.</summary>
    public IEnumerable<int> Suffering(PatternMatch match) =>
        match.Pattern.Pattern is { EventType: "ASSAULT" or "COERCE" or "SANCTION" } or { Mode: "release" }
            ? graph.Heads(match.Trigger, Role.Object).Where(o => match.Words.Contains(o) && !match.Actors.Contains(o) && Fits(Slot.Someone, o))
            : [];

    /// <summary>Whether the token names a thing that force can be used on.</summary>
    public bool IsTarget(int token) => actors.IsTarget(sentence.Index, token);

    /// <summary>Whether both are mentions of one party.</summary>
    public bool AreOne(ResolvedActor a, ResolvedActor b) => actors.AreOne(a, b);

    // "bombed a school in Belgorod", "power lines leading into Kabul": where a thing stands tells whose it is.
    private IReadOnlyList<ResolvedActor> Standing(int thing, IReadOnlyList<ResolvedActor> own)
    {
        if (own[0].Country.Length > 0) return own;
        int verb = sentence.Tokens[thing].Head;
        foreach (int predicate in graph.Heads(thing, Role.Complement).Append(sentence.Tokens[thing].DepRel is "obj" or "nsubj:pass" or "obl" ? verb : -1))
        {
            if (predicate < 0) continue;
            foreach (var a in graph.Arguments(predicate))
            {
                if (a.Role != Role.Oblique || a.Head == thing || a.Preposition is not ("in" or "at" or "near" or "outside" or "inside" or "into" or "off" or "around")) continue;
                if (actors.One(sentence.Index, a.Head) is { Country.Length: > 0, Kind: ActorKind.Country or ActorKind.Region } place)
                    return [.. own.Select(o => o with { Country = place.Country, Rows = [.. o.Rows, .. place.Rows] })];
            }
        }
        return own;
    }

    // "During her visit to Oslo, the minister …": a possessor in front of the clause is the subject that comes.
    private IReadOnlyList<ResolvedActor>? Ahead(int pronoun)
    {
        var token = sentence.Tokens[pronoun];
        if (token is not { Upos: "PRON", DepRel: "nmod:poss" } || token.Form.ToLowerInvariant() is not ("his" or "her" or "its" or "their")) return null;
        int head = token.Head;
        for (int steps = 0; head >= 0 && steps < 3 && sentence.Tokens[head].Relation is "nmod" or "obl" or "advcl" or "obj"; head = sentence.Tokens[head].Head, steps++)
        {
            int verb = sentence.Tokens[head].Head;
            if (verb < pronoun || sentence.Child(verb, "nsubj") is not (var subject and >= 0) || subject < pronoun) continue;
            var party = actors.At(sentence.Index, subject);
            bool plural = party.Count > 1 || sentence.Tokens[subject].Xpos is "NNS" or "NNPS";
            bool fits = token.Form.ToLowerInvariant() switch { "their" => plural, "its" => !plural && !party[0].IsPerson, _ => !plural && party[0].IsPerson };
            return fits && party[0] is { CanAct: true, Code: not null } ? party : null;
        }
        return null;
    }

    // "Turkey said it had attacked", "both countries said they would withdraw": the pronoun is whoever says so.
    private IReadOnlyList<ResolvedActor>? Speaker(int pronoun)
    {
        var token = sentence.Tokens[pronoun];
        if (token.Upos != "PRON" || token.Lemma.ToLowerInvariant() is not ("it" or "they") || token.Relation != "nsubj" || token.Head < 0) return null;
        if (sentence.Tokens[token.Head].Relation != "ccomp" || sentence.Tokens[token.Head].Head is not (>= 0 and int verb)) return null;
        var subjects = graph.Heads(verb, Role.Subject).SelectMany(s => actors.At(sentence.Index, s)).Where(s => s.CanAct && s.Code is not null && s.Head != pronoun).ToList();
        bool fits = subjects.Count > 0 && (token.Lemma.Equals("it", StringComparison.OrdinalIgnoreCase) ? subjects.Count == 1 && !subjects[0].IsPerson : subjects.Count > 1 || sentence.Tokens[subjects[0].Head].Xpos is "NNS" or "NNPS");
        return fits ? subjects : null;
    }

    /// <summary>
    /// The party with a country that the object or the embedded act of a predicate leads to: "rejected an offer of talks
    /// from Nepal". Relative and adverbial clauses are not entered, nor are places the predicate itself stands in, except
    /// that a protest's purpose tells against whom it is, and that may be the protesters' own state.
    /// </summary>
    public IReadOnlyList<ResolvedActor> Reached(int trigger, int embedded, IReadOnlyList<ResolvedActor> except, string eventType)
    {
        bool purpose = eventType == "PROTEST", there = eventType is "ASSAULT" or "THREATEN" or "PROTEST"; // force has its effect where it is used
        var open = new Queue<int>();
        foreach (int o in graph.Heads(trigger, Role.Object))
            if (actors.At(sentence.Index, o) is { } direct && direct[0] is { CanAct: true, Code: not null } && except.All(e => e.Head != o)) return direct;
        foreach (var a in graph.Arguments(trigger))
            if (a.Role is Role.Object or Role.Indirect && !a.Inferred
                || purpose && a.Role == Role.Complement && a.Preposition is "to" or "ing" or "demanding"
                || purpose && a.Role == Role.Oblique && a.Preposition is "over" or "outside"
                || a.Role == Role.Oblique && (a.Preposition is "to" or "with" or "against" or "from" or "at" or "towards" or "toward" || a.Preposition is "of" or "on" or "for" && sentence.Tokens[trigger].Upos == "NOUN")) open.Enqueue(a.Head);
        if (embedded >= 0) open.Enqueue(embedded);
        if (purpose) // parsers hang "calling for" on the place as often as on the protest
            foreach (int t in sentence.Subtree(trigger))
                if (t > trigger && sentence.Tokens[t].Lemma is "demand" or "call" or "protest" or "denounce" or "condemn" or "press" or "urge" or "chant") open.Enqueue(t);
        var seen = new HashSet<int> { trigger };
        while (open.TryDequeue(out int token))
        {
            if (!seen.Add(token) || Calendar.IsTime(sentence.Tokens[token].Lemma)) continue;
            if (sentence.Tokens[token].Upos is "NOUN" or "PROPN" || sentence.Tokens[token].Upos == "ADJ" && char.IsUpper(sentence.Tokens[token].Form[0]))
            {
                var party = actors.At(sentence.Index, token);
                bool own = party.Any(p => except.Any(e => e.Head == p.Head || !purpose && !e.IsContextual && e.Country == p.Country && e.Country.Length > 0 && p.Sectors.Count == 0));
                if (party[0].CanAct && party[0].Country.Length > 0 && !own && !(IsAbout(token, party[0]) && !there)) return party;
                if (Owner(token, except) is { } owner) return owner; // "assistance to the US-led war against Iraq"
            }
            foreach (int c in sentence.Children(token))
                if (sentence.Tokens[c].DepRel is "nmod" or "nmod:poss" or "obl" or "obj" or "iobj" or "xcomp" or "amod" or "compound" or "acl" or "appos" or "conj" || token == embedded && sentence.Tokens[c].DepRel is "advcl" or "nsubj") open.Enqueue(c);
        }
        return [];
    }

    // "The 12-nation pact", "the Benghazi papers", "a truce in Aleppo": a number, or the place something is about or happens in.
    private bool IsAbout(int token, ResolvedActor party) =>
        sentence.Tokens[token].Relation is "compound" or "amod" or "nummod" && (IsMeasure(token) || party.Kind is ActorKind.Region && sentence.Tokens[sentence.Tokens[token].Head].Lemma is not ("trip" or "visit" or "tour" or "summit" or "talk" or "meeting"))
        || party is { Sectors.Count: 0, Kind: ActorKind.Region or ActorKind.Country } && ArgumentReader.Case(sentence, token) is "in" or "at" or "near" or "inside" or "outside" or "across" or "throughout";

    private IReadOnlyList<ResolvedActor>? Owner(int act, IReadOnlyList<ResolvedActor> except)
    {
        foreach (var a in graph.Arguments(act))
        {
            if (a.Role != Role.Possessor && a is not { Role: Role.Subject, Preposition: "by" }) continue;
            var party = actors.At(sentence.Index, a.Head);
            if (party[0] is { CanAct: true, Country.Length: > 0 } && except.All(e => e.Head != a.Head && !actors.AreOne(e, party[0]))) return party;
        }
        return null;
    }

    private bool IsInstrument(int token) =>
        sentence.Tokens[token].Upos == "NOUN" && (frames.IsEventNoun(sentence.Tokens[token].Lemma) || Weapons.Contains(sentence.Tokens[token].Lemma));

    private bool IsBody(int token) => sentence.Tokens[token].Upos == "NOUN" && Weapons.IsUtterance(sentence.Tokens[token].Lemma);

    private bool IsNamed(int token) => actors.One(sentence.Index, token) is var owner && (owner.Country.Length > 0 || owner is { CanAct: true, Sectors.Count: > 0 });
}
