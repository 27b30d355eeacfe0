using System.Collections.Frozen;

namespace Hearsay.Language.Morphology;

/// <summary>
/// Past forms of irregular verbs that are no base form of another verb. Behind a plural subject the tagger takes them
/// for presents ("drones struck", VBP), and a present has itself for lemma; whoever asks here may take them for pasts.
/// "Found", "lay", "saw" and other forms with a verb of their own are left out.
/// </summary>
internal static class IrregularPasts
{
    private static readonly FrozenSet<string> Forms = FrozenSet.ToFrozenSet([
        "struck", "shot", "froze", "drew", "withdrew", "threw", "overthrew", "blew", "flew", "drove", "rode", "rose", "arose", "spoke", "broke", "woke",
        "chose", "stole", "wrote", "took", "undertook", "overtook", "shook", "gave", "forgave", "came", "became", "overcame", "ran", "began", "sang",
        "rang", "drank", "sank", "shrank", "fled", "fed", "led", "bled", "held", "withheld", "upheld", "told", "sold", "sought", "fought", "bought",
        "brought", "taught", "thought", "caught", "kept", "slept", "swept", "wept", "lost", "met", "sent", "spent", "built", "lent", "meant", "dealt",
        "won", "hung", "swung", "stuck", "stood", "withstood", "understood", "made", "said", "paid", "had", "heard", "got", "forgot", "went", "underwent",
        "did", "grew", "knew", "tore", "wore", "dug", "hid", "ate", "forbade", "spat", "laid", "left", "felt", "overran", "outran", "retook",
        "mistook", "slew", "forsook", "foreswore", "undid", "redrew", "rewrote", "rebuilt", "resold", "retold", "foretold", "outfought", "misled",
        "flung", "clung", "slung", "stung", "sprang", "swam", "sprung", "crept", "leapt", "knelt", "bade", "strode", "strove",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the form can only be a past.</summary>
    public static bool Contains(string form) => Forms.Contains(form);
}
