using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Chooses the place that governs an event: the most specific place that a locative phrase ties to the trigger or to
/// a clause that shares its occasion. The actor's home ("Syria's army", "the mayor of Basra") is no location of what
/// the actor does, and a dateline is none of what is only reported from there.
/// </summary>
public static class PlaceGovernance
{
    /// <summary>The place, or null when the text gives the event none.</summary>
    /// <param name="document">The parsed document; without trees the nearest place after a locative preposition is taken.</param>
    /// <param name="sentenceIndex">Sentence of the trigger.</param>
    /// <param name="triggerTokenIndex">Head token of the trigger.</param>
    /// <param name="places">All places of the document.</param>
    public static PlaceMention? For(Document document, int sentenceIndex, int triggerTokenIndex, IReadOnlyList<PlaceMention> places)
    {
        var sentence = document.Sentences[sentenceIndex];
        var candidates = places.Where(p => p.Sentence == sentenceIndex && !p.IsDemonym && (p.FeatureClass != null || Known(sentence, p)) && !Dateline(sentence, p)).ToList();
        if (candidates.Count == 0) return null;
        if (!Clauses.Parsed(sentence))
            return candidates.Where(p => p.First > 0 && Locative(sentence.Tokens[p.First - 1].Form)).MinBy(p => Math.Abs(p.First - triggerTokenIndex));
        var hosts = candidates.Select(p => Clauses.Head(sentence, p.First, p.Last)).ToList();
        foreach (int host in Clauses.Lenders(sentence, triggerTokenIndex))
        {
            PlaceMention? best = null;
            for (int i = 0; i < candidates.Count; i++)
                if (Located(sentence, hosts[i], host, triggerTokenIndex) && (best == null || MoreSpecific(candidates[i], best))) best = candidates[i];
            if (best != null) return best;
        }
        return Below(sentence, triggerTokenIndex, candidates, hosts);
    }

    /// <summary>A place under what the event is about ("banned from entering the port", "plans for a rally in Osh").</summary>
    private static PlaceMention? Below(Sentence s, int trigger, List<PlaceMention> candidates, List<int> hosts)
    {
        PlaceMention? best = null;
        for (int i = 0; i < candidates.Count; i++)
        {
            if (Case(s, hosts[i]) is not { } preposition || !Static(preposition) || Clauses.Judges(s.Tokens[trigger].Lemma)) continue;
            int at = hosts[i];
            for (int steps = 0; steps < 5 && at >= 0 && at != trigger; steps++)
            {
                var t = s.Tokens[at];
                if (t.Relation is not ("obl" or "nmod" or "obj" or "xcomp" or "conj" or "compound") && !(t.Relation == "advcl" && t.Xpos == "VBG")) { at = -1; break; }
                at = t.Head;
            }
            if (at == trigger && (best == null || MoreSpecific(candidates[i], best))) best = candidates[i];
        }
        return best;
    }

    private static bool Static(string preposition) => preposition is "in" or "at" or "near" or "outside" or "inside";

    private static bool Locative(string form) =>
        form.ToLowerInvariant() is "in" or "at" or "near" or "outside" or "on" or "inside" or "around" or "across" or "throughout" or "off" or "over" or "within" or "along" or "through" or "of" or "below" or "above";

    /// <summary>"to" and "from" locate only what moves there.</summary>
    private static bool Moves(string lemma) =>
        lemma is "go" or "travel" or "fly" or "come" or "return" or "arrive" or "head" or "trip" or "visit" or "journey" or "send" or "deploy" or "dispatch" or "withdraw" or "tour" or "march" or "move" or "flee" or "evacuate";

    private static bool Directional(string preposition) => preposition is "to" or "from" or "into" or "toward" or "towards";

    /// <summary>"GOMA, Congo (Reuters) -": the place opens the sentence and a dash or a bracket follows.</summary>
    private static bool Dateline(Sentence s, PlaceMention p)
    {
        if (p.First > 3) return false;
        for (int i = 0; i < p.First; i++) if (s.Tokens[i].Form != "," && !char.IsUpper(s.Tokens[i].Form[0])) return false;
        for (int i = p.Last + 1; i < s.Tokens.Count && i <= p.Last + 9; i++)
        {
            string form = s.Tokens[i].Form;
            if (form is "-" or "—" or "–" or "--") return s.Tokens[i].Span.Start > s.Tokens[i - 1].Span.End || form is "—" or "--";
            if (form is not ("," or "(" or ")" or ".") && !char.IsUpper(form[0]) && !char.IsDigit(form[0])) return false;
        }
        return false;
    }

    /// <summary>
    /// Climbs from the place to the host. Steps through names and places ("the city of Basra", "a market in Goma,
    /// Congo") are free; a plain noun may stand between only as the object or oblique of the host.
    /// </summary>
    private static bool Located(Sentence s, int place, int host, int trigger)
    {
        int at = place;
        bool located = false;
        // "… in California, where he was questioned": the place itself lends.
        if (at == host) return host != trigger;
        for (int steps = 0; steps < 8; steps++)
        {
            var t = s.Tokens[at];
            if (t.Head < 0) return false;
            string? preposition = Case(s, at);
            switch (t.Relation)
            {
                case "obl" when preposition != null && (Locative(preposition) || (Directional(preposition) && Moves(s.Tokens[t.Head].Lemma))):
                    if (preposition is "of" && !located) return false;
                    located = true;
                    break;
                case "nmod" when preposition != null && Directional(preposition) && Moves(s.Tokens[t.Head].Lemma):
                    located = true;
                    break;
                case "nmod" when preposition != null && Locative(preposition):
                    // "the mayor of Basra", "a minister from Iran": whose home, not where.
                    bool home = preposition is "of" && !Areal(s.Tokens[t.Head].Lemma) && t.Head != host;
                    if (home && !located) return false;
                    located |= preposition is not "of" || Areal(s.Tokens[t.Head].Lemma) || t.Head == trigger;
                    break;
                case "nmod" when t.DepRel == "nmod:poss":
                    if (!Areal(s.Tokens[t.Head].Lemma)) return false;
                    located |= s.Tokens[t.Head].Relation == "obj";
                    break;
                case "obj" when at == place && Visits(s.Tokens[t.Head].Lemma):
                    located = true;
                    break;
                case "appos" or "flat" or "compound" or "conj" or "list" or "dep" or "parataxis" or "advmod":
                    if (t.Relation == "compound" && !Modifies(s, t, trigger, ref located)) return false;
                    break;
                case "obj" or "nsubj" when located && s.Tokens[at].Upos == "NOUN":
                    // "attacked a base in Kidal": the object's place is the event's; a subject's is only where it comes from.
                    if (t.DepRel != "nsubj:pass" && t.Relation == "nsubj" && t.Head != trigger) return false;
                    if (t.Relation == "obj" && Clauses.Judges(s.Tokens[t.Head].Lemma)) return false;
                    break;
                default:
                    return false;
            }
            at = t.Head;
            if (at == host) return located;
            if (s.Tokens[at].Upos is "VERB") return false;
        }
        return false;
    }

    /// <summary>"at a Kabul hotel", "attacked a Kabul hotel", but not "met Kabul officials".</summary>
    private static bool Modifies(Sentence s, Token place, int trigger, ref bool located)
    {
        bool areal = Areal(s.Tokens[place.Head].Lemma);
        bool inside = Case(s, place.Head) is { } preposition && Static(preposition);
        located |= place.Head == trigger || (areal && s.Tokens[place.Head].Relation == "obj");
        return areal || place.Head == trigger || inside;
    }

    /// <summary>A name that no table has is a place only where a plain preposition of place says so.</summary>
    private static bool Known(Sentence s, PlaceMention p)
    {
        int before = p.First - 1;
        if (before > 0 && s.Tokens[before].Upos == "DET") before--;
        return before >= 0 && Static(s.Tokens[before].Form.ToLowerInvariant());
    }

    private static string? Case(Sentence s, int token)
    {
        int at = s.Child(token, "case");
        return at >= 0 ? s.Tokens[at].Form.ToLowerInvariant() : null;
    }

    private static bool Visits(string lemma) =>
        lemma is "visit" or "enter" or "reach" or "leave" or "bomb" or "shell" or "attack" or "hit" or "strike" or "seize" or "capture" or "storm" or "occupy" or "rock" or "invade" or "bombard" or "pound" or "besiege" or "retake" or "tour";

    private static bool Areal(string lemma) =>
        lemma is "city" or "town" or "village" or "province" or "region" or "district" or "area" or "capital" or "state" or "port" or "island" or "border" or "suburb" or "north" or "south" or "east" or "west" or "outskirt" or "outskirts" or "center" or "centre"
        or "part" or "coast" or "county" or "neighborhood" or "neighbourhood" or "stronghold" or "governorate" or "camp" or "airport" or "airspace" or "water" or "valley" or "downtown" or "northeast" or "northwest" or "southeast" or "southwest" or "frontier" or "street" or "square" or "desert" or "mountain" or "peninsula"
        or "hotel" or "market" or "mosque" or "base" or "prison" or "hospital" or "school" or "embassy" or "station" or "church" or "stadium" or "checkpoint" or "jail" or "temple" or "university" or "palace" or "barracks" or "restaurant" or "cafe" or "consulate" or "headquarters";

    private static bool MoreSpecific(PlaceMention a, PlaceMention b) => Specificity(a) > Specificity(b);

    private static int Specificity(PlaceMention p) => p.FeatureClass switch
    {
        "S" => 5,
        "P" => 4,
        null => 3,
        "T" or "H" => 3,
        "L" => 1,
        _ => p.IsCountry ? 0 : 2,
    };
}
