namespace Hearsay.Language.Conllu;

/// <summary>One syntactic word of a CoNLL-U file; <paramref name="Id"/> counts from 1 and <paramref name="Head"/> is 0 for the root.</summary>
public sealed record ConlluWord(
    int Id, string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string DepRel, string Deps, string Misc)
{
    /// <summary>The relation without its subtype.</summary>
    public string Relation => DepRel.IndexOf(':') is var i and >= 0 ? DepRel[..i] : DepRel;

    /// <summary>Whether white space follows the word (no SpaceAfter=No).</summary>
    public bool SpaceAfter => !ConlluReader.HasNoSpaceAfter(Misc);
}
