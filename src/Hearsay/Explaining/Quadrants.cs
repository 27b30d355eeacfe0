namespace Hearsay.Explaining;

/// <summary>
/// The four quadrants of PLOVER: whether an event type is cooperation or conflict, in words or in deeds. Every window
/// on the records colours events by them, always beside the words. A type that PLOVER does not have is in none.
/// </summary>
public static class Quadrants
{
    /// <summary>Their names in the order of legends.</summary>
    public static readonly IReadOnlyList<string> Names = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    /// <summary>The types in the order of their quadrants, from agreement to assault.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>Index into <see cref="Names"/>, or null.</summary>
    public static int? Of(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 0,
        "COOPERATE" or "AID" or "RETREAT" => 1,
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 2,
        "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => 3,
        _ => null,
    };
}
