namespace Hearsay.Language.Coreference;

/// <summary>Whether a mention may be one, many, or either ("the party … they").</summary>
[Flags]
internal enum Plurality : byte
{
    None = 0,
    One = 1,
    Many = 2,
    Either = One | Many,
}
