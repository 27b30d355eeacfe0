using Hearsay.Coding.Actors;
using Hearsay.Coding.Records;
using Hearsay.Language;

namespace Hearsay.Coding.Attribution;

/// <summary>Makes chain hops from resolved parties and tells what kind of party each is.</summary>
public static class HopKinds
{
    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "report", "statement", "document", "letter", "memo", "memorandum", "video", "tape", "recording", "audio", "footage", "transcript", "book",
        "study", "poll", "survey", "filing", "indictment", "affidavit", "complaint", "lawsuit", "communique", "communiqué", "press", "release",
        "website", "webpage", "file", "cable", "diary", "notice", "leaflet", "account", "interview", "article", "editorial", "op-ed", "paper", "record", "broadcast", "testimony",
    };

    private static readonly HashSet<string> Social = new(StringComparer.OrdinalIgnoreCase)
    {
        "twitter", "tweet", "facebook", "post", "telegram", "instagram", "youtube", "blog", "weibo", "x", "tiktok", "truth", "vkontakte", "snapchat", "whatsapp",
    };

    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase)
    {
        "newspaper", "magazine", "media", "television", "tv", "radio", "daily", "broadcaster", "weekly", "outlet", "channel", "network", "journal", "station",
    };

    /// <summary>The hop for <paramref name="party"/>, credited by <paramref name="cue"/>.</summary>
    public static ChainHop Hop(ResolvedActor party, string? cue, Document document)
    {
        string kind = Kind(party, document);
        string text = party.Span.In(document.Text);
        return new ChainHop(kind is "anonymous" ? null : party.Name ?? text, kind, cue, text, party.Span.Start, party.Span.End);
    }

    /// <summary>Whether the noun names a document or recording that can carry words.</summary>
    internal static bool IsDocument(string lemma) => Documents.Contains(lemma);

    /// <summary>Whether the noun names papers that show what they hold ("court records show that"); after the clause, figures and polls too.</summary>
    internal static bool IsRecord(string lemma, bool after) => lemma.ToLowerInvariant() is "record" or "document" or "filing" or "email" or "e-mail" or "file" or "transcript" or "minute"
        || after && (IsDocument(lemma) || lemma.ToLowerInvariant() is "datum" or "data" or "figure" or "statistic" or "tally" or "return");

    /// <summary>Whether the hop is the article's own outlet, which is never part of a chain ("Harbour News" of harbour-news.com).</summary>
    public static bool IsOwnOutlet(ChainHop hop, string? outlet) =>
        outlet is not null && hop.Kind is "outlet" or "wire" && Bare(hop.Name ?? hop.Text) is { Length: > 1 } name && name == Bare(outlet!);

    // Letters and digits of the name without "The", the ending of an address, "News" and "Online".
    private static string Bare(string name)
    {
        string s = name.ToLowerInvariant();
        if (s.StartsWith("the ", StringComparison.Ordinal)) s = s[4..];
        s = WithoutEnding(s, ".com", ".org", ".co.uk");
        return WithoutEnding(string.Concat(s.Where(char.IsLetterOrDigit)), "news", "online");
    }

    private static string WithoutEnding(string s, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
            if (s.Length > ending.Length && s.EndsWith(ending, StringComparison.Ordinal)) return s[..^ending.Length];
        return s;
    }

    /// <summary>outlet, wire, person, organization, anonymous, document or social.</summary>
    public static string Kind(ResolvedActor party, Document document)
    {
        var head = document.Sentences[party.Sentence].Tokens[party.Head];
        string lemma = head.Lemma;
        if (party.Kind == ActorKind.Outlet || party.Subkind == "media") return party.Subkind == "wire" ? "wire" : "outlet";
        if (lemma is "agency" && party.Span.In(document.Text).Contains("news", StringComparison.OrdinalIgnoreCase)) return "wire";
        if (Social.Contains(lemma)) return "social";
        if (head.Upos == "PROPN" && !party.IsPerson && Quotations.Media.IsMediumName(party.Name ?? party.Span.In(document.Text))) return "outlet";
        if (Media.Contains(lemma)) return "outlet";
        if (head.Upos == "NOUN" && Documents.Contains(lemma)) return "document";
        if (party.IsPerson && party.Name is not null) return "person";
        if (party.Kind is ActorKind.Person) return "person";
        if (party.Kind is ActorKind.Country or ActorKind.Organization or ActorKind.Metonym or ActorKind.Region or ActorKind.Nationality or ActorKind.People) return "organization";
        if (party.Name is not null) return "person";
        if (head.Upos == "PRON") return "person";
        return head.Xpos is "NNS" || party.Subkind is "role" && party.IsPerson || lemma is "source" or "official" or "diplomat" or "witness" ? "anonymous"
            : party.IsPerson ? "person" : "organization";
    }
}
