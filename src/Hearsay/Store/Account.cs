namespace Hearsay.Store;

/// <summary>
/// Someone who may sign in to the reading room. <c>Name</c> is unique without regard to case. Someone signs in with a
/// password, whose hash is kept, or through an OpenID Connect provider, whose issuer and subject are; never both null
/// for long: an account with neither cannot sign in. Mutable, as ASP.NET Core Identity wants it.
/// </summary>
public sealed class Account
{
    /// <summary>The name as it is shown and signed with.</summary>
    public required string Name { get; set; }

    /// <summary>reader, reviewer, editor or admin.</summary>
    public required string Role { get; set; }

    /// <summary>ASP.NET Core Identity's hash of the password (PBKDF2), or null.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>"issuer subject" of an OpenID Connect provider, or null.</summary>
    public string? Subject { get; set; }

    /// <summary>Changes whenever every session of the account must end.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; set; }

    /// <summary>Until when nobody may sign in to it, or null.</summary>
    public DateTimeOffset? LockedUntil { get; set; }
}
