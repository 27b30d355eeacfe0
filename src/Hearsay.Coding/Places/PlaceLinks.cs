using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// What the text says about places by how it puts their names: containment between neighbours ("Paris, Texas"), kinds
/// ("the city of Turkey"), and lists whose members are of one kind.
/// </summary>
internal static class PlaceLinks
{
    /// <summary>Links neighbours of which one lies in the other.</summary>
    public static void Contain(Document document, List<PlaceCandidate> found)
    {
        foreach (var c in found) c.Kind = Called(document, c);
        Siblings(document, found);
        for (int i = 0; i + 1 < found.Count; i++)
        {
            var (a, b) = (found[i], found[i + 1]);
            if (a.Sentence != b.Sentence) continue;
            var tokens = document.Sentences[a.Sentence].Tokens;
            int gap = b.First - a.Last - 1;
            if (gap == 1 && tokens[a.Last + 1].Form is "," && !a.Demonym && !b.Demonym) { if (!(a.Kind == PlaceKind.Division && b.Kind == PlaceKind.Division)) a.Container = b; }
            else if (gap == 1 && tokens[a.Last + 1].Form is "'s" or "’s" && !a.Demonym) b.Container = a;
            else if (gap is >= 1 and <= 3 && !a.Demonym && !b.Demonym && tokens[a.Last + 1].Form is "in" or "," && tokens[b.First - 1].Form.ToLowerInvariant() is "in" or "southern" or "northern" or "eastern" or "western" or "central" or "northeastern" or "northwestern" or "southeastern" or "southwestern" or "northeast" or "northwest") a.Container = b;
            else if (b.Demonym && !a.Demonym && gap is 2 && tokens[a.Last + 1].Form is "," && tokens[b.First - 1].Form is "a" or "an" or "the" && Descriptive(tokens, b.Last + 1, Math.Min(tokens.Count, b.Last + 4))) a.Container = b; // "Palma, the Mozambican gas town"
            else if (a.Demonym && gap <= 4 && Descriptive(tokens, a.Last + 1, b.First)) b.Container = a;
        }
    }

    /// <summary>"the city of Turkey", "Washington state", "New York Governor".</summary>
    private static PlaceKind Called(Document document, PlaceCandidate c)
    {
        var tokens = document.Sentences[c.Sentence].Tokens;
        string after = c.Last + 1 < tokens.Count ? tokens[c.Last + 1].Form.ToLowerInvariant() : "";
        string last = tokens[c.Last].Form.ToLowerInvariant();
        if (after is "state" or "province" || last is "state" or "province" && c.Last > c.First) return PlaceKind.Division;
        if (after is "governor" or "gov." or "gov" or "lawmakers" or "legislature") return PlaceKind.Division;
        if (c.First < 2 || tokens[c.First - 1].Form != "of") return PlaceKind.Unsaid;
        return tokens[c.First - 2].Form.ToLowerInvariant() switch
        {
            "city" or "town" or "village" or "suburb" or "mayor" => PlaceKind.Town,
            "state" or "province" or "governor" => PlaceKind.Division,
            _ => PlaceKind.Unsaid,
        };
    }

    /// <summary>In "Utah, Washington and Wisconsin" the one in doubt is what the others are; three make such a list.</summary>
    private static void Siblings(Document document, List<PlaceCandidate> found)
    {
        for (int i = 0; i < found.Count;)
        {
            int end = i + 1;
            while (end < found.Count && Joined(document, found[end - 1], found[end])) end++;
            if (end - i >= 3)
            {
                int sure = 0;
                for (int k = i; k < end; k++) if (found[k].Senses.Count > 0 && found[k].Senses.MaxBy(PlaceRanking.Score)!.Rank == PlaceRank.Division) sure++;
                for (int k = i; k < end && 2 * sure > end - i; k++) if (found[k].Kind == PlaceKind.Unsaid) found[k].Kind = PlaceKind.Division;
            }
            i = end;
        }
    }

    private static bool Joined(Document document, PlaceCandidate a, PlaceCandidate b)
    {
        if (a.Sentence != b.Sentence || a.Demonym || b.Demonym || b.First - a.Last is < 2 or > 3) return false;
        for (int i = a.Last + 1; i < b.First; i++) if (document.Sentences[a.Sentence].Tokens[i].Form is not ("," or "and" or "or" or "&")) return false;
        return true;
    }

    /// <summary>"the Iraqi city of", "Syrian capital,": the words between tell what kind of place follows.</summary>
    private static bool Descriptive(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
            if (tokens[i].Form.ToLowerInvariant() is "city" or "town" or "village" or "capital" or "port" or "province" or "district" or "region" or "island" or "border") return true;
        return false;
    }
}
