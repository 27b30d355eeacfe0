using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>Climbs the tree from a place to the word that an event hangs on, and says whether the way is one of location.</summary>
internal sealed class PlaceClimb(Clauses clauses)
{
    /// <summary>
    /// Whether the place is where <paramref name="host"/> happens. Steps through names and places ("the city of Basra",
    /// "a market in Goma, Congo") are free; a plain noun may stand between only as the object or oblique of the host.
    /// </summary>
    public bool Reaches(Sentence s, int place, int host, int trigger)
    {
        int at = place;
        bool located = false;
        for (int steps = 0; steps < 8 && at != host; steps++)
        {
            int head = s.Tokens[at].Head;
            if (head < 0 || !Step(s, at, at == place, host, trigger, ref located)) return false;
            at = head;
            if (at != host && s.Tokens[at].Upos is "VERB") return false;
        }
        return at == host && located;
    }

    private bool Step(Sentence s, int at, bool first, int host, int trigger, ref bool located)
    {
        var t = s.Tokens[at];
        var head = s.Tokens[t.Head];
        string? preposition = Case(s, at);
        bool where = preposition != null && clauses.Is(preposition, OccasionUse.Where);
        bool toward = preposition != null && clauses.Is(preposition, OccasionUse.Toward) && clauses.Is(head.Lemma, OccasionUse.Move);
        bool site = clauses.Is(head.Lemma, OccasionUse.Site);
        switch (t.Relation)
        {
            case "obl" or "nmod" when toward:
                located = true;
                return true;
            case "obl" when where:
                if (preposition is "of" && !located || clauses.Judges(head.Lemma) && BehindObject(s, at, t.Head)) return false;
                located = true;
                return true;
            case "nmod" when t.DepRel == "nmod:poss":
                if (!site) return false;
                located |= head.Relation == "obj" || Case(s, t.Head) is { } p && (clauses.Is(p, OccasionUse.Inside) || clauses.Is(p, OccasionUse.Toward));
                return true;
            case "nmod" when where:
                // "the mayor of Basra", "a minister from Iran": whose home, not where. "The lobby of a Kabul hotel" is a place throughout.
                if (preposition is "of" && !site && t.Head != host && !located) return false;
                located |= preposition is not "of" || site || t.Head == trigger;
                return true;
            case "nmod" when located && (t.DepRel == "nmod:unmarked" || preposition is "for"):
                return true;
            case "nmod" when t.DepRel == "nmod:unmarked":
                return true;
            case "obj" when first && clauses.Is(head.Lemma, OccasionUse.Visit):
                located = true;
                return true;
            case "compound":
                return Modifies(s, t, trigger, ref located);
            case "appos" or "flat" or "conj" or "list" or "dep" or "parataxis" or "advmod":
                return true;
            case "obj" or "iobj" when located && t.Upos == "NOUN":
                return !clauses.Judges(head.Lemma);
            case "nsubj" when located && t.Upos == "NOUN":
                // "attacked a base in Kidal": the object's place is the event's; a subject's is only where it comes from.
                return t.DepRel == "nsubj:pass" || t.Head == trigger;
            default:
                return false;
        }
    }

    /// <summary>"condemned the attack in Somalia": right behind the object the phrase is the object's, whatever the parser says.</summary>
    private static bool BehindObject(Sentence s, int place, int verb)
    {
        int preposition = s.Child(place, "case"), thing = s.Child(verb, "obj");
        return thing >= 0 && thing == preposition - 1;
    }

    /// <summary>"at a Kabul hotel", "attacked a Kabul hotel", but not "met Kabul officials".</summary>
    private bool Modifies(Sentence s, Token place, int trigger, ref bool located)
    {
        bool site = clauses.Is(s.Tokens[place.Head].Lemma, OccasionUse.Site);
        bool inside = Case(s, place.Head) is { } preposition && clauses.Is(preposition, OccasionUse.Inside);
        located |= place.Head == trigger || (site && s.Tokens[place.Head].Relation == "obj");
        return site || place.Head == trigger || inside;
    }

    /// <summary>
    /// Whether the place stands under what the event is about ("banned from entering the port", "rounds aimed at a
    /// loudspeaker in Osh"), and with <paramref name="later"/> under a clause about what came before it ("saved them
    /// after they were found off the coast of Aceh").
    /// </summary>
    public bool Below(Sentence s, int place, int trigger, bool later)
    {
        if (clauses.Judges(s.Tokens[trigger].Lemma)) return false;
        bool inside = false;
        int at = place;
        for (int steps = 0; steps < 7 && at != trigger; steps++)
        {
            var t = s.Tokens[at];
            if (t.Head < 0) return false;
            string? preposition = Case(s, at);
            inside |= preposition != null && (clauses.Is(preposition, OccasionUse.Inside) || later && preposition is not "of" && clauses.Is(preposition, OccasionUse.Where));
            bool home = !inside && preposition == "of" && !clauses.Is(s.Tokens[t.Head].Lemma, OccasionUse.Site);
            bool aside = preposition != null && clauses.Is(preposition, OccasionUse.Aside);
            if (home || aside || later && t.Relation == "conj" || !Inner(t) && !(later && t.Relation == "advcl" && After(s, at))) return false;
            at = t.Head;
        }
        return at == trigger && inside;
    }

    private static bool Inner(Token t) =>
        t.Relation is "obl" or "nmod" or "obj" or "iobj" or "xcomp" or "conj" or "compound" or "flat" or "appos" || t.DepRel == "acl" || (t.Relation == "advcl" && t.Xpos == "VBG");

    private static bool After(Sentence s, int verb)
    {
        foreach (int c in s.Children(verb))
            if (s.Tokens[c].Relation is "mark" or "advmod" && s.Tokens[c].Form.ToLowerInvariant() is "after" or "as" or "while" or "when") return true;
        return false;
    }

    /// <summary>The preposition of a token in lower case, or null.</summary>
    public static string? Case(Sentence s, int token)
    {
        int at = s.Child(token, "case");
        return at >= 0 ? s.Tokens[at].Form.ToLowerInvariant() : null;
    }
}
