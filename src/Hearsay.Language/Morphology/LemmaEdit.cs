namespace Hearsay.Language.Morphology;

/// <summary>
/// How a lemma is made from a form: take <paramref name="Strip"/> code units off the end and put
/// <paramref name="Append"/> there. "studies" → "study" is (3, "y").
/// </summary>
public readonly record struct LemmaEdit(int Strip, string Append)
{
    /// <summary>The lemma; a form shorter than what is stripped is replaced whole.</summary>
    public string Apply(string form) =>
        Strip == 0 && Append.Length == 0 ? form : string.Concat(form.AsSpan(0, Math.Max(0, form.Length - Strip)), Append);
}
