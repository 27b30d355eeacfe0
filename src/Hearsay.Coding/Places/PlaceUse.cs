namespace Hearsay.Coding.Places;

/// <summary>What a word does beside or inside a place's name: the uses of <c>data/lexicons/place-words.csv</c>.</summary>
internal enum PlaceUse
{
    /// <summary>Stands before a name that the tables have without it: "northern", "city of".</summary>
    Prefix,

    /// <summary>Stands behind a name that the tables have without it: "province", "airport".</summary>
    Suffix,

    /// <summary>Ends the name of a newspaper, club or firm that bears a place's name and is none.</summary>
    Bearer,

    /// <summary>Makes a name that no table has the name of a place: "road", "hospital".</summary>
    Facility,

    /// <summary>Stands before "of" and a town: "Municipality of Livorno".</summary>
    Authority,

    /// <summary>A capitalised word that never names a place by itself.</summary>
    Never,

    /// <summary>A place's name that is a common noun as well: "turkey".</summary>
    Common,

    /// <summary>A preposition before a place.</summary>
    Locative,

    /// <summary>A verb whose capitalised object is a place when a large town is called so: "shelled Sumy".</summary>
    Besetting,
}
