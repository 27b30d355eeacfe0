namespace Hearsay.Language.Coreference;

/// <summary>The rough kind of thing that a common noun names.</summary>
internal enum NounClass : byte
{
    Unknown,
    Person,
    Group,
    Place,
    Time,
    Quantity,
    Thing,
}
