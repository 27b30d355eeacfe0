using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Places;

/// <summary>
/// Collects what may name a place: names of kind Place, other capitalised runs after a locative preposition or as object of
/// a verb like "shell" that the gazetteer knows, demonyms (as evidence), and the containment that neighbours express ("Paris, Texas", "Goma in
/// eastern Congo", "Iraq's Mosul").
/// </summary>
internal sealed class PlaceFinder(Gazetteer gazetteer, PlaceNames names, WordTable<PlaceUse> words)
{
    private readonly string[] before = [.. words.All(PlaceUse.Prefix).Select(w => w + " ")];
    private readonly string[] after = [.. words.All(PlaceUse.Suffix).Select(w => " " + w)];

    /// <summary>The candidates in text order, not overlapping.</summary>
    public List<PlaceCandidate> Find(Document document)
    {
        var found = new List<PlaceCandidate>();
        int name = 0;
        foreach (var sentence in document.Sentences)
        {
            int t = 0;
            while (t < sentence.Tokens.Count)
            {
                while (name < document.Names.Count && (document.Names[name].Sentence < sentence.Index || (document.Names[name].Sentence == sentence.Index && document.Names[name].First < t))) name++;
                if (name < document.Names.Count && document.Names[name].Sentence == sentence.Index && document.Names[name].First == t)
                {
                    Named(document, sentence, document.Names[name], found);
                    t = document.Names[name].Last + 1;
                    continue;
                }
                t = Unnamed(document, sentence, t, NextName(document, name, sentence), found);
            }
        }
        PlaceLinks.Contain(document, found);
        return found;
    }

    /// <summary>Candidates for stretches of text that are known to name places.</summary>
    public List<PlaceCandidate> At(Document document, IReadOnlyList<TextSpan> spans)
    {
        var found = new List<PlaceCandidate>();
        foreach (var span in spans)
            foreach (var sentence in document.Sentences)
            {
                int first = -1, last = -1;
                foreach (var token in sentence.Tokens)
                    if (token.Span.Overlaps(span)) (first, last) = (first < 0 ? token.Index : first, token.Index);
                if (first < 0) continue;
                string text = span.In(document.Text), folded = PlaceFold.Fold(text);
                var senses = Senses(ref folded);
                var people = names.Contains(folded) ? null : names.Demonym(text);
                found.Add(new PlaceCandidate(sentence.Index, first, last, span, folded, people != null ? [people] : senses) { Demonym = people != null });
                break;
            }
        return found;
    }

    private static int NextName(Document document, int name, Sentence sentence) =>
        name < document.Names.Count && document.Names[name].Sentence == sentence.Index ? document.Names[name].First : sentence.Tokens.Count;

    private void Named(Document document, Sentence sentence, Name name, List<PlaceCandidate> found)
    {
        if (Extended(document, sentence, name) is { } longer) name = longer;
        if (name.Kind == NameKind.Group && names.Contains(PlaceFold.Fold(name.Span.In(document.Text)))) name = name with { Kind = NameKind.Place };
        if (name.Kind == NameKind.Group)
        {
            string word = sentence.Tokens[name.Last].Form;
            if ((names.Demonym(name.Span.In(document.Text)) ?? names.Demonym(word)) is { } country)
                found.Add(new PlaceCandidate(sentence.Index, name.First, name.Last, name.Span, PlaceFold.Fold(word), [country]) { Demonym = true });
            return;
        }
        string text = name.Span.In(document.Text);
        string folded = PlaceFold.Fold(text);
        if (name.Kind == NameKind.Place)
        {
            if (Inside(sentence, name) is > 0 and var inside)
            {
                Add(document, sentence, inside + 1, name.Last, found, keepUnknown: false);
                return;
            }
            if (Comma(sentence, name) is > 0 and var comma)
            {
                Add(document, sentence, name.First, comma - 1, found, keepUnknown: false);
                Add(document, sentence, comma + 1, name.Last, found, keepUnknown: false);
                return;
            }
            Add(document, sentence, name.First, name.Last, found, keepUnknown: Placelike(sentence, name));
        }
        else if (!Short(text)) Misnamed(document, sentence, name, folded, found);
    }

    /// <summary>
    /// A place that speaks and acts ("Ottawa's offer") is often tagged an organization, now and then a person. Such a name
    /// counts when the gazetteer has it as a country, a division or a large town and nobody in the document bears it.
    /// "Government of Alberta" names Alberta.
    /// </summary>
    private void Misnamed(Document document, Sentence sentence, Name name, string folded, List<PlaceCandidate> found)
    {
        if (name.Kind == NameKind.Organization)
        {
            int of = name.First;
            while (of < name.Last && sentence.Tokens[of].Form != "of") of++;
            if (of < name.Last)
            {
                if (words.Is(sentence.Tokens[of - (of > name.First ? 1 : 0)].Form, PlaceUse.Authority) || names.Contains(PlaceFold.Fold(new TextSpan(sentence.Tokens[of + 1].Span.Start, name.Span.End).In(document.Text)))) Add(document, sentence, of + 1, name.Last, found, keepUnknown: false);
                return;
            }
            if (names.Contains(folded) || Big(folded, 50_000)) Add(document, sentence, name.First, name.Last, found, keepUnknown: false);
            else Leading(document, sentence, name, found);
            return;
        }
        if (name.First < name.Last && !names.Contains(folded)) return;
        if ((names.Contains(folded) || Big(folded, 200_000)) && !Borne(document, name)) Add(document, sentence, name.First, name.Last, found, keepUnknown: false);
    }

    /// <summary>"West Virginia State Police" names West Virginia; newspapers and clubs called after a town do not.</summary>
    private void Leading(Document document, Sentence sentence, Name name, List<PlaceCandidate> found)
    {
        if (words.Is(sentence.Tokens[name.Last].Form, PlaceUse.Bearer)) return;
        int first = sentence.Tokens[name.First].Form.Equals("the", StringComparison.OrdinalIgnoreCase) ? name.First + 1 : name.First;
        for (int last = Math.Min(first + 1, name.Last - 1); last >= first; last--)
        {
            string folded = PlaceFold.Fold(new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End).In(document.Text));
            if (!names.Contains(folded) && !Big(folded, 100_000)) continue;
            Add(document, sentence, first, last, found, keepUnknown: false);
            return;
        }
    }

    /// <summary>Whether a longer person's name in the document ends or begins with the word.</summary>
    private static bool Borne(Document document, Name name)
    {
        string word = document.Sentences[name.Sentence].Tokens[name.Last].Form;
        foreach (var other in document.Names)
        {
            if (other.Kind != NameKind.Person || other.First == other.Last) continue;
            var tokens = document.Sentences[other.Sentence].Tokens;
            if (tokens[other.Last].Form == word || tokens[other.First].Form == word) return true;
        }
        return false;
    }

    /// <summary>Whether an unknown name stands where a place would: after a locative preposition, or with a generic word in it.</summary>
    private bool Placelike(Sentence sentence, Name name)
    {
        for (int i = name.First; i <= name.Last; i++)
            if (words.Is(sentence.Tokens[i].Form, PlaceUse.Facility)) return name.First < name.Last;
        int before = name.First - 1;
        while (before > 0 && sentence.Tokens[before].Upos is "DET" or "ADJ" or "NOUN") before--;
        return before >= 0 && sentence.Tokens[before].Form.ToLowerInvariant() is "in" or "at" or "near" or "outside" or "from" or "of" or "around" or "to" or "into" or "toward" or "towards" or "across" or "," or "between";
    }

    /// <summary>The name with a neighbour that the tagger cut off ("New Jersey", "Guinea-Bissau"), when the tables have it so.</summary>
    private Name? Extended(Document document, Sentence sentence, Name name)
    {
        if (name.Kind == NameKind.Person || name.Last - name.First > 2) return null;
        for (int left = 2; left >= 0; left--)
            for (int right = 4; right >= 0; right--)
            {
                int first = name.First - left, last = name.Last + right;
                if (left + right == 0 || first < 0 || last >= sentence.Tokens.Count) continue;
                if (!char.IsUpper(sentence.Tokens[first].Form[0]) || !char.IsUpper(sentence.Tokens[last].Form[0])) continue;
                var span = new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End);
                if (span.In(document.Text).Contains(',')) continue;
                string folded = PlaceFold.Fold(span.In(document.Text));
                if (names.Contains(folded) || Big(folded, 50_000)) return name with { First = first, Last = last, Span = span, Kind = NameKind.Place };
            }
        return null;
    }

    /// <summary>"the Force in Sydney" is a name that holds a place's.</summary>
    private static int Inside(Sentence sentence, Name name)
    {
        for (int i = name.First + 1; i < name.Last; i++) if (sentence.Tokens[i].Form is "in") return i;
        return -1;
    }

    private static int Comma(Sentence sentence, Name name)
    {
        for (int i = name.First + 1; i < name.Last; i++) if (sentence.Tokens[i].Form == ",") return i;
        return -1;
    }

    private static bool Short(string text) => text.Length <= 3 && text.ToUpperInvariant() != text;

    /// <summary>A capitalised run that the tagger left: after a locative preposition, or any country or feature.</summary>
    private int Unnamed(Document document, Sentence sentence, int t, int limit, List<PlaceCandidate> found)
    {
        var token = sentence.Tokens[t];
        if (!char.IsUpper(token.Form[0]) || token.Upos is not ("PROPN" or "_" or "ADJ" or "NOUN")) return t + 1;
        bool locative = t > 0 && words.Is(sentence.Tokens[t - 1].Form, PlaceUse.Locative);
        bool authority = t > 1 && sentence.Tokens[t - 1].Form == "of" && words.Is(sentence.Tokens[t - 2].Form, PlaceUse.Authority);
        for (int last = Math.Min(t + 4, limit - 1); last >= t; last--)
        {
            if (!char.IsUpper(sentence.Tokens[last].Form[0])) continue;
            bool run = true;
            for (int i = t; i <= last && run; i++) run = char.IsUpper(sentence.Tokens[i].Form[0]) || sentence.Tokens[i].Form is "of" or "al" or "-" or "de" or "el";
            if (!run) continue;
            var span = new TextSpan(token.Span.Start, sentence.Tokens[last].Span.End);
            string text = span.In(document.Text), folded = PlaceFold.Fold(text);
            if (Short(text) || (text.Length <= 3 && last == t && !names.Contains(folded))) continue;
            bool known = names.Contains(folded);
            // A sentence's first word is often taken for a common noun.
            bool proper = sentence.Tokens[last].Upos is "PROPN" or "_" || t == 0 && last == 0 && known && sentence.Tokens[0].Upos == "NOUN" && sentence.Children(0).Count == 0 && !words.Is(text, PlaceUse.Common);
            bool modifier = proper && last + 1 < sentence.Tokens.Count && sentence.Tokens[last].Relation is "compound" or "nmod" && (char.IsLower(sentence.Tokens[last + 1].Form[0]) || sentence.Tokens[last + 1].Form is "'s" or "’s") && Big(folded, 50_000);
            bool beset = proper && last == t && token.Relation == "obj" && token.Head is >= 0 and var verb && words.Is(sentence.Tokens[verb].Lemma, PlaceUse.Besetting) && Big(folded, 100_000);
            if (modifier || beset || known && (t > 0 || last > t || proper) && proper || (proper && authority && gazetteer.Contains(folded)) || (proper && locative && sentence.Tokens[t - 1].Form is not ("," or "and" or "the" or "of" or "to") && Big(folded, 15_000)))
            {
                if (Follows(sentence, last, limit)) continue;
                Add(document, sentence, t, last, found, keepUnknown: false);
                return last + 1;
            }
        }
        if (names.Demonym(token.Form) is { } country)
            found.Add(new PlaceCandidate(sentence.Index, t, t, token.Span, PlaceFold.Fold(token.Form), [country]) { Demonym = true });
        return t + 1;
    }

    /// <summary>Another capitalised word right after makes it part of a longer name that is no place.</summary>
    private static bool Follows(Sentence sentence, int last, int limit) =>
        last + 1 < sentence.Tokens.Count && last + 1 <= limit && char.IsUpper(sentence.Tokens[last + 1].Form[0]) && sentence.Tokens[last + 1].Upos is "PROPN" or "_" && sentence.Tokens[last + 1 < sentence.Tokens.Count ? last + 1 : last].Form.Length > 1
        && last + 1 < sentence.Tokens.Count && char.IsUpper(sentence.Tokens[last + 1].Form[0]);

    private bool Big(string folded, int population)
    {
        var senses = new List<Place>();
        gazetteer.Find(folded, senses);
        foreach (var sense in senses) if (sense.Population >= population || sense.Rank <= PlaceRank.Division) return true;
        return false;
    }

    private void Add(Document document, Sentence sentence, int first, int last, List<PlaceCandidate> found, bool keepUnknown)
    {
        if (first > last || (found.Count > 0 && found[^1].Sentence == sentence.Index && found[^1].Last >= first)) return;
        if (sentence.Tokens[first].Form.Equals("the", StringComparison.OrdinalIgnoreCase) && first < last) first++;
        var span = new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End);
        string folded = PlaceFold.Fold(span.In(document.Text));
        if (words.Is(folded, PlaceUse.Never) || (folded == "nile" && first > 0 && sentence.Tokens[first - 1].Form == "West")) return;
        var senses = Senses(ref folded);
        if (senses.Count > 0 || keepUnknown) found.Add(new PlaceCandidate(sentence.Index, first, last, span, folded, senses));
    }

    /// <summary>All entries of the name; without its generic words when it has none as it stands.</summary>
    public List<Place> Senses(ref string folded)
    {
        var senses = new List<Place>();
        Both(folded, senses);
        if (senses.Count > 0) return senses;
        Both(folded + " city", senses);
        if (senses.Count > 0) return senses;
        string stripped = folded;
        foreach (string word in before) if (stripped.StartsWith(word, StringComparison.Ordinal)) stripped = stripped[word.Length..];
        foreach (string word in after) if (stripped.EndsWith(word, StringComparison.Ordinal)) stripped = stripped[..^word.Length];
        if (stripped.StartsWith("saint ", StringComparison.Ordinal)) stripped = "st " + stripped[6..];
        else if (stripped.StartsWith("st ", StringComparison.Ordinal)) stripped = "saint " + stripped[3..];
        if (stripped == folded || stripped.Length < 2) return senses;
        Both(stripped, senses);
        // "Eastern Creek" is no creek in the east.
        if (Directed(folded) && senses.TrueForAll(p => p.Rank is not (PlaceRank.Country or PlaceRank.Capital or PlaceRank.Division or PlaceRank.Feature) && p.Population < 20_000)) senses.Clear();
        if (senses.Count == 0 && (stripped.StartsWith("al ", StringComparison.Ordinal) || stripped.StartsWith("el ", StringComparison.Ordinal))) Both(stripped[3..], senses);
        if (senses.Count > 0) folded = stripped;
        return senses;
    }

    private static bool Directed(string folded) =>
        folded.StartsWith("north", StringComparison.Ordinal) || folded.StartsWith("south", StringComparison.Ordinal) || folded.StartsWith("east", StringComparison.Ordinal) || folded.StartsWith("west", StringComparison.Ordinal)
        || folded.StartsWith("upper ", StringComparison.Ordinal) || folded.StartsWith("lower ", StringComparison.Ordinal) || folded.StartsWith("central ", StringComparison.Ordinal);

    private void Both(string folded, List<Place> senses)
    {
        names.Find(folded, senses);
        gazetteer.Find(folded, senses);
    }
}
