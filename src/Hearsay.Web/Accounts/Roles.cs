using System.Security.Claims;

namespace Hearsay.Web.Accounts;

/// <summary>
/// What people may do. A reader reads, searches, exports and comments; a reviewer also judges events; an editor also
/// adds articles, settles disagreements and resolves comments of others; an admin also gives accounts. Each includes
/// those before it.
/// </summary>
internal static class Roles
{
    public const string Reader = "reader";
    public const string Reviewer = "reviewer";
    public const string Editor = "editor";
    public const string Admin = "admin";

    /// <summary>From the least to the most.</summary>
    public static readonly IReadOnlyList<string> All = [Reader, Reviewer, Editor, Admin];

    /// <summary>The role and those that it includes, as claims.</summary>
    public static IEnumerable<Claim> Claims(string role) =>
        All.Take(1 + Math.Max(0, All.ToList().IndexOf(role))).Select(r => new Claim(ClaimTypes.Role, r));
}
