using Hearsay.Coding.Actors;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

// Figures of speech and suppositions: attacks in words, wins at sport and at the polls, months, speeches, what might have been.
internal sealed partial class Plausibility
{
    private static readonly HashSet<string> Blows = ["attack", "assail", "assault", "blast", "bash", "savage", "slam", "pummel", "pound", "hit", "strike", "lash", "counterattack", "counter-attack", "rip", "hammer", "clobber", "batter", "barrage", "broadside", "onslaught", "offensive"];

    // "a personal attack", "the media's attacks": of words, whatever else stands there.
    private static readonly HashSet<string> WordKinds = ["personal", "verbal", "rhetorical", "negative", "scathing", "blistering", "withering", "partisan", "political", "unfair", "unfounded", "baseless", "nasty", "media", "twitter", "tv", "television", "campaign", "editorial", "ideological", "veiled", "pointed", "stinging", "ad", "hominem", "smear", "categorical", "liberal", "conservative", "republican", "democratic", "gop"];

    // Where words are the weapon.
    private static readonly HashSet<string> Stages = ["comment", "remark", "tweet", "twitter", "facebook", "television", "tv", "debate", "ad", "advertisement", "advert", "rhetoric", "harangue", "insult", "speech", "interview", "podcast", "editorial", "column", "columnist", "media", "press", "surrogate", "primary", "candidate", "candidacy", "nominee", "nomination", "campaign", "frontrunner", "front-runner", "caucus", "statement", "stump", "rebuke", "critic", "criticism", "record", "policy", "proposal", "blog", "newspaper", "radio", "slur", "jibe"];

    // Where blood flows.
    private static readonly HashSet<string> Bloodshed = ["kill", "wound", "injure", "die", "dead", "death", "bomb", "bombing", "gun", "gunman", "shoot", "shooting", "missile", "rocket", "soldier", "troop", "terror", "terrorist", "terrorism", "militant", "army", "knife", "machete", "stab", "airstrike", "rebel", "war", "mosque", "weapon", "victim", "jihadist", "massacre", "fighter", "insurgent", "attacker", "assailant", "suicide", "arson", "explosion", "hospital", "casualty", "military", "police", "acid", "mob", "hostage", "embassy", "consulate", "village", "town", "convoy"];

    private static readonly HashSet<string> Presses = ["magazine", "newspaper", "times", "post", "tribune", "gazette", "journal", "herald", "editorial", "columnist", "column", "tabloid", "broadsheet", "blog", "website", "daily", "weekly"];

    private static readonly HashSet<string> Sports = ["goalkeeper", "midfielder", "wicket", "innings", "batsman", "bowler", "half-time", "halftime", "quarter-final", "quarterfinal", "semi-final", "semifinal", "tournament", "championship", "playoff", "play-off", "medal", "marathon", "tennis", "football", "soccer", "cricket", "rugby", "baseball", "basketball", "hockey", "golf", "boxing", "boxer", "derby", "cup", "match", "referee", "teammate", "quarterback", "touchdown", "racket", "kickoff", "kick-off", "sprinter", "cyclist", "peloton", "fixture", "scoreline", "hat-trick", "equaliser", "equalizer", "knockout", "heavyweight", "middleweight", "featherweight", "regatta", "olympics", "stadium", "topspin", "touchline", "batting", "bowling", "pitcher", "inning", "scorer", "chess", "playoffs", "finalist"];

    private static readonly HashSet<string> Markets = ["sterling", "yen", "dollar", "euro", "stock", "bond", "index", "currency", "investor", "trader", "forecast", "shareholder", "brokerage", "yield"];

    private static readonly HashSet<string> Audiences = ["gathering", "crowd", "audience", "rally", "convention", "conference", "class", "group", "supporter", "reporter", "journalist", "press", "media", "newspaper", "magazine", "station", "viewer", "student", "graduate", "delegate", "voter", "congregation", "fundraiser", "forum", "donor", "volunteer", "fan", "editor", "correspondent", "interviewer", "anchor", "host", "television", "radio", "network", "nation", "breakfast", "luncheon", "dinner", "meeting", "thousand", "hundred", "room", "camera", "microphone"];

    private static readonly HashSet<string> Shares = ["third", "half", "quarter", "fourth", "sixth", "seventh", "eighth", "fifth", "tenth", "majority", "plurality", "minority", "percent", "%", "percentage", "share", "number", "most", "respondent", "poll", "survey"];

    private static readonly HashSet<string> Views = ["say", "believe", "think", "favor", "favour", "support", "want", "oppose", "agree", "back", "prefer", "approve", "disapprove", "feel", "see"];

    private static readonly HashSet<string> Feelings = ["supportive", "dismissive", "furious", "angry", "upset", "skeptical", "sceptical", "wary", "resentful", "contemptuous", "disdainful", "enthusiastic", "fond", "proud", "disappointed", "unhappy", "livid", "outraged", "appreciative", "sympathetic", "hostile", "suspicious", "leery"];

    private static readonly HashSet<string> Festive = ["rally", "gather", "gathering", "turn", "chant", "boo", "cheer", "join", "pack", "meet", "meeting", "come", "show", "line", "applaud", "crowd", "wave", "march"];

    private static readonly HashSet<string> Seats = ["court", "courthouse", "embassy", "ministry", "parliament", "palace", "prison", "consulate", "headquarters", "congress", "capitol", "barracks", "square", "street"];

    private static readonly HashSet<string> Rallies = ["campaign", "candidate", "nominee", "nomination", "primary", "caucus", "convention", "election", "vote", "voter", "ballot", "polling", "poll", "victory", "frontrunner", "fundraiser", "endorsement", "applause", "concert", "stadium", "parade"];

    private static readonly HashSet<string> Centuries = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];

    private bool Says(HashSet<string> words) => sentence.Tokens.Any(t => words.Contains(t.Lemma.ToLowerInvariant()));

    private string Before(int token) => token > 0 ? sentence.Tokens[token - 1].Lemma.ToLowerInvariant() : "";

    // "personal attacks on women", "attacked in the media", "hit back at her critics on television": criticism, where nobody
    // who bears arms does or suffers it.
    private bool IsVerbalBlow(EventMention m)
    {
        if (m is not { Type: "ASSAULT", Mode: null or "beat" } || !Blows.Contains(sentence.Tokens[m.Trigger].Lemma)) return false;
        if (m.Actors.Count > 0 && m.Actors.All(a => a.Sectors.Contains("JRN") || Presses.Contains(Lemma(a)))) return true; // "the magazine attacked defectors"
        if (m.Parties.Any(p => p.IsArmed() || p.Kind is ActorKind.Region or ActorKind.Metonym or ActorKind.Country && p.Sectors.Count == 0 || actors.IsTarget(p.Sentence, p.Head)) || m.Actors.Any(a => a.Country.Length > 0 && a.Sectors.Count == 0)) return false;
        if (m.Nominal && sentence.Children(m.Trigger).Any(c => sentence.Tokens[c].Relation is "amod" or "compound" && WordKinds.Contains(sentence.Tokens[c].Lemma.ToLowerInvariant()))) return true;
        return Says(Stages) && !Says(Bloodshed);
    }

    // "beat her in the final", "Argentina conquered France": a team is no army, nor is a coach's sacking politics; who is arrested at a match is arrested.
    private bool IsSport(EventMention m) =>
        m.Type == "REQUEST" && m.Recipients.All(r => !r.IsOffice()) && sentence.Tokens.Any(t => t.Lemma is "coach" or "goalkeeper" or "referee" or "umpire" && t.DepRel is "nmod:poss" or "nmod" or "obj")
        || m.Type is "ASSAULT" or "COERCE" or "CONCEDE" or "RETREAT" or "SANCTION" or "THREATEN" or "SUPPORT" && sentence.Tokens.Any(t => t.Upos is "NOUN" or "PROPN" && Sports.Contains(t.Lemma.ToLowerInvariant())) && !Says(Bloodshed)
        && m.Actors.All(a => !a.IsArmed() && a.Sectors.All(s => s is "UNK" or "CVL" or "SOC" or "BUS" or "EDU" or "JRN"))
        && m.Recipients.All(a => !a.IsArmed() && a.Sectors.All(s => s is "UNK" or "CVL" or "SOC" or "BUS" or "EDU" or "JRN"));

    // "sterling was hammered", "two brokerages slashed forecasts".
    private bool IsMarket(EventMention m) =>
        m.Type == "ASSAULT" && Says(Markets) && !Says(Bloodshed) && m.Parties.All(a => !a.IsArmed() && a.Sectors.All(s => s is "UNK" or "BUS" or "MNC") && a.Country is "" or "MNC" || a.Sectors.Contains("BUS"));

    // "would beat Ramos by ten points", "beat him in the polls".
    private bool IsWin(EventMention m) =>
        m.Type == "ASSAULT" && sentence.Tokens[m.Trigger].Lemma is "beat" or "defeat" or "trounce" or "crush" or "edge" or "rout" or "thrash"
        && m.Recipients.Any(PartyKinds.IsCivilPolitician) && !m.Actors.Any(PartyKinds.IsArmed);

    // "the start of March".
    private bool IsMonth(EventMention m) =>
        sentence.Tokens[m.Trigger].Form == "March" && (Before(m.Trigger) is "of" or "in" or "by" or "since" or "until" or "late" or "early" or "mid" or "last" or "next" or "this" or "from" or "after" or "before" or "during" or "through" or "mid-"
            || m.Trigger + 1 < sentence.Tokens.Count && sentence.Tokens[m.Trigger + 1].Upos == "NUM");

    // "An exile from Asmara leads the group": who was exiled, not that he is.
    private bool IsPersonNoun(EventMention m) =>
        m.Nominal && sentence.Tokens[m.Trigger] is { Lemma: "exile" or "convict" or "deserter" or "escapee" or "returnee", Relation: not ("obl" or "nmod") } noun
        && (noun.Xpos == "NNS" || sentence.Children(m.Trigger).Any(c => c < m.Trigger && sentence.Tokens[c].Relation is "det" or "nummod" or "nmod" or "amod"));

    // "spoke to a gathering of students", "talked about the past", "is speaking to Channel 9": an address, an interview.
    private bool IsAddress(EventMention m)
    {
        if (m is not { Type: "CONSULT", Mode: null } || sentence.Tokens[m.Trigger].Lemma is not ("speak" or "talk" or "sit" or "stand" or "interview" or "debate" or "conversation")) return false;
        string verb = sentence.Tokens[m.Trigger].Lemma;
        if (verb == "interview" || sentence.Tokens.Any(t => t.Lemma == "interview")) return true;
        if (verb == "debate") return m.Parties.All(p => p.IsCampaigner() || !p.IsOffice());
        if (verb is "sit" or "stand" && m.Recipients.Count == 0) return !sentence.Children(m.Trigger).Any(c => sentence.Tokens[c].Form == "down");
        if (m.Recipients.Count == 0 && verb is "speak" or "talk" && sentence.Tokens.Any(t => t.Index > m.Trigger && t.Index <= m.Trigger + 3 && t.Lemma is "about" or "of")) return true;
        return sentence.Children(m.Trigger).Any(c => sentence.Tokens[c].Relation == "obl" && Audiences.Contains(sentence.Tokens[c].Lemma.ToLowerInvariant()))
            || m.Recipients.Count > 0 && m.Recipients.All(r => r.Sectors.Contains("JRN"));
    }

    // "One in five say they would not vote", "two-thirds support reducing sentences": answers to a pollster.
    private bool IsPollAnswer(EventMention m)
    {
        int below = m.Trigger;
        for (int i = m.Trigger, steps = 0; i >= 0 && steps < 6; i = sentence.Tokens[i].Head, steps++)
        {
            if (steps > 0 && sentence.Tokens[below].Relation is not ("ccomp" or "xcomp" or "conj" or "parataxis" or "obj")) return false;
            below = i;
            if (!Views.Contains(sentence.Tokens[i].Lemma) && steps > 0 || sentence.Child(i, "nsubj") is not (>= 0 and var who)) continue;
            var t = sentence.Tokens[who];
            if (Shares.Contains(t.Lemma.ToLowerInvariant()) && (i != m.Trigger || m.Type is "SUPPORT" or "REJECT" or "ACCUSE" or "REQUEST")) return true;
            if (t.Upos == "NUM" && sentence.Children(who).Any(c => sentence.Tokens[c].Relation == "nmod" && sentence.Tokens[c].Upos == "NUM")) return true;
            if (t.Upos is "NUM" or "NOUN" && t.Form.Contains('-') && t.Form.EndsWith('s') && Shares.Contains(t.Form.Split('-')[^1].TrimEnd('s').ToLowerInvariant())) return true;
        }
        return false;
    }

    // "would never have proposed a ban", "if unrest were to break out": invented for the argument, inside one country.
    private bool IsInvention(EventMention m)
    {
        int trigger = m.Trigger;
        if (m.Nominal && sentence.Tokens[trigger].Head >= 0) trigger = sentence.Tokens[trigger].Head;
        bool subjunctive = trigger > 1 && sentence.Tokens[trigger - 1].Form == "to" && sentence.Tokens[trigger - 2].Form.ToLowerInvariant() == "were" && sentence.Tokens.Any(t => t.Lemma.ToLowerInvariant() is "if" or "should");
        var aux = sentence.Children(trigger).Where(c => sentence.Tokens[c].Relation == "aux").Select(c => sentence.Tokens[c].Lemma.ToLowerInvariant()).ToList();
        bool unreal = aux.Contains("have") && aux.Exists(a => a is "would" or "could" or "might" or "should" or "ought" or "'d");
        return (subjunctive || unreal) && !m.Parties.Any(p => p.IsArmed() || p.Country.Length > 0 && p.Sectors.Count == 0) && m.Parties.Where(p => p.Country.Length > 0).Select(p => p.Country).Distinct().Count() < 2;
    }

    // "when he leaves office", "has left office": a term ends; nobody resigns.
    private bool IsEndOfTerm(EventMention m)
    {
        if (m.Mode != "resign" && m.Pattern.Mode != "resign" || sentence.Tokens[m.Trigger] is not { Lemma: "leave" } leave) return false;
        if (!sentence.Tokens.Any(t => t.Index > m.Trigger && t.Index <= m.Trigger + 3 && t.Lemma == "office")) return false;
        return leave.Xpos != "VBD" && (leave.Relation is "advcl" or "xcomp" or "acl" || sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "mark" } or { Relation: "advmod", Lemma: "when" } or { Relation: "aux", Lemma: "have" or "will" }));
    }

    // "supporters turned out for the caucus", "his campaign rallies", "the crowd chanted back at him": crowds of followers.
    private bool IsCampaignCrowd(EventMention m)
    {
        if (m is not { Type: "PROTEST", Mode: null or "demo" } || !Festive.Contains(sentence.Tokens[m.Trigger].Lemma) || sentence.Tokens.Any(t => t.Lemma is "protest" or "protester" or "demonstrator" or "demonstration" or "march" or "against" or "demand" or "denounce" or "condemn")) return false;
        if (m.Recipients.Count == 0 && sentence.Tokens[m.Trigger].Lemma is "boo" or "cheer" or "applaud" or "jeer") return true;
        // Before a court or a ministry followers protest.
        if (sentence.Tokens.Any(t => Seats.Contains(t.Lemma.ToLowerInvariant()))) return false;
        bool followers = m.Actors.Count == 0 || m.Actors.All(a => a.IsCivilPolitician() || a.IsCampaigner() || a.IsPerson || Followers.Contains(Lemma(a)) || Crowds.Contains(Lemma(a)) || a.Code is null || a.IsAnybody() || Lemma(a) is "crowd" or "they" or "protester");
        return followers && (Says(Rallies) || m.Actors.Any(PartyKinds.IsCivilPolitician));
    }

    // "is supportive of the plan", "was furious with him": felt, not said.
    private bool IsFeeling(EventMention m) =>
        m.Type is "SUPPORT" or "ACCUSE" && Feelings.Contains(sentence.Tokens[m.Trigger].Lemma) && sentence.Tokens[m.Trigger].Relation is not "amod";

    // "told them: …", "told the audience that …": who tells demands only where it is told what to do.
    private bool IsTelling(EventMention m) =>
        m is { Type: "REQUEST", Nominal: false } && sentence.Tokens[m.Trigger].Lemma == "tell"
        && !sentence.Children(m.Trigger).Any(c => c > m.Trigger && sentence.Tokens[c].Relation is "xcomp" or "advcl" or "ccomp" or "obj" && sentence.Children(c).Any(k => sentence.Tokens[k] is { Relation: "mark", Form: "to" } or { Relation: "aux", Lemma: "must" or "should" }));

    // "Visitors should be banned": what somebody finds right for people of a kind, by nobody, is a view.
    private bool IsAdvice(EventMention m) =>
        m is { Nominal: false, Actors.Count: 0, Type: not ("REQUEST" or "AGREE" or "CONSULT") } && m.Recipients.All(r => r.Name is null) && sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "aux", Lemma: "should" or "ought" })
        && !sentence.Children(m.Trigger).Any(c => sentence.Tokens[c] is { Relation: "aux", Lemma: "have" });

    // "framed the plan as an attack on bankers", "is an attack on workers": a name for something else.
    private bool IsLabel(EventMention m) =>
        m is { Type: "ASSAULT", Nominal: true, Mode: null } && !m.Parties.Any(PartyKinds.IsArmed) && Blows.Contains(sentence.Tokens[m.Trigger].Lemma)
        && (ArgumentReader.Case(sentence, m.Trigger) == "as" || sentence.Child(m.Trigger, "cop") >= 0 && sentence.Child(m.Trigger, "nsubj") is >= 0 and var what && sentence.Tokens[what].Lemma is "plan" or "law" or "bill" or "tax" or "proposal" or "budget" or "decision" or "ruling" or "measure" or "policy" or "move" or "statement" or "rule" or "this" or "that" or "it");

    // "warned the bank against buying bonds": a caution among people of one country threatens nobody.
    private bool IsCaution(EventMention m) =>
        m is { Type: "THREATEN", Nominal: false, Actors.Count: > 0, Recipients.Count: > 0 } && sentence.Tokens[m.Trigger].Lemma is "warn" or "caution" && !m.Parties.Any(PartyKinds.IsArmed)
        && m.Actors.All(a => a.IsPerson) && m.Recipients.All(r => m.Actors.Any(a => a.IsHome(r))) && sentence.Tokens.Any(t => t.Index > m.Trigger && t.Form == "against");

    // "many people hold her responsible": a view of many.
    private bool IsCommonView(EventMention m) =>
        m.Type == "ACCUSE" && m.Actors.Count > 0 && sentence.Tokens[m.Trigger].Lemma is "hold" or "blame" or "fault" && m.Actors.All(a => Lemma(a) is "people" or "many" or "some" or "public" or "american" or "most");

    // "they are killing us", "cheat and kill their way": nobody by nobody.
    private bool IsHyperbole(EventMention m) =>
        m is { Type: "ASSAULT", Nominal: false } && m.Recipients.Count > 0 && m.Recipients.All(r => IsPronoun(r) && Lemma(r) is not "it" && (r.Code is null || Lemma(r) is "we" or "us" or "you" or "me" or "i"))
        && m.Actors.All(a => a.IsNobody() || IsPronoun(a) || a.Country.Length > 0 && a.Sectors.Count == 0 && sentence.Tokens[m.Trigger].Lemma == "kill");

    // "holds himself accountable".
    private bool IsRemorse(EventMention m) =>
        m.Type == "ACCUSE" && sentence.Child(m.Trigger, "obj") is >= 0 and var whom && (sentence.Tokens[whom].Form.EndsWith("self", StringComparison.OrdinalIgnoreCase) || sentence.Tokens[whom].Form.EndsWith("selves", StringComparison.OrdinalIgnoreCase));

    // "to depose seven aides in the lawsuit": lawyers hear witnesses.
    private bool IsDeposition(EventMention m) =>
        sentence.Tokens[m.Trigger].Lemma is "depose" or "deposition" && !m.Actors.Any(PartyKinds.IsArmed)
        && (m.Actors.Count > 0 && !m.Actors.Any(a => a.IsOffice() || a.Kind is not null && a.Country.Length > 0) || sentence.Tokens.Any(t => t.Lemma is "lawsuit" or "judge" or "court" or "testimony" or "testify" or "attorney" or "lawyer" or "counsel" or "oath" or "subpoena" or "witness"));
}
