using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Tells what words of politics say of something else: the filters between a pattern that matched and an event. Each
/// has a reason in words, so that <see cref="LeftOut"/> can say why. An event needs a party of public life; persons are
/// arrested, not countries; a crash is no attack; a rival "attacked" in a speech is criticised; who "supports" a
/// candidate holds an opinion; what is released may be a report.
/// </summary>
internal sealed partial class Plausibility
{
    private readonly Sentence sentence;
    private readonly ActorIndex actors;
    private readonly IReadOnlySet<string> misfortunes;
    private readonly (string Reason, Func<PatternMatch, EventMention, bool> Applies)[] refusals, doubts;

    /// <summary>The filters for one sentence; <paramref name="misfortunes"/> are words of accidents and weather.</summary>
    public Plausibility(Sentence sentence, ActorIndex actors, IReadOnlySet<string> misfortunes)
    {
        this.sentence = sentence;
        this.actors = actors;
        this.misfortunes = misfortunes;
        refusals =
        [
            ("nobody is said to demand what is ordered", (_, m) => IsBareOrder(m)),
            ("it is part of a compound, not a predicate", (_, m) => IsCompounded(m)),
            ("it is an accident or the weather", (_, m) => IsAccident(m)),
            ("it is a win at a game, at the polls or on a market", (_, m) => IsSport(m) || IsWin(m) || IsMarket(m)),
            ("it is a month", (_, m) => IsMonth(m)),
            ("the noun names a person, not what was done", (_, m) => IsPersonNoun(m)),
            ("it is an address, an interview or a debate for the public", (_, m) => IsAddress(m)),
            ("it is an answer in a poll", (_, m) => IsPollAnswer(m)),
            ("it is invented for the argument", (_, m) => IsInvention(m)),
            ("a term of office ends by itself", (_, m) => IsEndOfTerm(m)),
            ("it is a crowd of followers, not a protest", (_, m) => IsCampaignCrowd(m)),
            ("it is felt, not said", (_, m) => IsFeeling(m)),
            ("it is told, not demanded", (_, m) => IsTelling(m)),
            ("it is advice or a wish", (_, m) => IsAdvice(m) || IsCaution(m)),
            ("it is a name for something else", (_, m) => IsLabel(m)),
            ("it is a view of many", (_, m) => IsCommonView(m)),
            ("it is an exaggeration", (_, m) => IsHyperbole(m)),
            ("nobody accuses himself", (_, m) => IsRemorse(m)),
            ("a witness is heard, not overthrown", (_, m) => IsDeposition(m)),
            ("being forced or kept from something by nobody is a state of affairs", (_, m) => IsCircumstance(m)),
            ("a reporter's question is no interrogation", (_, m) => IsInterview(m)),
            ("it is an opinion, not an act", (_, m) => IsOpinion(m)),
            ("it is the money of a campaign or of private people", (_, m) => IsPrivateMoney(m)),
            ("it is a matter inside a party", (_, m) => IsPartyMatter(m)),
            ("it is a lasting attitude, not an act", (_, m) => IsAttitude(m)),
            ("posts and candidacies are a party's own business", (_, m) => IsOwnPost(m)),
            ("it is a campaigner's stop at home", (_, m) => IsStop(m)),
            ("it is told of a time long past", (_, m) => IsHistory()),
            ("it is any such event, not one that happened", (_, m) => IsAny(m)),
            ("leaving a private post is no politics", (_, m) => IsPrivatePost(m)),
            ("land is taken by those who bear arms or rule", (_, m) => IsPeacefulConquest(m)),
            ("who runs for office has no police and no army", (_, m) => m.Type is "COERCE" or "MOBILIZE" && m.Actors.Count > 0 && m.Actors.All(a => a.IsPerson && a.IsCampaigner())),
            ("it is talk with one's own followers", (_, m) => IsFollowing(m)),
            ("whoever it may be is nobody", (_, m) => IsWhoever(m)),
            ("it is what happens to people of a kind", (_, m) => IsGeneric(m)),
            ("whoever does it does it to himself", (_, m) => IsSelf(m)),
            ("it is a struggle without arms", (_, m) => IsCivilStruggle(m)),
            ("it is said for courtesy", (_, m) => IsCourtesy(m)),
            ("what is dismissed as something is not dismissed from a post", (_, m) => IsDisdain(m)),
            ("it is a campaign's own business", (_, m) => IsCampaignBusiness(m)),
            ("it is talk with reporters", (_, m) => IsBackground(m)),
            ("one candidate is no demonstration", (_, m) => IsGesture(m)),
            ("terms of business threaten nobody", (_, m) => IsTerms(m)),
            ("readiness is an offer only if it is known for what or to whom", (_, m) => IsBareReadiness(m)),
        ];
        doubts =
        [
            ("somebody or something in it is no party", (match, _) => match.HasStranger),
            ("nobody is said to take part", (_, m) => !m.Parties.Any()),
            ("nobody of public life takes part", (_, m) => !IsPolitical(m)),
            ("the pattern wants an office or a country on both sides", (match, m) => m.Pattern.Official && !IsOfficial(match, m)),
            ("the pattern wants a power of public life to do it", (_, m) => m.Pattern.OfficialActor && !IsOfPower(m)),
            ("private people and firms deal with each other", (_, m) => IsPrivateLife(m)),
            ("who does it is nobody in particular", (_, m) => IsUnspecific(m)),
            ("an event noun with one side alone only names a topic", (_, m) => IsTopic(m)),
            ("a country is not arrested, freed or convicted", (_, m) => !IsPossible(m)),
            ("what is arrested, freed or expelled is a thing", IsThing),
            ("politicians without arms fight with words and votes", (_, m) => IsBattleOfWords(m)),
            ("nobody is said to fight whom", (_, m) => IsStruggle(m)),
            ("it is a private meeting, or has one side only", (_, m) => IsPrivate(m)),
            ("it is no visit to another country or an office", (_, m) => IsTour(m)),
            ("inside one country it is a stand without a counterpart", (_, m) => IsHomeTalk(m)),
            ("it is what happens to people in general", (_, m) => IsRoutine(m)),
            ("a demand or a concession needs the one who is asked, or an office that makes it", (_, m) => IsWish(m)),
            ("rivals for votes do not coerce each other", (_, m) => IsManoeuvre(m)),
        ];
    }

    /// <summary>Why <paramref name="mention"/>, made of <paramref name="match"/>, cannot be an event; null when it can.</summary>
    public string? Refusal(PatternMatch match, EventMention mention) => First(refusals, match, mention);

    /// <summary>Why such a mention often is none, though it may be: a sign of its confidence; null when nothing speaks against it.</summary>
    public string? Doubt(PatternMatch match, EventMention mention) => First(doubts, match, mention);

    private static string? First((string Reason, Func<PatternMatch, EventMention, bool> Applies)[] filters, PatternMatch match, EventMention mention)
    {
        foreach (var (reason, applies) in filters)
            if (applies(match, mention)) return reason;
        return null;
    }

    /// <summary>Why a speech act says nothing that could be an act of politics; asked after folding.</summary>
    public const string Stand = "it is a stand that somebody takes, with nobody on the other side and no act in it";

    /// <summary>
    /// Whether a speech act is a mere <see cref="Stand"/>: "ruled out a bid", "refused to repudiate them", "vowed to do better".
    /// With a recipient or an act inside it is more.
    /// </summary>
    public static bool IsStand(EventMention m, bool folded) =>
        m is { Type: "AGREE" or "REJECT", Weight: 1, Recipients.Count: 0, Actors.Count: > 0 } && m.Actors.All(a => a.IsPerson && (a.IsPrivateVoice() || a.IsCampaigner()) && !a.IsArmed())
        || m is { Type: "AGREE", Cameo: "030" } or { Type: "REJECT" } && m.Recipients.Count == 0 && !folded && m.Actors.Count > 0
        && (m.Nominal && m.Weight == 1 || m.Ready && m.Type == "AGREE" && m.Actors.All(a => a.IsPerson) || m.Actors.All(a => a.IsPrivateVoice() || m.Type == "AGREE" && (a.IsCampaigner() || a.IsAnybody() || a.IsPrivate())));

    // Somebody must be a party to politics: a country, an office, a body. Private people alone are none, except where
    // the act itself is the state's ("was arrested") or the public's ("thousands marched"). An event noun needs more
    // than a verb does.
    private static bool IsPolitical(EventMention m)
    {
        if (m.Parties.Any(PartyKinds.IsPublic)) return true;
        if (m.Nominal) return false;
        if (m.Type == "PROTEST") return m.Actors.Any(a => !a.IsPerson);
        return (m.Type is "COERCE" or "SANCTION" or "ASSAULT" || m.Mode == "release") && m.Recipients.Any(r => r.Code is not null || r.IsPerson && r.Name is not null);
    }

    private bool IsPrivateLife(EventMention m) =>
        m.Type is "AGREE" or "COOPERATE" or "CONSULT" or "SUPPORT" or "AID" or "REJECT" or "ACCUSE" && m.Parties.All(PartyKinds.IsPrivate)
        || m.Type is "REQUEST" or "CONCEDE" or "THREATEN" && m.Actors.Count > 0 && m.Actors.All(a => a.IsPerson || IsPronoun(a)) && m.Parties.All(p => p.IsPrivate() || p.IsAnybody());

    // Unions and churches ask, offer and refuse as powers do; they send no troops and seal no borders.
    private static bool IsOfPower(EventMention m) =>
        m.Actors.Count > 0 && m.Actors.All(a => a.IsPower() || a.IsBody() && m.Type is not ("MOBILIZE" or "COERCE" or "SANCTION" or "ASSAULT"));

    // "Police have been ordered to arrest him": what the police are to do is the event.
    private bool IsBareOrder(EventMention m) =>
        m is { Type: "REQUEST", Actors.Count: 0, Nominal: false } && sentence.Tokens[m.Trigger] is { Xpos: "VBN", Lemma: "order" or "tell" or "instruct" or "command" or "direct" or "require" or "ask" };

    // Both sides are there and speak for more than themselves; and "called him a liar" is no call.
    private bool IsOfficial(PatternMatch match, EventMention m) =>
        m.Actors.Count > 0 && m.Recipients.Count > 0 && m.Parties.All(PartyKinds.IsOffice)
        && match.Actors.Concat(match.Recipients).All(token => actors.One(sentence.Index, token).CanAct)
        && (sentence.Tokens[m.Trigger].Lemma != "call" || m.Weight > 1 || sentence.Child(m.Trigger, "xcomp") < 0 && sentence.Child(m.Trigger, "ccomp") < 0 && sentence.Children(m.Trigger).Count(c => sentence.Tokens[c].DepRel == "obj") == 1);

    // A pronoun that stands for nobody known ("we", "they", "I") tells less than no name; critics are somebody where they
    // criticise a party. Force is used by nobody in particular often enough.
    private bool IsUnspecific(EventMention m)
    {
        if (m.Type is "ASSAULT" or "COERCE" or "SANCTION" or "PROTEST" or "MOBILIZE") return false;
        if (m.Actors.Count > 0 && m.Actors.All(PartyKinds.IsNobody))
            return m.Actors.All(IsPronoun) || m.Type is "SUPPORT" or "AID" or "COOPERATE" || !m.Recipients.Any(PartyKinds.IsPublic) || m.Actors.All(IsQuality);
        return m.Type is "SUPPORT" or "CONSULT" or "REQUEST" or "AID" or "COOPERATE" && m.Recipients.Count > 0 && m.Recipients.All(PartyKinds.IsNobody) && m.Actors.All(a => !a.IsOffice());
    }

    private bool IsPronoun(ResolvedActor a) => a.Sentence == sentence.Index && sentence.Tokens[a.Head].Upos is "PRON" or "DET";

    // "sexist attacks", "racist".
    private bool IsQuality(ResolvedActor a) => a.Sentence == sentence.Index && sentence.Tokens[a.Head] is { Upos: "ADJ" } or { Relation: "amod" };

    // "the case against her", "his attacks", "FBI investigations": a word for an act that is talked about.
    private bool IsTopic(EventMention m)
    {
        if (!m.Nominal || m.Weight > 1 || IsDone(m) || m.Type == "ACCUSE" && Claim(sentence, m.Trigger) >= 0 || m.Actors.Count > 0 && m.Recipients.Count > 0 || m.Embedded >= 0) return false;
        if (m.Type is "ASSAULT" or "PROTEST" or "MOBILIZE" or "RETREAT" or "CONCEDE" || sentence.Child(m.Trigger, "cop") >= 0) return false; // "were in custody" is told of them
        return m.Type switch
        {
            "SANCTION" => m.Recipients.Count == 0,
            "COERCE" => m.Recipients.Count > 0 ? m.Recipients.All(r => r.Name is null && (r.Country.Length == 0 || r.IsContextual) && (r.IsAnybody() || r.Sectors.Any(s => s is "REL" or "REF" or "CRM"))) : !m.Actors.Any(a => a.IsOffice() && !a.IsCampaigner()),
            "CONSULT" => ArgumentReader.Case(sentence, m.Trigger) != "in" || !m.Recipients.Any(r => r.IsOffice() && !r.IsCampaigner()),
            _ => true,
        };
    }

    /// <summary>The clause that says what an accusation is ("the claim that police fired"), or −1.</summary>
    internal static int Claim(Sentence sentence, int noun) =>
        sentence.Children(noun).FirstOrDefault(c => c > noun && (sentence.Tokens[c].Relation == "ccomp" || sentence.Tokens[c].DepRel == "acl" && sentence.Child(c, "nsubj") >= 0), -1);

    // "launched a petition", "made accusations".
    private bool IsDone(EventMention m) =>
        m.Actors.Count > 0 && m.Type is not ("CONSULT" or "SUPPORT") && sentence.Tokens[m.Trigger] is { Relation: "obj", Head: >= 0 and var verb } && LightVerbs.Contains(sentence.Tokens[verb].Lemma);

    // "job-killing regulations".
    private bool IsCompounded(EventMention m) =>
        !m.Nominal && sentence.Tokens[m.Trigger].DepRel == "amod" && m.Trigger > 0 && sentence.Tokens[m.Trigger - 1].Form is "-" or "–";

    // Readiness ("is ready to serve").
    private bool IsBareReadiness(EventMention m) =>
        m.Type == "AGREE" && sentence.Tokens[m.Trigger].Upos == "ADJ" && m.Recipients.Count == 0 && m.Embedded < 0;

    // "from 1890 until 1941", "in the ninth century": history lessons; a year of the last two decades beside it makes it news.
    private bool IsHistory()
    {
        if (actors.PublishedOn is not { } day) return false;
        bool past = sentence.Tokens.Any(t => t.Index > 0 && t.Lemma is "century" or "centuries" && Centuries.Contains(Before(t.Index)));
        foreach (var t in sentence.Tokens)
        {
            if (t.Form.Length is < 4 or > 5 || !int.TryParse(t.Form.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year) || year is < 1000 or > 2100) continue;
            if (t.Form.Length == 5 && t.Form[4] != 's') continue;
            if (year > day.Year - 20) return false;
            if (Before(t.Index) is "since") continue; // "the first such call since 1979" is news
            past |= year > 1000;
        }
        return past;
    }

    // "another attack", "any lawsuit", "a potential strike".
    private bool IsAny(EventMention m) =>
        m.Nominal && sentence.Children(m.Trigger).Any(c => sentence.Tokens[c].Relation is "det" or "amod" && sentence.Tokens[c].Lemma.ToLowerInvariant() is "any" or "every" or "another" or "no" or "potential" or "possible" or "hypothetical" or "future" or "next" or "would-be" or "imaginary");

    private bool IsWish(EventMention m) => m.Type switch
    {
        "REQUEST" when m.Pattern.Id == "request.must" => m.Actors.Count > 0 && m.Actors.All(a => a.IsCampaigner() && m.Recipients.All(a.IsHome)),
        "REQUEST" => m.Recipients.Count == 0 && m.Actors.Count > 0 && (m.Nominal && m.Weight == 1 && !IsDone(m) || m.Cameo != "1033" && m.Actors.All(a => a.IsPerson && !a.Sectors.Contains("GOV") || !a.IsPublic())),
        "CONCEDE" => m.Actors.Count > 0 && m.Cameo is "080" or "083" or "0833" or "0832" or "0831" && m.Actors.All(a => a.IsCampaigner() || !a.IsPublic()),
        "COOPERATE" => (m.Actors.Count == 0 || m.Recipients.Count == 0 || m.Recipients.All(r => r.IsNobody() || r.IsPrivate() || r.Sectors.Contains("CVL"))) && m.Parties.All(a => !a.IsOffice() || a.IsCampaigner() || a.IsPerson),
        _ => false,
    };

    private static bool IsPrivatePost(EventMention m) => m switch
    {
        { Type: "RETREAT", Mode: "resign" } => m.Actors.Count > 0 && m.Actors.All(PartyKinds.IsPrivate),
        { Type: "SANCTION", Mode: "convict", Nominal: true, Actors.Count: 0, Recipients.Count: > 0 } when m.Recipients.All(r => r.Sectors.Contains("JUD")) => true, // "the court's sentence" tells of nobody sentenced
        { Type: "SANCTION", Mode: "convict" } => m.Actors.Count > 0 && m.Actors.All(PartyKinds.IsCampaigner),
        // "left the organization": a person who leaves is no power that withdraws.
        { Type: "SANCTION", Mode: "withdraw", Actors.Count: > 0 } when m.Actors.All(a => a.IsPerson && a.IsPrivateVoice() && !a.Sectors.Any(s => s is "PTY" or "LEG" or "OPP" or "ELI")) => true,
        { Type: "SANCTION", Mode: "expel" } when m.Actors.Count > 0 && m.Recipients.Count > 0 => m.Actors.All(PartyKinds.IsCampaigner) && m.Recipients.All(r => r.IsCampaigner() && !r.IsPerson),
        { Type: "SANCTION", Mode: "expel" } => m.Parties.All(a => !a.IsOffice() || a.IsCampaigner()) && m.Actors.Count == 0,
        _ => false,
    };

    // Soldiers desert, delegates do not; states break with each other, politicians with a line; who breaks a norm of
    // states must be one.
    private static bool IsPartyMatter(EventMention m) => m switch
    {
        { Type: "RETREAT", Mode: "disarm" } => m.Actors.Count > 0 && m.Actors.All(a => a.Code is null || a.Sectors.Any(s => s is "PTY" or "LEG" or "ELI" or "BUS") && !a.Sectors.Any(s => s is "REB" or "UAF" or "MIL")),
        { Type: "SANCTION", Cameo: "161" } => m.Actors.Count > 0 && m.Actors.All(PartyKinds.IsPrivateVoice),
        { Type: "REJECT", Cameo: "128" } => m.Actors.Count > 0 && m.Actors.All(a => a.IsPrivateVoice() || a.Sectors.Contains("PTY") || a.Sectors.Contains("BUS")),
        _ => false,
    };
}
