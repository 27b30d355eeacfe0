using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Finds the row of the embedding table for a predicate and what it embeds. A predicate of several words is tried
/// before its head alone: verb and particle ("call off"), verb and preposition ("keep from"), verb and noun ("have no
/// plan to"), "be" and adjective or phrase ("be on verge of").
/// </summary>
internal readonly struct PredicateLookup(EmbeddingTable table, Sentence s)
{
    /// <summary>The row for a clause at <paramref name="clause"/> of kind to, ing or that under <paramref name="predicate"/>.</summary>
    public EmbeddingTable.Effect? Clause(int predicate, int clause, string kind)
    {
        string marker = ArgumentReader.Marker(s, clause);
        string preposition = kind == "ing" && marker is not ("ing" or "that" or "to" or "") || kind == "ing" && marker == "to" ? marker : "";
        if (s.Tokens[predicate].Upos is "NOUN" && Idiom(predicate, kind, preposition) is { } idiom) return idiom;
        if (kind == "to" && Addressee(predicate) is { } addressed) return addressed;
        var found = Find(predicate, kind, preposition);
        if (found is null || preposition.Length == 0 || s.Tokens[clause].Relation != "advcl") return found;
        return preposition is "of" or "from" or "with" or "for" or "against" or "about" or "to" or "into" or "on" ? found : null;
    }

    /// <summary>The row for a nominal at <paramref name="nominal"/> that is an object, a subject or under a preposition.</summary>
    public EmbeddingTable.Effect? Nominal(int predicate, int nominal)
    {
        var token = s.Tokens[nominal];
        var governor = s.Tokens[predicate];
        string preposition = token.Relation is "obl" or "nmod" ? ArgumentReader.Case(s, nominal) : "";
        if (governor.Upos is "NOUN" && Idiom(predicate, "np", preposition) is { } idiom) return idiom;
        if (governor.Upos is "VERB" && preposition.Length > 0 && s.Child(predicate, "obj") is var obj and >= 0 && obj < nominal && Idiom(obj, "np", preposition) is { } whole) return whole;
        var effect = (token.Relation == "obj" ? Outcome(predicate) : null) ?? Find(predicate, "np", preposition);
        if (effect is null) return null;
        return token.DepRel switch
        {
            "obj" or "nsubj:pass" => effect,
            "nsubj" when s.Child(predicate, "cop") >= 0 => governor.Upos == "ADJ" ? effect : null,
            "nsubj" => effect.Affirmed == Status.Negated && governor.Lemma is "fail" or "collapse" or "end" ? effect : null,
            "obl" when preposition.Length == 0 && Particle(predicate) is not null => effect,
            "obl" or "nmod" or "iobj" => preposition.Length > 0 && (effect.Prepositions.Contains(preposition) || effect.Reference.EndsWith(" " + preposition, StringComparison.Ordinal)) ? effect : null,
            "compound" => effect.Prepositions.Length > 0 && effect.Affirmed is Status.Attempted or Status.Planned or Status.Possible or Status.Threatened or Status.Demanded ? effect : null,
            _ => null,
        };
    }

    /// <summary>Whether the noun at <paramref name="noun"/> is a claim or proposal: to reject it is to leave it in the world.</summary>
    public bool IsContentNoun(int noun)
    {
        string lemma = s.Tokens[noun].Lemma.ToLowerInvariant();
        return lemma is "proposal" or "plan" or "bill" or "draft" or "criticism" or "condemnation" or "complaint" or "rebuke" or "reprimand" or "indictment" || lemma is not ("agreement" or "deal" or "pact" or "accord" or "contract" or "compromise")
            && table.Find(lemma, "noun", "that") is { Affirmed: not Status.Promised };
    }

    /// <summary>What an adjective in front of the event noun does ("attempted coup"), or null.</summary>
    public EmbeddingTable.Effect? Attribute(int adjective)
    {
        string form = s.Tokens[adjective].Form.ToLowerInvariant();
        return table.Find(form, "adj", "np") is { Attributive: true } effect ? effect : null;
    }

    /// <summary>What a participle behind the event noun does ("the strike planned for Monday", "Summit postponed"), or null.</summary>
    public EmbeddingTable.Effect? Participle(int participle)
    {
        var t = s.Tokens[participle];
        if (t.Relation != "acl" || t.DepRel == "acl:relcl" || t.Xpos != "VBN" || t.Head > participle || s.Child(participle, "nsubj") >= 0) return null;
        return Find(participle, "np", "") is { Affirmed: Status.Negated or Status.Planned or Status.Threatened or Status.Promised or Status.Demanded } effect ? effect : null;
    }

    /// <summary>Whether the predicate asks or leaves open: "wonder if", "know whether".</summary>
    public bool Asks(int predicate)
    {
        string lemma = s.Tokens[predicate].Lemma.ToLowerInvariant();
        if (lemma is "sure" or "certain" or "clear" or "unsure" or "uncertain" or "unclear") return true;
        return table.Find(lemma, "verb", "any") is { Affirmed: Status.Questioned } || table.StartsPhrase(lemma) && (table.Find(lemma + " if", "verb", "any") ?? table.Find(lemma + " whether", "verb", "any")) is not null;
    }

    // "called on the army to withdraw", "took to the airwaves to denounce him".
    private EmbeddingTable.Effect? Addressee(int verb)
    {
        string lemma = s.Tokens[verb].Lemma.ToLowerInvariant();
        if (s.Tokens[verb].Upos != "VERB" || !table.StartsPhrase(lemma)) return null;
        foreach (int c in s.Children(verb))
            if (c > verb && s.Tokens[c].Relation == "obl" && ArgumentReader.Case(s, c) is { Length: > 0 } preposition && table.Find(lemma + " " + preposition, "verb", "to") is { Affirmed: Status.Demanded or Status.Asserted } effect) return effect;
        return null;
    }

    // "brought production to an end".
    private EmbeddingTable.Effect? Outcome(int verb)
    {
        string lemma = s.Tokens[verb].Lemma.ToLowerInvariant();
        if (s.Tokens[verb].Upos != "VERB" || !table.StartsPhrase(lemma)) return null;
        foreach (int c in s.Children(verb))
            if (c > verb && s.Tokens[c].Relation == "obl" && ArgumentReader.Case(s, c) == "to" && table.Find($"{lemma} to {s.Tokens[c].Lemma}", "idiom", "np") is { } effect) return effect;
        return null;
    }

    private EmbeddingTable.Effect? Find(int predicate, string kind, string preposition)
    {
        var token = s.Tokens[predicate];
        string pos = Pos(token), lemma = token.Lemma.ToLowerInvariant(), form = token.Form.ToLowerInvariant();
        if (pos.Length == 0) return null;
        if (pos == "verb" && token.Xpos == "VBN" && preposition.Length > 0 && IsPassive(predicate) && (table.Find($"{form} {preposition}", "adj", kind) ?? table.Find($"{lemma} {preposition}", pos, kind)) is { } linked) return linked;
        if (pos == "verb" && token.Xpos == "VBN" && IsPassive(predicate)
            && ((table.StartsPhrase("be") ? table.Find("be " + form, "verb", kind) : null) ?? table.Find(form, "adj", kind)) is { } passive) return passive;
        if (table.StartsPhrase(pos == "adj" ? form : lemma))
        {
            string head = pos == "adj" ? form : lemma;
            if (Particle(predicate) is { } particle)
            {
                if (preposition.Length > 0 && Row($"{head} {particle} {preposition}", pos, kind) is { } three) return three;
                if (Row($"{head} {particle}", pos, kind) is { } two) return two;
                if (pos == "verb" && kind == "np") return null;
            }
            if (preposition.Length > 0 && Row($"{head} {preposition}", pos, kind) is { } phrase) return phrase;
        }
        return table.Find(pos == "adj" ? form : lemma, pos, kind) ?? (pos == "adj" ? table.Find(lemma, pos, kind) : null);
    }

    private EmbeddingTable.Effect? Row(string phrase, string pos, string kind) => table.Find(phrase, pos, kind) ?? table.Find(phrase, "idiom", kind);

    // A noun with its verb, or with "be" and a preposition: "have no plan", "be on verge of".
    private EmbeddingTable.Effect? Idiom(int noun, string kind, string preposition)
    {
        var token = s.Tokens[noun];
        string lead = "";
        if (token.Relation is "obj" && token.Head >= 0) lead = s.Tokens[token.Head].Lemma.ToLowerInvariant();
        else if (s.Child(noun, "cop") >= 0 && ArgumentReader.Case(s, noun) is { Length: > 0 } own) lead = "be " + own;
        if (lead.Length == 0 || !table.StartsPhrase(lead.StartsWith("be ", StringComparison.Ordinal) ? "be" : lead)) return null;
        foreach (int c in s.Children(noun)) if (s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "no") lead += " no";
        string phrase = lead + " " + token.Lemma.ToLowerInvariant();
        if (preposition.Length > 0 && (table.Find(phrase + " " + preposition, "idiom", kind) ?? table.Find(phrase + " " + preposition, "idiom", "np")) is { } full) return full;
        return table.Find(phrase, "idiom", kind);
    }

    private string? Particle(int verb)
    {
        foreach (int c in s.Children(verb)) if (s.Tokens[c].DepRel == "compound:prt" || c == verb + 1 && s.Tokens[c].Form is "close" or "short" or "forward" or "on" or "ahead") return s.Tokens[c].Form.ToLowerInvariant();
        return null;
    }

    private bool IsPassive(int verb)
    {
        foreach (int c in s.Children(verb)) if (s.Tokens[c].DepRel is "aux:pass" or "nsubj:pass" or "cop") return true;
        return s.Tokens[verb].Relation is "acl" or "amod";
    }

    private static string Pos(Token token) => token.Upos switch
    {
        "VERB" or "AUX" => "verb",
        "NOUN" => "noun",
        "ADJ" => "adj",
        "ADV" => "adj",
        _ => "",
    };
}
