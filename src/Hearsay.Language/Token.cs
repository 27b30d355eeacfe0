namespace Hearsay.Language;

/// <summary>
/// One syntactic word of a sentence with its Universal Dependencies annotation (Nivre et al. 2020; UD v2).
/// Contractions are split as in UD English ("don't" is "do" + "n't", each with its own span).
/// </summary>
public sealed record Token
{
    /// <summary>Position in the sentence, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Where the word stands in the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The word as written.</summary>
    public required string Form { get; init; }

    /// <summary>Dictionary form; lower case except for proper nouns and "I".</summary>
    public string Lemma { get; init; } = "_";

    /// <summary>Universal part of speech (UD v2), "_" before tagging.</summary>
    public string Upos { get; init; } = "_";

    /// <summary>Penn Treebank tag, "_" before tagging.</summary>
    public string Xpos { get; init; } = "_";

    /// <summary>UD features ("Number=Sing|Tense=Past"), "_" when there are none.</summary>
    public string Feats { get; init; } = "_";

    /// <summary>Index in the sentence of the head, −1 for the root.</summary>
    public int Head { get; init; } = -1;

    /// <summary>UD relation to the head, with subtype ("nsubj:pass").</summary>
    public string DepRel { get; init; } = "_";

    /// <summary>The relation without its subtype.</summary>
    public string Relation => DepRel.IndexOf(':') is var i and >= 0 ? DepRel[..i] : DepRel;
}
