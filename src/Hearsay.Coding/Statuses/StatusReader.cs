using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Reads the status of an event word by climbing from it to the attribution (or sentence) that contains it. At each
/// step negation, modals, tense, conditions and the embedding predicate act on what has been found below (Saurí and
/// Pustejovsky 2012). A finite clause is reached by its predicate's row only, an infinitive by all that bears on its
/// predicate too: "was forced to flee" and "will be forced to flee" differ.
/// </summary>
public sealed class StatusReader(EmbeddingTable embedding)
{
    private enum Step { Stop, Plain, Full, Mute }

    /// <summary>
    /// The status of the event at token <paramref name="trigger"/>, not looking above token
    /// <paramref name="ceiling"/> (the cue of the innermost attribution; −1 for the whole sentence).
    /// </summary>
    public StatusReading Read(Sentence sentence, int trigger, int ceiling)
    {
        var state = new StatusState();
        var lookup = new PredicateLookup(embedding, sentence);
        if (sentence.Tokens[trigger].Upos is "VERB" or "AUX") state.Note(Modality.Tense(sentence, trigger));
        if (sentence.Tokens[trigger].Relation is "amod" or "compound" or "case") state.Note(Context.Modifier);
        if (Subordination.IsProviso(sentence, trigger)) state.Weaken(Status.Hypothetical, Context.Supposed);
        Attributes(sentence, lookup, trigger, state);
        Marks(sentence, trigger, -1, state);
        var quoted = new QuotedWords(sentence);
        int at = trigger;
        bool reached = false;
        for (int steps = 0; at != ceiling && steps < sentence.Tokens.Count; steps++)
        {
            int above = state.Muted ? sentence.Tokens[at].Head : Attachment.Governor(sentence, lookup, at);
            if (above < 0 || above == ceiling)
            {
                reached = above == ceiling && !state.Muted;
                if (above < 0) Top(sentence, at, quoted.Holds(trigger), quoted, state);
                break;
            }
            if (sentence.Tokens[at].Relation is "ccomp" or "parataxis" && quoted.Holds(above) && !quoted.Holds(at)) break; // what is said in quotation marks does not embed the words around them
            var step = Climb(sentence, lookup, at, above, state);
            if (step == Step.Stop) break;
            if (step == Step.Mute) state.Muted = true;
            if (step != Step.Plain) Marks(sentence, above, at, state);
            if (step == Step.Mute || step == Step.Full && sentence.Tokens[above].Upos is "VERB" or "AUX" or "ADJ") state.Note(Modality.Tense(sentence, above) & (Context.Past | Context.Present));
            at = above;
        }
        return state.Reading() with { IsAside = ceiling >= 0 && !reached && at != ceiling && sentence.Dominates(ceiling, trigger) };
    }

    /// <summary>
    /// What the negation of the cue at <paramref name="cue"/> makes of an asserted event in its content ("never claimed
    /// that they fired": possible), or null where the cue is affirmed or takes the content for granted.
    /// </summary>
    public Status? BehindNegation(Sentence sentence, int trigger, int cue)
    {
        if (!Negation.Holds(sentence, cue)) return null;
        int top = trigger;
        while (top >= 0 && sentence.Tokens[top].Head != cue) top = sentence.Tokens[top].Head;
        if (top < 0) return null;
        var lookup = new PredicateLookup(embedding, sentence);
        var effect = sentence.Tokens[top].Relation is "obj" or "obl" or "nsubj" ? lookup.Nominal(cue, top) : lookup.Clause(cue, top, Constructions.Kind(sentence, top));
        return effect is { Denied: not Status.Asserted } ? effect.Denied : null;
    }

    // Negation, modals and conditions that hang on one word.
    private static void Marks(Sentence s, int index, int from, StatusState state)
    {
        Modality.Read(s, index, state);
        if (Modality.IsImperative(s, index)) state.Weaken(Status.Demanded, Context.Imperative);
        if (Subordination.HasCondition(s, index)) state.Weaken(Status.Conditional, Context.Conditioned);
        if (index != state.NegationSpent && Negation.Holds(s, index, from)) state.Negate();
    }

    private static void Attributes(Sentence s, PredicateLookup lookup, int noun, StatusState state)
    {
        if (s.Tokens[noun].Upos is not ("NOUN" or "PROPN")) return;
        foreach (int c in s.Children(noun))
            if ((s.Tokens[c].Relation is "amod" or "compound" ? lookup.Attribute(c) : lookup.Participle(c)) is { Affirmed: not null } effect)
                state.Apply(effect, false, false, false, c);
    }

    private static void Top(Sentence s, int root, bool spoken, QuotedWords quoted, StatusState state)
    {
        int mark = -1;
        for (int i = s.Tokens.Count - 1; i >= Math.Max(0, s.Tokens.Count - 3) && mark < 0; i--) if (s.Tokens[i].Form.Contains('?')) mark = i;
        if (mark < 0 || quoted.Holds(mark) && !spoken) return;
        bool asked = (state.Contexts & Context.Asked) != 0;
        foreach (int c in s.Children(root)) asked |= s.Tokens[c].Xpos is "WP" or "WRB" or "WDT";
        if (state.Muted) { state.Note(Context.Questioned); return; }
        if (state.Status is Status.Asserted or Status.Possible or Status.Planned or Status.Attempted or Status.Negated) state.Weaken(Status.Questioned, Context.None);
        state.Note(asked ? Context.Asked : Context.Questioned);
    }

    private static Step Climb(Sentence s, PredicateLookup lookup, int at, int above, StatusState state)
    {
        var token = s.Tokens[at];
        if (state.Muted) return token.Relation is "root" or "parataxis" ? Step.Stop : Step.Full;
        if (above != token.Head) return s.Tokens[above].Upos == "NOUN" ? NounComplement(s, lookup, at, above, state) : Complement(s, lookup, at, above, state);
        switch (token.Relation)
        {
            case "xcomp" or "ccomp" or "csubj": return Complement(s, lookup, at, above, state);
            case "acl" when token.DepRel != "acl:relcl": return NounComplement(s, lookup, at, above, state);
            case "advcl" when token.DepRel != "advcl:relcl": return Adverbial(s, lookup, at, above, state);
            case "compound" when token.DepRel == "compound:prt":
            case "cop" when IsApart(s, at, above): return Step.Stop;
            case "cop":
            case "advmod" when state.Rows.Count == 0: return Step.Full;
            case "obl" when token.Xpos == "VB" || token.Xpos == "VBG" && token.Upos == "VERB": return Complement(s, lookup, at, above, state);
            case "nmod" when token.Xpos == "VBG" && token.Upos == "VERB" && s.Child(at, "mark") >= 0: return NounComplement(s, lookup, at, above, state);
            case "acl" when IsContent(s, lookup, at, above): return NounComplement(s, lookup, at, above, state);
            case "obj" or "nsubj" or "obl" or "nmod" or "iobj" or "compound" or "dislocated": return Nominal(s, lookup, at, above, state);
            case "conj": return Conjunct(s, at, above, state);
            case "acl" or "advcl": return Step.Mute;
            default: return Step.Stop;
        }
    }

    private static Step Complement(Sentence s, PredicateLookup lookup, int at, int above, StatusState state)
    {
        string kind = Constructions.Kind(s, at);
        bool finite = kind == "that" && !Constructions.IsBare(s, at);
        var (token, governor) = (s.Tokens[at], s.Tokens[above]);
        var tie = Subordination.Read(s, at);
        if (token.Relation == "xcomp" && governor.Lemma is "become" or "remain" && token.Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" or "PRON") return Step.Full;
        if (governor.Form == "Had" && above == 0) { state.Weaken(Status.Hypothetical, Context.Supposed); return Step.Stop; }
        if (tie == Tie.Asked || tie == Tie.Supposed && Subordination.Phrase(s, at) == "if") { state.Weaken(Status.Questioned, Context.Questioned); return Step.Stop; }
        if (Constructions.IsGoing(s, above, kind)) { state.Weaken(Status.Planned, Context.Future); return Step.Full; }
        if (kind == "to" && Constructions.IsHabit(s, at, above)) { state.Note(Context.Past | Context.Implied); return Step.Stop; }
        if (governor.Lemma == "have" && kind == "to" && s.Child(above, "obj") < 0) { HaveTo(s, above, state); return Step.Full; }
        if (kind == "to" && (Constructions.IsTooMuch(s, above) || Constructions.IsLeft(s, at, above))) { state.Negate(); return Step.Full; }
        if (kind == "to" && Constructions.IsRanked(s, above)) { state.Note(Context.Implied); state.NegationSpent = above; return Step.Full; }
        var effect = lookup.Clause(above, at, finite || kind != "that" ? kind : "to");
        if (token.Relation == "csubj" && kind == "ing" && effect is null && Modality.IsUnreal(s, above)) { state.Weaken(Status.Hypothetical, Context.Supposed); return Step.Stop; }
        if (effect is { Affirmed: Status.Demanded } && kind == "to" && Modality.IsPerfect(s, at)) { state.Weaken(Status.Hypothetical, Context.Obligation | Context.Supposed); return Step.Full; }
        if (finite && governor.Lemma == "insist" && (Modality.Tense(s, at) & (Context.Past | Context.Present)) != 0 && token.Xpos is not ("VB" or "VBP") || finite && governor.Lemma == "insist" && Modality.IsUnreal(s, at)) effect = null;
        if (effect is { Affirmed: Status.Promised } && finite && token.Xpos == "VBN" && s.Children(at).Any(c => s.Tokens[c] is { Relation: "aux", Form: "had" })) effect = null; // "swore that they had left": nobody promises the past
        if (effect is { Affirmed: Status.Possible } && finite && Constructions.IsOwnView(s, above)) { state.Note(Context.Complement | Context.Believed); return Step.Stop; }
        if (finite && governor.Lemma == "wish" && (state.Contexts & Context.Past) != 0) state.Weaken(Status.Hypothetical, Context.Supposed);
        else if (effect is { Affirmed: Status.Possible } && kind == "to" && governor.Lemma is "want" or "like" or "prefer" or "wish" or "need" && s.Child(above, "obj") >= 0) state.Weaken(Status.Demanded, Context.Demanded);
        else if (effect is not null && !finite && IsFactive(effect)) { Use(s, above, effect, false, state); return Step.Mute; }
        else if (effect is not null) { if (!finite || !Constructions.HasQuestionWord(s, at)) Use(s, above, effect, finite, state); }
        else if (kind == "to" && Constructions.IsHeadline(s, at, above)) state.Weaken(Status.Planned, Context.Intended);
        else if (kind == "to" && governor.Upos is "ADJ" or "NOUN" or "ADV") state.Weaken(Status.Possible, Context.Open);
        if (finite) { state.Note(Context.Complement); return Step.Stop; }
        return Step.Full;
    }

    private static void Use(Sentence s, int predicate, EmbeddingTable.Effect effect, bool finite, StatusState state, int from = -1)
    {
        // The row of "have no plan" has the negation in it.
        bool within = effect.Reference.Contains(" no ", StringComparison.Ordinal);
        if (within) state.NegationSpent = predicate;
        bool negated = Negation.Holds(s, predicate, from);
        // "does not have the power": the row of "have power" begins with the verb above the noun.
        if (!negated && s.Tokens[predicate].Relation == "obj" && effect.Reference.Contains(' ')) negated = Negation.Holds(s, s.Tokens[predicate].Head, predicate);
        state.Apply(effect, !within && negated, (Modality.Tense(s, predicate) & Context.Past) != 0, finite, predicate);
        if (negated && finite && effect.Affirmed == Status.Denied && !Negation.IsByAll(s, predicate)) state.Weaken(Status.Possible, Context.Believed);
    }

    // "had to flee": they fled; "has yet to sign": it has not signed.
    private static void HaveTo(Sentence s, int have, StatusState state)
    {
        foreach (int c in s.Children(have))
            if (s.Tokens[c].Lemma == "yet") { state.Negate(); return; }
        if ((Modality.Tense(s, have) & Context.Past) != 0 && !Negation.Holds(s, have)) state.Note(Context.Implied);
        else state.Weaken(Status.Demanded, Context.Obligation);
    }

    private static Step NounComplement(Sentence s, PredicateLookup lookup, int at, int above, StatusState state)
    {
        if (Subordination.Read(s, at) == Tie.Asked) { state.Weaken(Status.Questioned, Context.Questioned); return Step.Stop; }
        string kind = Constructions.Kind(s, at);
        bool finite = kind == "that" && (s.Child(at, "mark") >= 0 || s.Tokens[at].DepRel == "acl:relcl" || s.Children(at).Any(c => s.Tokens[c].Lemma == "that"));
        if (kind == "that" && !finite) { state.Note(Context.Modifier); return Step.Mute; }
        if (kind == "to" && Constructions.IsRanked(s, above)) { state.Note(Context.Implied); state.NegationSpent = above; return Step.Full; }
        var effect = lookup.Clause(above, at, kind);
        if (effect is not null)
        {
            Use(s, above, effect, finite, state);
            if (effect.Reference.Contains(' ') && s.Tokens[above].Relation == "obj") return Step.Stop; // the row holds the verb too
            if (s.Tokens[above].Relation is "obj" or "nsubj" or "nsubj:pass" or "root" or "conj") return effect.Affirmed is Status.Asserted && kind == "that" ? Step.Stop : Outer(s, lookup, above, state);
            return Step.Stop;
        }
        if (kind == "to" && s.Tokens[above].Relation == "obj" && Constructions.IsExpressive(s, at)) { Marks(s, s.Tokens[above].Head, above, state); return Step.Stop; }
        if (kind == "to" && Constructions.IsHeadline(s, at, above)) state.Weaken(Status.Planned, Context.Intended);
        else if (kind == "to") state.Weaken(s.Child(at, "aux") is var aux and >= 0 && s.Tokens[aux].DepRel == "aux:pass" ? Status.Planned : Status.Possible, Context.Open);
        else if (s.Child(at, "mark") >= 0 || s.Child(at, "case") >= 0) state.Note(Context.Gerund);
        else state.Note(Context.Modifier);
        return Step.Mute;
    }

    // "dropped its plan to expel": what denies the plan denies the act; "has no plan to" too.
    private static Step Outer(Sentence s, PredicateLookup lookup, int noun, StatusState state)
    {
        int verb = s.Tokens[noun].Head;
        if (verb < 0) return Step.Full;
        if (lookup.Nominal(verb, noun) is { Affirmed: Status.Negated } effect) state.Apply(effect, Negation.Holds(s, verb), false, false, verb);
        else if (noun != state.NegationSpent && Negation.Holds(s, noun)) state.Negate();
        return Step.Stop;
    }

    private static Step Adverbial(Sentence s, PredicateLookup lookup, int at, int above, StatusState state)
    {
        var tie = Subordination.Read(s, at);
        if (tie == Tie.Asked || tie == Tie.Supposed && lookup.Asks(above)) { state.Weaken(Status.Questioned, Context.Questioned); return Step.Stop; }
        if (tie is not (Tie.Supposed or Tie.Unreal or Tie.Excluded) && s.Tokens[at].Xpos is "VB" or "VBG" or "VBN" && (s.Child(at, "nsubj") < 0 || ArgumentReader.Marker(s, at) == "for"))
        {
            string kind = Constructions.Kind(s, at);
            if (kind == "to" && Constructions.IsTooMuch(s, above) || Constructions.IsNearMiss(s, above)) { state.Negate(); return Step.Full; }
            if (kind == "to" && s.Tokens[above].Lemma == "have" && s.Child(above, "obj") < 0) { HaveTo(s, above, state); return Step.Full; }
            if (kind == "to" && Constructions.NounBefore(s, at, above) is var noun and >= 0 && lookup.Clause(noun, at, kind) is { } nominal)
            {
                Use(s, noun, nominal, false, state);
                return nominal.Reference.Contains(' ') ? Step.Stop : Outer(s, lookup, noun, state);
            }
            if (kind == "to" && Constructions.IsHabit(s, at, above)) { state.Note(Context.Past | Context.Implied); return Step.Stop; }
            bool linked = kind == "to" || ArgumentReader.Marker(s, at) is not ("ing" or "that") || Constructions.IsNext(s, at, above);
            if (kind != "that" && linked && lookup.Clause(above, at, kind) is { Affirmed: not (Status.Planned or null) } effect) { Use(s, above, effect, false, state); return Step.Full; }
        }
        switch (tie)
        {
            case Tie.Supposed or Tie.Unreal or Tie.Asked: state.Weaken(Status.Hypothetical, Context.Supposed); return Step.Mute;
            case Tie.Purpose when Constructions.IsExpressive(s, at): state.Note(Context.Purpose); return Step.Full;
            case Tie.Purpose when Negation.Holds(s, above, at) && above != state.NegationSpent: state.Negate(); return Step.Mute;
            case Tie.Purpose: state.Weaken(Status.Planned, Context.Purpose); return Step.Mute;
            case Tie.Excluded: if (!Negation.Holds(s, at)) state.Negate(); return Step.Stop;
            case Tie.Shared:
                state.Note(ArgumentReader.Marker(s, at) is "ing" or "that" ? Context.None : Context.Gerund);
                state.NegationSpent = above;
                return Step.Full;
            case Tie.Temporal:
                if (Modality.IsToCome(s, at, above)) state.Weaken(Status.Planned, Context.Temporal);
                bool before = Subordination.Phrase(s, at) == "before" && (state.Contexts & (Context.Chance | Context.Ability)) != 0;
                if (before) state.Negate();
                state.Note(Context.Temporal);
                return Step.Mute;
            default:
                if (Subordination.Phrase(s, at) is "after" or "as" or "" && Modality.IsToCome(s, at, above) && Constructions.IsTimed(s, at)) state.Weaken(Status.Planned, Context.Temporal);
                return Step.Mute;
        }
    }

    private static Step Nominal(Sentence s, PredicateLookup lookup, int at, int above, StatusState state)
    {
        var token = s.Tokens[at];
        string preposition = token.Relation is "obl" or "nmod" ? ArgumentReader.Case(s, at) : "";
        if (preposition is "in case" or "in case of" or "if" or "unless") { state.Weaken(Status.Hypothetical, Context.Supposed); return Step.Mute; }
        if (preposition is "instead of" or "rather than" or "in lieu of") { state.Negate(); return Step.Stop; }
        var effect = lookup.Nominal(above, at);
        if (effect is { Affirmed: Status.Negated or Status.Denied, Denied: Status.Possible } && lookup.IsContentNoun(at)) return Step.Stop;
        if (effect is not null)
        {
            Use(s, above, effect, false, state, at);
            return IsFactive(effect) ? Step.Stop : Step.Full;
        }
        bool verb = s.Tokens[above].Upos is "VERB" or "AUX";
        if (token.Relation == "nsubj" && !Constructions.IsSupport(s, above) && Constructions.IsAny(s, at, s.Child(above, "cop") >= 0) && Modality.IsUnreal(s, above)) { state.Weaken(Status.Hypothetical, Context.Supposed); return Step.Stop; }
        return token.DepRel switch
        {
            "obj" or "nsubj:pass" => verb && !Constructions.IsDefinite(s, at) ? Inherit(s, at, above, state) : Step.Stop,
            "nsubj" => verb && Constructions.IsSupport(s, above) ? Step.Full : Step.Stop,
            "compound" when state.Rows.Count == 0 => Step.Full,
            "nmod" when s.Tokens[above].Lemma is "one" or "some" or "many" or "few" => Step.Full,
            _ => Step.Stop,
        };
    }

    // "will announce cuts" leaves the cuts to come; "did not announce cuts" does not undo them, "did not sign a deal" does.
    private static Step Inherit(Sentence s, int noun, int verb, StatusState state)
    {
        bool existential = false;
        foreach (int c in s.Children(noun)) existential |= s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma.ToLowerInvariant() is "a" or "an" or "any";
        // "does not have agreements", "held no talks": under a support verb a bare noun is no more there than one with "a".
        existential |= s.Tokens[verb].Lemma is "have" or "hold" or "sign" or "reach" or "make" or "launch" or "conduct" or "stage" && s.Child(noun, "det") < 0;
        if (!existential) state.NegationSpent = verb;
        return Step.Full;
    }

    private static Step Conjunct(Sentence s, int at, int above, StatusState state)
    {
        var token = s.Tokens[at];
        var first = s.Tokens[above];
        foreach (int c in s.Children(at))
        {
            var t = s.Tokens[c];
            if (t.Relation is "nsubj" or "expl" || t.Relation == "aux" && token.Upos is "VERB") return Step.Plain;
        }
        bool shared = token.Upos == first.Upos && (token.Upos != "VERB" || token.Xpos == first.Xpos);
        foreach (int c in s.Children(at)) if (s.Tokens[c].Relation == "cc" && s.Tokens[c].Lemma is "rather" or "instead") { state.Negate(); return Step.Stop; }
        foreach (int c in s.Children(at)) if (s.Tokens[c].Relation == "cc" && s.Tokens[c].Lemma is "but" or "nor") state.NegationSpent = above;
        return shared ? Step.Full : Step.Plain;
    }

    // "The agreement was that they would not sell": what is, and what it says, are two predications.
    private static bool IsApart(Sentence s, int copula, int clause) =>
        s.Child(clause, "mark") > copula && !s.Children(clause).Any(c => c < s.Child(clause, "mark") && s.Tokens[c].Relation is "advmod" or "aux");

    private static bool IsFactive(EmbeddingTable.Effect effect) => effect is { Affirmed: Status.Asserted, Denied: Status.Asserted };

    // "the claim that he had met her", which the parser may take for a relative clause.
    private static bool IsContent(Sentence s, PredicateLookup lookup, int clause, int noun)
    {
        if (s.Tokens[clause].DepRel != "acl:relcl") return false;
        bool subject = false, that = false;
        foreach (int c in s.Children(clause))
        {
            var t = s.Tokens[c];
            if (t.Lemma == "that" && t.Relation is "obj" or "mark") that = true;
            else if (t.Relation is "nsubj") subject = true;
        }
        return that && subject && lookup.Clause(noun, clause, "that") is not null;
    }
}
