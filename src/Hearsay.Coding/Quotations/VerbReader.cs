using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Reads the attribution a reporting verb makes: a clause before, after or around it, "as X put it", an infinitive
/// ("urged them to leave"), a phrase behind a preposition ("called for talks") or a bare object ("denounced the
/// raid"), as the verb's row in the cue table allows. Returns null for verbs without content or quotable surroundings.
/// </summary>
internal sealed class VerbReader(CueTable cues, ActorIndex actors, PredicateGraph graph, CarrierReader carriers)
{
    private readonly Sentence sentence = graph.Sentence;
    private readonly CitationReader citations = new(cues, actors, graph, carriers);

    /// <summary>The attribution of the verb at token <paramref name="i"/>, or null.</summary>
    public SyntacticAttribution? Read(int i)
    {
        string lemma = sentence.Tokens[i].Lemma.ToLowerInvariant();
        var cue = cues.Verb(lemma, Particle(sentence, i) ?? (lemma == "put" ? "it" : null));
        if (citations.Read(i, cue, (verb, saying) => Addressee(verb, saying, false)) is { } cited) return cited;
        if (IsCompared(i)) return null;
        bool passive = graph.IsPassive(i) && !IsPerfect(i) && !IsStrandedVerb(i) || IsElliptic(i);
        var (speaker, span) = Speaker(i, passive);
        if (speaker >= 0 && AdjunctSpeaker.Of(sentence, cues, i, cue, CanSpeak) is var subject and >= 0) (speaker, span) = (subject, null);
        if (speaker >= 0 && sentence.Tokens[speaker].Form.EndsWith("day", StringComparison.Ordinal) && Calendar.IsTime(sentence.Tokens[speaker].Lemma.ToLowerInvariant())) speaker = -1;
        if (speaker >= 0 && sentence.Tokens[speaker].Upos == "VERB") speaker = -1;
        int addressee = Addressee(i, cue, passive);
        var draft = new SyntacticAttribution
        {
            CueToken = i, CueTokens = CueExtent.Of(sentence, i), Cue = cue, Speaker = speaker, SpeakerSpan = span, Addressee = addressee, Passive = passive,
        };
        bool finite = sentence.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "VB" && sentence.Tokens[i].Relation is "root" or "parataxis" or "ccomp";
        if (speaker < 0 && !passive && finite && cue is { Proof: CueProof.Clause }) draft = draft with { Speaker = SpeakerRepair.Beside(sentence, draft, []) };
        if (SpeakerRepair.NextToCue(sentence, draft, CanSpeak) is var nearer and >= 0) draft = draft with { Speaker = nearer, SpeakerSpan = null };
        bool plain = ReportingContext.IsPlain(sentence, i, draft.Speaker);
        var found = Clause(draft, passive, plain) ?? (plain ? GapReader.Read(sentence, draft) : null) ?? (plain && (!passive || IsAsked(draft)) ? Infinitive(draft) ?? Gerund(draft) ?? Prepositional(draft, lemma) ?? (IsUnsaid(i) ? null : Nominal(draft)) : null);
        if (found is null && cue is null && speaker < 0) return null;
        found ??= draft with { QuotedOnly = true };
        return Finish(found);
    }

    private SyntacticAttribution Finish(SyntacticAttribution a)
    {
        int head = a.Speaker;
        var span = a.SpeakerSpan ?? (head >= 0 ? SpeakerExtent.Of(sentence, head, a.CueToken, a.Content) : null);
        var passing = carriers.Read(a.CueToken, a.Addressee);
        passing.Remove(head);
        if (carriers.Viewer(head) is var viewer and >= 0 && !passing.Contains(viewer)) passing.Insert(0, viewer);
        return a with { SpeakerSpan = span, Carriers = passing };
    }

    // "twice as many said yes as said no", "more said yes than said no": the party is in the other half.
    private bool IsCompared(int i) => i > 0 && sentence.Tokens[i - 1].Lemma is "as" or "than" && sentence.Tokens[i].Xpos is "VBD" or "VBP" && sentence.Child(i, "nsubj") is var own && (own < 0 || own < i);

    // "told the court when asked about it": without a subject of its own the past is a passive.
    private bool IsElliptic(int i) => i > 0 && sentence.Tokens[i - 1].Lemma.ToLowerInvariant() is "when" or "if" && sentence.Tokens[i].Xpos is "VBD" or "VBN" && sentence.Child(i, "nsubj") < 0 && sentence.Child(i, "obj") < 0;

    // "when asked about the strike": what was asked is told, who asked is not.
    private bool IsAsked(SyntacticAttribution draft) => draft is { Passive: true, Cue.Class: "ask" } && IsElliptic(draft.CueToken);

    // A clause has one subject: of two with a comma between, the one next to the verb is it.
    private int Nearer(int i)
    {
        var subjects = sentence.Children(i).Where(c => c < i && sentence.Tokens[c].DepRel == "nsubj").ToList();
        return subjects.Count == 2 && CanSpeak(subjects[1]) && Enumerable.Range(subjects[0], subjects[1] - subjects[0]).Any(k => sentence.Tokens[k].Form == ",")
            && !Enumerable.Range(subjects[1], i - subjects[1]).Any(k => sentence.Tokens[k].Form == ",") ? subjects[1] : -1;
    }

    // "who" stands for the noun in the span, but the noun is the speaker.
    private (int Head, TextSpan? Span) Speaker(int i, bool passive)
    {
        int speaker = First(graph.Heads(i, Role.Subject));
        if (IsPerfect(i) && sentence.Child(i, "nsubj") is var own && sentence.Tokens[own].Xpos is not ("WP" or "WDT")) speaker = own;
        if (Nearer(i) is var nearer and >= 0) speaker = nearer;
        // "the quarrel between the court and the senate saying …": a link does not speak.
        if (sentence.Tokens[i] is { Relation: "acl", Xpos: "VBG" } gerund && speaker == gerund.Head && !CanSpeak(speaker) && sentence.Tokens[i - 1].Relation is "nmod" or "obl" && sentence.Child(i - 1, "case") >= 0 && CanSpeak(i - 1)) speaker = i - 1;
        if (Issuer(i) is var issuer and >= 0) speaker = issuer;
        if (IsStrandedVerb(i)) speaker = sentence.Tokens[i].Head;
        if (speaker < 0 && CueExtent.Above(sentence, i) is var above and >= 0) speaker = First(graph.Heads(above, Role.Subject));
        if (passive && speaker >= 0 && sentence.Tokens[speaker].Relation is not ("obl" or "nmod")) speaker = -1;
        int clause = i;
        while (sentence.Tokens[clause].Relation == "conj" && sentence.Child(clause, "nsubj") < 0 && sentence.Tokens[clause].Head >= 0) clause = sentence.Tokens[clause].Head;
        foreach (int c in sentence.Children(clause))
            if (sentence.Tokens[c].Relation == "nsubj" && sentence.Tokens[c].Xpos is "WP" or "WDT" && sentence.Tokens[clause].Relation == "acl")
                return (speaker, sentence.Tokens[c].Span);
        return (speaker, null);
    }

    // "The mayor issued a statement saying …", "her e-mail saying …": the one whose statement it is.
    private int Issuer(int i)
    {
        var t = sentence.Tokens[i];
        if (t is not { Relation: "acl", Xpos: "VBG" } || t.Head < 0 || t.Head > i || !IsVehicle(sentence.Tokens[t.Head].Lemma.ToLowerInvariant())) return -1;
        int owner = First(graph.Heads(t.Head, Role.Possessor));
        if (owner < 0 && sentence.Tokens[t.Head] is { Relation: "obj", Head: var verb and >= 0 } && !graph.IsPassive(verb)) owner = First(graph.Heads(verb, Role.Subject));
        return owner >= 0 && CanSpeak(owner) ? owner : -1;
    }

    private static bool IsVehicle(string noun) => noun is "statement" or "response" or "letter" or "email" or "e-mail" or "tweet" or "post" or "memo" or "note" or "release" or "message" or "text" or "speech" or "address" or "press release" or "reply" or "announcement";

    private SyntacticAttribution? Clause(SyntacticAttribution draft, bool passive, bool plain)
    {
        int i = draft.CueToken;
        var cue = draft.Cue;
        var clauses = new List<int>();
        foreach (int c in sentence.Children(i)) if (ContentClause.Is(sentence, i, c, cue, passive)) clauses.Add(c);
        bool host = false;
        if (clauses.Count == 0 && cue is not null && cue.Takes("that") && Stranded(i, cue) is var stranded and >= 0) clauses.Add(stranded);
        if (clauses.Count == 0 && (cue is null || cue.Takes("quote") || cue.Takes("that")) && ParentheticalCredit.Host(sentence, cues, i, draft.Speaker) is var h and >= 0) { clauses.Add(h); host = true; }
        if (clauses.Count == 0) return null;
        var content = host ? ContentExtent.Around(sentence, clauses[0], i, draft.Speaker) : ContentExtent.Of(sentence, clauses, draft);
        if (host && sentence.Child(i, "obj") is var what && what > i && what < clauses[0] && sentence.Tokens[what].Form == "what") content = ContentExtent.Of(sentence, [what, clauses[0]], draft); // "noted what they found: …"
        bool evidence = cue is { Class: "show" } && draft.Speaker >= 0 && HopKinds.IsRecord(sentence.Tokens[draft.Speaker].Lemma, host);
        bool proves = cue is not null && (cue.Proof != CueProof.Marks || evidence) && plain && (cue.Takes("that") || cue.Takes("wh") || host && cue.Takes("quote"))
            && (cue.Proof == CueProof.Clause || draft.Speaker < 0 || evidence || CanSpeak(draft.Speaker));
        if (host && cue?.Proof != CueProof.Clause && !evidence) proves = false;
        if (passive && draft.Speaker < 0 && cue?.Class != "ask" && !IsImpersonal(i)) proves = false;
        return draft with { Content = content, QuotedOnly = !proves, Clausal = true };
    }

    // "would announce one": no report that it was said.
    private bool IsUnsaid(int i) => sentence.Children(i).Any(c => sentence.Tokens[c].Relation == "aux" && sentence.Tokens[c].Xpos == "MD");

    // "had said" has its own subject, even where the parser hung its clause on a noun as if it were a participle.
    private bool IsPerfect(int i) => sentence.Child(i, "nsubj") is var subject and >= 0 && sentence.Tokens[subject].DepRel == "nsubj"
        && sentence.Children(i).Any(c => sentence.Tokens[c].Relation == "aux" && sentence.Tokens[c].Lemma == "have") && !sentence.Children(i).Any(c => sentence.Tokens[c].DepRel == "aux:pass");

    // "The senator called for an inquiry." parsed as a noun phrase: its only verb is the verb of the sentence.
    private bool IsStrandedVerb(int i)
    {
        var t = sentence.Tokens[i];
        if (t.Relation != "acl" || t.Head != i - 1 || t.Xpos is not ("VBD" or "VBN") || sentence.Tokens[t.Head].Relation != "root" || sentence.Tokens[^1].Form != ".") return false;
        return !sentence.Tokens.Any(o => o.Index != i && (o.Upos == "AUX" || o.Upos == "VERB" && o.Xpos is "VBD" or "VBZ" or "VBP"));
    }

    // A that-clause the parser hung on the listener or the vehicle: "told reporters that", "said in a letter that".
    private int Stranded(int i, Cue cue)
    {
        foreach (int c in sentence.Children(i))
        {
            if (c < i) continue;
            var t = sentence.Tokens[c];
            bool vehicle = t.Relation == "obl" && (ArgumentReader.Case(sentence, c) is "in" && cues.Noun(t.Lemma) is not null || carriers.IsMedium(c));
            bool listener = CanHear(c) && (t.Relation is "obj" or "iobj" && cue.Addressee == "dobj" || t.Relation == "obl" && cue.Addressee == "to" && ArgumentReader.Case(sentence, c) == "to");
            bool cited = t.Form.ToLowerInvariant() is "citing" or "quoting";
            bool time = t.Relation is "iobj" or "obl" && Calendar.IsTime(t.Lemma.ToLowerInvariant());
            bool feeling = cue.Text is "express" or "voice" && t.Relation == "obj" && cues.Noun(t.Lemma.ToLowerInvariant()) is null; // "voiced relief that"
            if (!vehicle && !listener && !cited && !time && !feeling) continue;
            foreach (int k in sentence.Subtree(c))
                if (k != c && sentence.Tokens[k].Relation is "acl" or "ccomp" && !(feeling && (sentence.Tokens[k].Head != c || sentence.Child(k, "mark") < 0)) && ArgumentReader.Marker(sentence, k) == "that" && ContentClause.HasSubject(sentence, k) && (t.Relation != "obl" || vehicle || sentence.Child(k, "mark") >= 0)) return k;
        }
        return -1;
    }

    // "it was announced that"
    private bool IsImpersonal(int i) => sentence.Child(i, "expl") >= 0 || sentence.Children(i).Any(c => sentence.Tokens[c].DepRel == "csubj:pass" || sentence.Tokens[c].Lemma == "it" && sentence.Tokens[c].Relation == "nsubj");

    private SyntacticAttribution? Infinitive(SyntacticAttribution draft)
    {
        int i = draft.CueToken;
        if (draft.Cue is not { } cue || !cue.Takes("to") || !CanSpeak(draft.Speaker) && !IsAsked(draft)) return null;
        foreach (int c in sentence.Children(i))
        {
            int obj = sentence.Child(i, "obj") is var direct and >= 0 ? direct : sentence.Child(i, "iobj");
            bool told = obj > i && obj < c && cue.Class is "ask" or "tell";
            bool complement = sentence.Tokens[c].Relation is "xcomp" or "ccomp" or "obl" || told && sentence.Tokens[c].Relation is "advcl" or "acl";
            if (!complement && obj > i && obj < c && cue.Addressee == "dobj" && sentence.Tokens[c].Relation is "advcl" or "acl" && CanHear(obj)) complement = told = true;
            if (c < i || !complement || !ContentClause.IsInfinitive(sentence, c)) continue;
            bool demands = obj > i && obj < c && cue.Addressee == "dobj" && !told && draft.Addressee != obj;
            if (told && draft.Addressee < 0) draft = draft with { Addressee = obj };
            List<int> content = [.. ContentExtent.Of(sentence, demands ? [obj, c] : [c], draft)];
            return draft with { Content = content, OwnAct = obj < 0 };
        }
        return null;
    }

    // "reported having spent it all", "denied taking bribes"
    private SyntacticAttribution? Gerund(SyntacticAttribution draft)
    {
        if (draft.Cue is not { } cue || !cue.Takes("ing") || !CanSpeak(draft.Speaker)) return null;
        foreach (int c in sentence.Children(draft.CueToken))
            if (c > draft.CueToken && sentence.Tokens[c].Relation is "xcomp" or "ccomp" && sentence.Tokens[c].Xpos == "VBG") return draft with { Content = ContentExtent.Of(sentence, [c], draft) };
        return null;
    }

    private SyntacticAttribution? Prepositional(SyntacticAttribution draft, string lemma)
    {
        int i = draft.CueToken;
        if (!CanSpeak(draft.Speaker) && !IsAsked(draft)) return null;
        foreach (int c in sentence.Children(i))
        {
            if (c < i || sentence.Tokens[c].Relation is not ("obl" or "advcl")) continue;
            int preposition = sentence.Child(c, sentence.Tokens[c].Relation == "obl" ? "case" : "mark");
            if (preposition < i || cues.Verb(lemma, sentence.Tokens[preposition].Lemma.ToLowerInvariant()) is not { } cue) continue;
            if (!cue.Text.Contains(' ', StringComparison.Ordinal) || !cue.Takes("np")) continue;
            if (cue.Text is "comment on" && sentence.Children(i).Any(n => sentence.Tokens[n].Lemma is "not" or "never" or "n't")) continue;
            var content = ContentExtent.Of(sentence, [c], draft).Where(t => t > preposition).ToList();
            if (content.Count == 0) continue;
            List<int> words = [.. draft.CueTokens];
            for (int k = words[^1] + 1; k <= preposition; k++) if (preposition - words[^1] <= 2 || k == preposition) words.Add(k);
            return draft with
            {
                Cue = cue, Content = ContentExtent.CutAside(sentence, content), CueTokens = [.. words.Distinct().Order()],
                Presupposed = cue.Text is "refer to" or "point to" or "talk about" or "speak about" or "speak of" or "comment on" or "write about" or "ask about" or "complain about",
            };
        }
        return null;
    }

    // "denounced the raid", "called him a liar", "accused them of spying".
    private SyntacticAttribution? Nominal(SyntacticAttribution draft)
    {
        int i = draft.CueToken, obj = sentence.Child(i, "obj");
        if (draft.Cue is not { } cue || !cue.Takes("np") || !CanSpeak(draft.Speaker)) return null;
        if ((obj < 0 || obj < i && sentence.Tokens[obj].Xpos is "WP" or "WDT") && Labelled(i) is var label and >= 0)
            return draft with { Content = [.. ContentExtent.Of(sentence, [label], draft).Where(t => sentence.Tokens[t].Lemma != "as" || t > label)] };
        if (obj < i) return null;
        if (sentence.Tokens[obj].Xpos is "WP" or "WDT" || sentence.Tokens[obj].Lemma is "so" || sentence.Tokens[obj] is { Upos: "PRON", Lemma: "this" or "these" } || obj == draft.Addressee) return null;
        if (sentence.Child(obj, "det") is var det and >= 0 && sentence.Tokens[det].Lemma is "this" or "these" or "that" or "those" && sentence.Child(obj, "acl") < 0) return null;
        var parts = new List<int> { obj };
        foreach (int c in sentence.Children(i))
        {
            if (c <= obj) continue;
            var t = sentence.Tokens[c];
            string marker = t.Relation == "obl" ? ArgumentReader.Case(sentence, c) : ArgumentReader.Marker(sentence, c);
            bool belongs = (t.Relation is "xcomp" or "obj") && !(cue.Text == "call" && ContentClause.IsInfinitive(sentence, c)) || t.Relation is "obl" or "advcl" && marker is "as" or "of" or "for" || BelongsToObject(obj, c, marker);
            if (belongs) parts.Add(c);
        }
        var content = ContentExtent.CutAside(sentence, ContentExtent.Of(sentence, parts, draft));
        bool telephones = cue.Text == "call" && parts.Count == 1 && content.Count <= 3 && CanHear(obj) && content.TrueForAll(k => sentence.Tokens[k].Upos != "PRON" || k == obj);
        return telephones ? null : draft with { Content = content, Presupposed = Presupposes(cue) };
    }

    // "a new tax on sugar": a phrase right behind the object that says neither when nor through which medium.
    private bool BelongsToObject(int obj, int c, string preposition) =>
        sentence.Tokens[c].Relation == "obl" && preposition is "on" or "against" or "between" or "over" && sentence.Child(c, "case") == sentence.Subtree(obj).Max() + 1
        && !Calendar.IsTime(sentence.Tokens[c].Lemma.ToLowerInvariant()) && !carriers.IsMedium(c);

    // Who denounces a raid does not report it; who accuses somebody of one, announces or denies one does.
    private static bool Presupposes(Cue cue) => cue.Class is "praise" or "reject" || cue.Class == "accuse" && cue.Text is not ("accuse" or "blame" or "charge" or "allege")
        || cue.Text is "cite" or "quote" or "mention" or "describe" or "call" or "defend" or "highlight" or "explain" or "note";

    // "which the church describes as a retreat"
    private int Labelled(int i)
    {
        foreach (int c in sentence.Children(i))
            if (c > i && sentence.Tokens[c].Relation == "obl" && ArgumentReader.Case(sentence, c) == "as") return c;
        return -1;
    }

    private int Addressee(int i, Cue? cue, bool passive)
    {
        if (cue?.Addressee == "dobj")
        {
            int person = passive ? First(graph.Heads(i, Role.Object)) : sentence.Child(i, "iobj");
            if (person < 0) person = First(graph.Heads(i, Role.Object));
            if (person >= 0 && CanHear(person) && (passive || cue.Class is "tell" or "ask" || sentence.Child(i, "ccomp") >= 0 || sentence.Child(i, "xcomp") >= 0)) return person;
        }
        if (cue?.Addressee == "dobj" && !passive && Crowded(i) is var listener and >= 0 && CanHear(listener)) return listener;
        if (cue?.Addressee is "to" or "dobj")
            foreach (var a in graph.Arguments(i))
                if (a.Role == Role.Oblique && a.Preposition is "to" or "with" && CanHear(a.Head)) return a.Head;
        return -1;
    }

    // "told the Herald every case would be heard": a clause has one subject, so the first of two is who was told.
    private int Crowded(int i)
    {
        if (sentence.Child(i, "ccomp") is not (var clause and >= 0)) return -1;
        var subjects = sentence.Children(clause).Where(c => sentence.Tokens[c].Relation == "nsubj").ToList();
        return subjects.Count == 2 && subjects[1] < clause && sentence.Subtree(subjects[0]).Min() == i + 1 ? subjects[0] : -1;
    }

    private bool CanHear(int head) => actors.One(sentence.Index, head).CanAct || carriers.IsMedium(head);

    private bool CanSpeak(int head) => head >= 0 && (actors.One(sentence.Index, head).CanAct || carriers.IsMedium(head) || sentence.Tokens[head].Upos == "PROPN");

    /// <summary>The particle of a phrasal verb ("point" "out"), or null.</summary>
    internal static string? Particle(Sentence sentence, int i)
    {
        foreach (int c in sentence.Children(i)) if (sentence.Tokens[c].DepRel == "compound:prt") return sentence.Tokens[c].Lemma;
        return null;
    }

    private static int First(IEnumerable<int> heads)
    {
        foreach (int h in heads) return h;
        return -1;
    }
}
