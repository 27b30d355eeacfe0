using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Chooses the place that governs an event: the most specific place that a locative phrase ties to the trigger, to its
/// object or to a clause that shares its occasion. The actor's home ("Syria's army", "the mayor of Basra") is no
/// location of what the actor does. A dateline counts only for the first sentence, and only when that names no other
/// place. Safe to share between threads.
/// </summary>
public sealed class PlaceGovernance
{
    private readonly Clauses clauses;
    private readonly PlaceClimb climb;

    private PlaceGovernance(Clauses clauses)
    {
        this.clauses = clauses;
        climb = new PlaceClimb(clauses);
    }

    /// <summary>Reads <c>lexicons/occasion-words.csv</c> in the data folder.</summary>
    /// <exception cref="Knowledge.KnowledgeException">The table is missing or malformed.</exception>
    public static PlaceGovernance Load(string dataDirectory) => new(Clauses.Load(dataDirectory));

    /// <summary>The place, or null when the text gives the event none.</summary>
    /// <param name="document">The parsed document; without trees the nearest place after a locative preposition is taken.</param>
    /// <param name="sentenceIndex">Sentence of the trigger.</param>
    /// <param name="triggerTokenIndex">Head token of the trigger.</param>
    /// <param name="places">All places of the document.</param>
    public PlaceMention? For(Document document, int sentenceIndex, int triggerTokenIndex, IReadOnlyList<PlaceMention> places)
    {
        var sentence = document.Sentences[sentenceIndex];
        var named = places.Where(p => p.Sentence == sentenceIndex && !p.IsDemonym).ToList();
        if (named.Count == 0) return null;
        var candidates = named.Where(p => (p.FeatureClass != null || Known(sentence, p)) && !Dateline(sentence, p)).ToList();
        if (candidates.Count == 0) return sentenceIndex == 0 ? named.Find(p => p.FeatureClass != null && Dateline(sentence, p)) : null;
        if (!Clauses.Parsed(sentence))
            return candidates.Where(p => p.First > 0 && clauses.Is(sentence.Tokens[p.First - 1].Form, OccasionUse.Where)).MinBy(p => Math.Abs(p.First - triggerTokenIndex));
        var hosts = candidates.Select(p => Clauses.Head(sentence, p.First, p.Last)).ToList();
        var lenders = clauses.Lenders(sentence, triggerTokenIndex);
        foreach (int host in lenders)
        {
            int scene = Scene(sentence, host, triggerTokenIndex);
            if (Best(candidates, i => scene >= 0 ? At(sentence, hosts[i], host, scene) : climb.Reaches(sentence, hosts[i], host, triggerTokenIndex)) is { } best) return best;
        }
        return Best(candidates, i => climb.Below(sentence, hosts[i], triggerTokenIndex, later: false))
            ?? Best(candidates, i => candidates[i].FeatureClass is "P" or "A" && Authority(sentence, hosts[i], lenders))
            ?? Best(candidates, i => climb.Below(sentence, hosts[i], triggerTokenIndex, later: true));
    }

    private static PlaceMention? Best(List<PlaceMention> candidates, Func<int, bool> governs)
    {
        PlaceMention? best = null;
        for (int i = 0; i < candidates.Count; i++)
            if (governs(i) && (best == null || Specificity(candidates[i]) > Specificity(best))) best = candidates[i];
        return best;
    }

    /// <summary>"a building in California, where he was questioned": the clause under the noun that holds the trigger, or −1.</summary>
    private static int Scene(Sentence s, int noun, int trigger)
    {
        foreach (int c in s.Children(noun))
            if (c != trigger && s.Tokens[c].Relation == "acl" && Where(s, c) && s.Dominates(c, trigger) || c == trigger && s.Tokens[c].Relation == "acl" && Where(s, c)) return c;
        return -1;
    }

    private static bool Where(Sentence s, int verb)
    {
        foreach (int c in s.Children(verb)) if (s.Tokens[c].Form.Equals("where", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // Whatever place the noun phrase names is the scene.
    private static bool At(Sentence s, int place, int noun, int scene) => s.Dominates(noun, place) && !s.Dominates(scene, place);

    /// <summary>"advanced by the Municipality of Livorno": the authority of a town acts at home.</summary>
    private bool Authority(Sentence s, int place, IReadOnlyList<int> lenders)
    {
        var t = s.Tokens[place];
        if (t.Relation != "nmod" || t.Head < 0 || PlaceClimb.Case(s, place) != "of") return false;
        var authority = s.Tokens[t.Head];
        return clauses.Is(authority.Lemma, OccasionUse.Authority) && lenders.Contains(authority.Head) && authority.Relation is "nsubj" or "obl";
    }

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

    /// <summary>A name that no table has is a place only where a plain preposition of place says so.</summary>
    private bool Known(Sentence s, PlaceMention p)
    {
        int before = p.First - 1;
        if (before > 0 && s.Tokens[before].Upos == "DET") before--;
        return before >= 0 && clauses.Is(s.Tokens[before].Form, OccasionUse.Inside);
    }

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
