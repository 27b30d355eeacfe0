namespace Hearsay.Store;

/// <summary>What a query can ask for by name; <see cref="QueryFields"/> says how each is written and checked.</summary>
public enum QueryField
{
    Actor, Recipient, Party, Sector, Type, Mode, Context, Quad, Cameo, Status, Speaker, Outlet, Place, Country, Area,
    Since, Until, PublishedSince, PublishedUntil, Confidence, Review, Article, Event, Pattern, Run, Revision,
}
