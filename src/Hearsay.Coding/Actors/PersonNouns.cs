using System.Collections.Frozen;

namespace Hearsay.Coding.Actors;

/// <summary>Common nouns that name people although no role table lists them: "man", "group", "side", and agent nouns in -er, -ist.</summary>
internal static class PersonNouns
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet([
        "man", "woman", "boy", "girl", "child", "person", "people", "group", "side", "party", "member", "leader", "family", "couple",
        "victim", "friend", "colleague", "counterpart", "crowd", "team", "country", "nation", "state", "ally", "neighbor", "neighbour",
        "enemy", "foe", "rival", "opponent", "supporter", "critic", "expert", "source", "resident", "citizen", "guy", "lady", "gentleman",
        "baby", "teenager", "youth", "adult", "individual", "figure", "chief", "head", "boss", "body", "city", "town", "village", "community",
        "power", "bloc", "camp", "faction", "wing", "capital", "world", "public", "passenger", "driver", "kid", "pair", "trio", "mob",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Quantities = FrozenSet.ToFrozenSet([
        "thousand", "hundred", "dozen", "score", "ten", "million", "number", "majority", "minority", "half", "third", "quarter", "most", "many", "some",
        "handful", "couple", "lot", "rest", "part", "several", "few", "all", "both", "one", "two", "three", "four", "five", "bulk", "scores", "tens",
        "dozens", "hundreds", "thousands", "millions", "wave", "throng", "mass", "masse", "percent", "plenty", "none", "any", "each", "either", "neither",
    ], StringComparer.OrdinalIgnoreCase);

    // "The two presidents", "both governments": those of whom one country has one.
    private static readonly FrozenSet<string> Peers = FrozenSet.ToFrozenSet([
        "president", "leader", "state", "government", "country", "nation", "power", "ambassador", "envoy", "diplomat", "delegate", "delegation", "negotiator", "inspector", "premier",
        "embassy", "neighbour", "neighbor", "capital", "king", "monarch", "ally", "partner", "donor", "mediator", "guarantor", "chancellor", "side", "minister", "army", "navy", "parliament",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the noun names a force that bears arms, whoever's it is: before an act of violence it is the one that does it.</summary>
    public static bool IsForce(string lemma) => lemma.ToLowerInvariant() is "police" or "army" or "navy" or "militia" or "rebel" or "government" or "coalition" or "insurgent" or "guerrilla" or "gang" or "cartel" or "settler" or "mob";

    /// <summary>Whether several of the kind are of several countries.</summary>
    public static bool IsPeer(string lemma) => Peers.Contains(lemma);

    /// <summary>Whether the noun counts what its "of"-phrase names.</summary>
    public static bool IsQuantity(string lemma) => Quantities.Contains(lemma);

    /// <summary>Whether the word by itself means so many people: "thousands marched".</summary>
    public static bool IsCrowd(Hearsay.Language.Token token) =>
        token.Upos == "NOUN" && token.Form.ToLowerInvariant() is "thousands" or "hundreds" or "dozens" or "scores" or "millions";

    /// <summary>Whether a number by itself counts people: "arresting at least 16", "the four were released"; no year, sum or share.</summary>
    public static bool IsHeadcount(Language.Sentence sentence, int index)
    {
        var token = sentence.Tokens[index];
        if (token is not { Upos: "NUM", Relation: "nsubj" or "obj" or "conj" } || token.Form.AsSpan().IndexOfAny(".,:%$€£/-") is >= 0 and var mark && token.Form[mark] != ',') return false;
        bool year = token.Form.Length == 4 && int.TryParse(token.Form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) && n is > 1000 and < 2100;
        return !year && !sentence.Children(index).Any(c => sentence.Tokens[c].Upos is "SYM" or "NOUN" or "PROPN");
    }

    /// <summary>Whether a noun with this lemma can name a party.</summary>
    public static bool IsPersonal(string lemma) =>
        Words.Contains(lemma) || lemma.Length > 5 && (lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("crat", StringComparison.Ordinal)
            || lemma.EndsWith("man", StringComparison.Ordinal) || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("person", StringComparison.Ordinal));
}
