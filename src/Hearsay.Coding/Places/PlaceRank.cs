namespace Hearsay.Coding.Places;

/// <summary>What an entry is, from the most to the least likely to be meant when nothing else decides.</summary>
public enum PlaceRank : byte
{
    /// <summary>A state or dependent territory.</summary>
    Country,

    /// <summary>A national capital.</summary>
    Capital,

    /// <summary>A first-order division (state, province, governorate).</summary>
    Division,

    /// <summary>The seat of a first-order division.</summary>
    DivisionSeat,

    /// <summary>A hand-written feature: sea, strait, region, facility.</summary>
    Feature,

    /// <summary>The seat of a lesser division.</summary>
    LesserSeat,

    /// <summary>A second-order division (county, district).</summary>
    County,

    /// <summary>Any other town or village.</summary>
    Town,

    /// <summary>A quarter of a town.</summary>
    Quarter,
}
