using Hearsay.Language.Parsing;

namespace Hearsay.Language;

/// <summary>
/// Mends trees that no English sentence has, where one reading is certain. A title and the name behind it ("Minister"
/// "Amina" in "Foreign Minister Amina Mohamed said") cannot both be subject of one verb: the title describes the name
/// (nmod:desc in UD English). <see cref="RelationRepair"/>, <see cref="HeadlineRepair"/>, <see cref="ClauseRepair"/>, <see cref="SubjectRepair"/>, <see cref="AttachmentRepair"/>, <see cref="ComplementRepair"/> and <see cref="DayRepair"/> go before. A
/// finite or bare verb never modifies a noun: in "threatened to halt supplies" and "demanded that Iran end curbs" the
/// noun is its object. Nor does a finite past describe the noun in front of it: it is what that noun did.
/// A name with an apposition in commas and a bare verb behind it is the verb's subject. No name is an auxiliary, and a
/// verb of saying at the end ("…, the group said") has the noun before it as subject.
/// </summary>
internal static class TreeRepair
{
    /// <summary>Changes heads and relations of <paramref name="parsed"/> in place.</summary>
    public static void Mend(string[] words, ParsedSentence parsed)
    {
        RelationRepair.Mend(words, parsed);
        HeadlineRepair.Mend(words, parsed);
        ClauseRepair.Mend(words, parsed);
        SubjectRepair.Mend(words, parsed);
        AttachmentRepair.Mend(words, parsed);
        ComplementRepair.Mend(words, parsed);
        DayRepair.Mend(words, parsed);
        MendVerbAsModifier(parsed);
        MendSubjectAsRoot(parsed);
        MendClosingAttribution(parsed);
        MendApposedSubject(parsed);
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.DepRels[i] is "aux" or "aux:pass" && parsed.Upos[i] == "PROPN" && i < parsed.Heads[i] && !HasSubject(parsed, parsed.Heads[i])) (parsed.DepRels[i], parsed.Xpos[i]) = ("nsubj", "NNP");
        for (int i = 0; i + 1 < parsed.Heads.Length; i++)
        {
            MendTitleAsHead(parsed, i);
            // "Libya's president and envoy Ada Lee": what is joined is the person, not the title.
            if (parsed.DepRels[i] == "cc" && parsed.Heads[i] is var title && title > i && parsed.DepRels[title] == "nmod:desc" && parsed.Heads[title] is var person && person > title && parsed.DepRels[person] == "conj") parsed.Heads[i] = person;
            MendTitleOf(words, parsed, i);
        }
        for (int i = 0; i + 1 < parsed.Heads.Length; i++) MendTwins(parsed, i);
    }

    // A title and the name behind it as if they were two parties. With an article of its own the title is the head and the name
    // its apposition ("the former leader Omar Salem"), without one it describes the name.
    private static void MendTwins(ParsedSentence parsed, int title)
    {
        int name = NameBehind(parsed, title);
        bool twins = parsed.Upos[title] is "PROPN" or "NOUN" && parsed.Upos[name] == "PROPN" && parsed.Heads[title] == parsed.Heads[name] && parsed.Heads[title] >= 0 && parsed.Heads[title] != name
            && parsed.DepRels[name] is "nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl" or "obl:agent" or "nmod" or "conj" or "appos"
            && parsed.DepRels[title] is "nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl" or "obl:agent" or "nmod" or "conj";
        if (!twins || parsed.Xpos[title] is "NNS" or "NNPS") return;
        bool placed = Has(parsed, title, "case");
        if (placed && parsed.DepRels[name].StartsWith("nsubj", StringComparison.Ordinal)) return; // "In his memory Byron composed"
        if (IsKnown(parsed, title) && parsed.Upos[title] == "NOUN")
        {
            (parsed.Heads[name], parsed.DepRels[name]) = (title, "appos");
            return;
        }
        if (parsed.DepRels[name] == "appos") parsed.DepRels[name] = parsed.DepRels[title];
        parsed.Heads[title] = name;
        parsed.DepRels[title] = "nmod:desc";
        // What hung on the title from the left hangs on the name: "of" belongs to the whole.
        for (int k = 0; k < title; k++)
            if (parsed.Heads[k] == title && parsed.DepRels[k] is "case" or "det" or "mark") parsed.Heads[k] = name;
    }

    // With an article or an owner.
    private static bool IsKnown(ParsedSentence parsed, int noun) => Has(parsed, noun, "det") || Has(parsed, noun, "nmod:poss");

    private static bool Has(ParsedSentence parsed, int word, string relation)
    {
        for (int i = 0; i < word; i++)
            if (parsed.Heads[i] == word && parsed.DepRels[i] == relation) return true;
        return false;
    }

    // The head of the name that begins behind a word: "Lee" of "rival Ada Lee", whose given name hangs on it.
    private static int NameBehind(ParsedSentence parsed, int title)
    {
        int name = title + 1;
        while (parsed.Upos[name] == "PROPN" && parsed.DepRels[name] == "compound" && parsed.Heads[name] == name + 1 && parsed.NameTags[name].EndsWith("-PER", StringComparison.Ordinal)) name++;
        return name;
    }

    // "Secretary of State Ada Lee called": with a title that has an "of" in it too, the name is the head.
    private static void MendTitleOf(string[] words, ParsedSentence parsed, int title)
    {
        int body = title + 2, name = title + 3;
        if (name >= parsed.Heads.Length || words[title + 1] != "of" || parsed.Xpos[title] is not ("NNP" or "NN") || parsed.Heads[name] != title || parsed.DepRels[name] is not ("nmod" or "appos")) return;
        if (words[body].EndsWith('.')) return; // "a friend of Mr. Lee"
        if (parsed.NameTags[name] != "B-PER" || parsed.Upos[body] != "PROPN" || parsed.Heads[body] != name && parsed.Heads[body] != title) return;
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == title && (i > name || parsed.DepRels[i] is "case" or "mark" or "cc" or "punct")) parsed.Heads[i] = name;
        (parsed.Heads[name], parsed.DepRels[name]) = (parsed.Heads[title], parsed.DepRels[title]);
        (parsed.Heads[title], parsed.DepRels[title]) = (name, "nmod:desc");
        (parsed.Heads[body], parsed.DepRels[body]) = (title, "nmod");
        parsed.Heads[title + 1] = body;
    }

    // "Libyan leader Omar Salem and a guest": without article or comma the noun is a title, and the name is the head.
    private static void MendTitleAsHead(ParsedSentence parsed, int title)
    {
        int name = title + 1, head = parsed.Heads[title];
        if (parsed.Upos[name] != "PROPN" || parsed.Heads[name] != title) return;
        bool described = parsed.Xpos[title] == "NN" && parsed.Upos[title] == "NOUN" && (parsed.DepRels[name] == "appos" || parsed.DepRels[name] == "flat" && parsed.NameTags[name] == "B-PER");
        bool addressed = parsed.DepRels[name] == "flat" && parsed.NameTags[title] == "O" && parsed.NameTags[name] == "B-PER"; // "Colonel Lee"
        if (!described && !addressed || IsKnown(parsed, title)) return; // "his wife Ada Lee"
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == title && (i > name || parsed.DepRels[i] is "case" or "mark" or "cc" or "punct")) parsed.Heads[i] = name;
        (parsed.Heads[name], parsed.DepRels[name]) = (head, parsed.DepRels[title]);
        (parsed.Heads[title], parsed.DepRels[title]) = (name, "nmod:desc");
    }

    private static bool HasSubject(ParsedSentence parsed, int verb)
    {
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == verb && parsed.DepRels[i] is "nsubj" or "nsubj:pass" or "csubj") return true;
        return false;
    }

    // "Ada Lee, the mayor, phoned him" parsed as a name with a clause beside it.
    private static void MendApposedSubject(ParsedSentence parsed)
    {
        int name = Array.IndexOf(parsed.Heads, -1), verb = -1;
        if (name < 0 || parsed.Upos[name] != "PROPN") return;
        bool apposed = false;
        for (int i = 0; i < parsed.Heads.Length; i++)
        {
            if (parsed.Heads[i] != name) continue;
            apposed |= i > name && parsed.DepRels[i] == "appos" && verb < 0;
            if (verb < 0 && i > name && parsed.DepRels[i] is "parataxis" or "acl" && parsed.Upos[i] == "VERB" && parsed.Xpos[i] is "VBD" or "VBN" or "VBZ" && parsed.Xpos[i - 1] == ",") verb = i;
        }
        if (!apposed || verb < 0 || HasSubject(parsed, verb)) return;
        for (int i = verb + 1; i < parsed.Heads.Length; i++) if (parsed.Heads[i] == name) parsed.Heads[i] = verb;
        (parsed.Heads[verb], parsed.DepRels[verb], parsed.Xpos[verb]) = (-1, "root", parsed.Xpos[verb] == "VBN" ? "VBD" : parsed.Xpos[verb]);
        (parsed.Heads[name], parsed.DepRels[name]) = (verb, "nsubj");
    }

    // "Forces have tortured refugees, a group said": the far subject and its auxiliaries belong to the clause that is said.
    private static void MendClosingAttribution(ParsedSentence parsed)
    {
        int said = Array.IndexOf(parsed.Heads, -1);
        int speaker = said - 1;
        while (speaker > 0 && parsed.Xpos[speaker] is "-RRB-") speaker -= 3; // "the group (ABC) said"
        if (speaker < 4 || parsed.Xpos[said] != "VBD" || parsed.Upos[speaker] is not ("NOUN" or "PROPN")) return;
        int clause = -1, subject = -1;
        for (int i = 0; i < said; i++)
        {
            if (parsed.Heads[i] != said) continue;
            if (parsed.DepRels[i] == "ccomp" && clause < 0) clause = i;
            else if (parsed.DepRels[i] is "nsubj" && subject < 0) subject = i;
        }
        if (clause < 0 || subject < 0 || subject > clause || parsed.Xpos[clause] is not ("VBN" or "VBD") || HasSubject(parsed, clause)) return;
        int comma = said - 1;
        while (comma > clause && parsed.Xpos[comma] != ",") comma--;
        if (comma <= clause) return;
        for (int steps = 0; parsed.Heads[speaker] > comma && parsed.Heads[speaker] < said && steps < said; steps++) speaker = parsed.Heads[speaker];
        bool passive = false;
        for (int i = 0; i < clause; i++)
        {
            if (parsed.Heads[i] != said) continue;
            passive |= parsed.DepRels[i] == "aux:pass";
            if (parsed.DepRels[i] is "aux" or "aux:pass" || i == subject) parsed.Heads[i] = clause;
        }
        if (passive) parsed.DepRels[subject] = "nsubj:pass";
        (parsed.Heads[speaker], parsed.DepRels[speaker]) = (said, "nsubj");
    }

    // "to halt supplies", "that the government end curbs" with the verb hung on the noun behind it.
    private static void MendVerbAsModifier(ParsedSentence parsed)
    {
        for (int i = 1; i < parsed.Heads.Length; i++)
        {
            int noun = parsed.Heads[i];
            if (noun <= i || parsed.DepRels[i] is not ("amod" or "compound") || parsed.Upos[noun] is not ("NOUN" or "PROPN")) continue;
            int mark = Dependent(parsed, i, noun, "mark", "case"), subject = Dependent(parsed, i, noun, "nsubj", "nsubj");
            bool infinitive = parsed.Xpos[i] == "VB" && mark == i - 1 && parsed.Xpos[mark] is "TO" or "IN";
            if (Has(parsed, noun, "det") || Has(parsed, i, "det")) continue; // "that it is a light meal"
            bool clause = parsed.Xpos[i] is "VB" or "VBP" or "VBZ" or "NN" && subject >= 0 && mark >= 0 && mark < subject && parsed.Xpos[mark] is "IN" or "DT";
            if (!infinitive && !clause) continue;
            int governor = parsed.Heads[noun];
            (parsed.Heads[i], parsed.DepRels[i]) = (governor, parsed.DepRels[noun] is "acl" || governor >= 0 && parsed.Upos[governor] == "NOUN" ? "acl" : governor < 0 ? "root" : infinitive ? "xcomp" : "ccomp");
            (parsed.Upos[i], parsed.Xpos[i], parsed.Feats[i]) = ("VERB", "VB", infinitive ? "VerbForm=Inf" : "Mood=Sub|VerbForm=Fin");
            (parsed.Heads[noun], parsed.DepRels[noun]) = (i, "obj");
            (parsed.Heads[mark], parsed.DepRels[mark]) = (i, "mark");
            if (subject >= 0) parsed.Heads[subject] = i;
        }
    }

    // "Thousands demonstrated in Baku" with the noun for root: a finite past behind a noun is its predicate.
    private static void MendSubjectAsRoot(ParsedSentence parsed)
    {
        int root = Array.IndexOf(parsed.Heads, -1);
        if (root < 0 || root + 1 >= parsed.Heads.Length || parsed.Upos[root] is not ("NOUN" or "PROPN")) return;
        int verb = -1;
        for (int i = root + 1; i < parsed.Heads.Length && verb < 0; i++)
            if (parsed.Heads[i] == root && parsed.DepRels[i] == "acl" && parsed.Xpos[i] == "VBD") verb = i;
        if (verb < 0 || Array.Exists(parsed.Xpos, x => x is "VBZ" or "VBP" or "MD")) return;
        for (int i = 0; i < parsed.Heads.Length; i++)
            if (parsed.Heads[i] == root && i > root && i != verb && (i > verb || parsed.DepRels[i] == "punct")) parsed.Heads[i] = verb;
        (parsed.Heads[verb], parsed.DepRels[verb]) = (-1, "root");
        (parsed.Heads[root], parsed.DepRels[root]) = (verb, "nsubj");
    }

    // A dependent of the verb or of the noun it hangs on, in front of both.
    private static int Dependent(ParsedSentence parsed, int verb, int noun, string relation, string other)
    {
        for (int k = verb - 1; k >= 0; k--)
            if ((parsed.Heads[k] == verb || parsed.Heads[k] == noun) && (parsed.DepRels[k] == relation || parsed.DepRels[k] == other)) return k;
        return -1;
    }
}
