using Hearsay.Language;

namespace Hearsay.Coding.Quantities;

/// <summary>
/// Finds number phrases in a sentence's tokens: "at least 1,200 people", "two of its soldiers", "dozens", "a man".
/// Ordinals, ages, percentages, years and numbers inside hyphenated words are left out.
/// </summary>
internal sealed class NumberPhraseReader(NumberWords numbers, QuantityWords words)
{
    private static readonly (string[] Words, QuantityBound Bound)[] Bounds =
    [
        (["no", "fewer", "than"], QuantityBound.AtLeast), (["no", "less", "than"], QuantityBound.AtLeast), (["no", "more", "than"], QuantityBound.AtMost),
        (["as", "many", "as"], QuantityBound.AtMost), (["at", "least"], QuantityBound.AtLeast), (["more", "than"], QuantityBound.AtLeast), (["upwards", "of"], QuantityBound.AtLeast),
        (["up", "to"], QuantityBound.AtMost), (["at", "most"], QuantityBound.AtMost), (["fewer", "than"], QuantityBound.AtMost), (["less", "than"], QuantityBound.AtMost),
        (["close", "to"], QuantityBound.About), (["an", "estimated"], QuantityBound.About), (["estimated"], QuantityBound.About), (["over"], QuantityBound.AtLeast), (["about"], QuantityBound.About),
        (["around"], QuantityBound.About), (["some"], QuantityBound.About), (["roughly"], QuantityBound.About), (["nearly"], QuantityBound.About), (["almost"], QuantityBound.About),
        (["approximately"], QuantityBound.About),
    ];

    /// <summary>All phrases, in text order.</summary>
    public List<NumberPhrase> Read(Sentence sentence)
    {
        var phrases = new List<NumberPhrase>();
        var tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Count;)
        {
            var phrase = At(tokens, i);
            if (phrase == null) { i++; continue; }
            phrases.Add(phrase);
            i = Math.Max(phrase.Last, i) + 1;
        }
        return phrases;
    }

    private NumberPhrase? At(IReadOnlyList<Token> tokens, int i)
    {
        int last;
        long? value;
        bool article = false;
        if (!Number(tokens, i, out last, out value))
        {
            // "a reporter and her driver" are two.
            bool possessive = i > 0 && tokens[i - 1].Form is "and" or "," && tokens[i].Form is "his" or "her" or "their" or "its";
            article = possessive || tokens[i].Form.Equals("a", StringComparison.OrdinalIgnoreCase) || tokens[i].Form.Equals("an", StringComparison.OrdinalIgnoreCase);
            if (!article) return null;
            (last, value) = (i, 1);
        }
        if (Is(tokens, i, "one") && (Is(tokens, i - 1, "no") || Is(tokens, i - 1, "any"))) return null;
        int first = i;
        var bound = article ? QuantityBound.Exact : BoundBefore(tokens, ref first);
        if (last + 2 < tokens.Count && Is(tokens, last + 1, "or") && (Is(tokens, last + 2, "more") || Is(tokens, last + 2, "so")))
        {
            bound = Is(tokens, last + 2, "more") ? QuantityBound.AtLeast : QuantityBound.About;
            last += 2;
        }
        // "12 to 15", "between 10 and 15": the lower end is what is sure.
        if (last + 2 < tokens.Count && !Is(tokens, first - 1, "from") && (Is(tokens, last + 1, "to") || Is(tokens, last + 1, "-") || Is(tokens, last + 1, "–") || (Is(tokens, last + 1, "and") && Is(tokens, first - 1, "between")))
            && Number(tokens, last + 2, out int upper, out long? high) && high > value)
            (last, bound) = (upper, QuantityBound.AtLeast);
        int noun = Noun(tokens, last, out int end);
        if (article && (noun < 0 || !words.Is(tokens[noun].Form, QuantityUse.Person))) return null;
        // "his children" are any number.
        if (article && tokens[i].Form is "his" or "her" or "their" or "its" && (tokens[noun].Form.EndsWith('s') || tokens[noun].Form.EndsWith("men", StringComparison.Ordinal) || tokens[noun].Form is "children" or "people")) return null;
        if (noun >= 0 && words.Is(tokens[noun].Form, QuantityUse.Bar)) return null;
        if (last + 1 < tokens.Count && tokens[last + 1].Form is "%" or "percent" or ":" && tokens[last].Form != "one") return null;
        if (!article && noun < 0 && LooksLikeYear(tokens, i, value)) return null;
        return new NumberPhrase(first, last, value, bound, noun, Math.Max(end, last), article) { Least = Least(tokens, i, last, value), Possessive = article && tokens[i].Form.Length > 2, OfThem = Is(tokens, last + 1, "of") && (Is(tokens, last + 2, "them") || Is(tokens, last + 2, "whom")) };
    }

    /// <summary>The value; of a vague number the product of what its words stand for: "tens of thousands" is 10,000.</summary>
    private long? Least(IReadOnlyList<Token> tokens, int first, int last, long? value)
    {
        if (value != null) return value;
        long least = 1;
        for (int i = first; i <= last; i++)
        {
            if (numbers.Find(tokens[i].Form) is not { } word) continue;
            if (word.Kind == NumberKind.Scale) least *= word.Value;
            else if (word.Least > 0) least *= word.Least;
        }
        return least > 1 ? least : null;
    }

    private static bool LooksLikeYear(IReadOnlyList<Token> tokens, int i, long? value) =>
        value is >= 1900 and <= 2099 && tokens[i].Form.Length == 4 && i > 0
        && tokens[i - 1].Form.ToLowerInvariant() is "in" or "since" or "of" or "until" or "by" or "from" or "during" or "," or "before" or "after";

    private bool Number(IReadOnlyList<Token> tokens, int i, out int last, out long? value)
    {
        (last, value) = (i, null);
        string form = tokens[i].Form;
        if (NumberWords.TryDigits(form, out double digits))
        {
            if (i > 0 && tokens[i - 1].Form is "-" or "/" or "#" or "." && tokens[i - 1].Span.End == tokens[i].Span.Start) return false;
            if (i + 1 < tokens.Count && tokens[i + 1].Form is "-" or "/" or "." && tokens[i + 1].Span.Start == tokens[i].Span.End && i + 2 < tokens.Count && tokens[i + 2].Span.Start == tokens[i + 1].Span.End && !char.IsDigit(tokens[i + 2].Form[0])) return false;
            var number = new NumberAccumulator();
            number.Begin(digits);
            while (last + 1 < tokens.Count && numbers.Find(tokens[last + 1].Form) is { Kind: NumberKind.Scale } scale && number.TryAdd(scale)) last++;
            value = (long)Math.Round(number.Value);
            return true;
        }
        return Spelled(tokens, i, out last, out value);
    }

    private bool Spelled(IReadOnlyList<Token> tokens, int i, out int last, out long? value)
    {
        (last, value) = (i, null);
        bool half = Is(tokens, i, "half") && Is(tokens, i + 1, "a") && Is(tokens, i + 2, "dozen");
        if (half) { (last, value) = (i + 2, 6); return true; }
        int j = Is(tokens, i, "a") || Is(tokens, i, "an") ? i + 1 : i;
        if (j >= tokens.Count) return false;
        var word = numbers.Find(tokens[j].Form);
        if (word is { Kind: NumberKind.Vague }) return Vague(tokens, i, j, word, out last, out value);
        if (j > i && word is not { Kind: NumberKind.Scale }) return false;
        if (word is null or { Kind: NumberKind.Ordinal })
            return Hyphenated(tokens[i].Form, out value);
        var number = new NumberAccumulator();
        int k = j;
        while (k < tokens.Count)
        {
            if (numbers.Find(tokens[k].Form) is { } next && next.Kind != NumberKind.Ordinal && number.TryAdd(next)) { last = k++; continue; }
            bool joint = k + 1 < tokens.Count && number.Count > 0 && numbers.Find(tokens[k + 1].Form) is { Kind: NumberKind.Cardinal };
            if (joint && (Is(tokens, k, "-") || (Is(tokens, k, "and") && number.Value >= 100))) { k++; continue; }
            break;
        }
        if (number.Count == 0) return false;
        // "one of the", "one day": "one" counts only before a person or alone before "of" and a verb.
        value = (long)Math.Round(number.Value);
        return !(last + 1 < tokens.Count && Is(tokens, last + 1, "-") && last + 2 < tokens.Count && char.IsLetter(tokens[last + 2].Form[0]));
    }

    private bool Hyphenated(string form, out long? value)
    {
        value = null;
        int dash = form.IndexOf('-');
        if (dash <= 0 || numbers.Find(form.AsSpan(0, dash)) is not { Kind: NumberKind.Cardinal, Value: >= 20 } tens || numbers.Find(form.AsSpan(dash + 1)) is not { Kind: NumberKind.Cardinal, Value: < 10 } unit) return false;
        value = tens.Value + unit.Value;
        return true;
    }

    private bool Vague(IReadOnlyList<Token> tokens, int i, int j, NumberWord word, out int last, out long? value)
    {
        (last, value) = (j, null);
        if (j > i && word.Text is not ("couple" or "few" or "pair")) return false;
        if (j == i && word.Text is "couple" or "pair" or "few" && j == i) return word.Text == "few" && Take(ref value, null);
        // "some 200" is a bound on a number, not a vague number.
        if (word.Text == "some") return false;
        // "twice as many" gives no number.
        if (word.Text == "many" && Is(tokens, j - 1, "as")) return false;
        if (word.Value > 0) value = word.Value;
        if (last + 1 < tokens.Count && numbers.Find(tokens[last + 1].Form) is { Kind: NumberKind.Scale } && word.Value < 0) last++;
        while (last + 2 < tokens.Count && Is(tokens, last + 1, "of") && numbers.Find(tokens[last + 2].Form) is { Kind: NumberKind.Vague or NumberKind.Scale }) last += 2;
        return true;
    }

    private static bool Take(ref long? value, long? set)
    {
        value = set;
        return true;
    }

    private static QuantityBound BoundBefore(IReadOnlyList<Token> tokens, ref int first)
    {
        foreach (var (boundWords, bound) in Bounds)
        {
            int start = first - boundWords.Length;
            if (start < 0) continue;
            bool same = true;
            for (int w = 0; w < boundWords.Length && same; w++) same = tokens[start + w].Form.Equals(boundWords[w], StringComparison.OrdinalIgnoreCase);
            if (!same || (boundWords[0] == "over" && start > 0 && Particle(tokens[start - 1].Form))) continue;
            first = start;
            return bound;
        }
        return QuantityBound.Exact;
    }

    /// <summary>"handed over 120 rifles" bounds nothing.</summary>
    private static bool Particle(string verb) => verb is "handed" or "hand" or "handing" or "turned" or "turn" or "turning" or "took" or "take" or "taking" or "taken" or "gave" or "run" or "ran";

    /// <summary>The noun a number at <paramref name="last"/> counts: past "of its", adjectives and compounds; −1 when none follows.</summary>
    private int Noun(IReadOnlyList<Token> tokens, int last, out int end)
    {
        int i = last + 1;
        end = last;
        if (Is(tokens, i, "of"))
        {
            i++;
            while (i < tokens.Count && tokens[i].Form.ToLowerInvariant() is "the" or "its" or "their" or "his" or "her" or "our" or "them" or "those" or "these" or "whom")
            {
                if (Is(tokens, i, "them") || Is(tokens, i, "whom")) { end = i; return -1; }
                i++;
            }
        }
        int noun = -1;
        for (int steps = 0; i < tokens.Count && steps < 6; i++, steps++)
        {
            var t = tokens[i];
            if (!char.IsLetter(t.Form[0])) { if (t.Form is "-" or "\"") continue; break; }
            if (t.Upos != "_" ? t.Upos is not ("NOUN" or "PROPN" or "ADJ" or "ADV" or "VERB") : Closed(t.Form)) break;
            bool verbal = words.Is(t.Form, QuantityUse.Object) || words.Is(t.Form, QuantityUse.Subject) || words.Is(t.Form, QuantityUse.Adjective);
            if (verbal && !(t.Upos is "ADJ" or "NOUN" && i + 1 < tokens.Count && tokens[i + 1].Upos == "NOUN"))
            {
                if (noun < 0 && words.Is(t.Form, QuantityUse.Noun)) noun = i;
                break;
            }
            if (t.Upos is "VERB" or "ADV" && noun >= 0) break;
            if (t.Upos is "VERB" && t.Relation is not ("amod" or "compound")) break;
            if (t.Upos is "NOUN" or "PROPN" || t.Upos == "_" || words.Is(t.Form, QuantityUse.Person) || t.Form is "others" or "more") noun = i;
            end = i;
            if (t.Upos == "_" && (words.Is(t.Form, QuantityUse.Person) || words.Is(t.Form, QuantityUse.Noun) || words.Is(t.Form, QuantityUse.Bar) || t.Form is "others" or "more")) break;
        }
        return noun;
    }

    private static bool Closed(string form) => form.ToLowerInvariant() is "in" or "on" or "at" or "by" or "and" or "or" or "were" or "was" or "have" or "has" or "had" or "are" or "is" or "after" or "when" or "who"
        or "from" or "for" or "as" or "to" or "with" or "during" or "near" or "that" or "which" or "including" or "of" or "before" or "outside" or "inside" or "across" or "the" or "be" or "been" or "against" or "since" or "while";

    private static bool Is(IReadOnlyList<Token> tokens, int i, string form) => i >= 0 && i < tokens.Count && tokens[i].Form.Equals(form, StringComparison.OrdinalIgnoreCase);
}
