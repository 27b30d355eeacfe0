namespace Hearsay.Language.Conllu;

/// <summary>
/// A word as the evaluation sees it: where it stands among the characters that are no white space, the node itself,
/// its head among the words of the whole file, and its function-word children.
/// </summary>
internal sealed class TreeWord(ConlluWord node, int start, int end, bool isMultiword)
{
    private static readonly HashSet<string> UniversalFeatures =
    [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
        "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ];

    private static readonly HashSet<string> ContentRelations =
    [
        "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod",
        "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis",
        "orphan", "goeswith", "reparandum", "root", "dep",
    ];

    private static readonly HashSet<string> FunctionRelations = ["aux", "cop", "mark", "det", "clf", "case", "cc"];

    public ConlluWord Node { get; } = node;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool IsMultiword { get; } = isMultiword;

    /// <summary>Null for a root.</summary>
    public TreeWord? Parent { get; set; }

    public List<TreeWord> FunctionChildren { get; } = [];

    public string Feats { get; } = Universal(node.Feats);

    public bool IsContent => ContentRelations.Contains(Node.Relation);

    public bool IsFunction => FunctionRelations.Contains(Node.Relation);

    private static string Universal(string feats) =>
        string.Join('|', feats.Split('|').Where(f => UniversalFeatures.Contains(f.Split('=', 2)[0])).Order(StringComparer.Ordinal));
}
