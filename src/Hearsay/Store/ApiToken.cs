namespace Hearsay.Store;

/// <summary>A key to the JSON API, as its owner sees it: the key itself was shown once, and only a hash of it is kept.</summary>
/// <param name="Id">What it is revoked by.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UsedAt">The day on which it was last used, or null.</param>
public sealed record ApiToken(string Id, string Account, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);
