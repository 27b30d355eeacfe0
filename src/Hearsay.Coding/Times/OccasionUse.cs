namespace Hearsay.Coding.Times;

/// <summary>What a word does to the time and place of an event: the uses of <c>data/lexicons/occasion-words.csv</c>.</summary>
internal enum OccasionUse
{
    /// <summary>A verb that lends its time and place to the noun it carries ("held talks in Doha").</summary>
    Carrier,

    /// <summary>A verb whose object happened at another time and place ("condemned the attack").</summary>
    Judge,

    /// <summary>A verb of saying or thinking.</summary>
    Say,

    /// <summary>A noun for a time ("morning").</summary>
    TimeNoun,

    /// <summary>A noun for a place or building: "the city of Basra", "a Kabul hotel".</summary>
    Site,

    /// <summary>A noun for an authority that is its place: "the Municipality of Livorno".</summary>
    Authority,

    /// <summary>A verb whose object is where it happens ("entered Goma").</summary>
    Visit,

    /// <summary>A verb or noun of motion, which "to" and "from" locate.</summary>
    Move,

    /// <summary>A preposition that says where.</summary>
    Where,

    /// <summary>A preposition that says where and nothing else.</summary>
    Inside,

    /// <summary>A preposition that says where something moves.</summary>
    Toward,

    /// <summary>A preposition that ties nothing to an occasion ("despite").</summary>
    Aside,
}
