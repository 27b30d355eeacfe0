using Hearsay.Coding.Times;
using Hearsay.Language;

namespace Hearsay.Coding.Quantities;

/// <summary>
/// Reads how many were killed, injured, arrested, missing or displaced, how large a crowd was, and amounts of money
/// and arms, as one sentence states them. What a number counts is told by the words around it: its own noun, the verb
/// or participle right after it, the verb right before it, then the tree. "12 people, including three children" is 12;
/// "two soldiers and a civilian" under one verb are three; the number of the killers is not that of the killed.
/// </summary>
public sealed class QuantityReader
{
    private readonly QuantityWords words;
    private readonly NumberPhraseReader phrases;

    private QuantityReader(NumberWords numbers, QuantityWords words)
    {
        this.words = words;
        phrases = new NumberPhraseReader(numbers, words);
    }

    /// <summary>Reads number and quantity words from <c>lexicons/</c> in the data folder.</summary>
    /// <exception cref="Knowledge.KnowledgeException">A table is missing or malformed.</exception>
    public static QuantityReader Load(string dataDirectory)
    {
        string lexicons = Path.Combine(dataDirectory, "lexicons");
        return new QuantityReader(NumberWords.Load(lexicons), QuantityWords.Load(lexicons));
    }

    /// <summary>The quantities of a sentence in text order; trees are used where there are any.</summary>
    public IReadOnlyList<Quantity> Read(Sentence sentence)
    {
        bool told = false;
        foreach (var token in sentence.Tokens) told |= words.Knows(token.Form) || token.Form.Contains('$') || token.Form is "€" or "£" or "toll" or "crowd";
        if (!told) return [];
        var found = new List<Quantity>();
        NumberPhrase? before = null;
        foreach (var phrase in phrases.Read(sentence))
        {
            var previous = before;
            before = phrase;
            if (Money(sentence, phrase) is { } money) { found.Add(money); continue; }
            if (Part(sentence, phrase) || Whole(sentence, previous, phrase)) continue;
            if (Told(sentence, phrase) is { } told2)
            {
                // "Eleven were wounded, three of them critically" tells no more; "300 casualties, 45 of them fatalities" does.
                if (phrase.OfThem && found.Count > 0 && (found[^1].Kind == told2.Kind || found[^1].Kind == QuantityKind.Killed)) continue;
                if (Joins(sentence, previous, phrase, found, told2)) continue;
                if (!phrase.Possessive) found.Add(Make(sentence, phrase, told2.Kind, told2.Governor));
            }
            else if (previous != null && found.Count > 0 && Coordinated(sentence, previous, phrase)) Add(sentence, found, phrase);
        }
        return found;
    }

    private static Quantity Make(Sentence s, NumberPhrase p, QuantityKind kind, int governor) =>
        new(kind, p.Value, p.Bound, p.First, p.Last, new TextSpan(s.Tokens[p.First].Span.Start, s.Tokens[p.Last].Span.End), governor) { Least = p.Least };

    /// <summary>"including three children", "among them two women": part of a number already told.</summary>
    private bool Part(Sentence s, NumberPhrase p)
    {
        for (int i = p.First - 1; i >= 0 && i >= p.First - 4; i--)
        {
            string form = s.Tokens[i].Form.ToLowerInvariant();
            if (form is "including" || (form is "among" && i >= p.First - 2) || (form is "aged" or "by" && i == p.First - 1 && !(i > 0 && words.Is(s.Tokens[i - 1].Form, QuantityUse.Gathering)))) return true;
            if (form is "and" or "," && !p.Article && form == ",") return false;
        }
        // "including two women and a child"
        for (int i = p.First - 1; i >= 0 && i >= p.First - 9; i--)
        {
            string form = s.Tokens[i].Form.ToLowerInvariant();
            if (form is "including") return true;
            if (form is ";" or "killed" or "wounded" or "injured" or "were" or "killing" or "wounding" or "injuring" or "left") break;
        }
        return false;
    }

    /// <summary>"five of the 12 hostages": the number that a part was taken of.</summary>
    private static bool Whole(Sentence s, NumberPhrase? part, NumberPhrase p) =>
        part != null && p.First - part.Last == 3 && s.Tokens[part.Last + 1].Form == "of" && s.Tokens[part.Last + 2].Form.ToLowerInvariant() is "the" or "its" or "their" or "his" or "her" or "those" or "these";

    private Quantity? Money(Sentence s, NumberPhrase p)
    {
        int before = p.Last;
        while (before > 0 && before >= p.First && !IsCurrency(s.Tokens[before - 1].Form)) before--;
        bool sign = before > 0 && IsCurrency(s.Tokens[before - 1].Form) && before - 1 >= p.First - 1;
        if (sign) return Make(s, p with { First = Math.Min(p.First, before - 1) }, QuantityKind.Money, before - 1);
        if (p.Noun >= 0 && words.Kind(s.Tokens[p.Noun].Form, QuantityUse.Noun) == QuantityKind.Money) return Make(s, p, QuantityKind.Money, p.Noun);
        return null;
    }

    private static bool IsCurrency(string form) => form is "$" or "€" or "£" or "¥" || (form.EndsWith('$') && form.Length <= 3);

    private (QuantityKind Kind, int Governor)? Told(Sentence s, NumberPhrase p)
    {
        if (Toll(s, p) is { } toll) return toll;
        if (ByNoun(s, p) is { } noun) return noun;
        if (ByFollowing(s, p) is { } following) return following;
        if (ByPreceding(s, p) is { } preceding) return preceding;
        return Clauses.Parsed(s) ? ByTree(s, p) : null;
    }

    /// <summary>"the death toll rose from 30 to 40", "a crowd of 5,000".</summary>
    private (QuantityKind, int)? Toll(Sentence s, NumberPhrase p)
    {
        for (int i = p.First - 1; i >= 0 && i >= p.First - 8; i--)
        {
            string form = s.Tokens[i].Form.ToLowerInvariant();
            if (form is "toll" && i > 0)
            {
                bool old = p.First > 0 && s.Tokens[p.First - 1].Form == "from";
                string of = s.Tokens[i - 1].Form.ToLowerInvariant();
                return old ? null : of is "injury" or "injured" ? (QuantityKind.Injured, i) : (QuantityKind.Killed, i);
            }
            if (words.Is(form, QuantityUse.Gathering) && Links(s, i, p.First)) return (QuantityKind.Crowd, i);
            if (words.Is(form, QuantityUse.Object) || form is "," or ";") return null;
        }
        return null;
    }

    /// <summary>"a march by 20,000 teachers", "the rally drew 12,000": the words between tie the number to the gathering.</summary>
    private static bool Links(Sentence s, int from, int to)
    {
        for (int i = from + 1; i < to; i++)
            if (s.Tokens[i].Form.ToLowerInvariant() is "of" or "by" or "drew" or "draws" or "drawing" or "attracted" or "attracting" or "brought" or "involving" or "numbering" or "numbered" or "at" or "gathered" or "joined") return i >= to - 3;
        return false;
    }

    private (QuantityKind, int)? ByNoun(Sentence s, NumberPhrase p)
    {
        if (p.Noun < 0 || p.Article) return null;
        string form = s.Tokens[p.Noun].Form;
        if (words.Kind(form, QuantityUse.Noun) is not { } kind || kind == QuantityKind.Money) return null;
        if (form is "lives" or "life" && !Lives(s, p)) return null;
        // People who count as a crowd may also have been killed or arrested: the verb says more than the noun.
        if (kind is QuantityKind.Crowd or QuantityKind.Displaced or QuantityKind.Missing && (ByFollowing(s, p) ?? ByPreceding(s, p) ?? (Clauses.Parsed(s) ? ByTree(s, p) : null)) is { } verb && verb.Item1 != QuantityKind.Crowd) return verb;
        return (kind, p.Noun);
    }

    private bool Lives(Sentence s, NumberPhrase p)
    {
        for (int i = p.First - 1; i >= 0 && i >= p.First - 4; i--) if (words.Is(s.Tokens[i].Form, QuantityUse.Lives)) return true;
        return false;
    }

    /// <summary>The word after the phrase: "12 people were killed", "30 others wounded", "five dead", "12 died".</summary>
    private (QuantityKind, int)? ByFollowing(Sentence s, NumberPhrase p)
    {
        bool passive = false;
        int i = Skip(s, p.End + 1, ref passive);
        if (i >= s.Tokens.Count) return null;
        string form = s.Tokens[i].Form;
        if (p.OfThem && words.Kind(form, QuantityUse.Noun) is { } part and not QuantityKind.Money) return (part, i);
        if (words.Kind(form, QuantityUse.Subject) is { } subject && (s.Tokens[i].Upos is "VERB" or "_") && !Agentive(s, i, subject)) return (subject, i);
        if (words.Kind(form, QuantityUse.Adjective) is { } adjective && !ActiveObject(s, i, passive)) return (adjective, i);
        if (words.Kind(form, QuantityUse.Object) is { } verb && Participle(form) && !ActiveObject(s, i, passive)) return (verb, i);
        // "were shot dead", "was stabbed to death"
        if (passive && i + 2 < s.Tokens.Count && s.Tokens[i + 1].Form == "to" && s.Tokens[i + 2].Form == "death") return (QuantityKind.Killed, i);
        if (passive && i + 1 < s.Tokens.Count && s.Tokens[i + 1].Form == "dead" && form is "shot" or "found" or "declared" or "pronounced") return (QuantityKind.Killed, i);
        if (passive && form is "taken" && i + 1 < s.Tokens.Count && s.Tokens[i + 1].Form == "hostage") return (QuantityKind.Missing, i);
        if (passive && form is "forced" or "driven" && i + 2 < s.Tokens.Count && words.Kind(s.Tokens[i + 2].Form, QuantityUse.Subject) == QuantityKind.Displaced) return (QuantityKind.Displaced, i);
        if (form == "to" && i + 1 < s.Tokens.Count && words.Kind(s.Tokens[i + 1].Form, QuantityUse.Subject) == QuantityKind.Displaced) return (QuantityKind.Displaced, i + 1);
        if (form is "went" or "go" or "gone" or "going" && i + 2 < s.Tokens.Count && s.Tokens[i + 1].Form == "on" && s.Tokens[i + 2].Form == "strike") return (QuantityKind.Crowd, i);
        return form is "took" && i + 2 < s.Tokens.Count && s.Tokens[i + 1].Form == "to" && s.Tokens[i + 2].Form == "the" ? (QuantityKind.Crowd, i) : form is "turned" && i + 1 < s.Tokens.Count && s.Tokens[i + 1].Form == "out" ? (QuantityKind.Crowd, i) : null;
    }

    /// <summary>"Struck" and "marched" have people as subjects only when nothing else follows that they do it to.</summary>
    private static bool Agentive(Sentence s, int verb, QuantityKind kind) =>
        kind == QuantityKind.Crowd && s.Tokens[verb].Form is "struck" or "striking" or "strike" && Clauses.Parsed(s) && s.Child(verb, "obj") >= 0;

    /// <summary>Past commas, auxiliaries, adverbs, "who" and an "including …" aside.</summary>
    private static int Skip(Sentence s, int i, ref bool passive)
    {
        for (int steps = 0; i < s.Tokens.Count && steps < 24; i++, steps++)
        {
            string form = s.Tokens[i].Form.ToLowerInvariant();
            if (form == "," && i + 1 < s.Tokens.Count && s.Tokens[i + 1].Form.ToLowerInvariant() is "including" or "among" or "most" or "many" or "mostly" or "all" or "some" or "one" or "both")
            {
                int close = i + 1;
                while (close < s.Tokens.Count && s.Tokens[close].Form != ",") close++;
                if (close >= s.Tokens.Count) return s.Tokens.Count;
                i = close;
                continue;
            }
            if (form is "were" or "was" or "been" or "be" or "are" or "is" or "being" or "got" or "'re") { passive = true; continue; }
            if (form is "have" or "has" or "had" or "who" or "also" or "reportedly" or "later" or "already" or "feared" or "believed" or "confirmed" or "still" or "allegedly" or "there" or "then" or "apparently" or "seriously" or "critically" or "slightly" or "badly" or "severely" or "lightly" or "left" or "may" or "could" or "will" or "would" or "might" or "instantly" or "others" or "more" or "other" or "either" or "that" or "remain" or "remained" or "remains" or "reported" or "listed" or "as") continue;
            return i;
        }
        return i;
    }

    /// <summary>Whether the form at <paramref name="verb"/> is active with an object of its own: "two gunmen killed 12".</summary>
    private bool ActiveObject(Sentence s, int verb, bool passive)
    {
        if (passive) return false;
        if (Clauses.Parsed(s) && s.Tokens[verb].Upos == "VERB")
        {
            if (s.Child(verb, "obj") >= 0) return true;
            foreach (int c in s.Children(verb)) if (s.Tokens[c].DepRel is "nsubj:pass" or "aux:pass") return false;
            if (s.Tokens[verb].Xpos is "VBD" && s.Child(verb, "nsubj") >= 0 && s.Child(verb, "obl") < 0) return true;
        }
        int n = verb + 1;
        if (n >= s.Tokens.Count) return false;
        string next = s.Tokens[n].Form.ToLowerInvariant();
        if (s.Tokens[verb].Form is "dead" or "missing" or "homeless") return false;
        if (next is "a" or "an" or "the" or "at" && n + 1 < s.Tokens.Count && s.Tokens[n + 1].Form == "least") return true;
        return NumberWords.TryDigits(next, out _) || next is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "dozens" or "scores" or "hundreds" or "several" or "many" or "more" or "himself" or "themselves" or "their" or "his" or "its" or "civilians" or "people" or "soldiers";
    }

    /// <summary>The verb before the phrase: "killing 12", "wounded at least 30", "left five dead".</summary>
    private (QuantityKind, int)? ByPreceding(Sentence s, NumberPhrase p)
    {
        int i = p.First - 1;
        while (i >= 0 && s.Tokens[i].Form.ToLowerInvariant() is "another" or "also" or "further" or "other" or "off" or "up" or "some" or "dead" or "and" or "or" or "the" or "a" or "injuring" or "down" or "an" or "additional" or "as" or "between")
        {
            if (s.Tokens[i].Form is "injuring" or "and" && !(i > 0 && words.Is(s.Tokens[i - 1].Form, QuantityUse.Object) && s.Tokens[i].Form is "and" or "or")) break;
            if (s.Tokens[i].Form == "dead" && i > 0 && s.Tokens[i - 1].Form is "shot" or "shooting" or "left") return (QuantityKind.Killed, i - 1);
            i--;
        }
        if (i < 0) return null;
        string form = s.Tokens[i].Form;
        // "lost 19 men" are dead, "lost 19 seats" are not.
        if (words.Kind(form, QuantityUse.People) is { } lost && p.Noun >= 0 && words.Is(s.Tokens[p.Noun].Form, QuantityUse.Person)) return (lost, i);
        if (words.Kind(form, QuantityUse.Object) is not { } kind || Passive(s, i)) return null;
        // "killed or wounded 12" counts under the nearer verb, "and two wounded 12" never arises.
        return (kind, i);
    }

    private static bool Passive(Sentence s, int verb)
    {
        for (int i = verb - 1; i >= 0 && i >= verb - 3; i--)
        {
            string form = s.Tokens[i].Form.ToLowerInvariant();
            if (form is "was" or "were" or "been" or "being" or "are") return true;
            if (form is "," or "and" or "has" or "have" or "had" or "that" or "which") return false;
        }
        return false;
    }

    private static bool Participle(string form) => form.EndsWith("ed", StringComparison.Ordinal) || form is "slain" or "hurt" or "struck";

    private (QuantityKind, int)? ByTree(Sentence s, NumberPhrase p)
    {
        int head = p.Noun >= 0 ? p.Noun : p.Last;
        while (s.Tokens[head].Relation is "nummod" or "compound" or "amod" or "flat" && s.Tokens[head].Head >= p.First && s.Tokens[head].Head <= p.End) head = s.Tokens[head].Head;
        if (p.Noun >= 0 && s.Tokens[head].Relation == "nmod" && s.Tokens[head].Head is var number && number >= p.First && number <= p.Last) head = number;
        for (int steps = 0; s.Tokens[head].Relation == "conj" && s.Tokens[head].Head >= 0 && steps < 3; steps++)
        {
            if (s.Tokens[s.Tokens[head].Head].Upos is "VERB") break;
            head = s.Tokens[head].Head;
        }
        int verb = s.Tokens[head].Head;
        if (verb < 0) return null;
        string form = s.Tokens[verb].Form;
        string relation = s.Tokens[head].DepRel;
        if (relation is "nsubj:pass" or "obj" && words.Kind(form, QuantityUse.Object) is { } counted) return (counted, verb);
        if (relation is "nsubj" && words.Kind(form, QuantityUse.Subject) is { } subject) return (subject, verb);
        if (relation is "nsubj" && words.Kind(form, QuantityUse.Adjective) is { } adjective) return (adjective, verb);
        foreach (int c in s.Children(head))
            if (s.Tokens[c].Relation is "acl" && words.Kind(s.Tokens[c].Form, QuantityUse.Object) is { } reduced && s.Tokens[c].Xpos == "VBN") return (reduced, c);
        // "left five people dead": the adjective hangs on the verb.
        if (relation is "obj" && s.Child(verb, "xcomp") is var x and >= 0 && words.Kind(s.Tokens[x].Form, QuantityUse.Adjective) is { } result) return (result, x);
        return null;
    }

    /// <summary>"two soldiers and a civilian" after the verb of the first.</summary>
    private static bool Coordinated(Sentence s, NumberPhrase previous, NumberPhrase p)
    {
        int gap = p.First - previous.End;
        if (gap is < 2 or > 3) return false;
        for (int i = previous.End + 1; i < p.First; i++) if (s.Tokens[i].Form is not ("and" or "," or "plus" or "his" or "her" or "their" or "its" or "the" or "another")) return false;
        return true;
    }

    /// <summary>Adds the number to the last quantity where both were told by the same word.</summary>
    private static bool Joins(Sentence s, NumberPhrase? previous, NumberPhrase p, List<Quantity> found, (QuantityKind Kind, int Governor) told)
    {
        if (previous == null || found.Count == 0 || found[^1].Kind != told.Kind || found[^1].GovernorToken != told.Governor || !Coordinated(s, previous, p)) return false;
        Add(s, found, p);
        return true;
    }

    private static void Add(Sentence s, List<Quantity> found, NumberPhrase p)
    {
        var last = found[^1];
        if (last.Kind is QuantityKind.Money or QuantityKind.Arms) return;
        found[^1] = last with
        {
            Value = last.Value is { } a && p.Value is { } b ? a + b : null,
            Least = (last.Least ?? 0) + (p.Least ?? 0) is > 0 and var sum ? sum : null,
            Last = p.Last,
            Span = new TextSpan(last.Span.Start, s.Tokens[p.Last].Span.End),
        };
    }
}
