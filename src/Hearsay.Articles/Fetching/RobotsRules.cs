using System.Globalization;

namespace Hearsay.Articles.Fetching;

/// <summary>
/// What a site's robots.txt (RFC 9309) says to one program: which paths it may fetch and how long it should wait between
/// fetches. The group that names the program counts, else the one for all; of several rules the longest that fits, with "*" and "$"
/// as wildcards. At most 500 KB are read, as the standard has it.
/// </summary>
public sealed class RobotsRules
{
    private const int Longest = 500 * 1024;

    private readonly List<(string Path, bool Allowed)> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Everything is allowed: the site has no robots.txt.</summary>
    public static RobotsRules All { get; } = new();

    /// <summary>Nothing is allowed: the site could not say.</summary>
    public static RobotsRules None { get; } = Nothing();

    /// <summary>Seconds between two fetches that the site asks for (a common extension), or null.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads a robots.txt for the program called <paramref name="agent"/>.</summary>
    public static RobotsRules Parse(string text, string agent)
    {
        RobotsRules own = new(), others = new();
        bool named = false, toOwn = false, toOthers = false, inAgents = false;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateLines())
        {
            var content = line.IndexOf('#') is var hash and >= 0 ? line[..hash] : line;
            int colon = content.IndexOf(':');
            if (colon < 0) continue;
            string key = content[..colon].Trim().ToString().ToLowerInvariant(), value = content[(colon + 1)..].Trim().ToString();
            if (key == "user-agent")
            {
                if (!inAgents) toOwn = toOthers = false;
                inAgents = true;
                toOthers |= value == "*";
                bool isOwn = value.Length > 1 && agent.StartsWith(value, StringComparison.OrdinalIgnoreCase);
                toOwn |= isOwn;
                named |= isOwn;
                continue;
            }
            inAgents = false;
            if (toOwn) own.Add(key, value);
            if (toOthers) others.Add(key, value);
        }
        return named ? own : others;
    }

    /// <summary>Whether a path (with its query) may be fetched.</summary>
    public bool Allows(string path)
    {
        int longest = -1;
        bool allowed = true;
        foreach (var (pattern, allow) in rules)
        {
            if (pattern.Length < longest || !Fits(pattern, path)) continue;
            // Of equally long rules the one that allows counts.
            allowed = pattern.Length == longest ? allowed || allow : allow;
            longest = pattern.Length;
        }
        return allowed;
    }

    private static RobotsRules Nothing()
    {
        var rules = new RobotsRules();
        rules.rules.Add(("/", false));
        return rules;
    }

    private void Add(string key, string value)
    {
        if (key is "allow" or "disallow" && value.Length > 0) rules.Add((value, key == "allow"));
        else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 3600) Delay = TimeSpan.FromSeconds(seconds);
    }

    // Greedy matching with one point to go back to, so that no pattern takes more than pattern times path steps.
    private static bool Fits(string pattern, string path)
    {
        bool toEnd = pattern.EndsWith('$');
        var wanted = toEnd ? pattern.AsSpan(0, pattern.Length - 1) : pattern;
        int p = 0, at = 0, star = -1, resume = 0;
        while (at < path.Length)
        {
            if (p < wanted.Length && wanted[p] == '*') (star, resume, p) = (p, at, p + 1);
            else if (p < wanted.Length && wanted[p] == path[at]) (p, at) = (p + 1, at + 1);
            else if (p == wanted.Length && !toEnd) return true;
            else if (star >= 0) (p, at) = (star + 1, ++resume);
            else return false;
        }
        while (p < wanted.Length && wanted[p] == '*') p++;
        return p == wanted.Length;
    }
}
