namespace Hearsay.Language.Conllu;

/// <summary>Words <c>[First, Last]</c>, counted from 1, that are written as one token ("don't").</summary>
public sealed record ConlluMultiword(int First, int Last, string Form, string Misc)
{
    /// <summary>Whether white space follows the token.</summary>
    public bool SpaceAfter => !ConlluReader.HasNoSpaceAfter(Misc);
}
