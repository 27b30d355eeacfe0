using Hearsay.Articles;

namespace Hearsay.Web;

/// <summary>Why the reading room should not be opened as it is asked to be. Each is given before anything listens.</summary>
public static class RoomFaults
{
    /// <summary>HS3060: the room would be open to others although nobody could sign in.</summary>
    public static Diagnostic NoAccounts(string addresses) => new("HS3060", Severity.Error,
        "The reading room does not open to others before there is an account to sign in with.", addresses,
        "Add one with \"hearsay serve --add-account NAME\", or listen on http://127.0.0.1:5080.");

    /// <summary>HS3063: the OpenID Connect provider is set up wrongly.</summary>
    public static Diagnostic BadProvider(string authority, string reason) => new("HS3063", Severity.Error,
        $"Nobody can sign in with the provider: {reason}.", authority,
        "Set Hearsay__Provider__Authority to an https address and Hearsay__Provider__ClientId to the id that the provider gave, as docs/web.md says.");
}
