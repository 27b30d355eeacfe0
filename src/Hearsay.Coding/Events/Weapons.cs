using System.Collections.Frozen;

namespace Hearsay.Coding.Events;

/// <summary>Nouns that do things for somebody: weapons and utterances. Their owner is the actor, if the text names one.</summary>
internal static class Weapons
{
    private static readonly FrozenSet<string> Lemmas = FrozenSet.ToFrozenSet([
        "bomb", "rocket", "missile", "shell", "mortar", "mine", "grenade", "bullet", "gunfire", "fire", "gun", "rifle", "drone", "jet", "plane",
        "warplane", "aircraft", "helicopter", "gunship", "tank", "warship", "ship", "boat", "submarine", "artillery", "explosion", "blast", "explosive",
        "car", "truck", "vehicle", "vest", "strike", "airstrike", "round", "projectile", "knife", "gas", "device", "barrage", "salvo", "assault", "fighter",
        "bomber", "horse", "bulldozer", "baton", "truncheon", "cannon", "weapon", "munition", "battery", "vessel", "torpedo", "violence", "clash", "fighting", "offensive", "operation", "campaign",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Utterances = FrozenSet.ToFrozenSet([
        "statement", "letter", "communique", "note", "speech", "report", "resolution", "decree", "order", "decision", "ruling", "verdict", "law", "bill",
        "message", "declaration", "document", "memo", "editorial", "move", "policy", "measure", "proposal", "plan", "embassy", "vote", "visit", "delegation",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the noun is a weapon or a carrier of one.</summary>
    public static bool Contains(string lemma) => Lemmas.Contains(lemma);

    /// <summary>Whether the noun is an utterance or decision that stands for its author.</summary>
    public static bool IsUtterance(string lemma) => Utterances.Contains(lemma);
}
