namespace Hearsay.Language.Coreference;

/// <summary>
/// What a mention may refer to, as a set: a man, a woman, a thing. Unknown is the set of all that are still
/// possible, so two mentions agree when their sets share a member, and merging them keeps the shared ones.
/// </summary>
[Flags]
internal enum Gender : byte
{
    None = 0,
    Male = 1,
    Female = 2,
    Thing = 4,
    Person = Male | Female,
    Any = Male | Female | Thing,
}
