using Hearsay.Coding.Actors;
using Hearsay.Coding.Knowledge;
using Hearsay.Coding.Predicates;
using Hearsay.Language;

namespace Hearsay.Coding.Events;

/// <summary>
/// Who stands on which side of a match: turns the tokens in its slots into parties, each once, nobody on both sides.
/// "Kenya and Uganda met" are two sides, "the two senators endorsed the deal" is one; the town before an attack suffered
/// it; a place in one's own country is no other side. Where the pattern found no recipient, what the object or the
/// embedded act leads to may be one.
/// </summary>
internal sealed class PartySides(PatternMatch match, Sentence sentence, PartyFinder parties)
{
    private readonly Pattern pattern = match.Pattern.Pattern;
    private List<ResolvedActor> actors = [];
    private List<ResolvedActor> recipients = [];
    private bool blamed;

    /// <summary>The actors and the recipients; either may be empty.</summary>
    public (List<ResolvedActor> Actors, List<ResolvedActor> Recipients) Read()
    {
        var union = new PartyUnion(sentence, parties.AreOne);
        actors = union.Of(match.Actors.SelectMany(a => parties.Parties(Slot.Actor, a)).DistinctBy(Key));
        recipients = union.Of((match.Recipients.Count > 0 ? match.Recipients : parties.Suffering(match)).SelectMany(r => parties.Parties(Slot.Recipient, r)).DistinctBy(Key).Where(r => !actors.Exists(a => Key(a) == Key(r) || parties.AreOne(a, r))));
        if (actors.Count == 0 && pattern.EventType == "MOBILIZE") actors = union.Of(match.Actors.SelectMany(parties.Moved)); // "tanks took up positions"
        if (match.Pattern.Nominal && pattern.EventType == "ASSAULT") Settle();
        if (pattern.EventType is "ACCUSE" or "SUPPORT") Blame();
        recipients.RemoveAll(IsMade);
        Divide();
        // "vetoed a resolution on its raid": nobody is the other side of himself.
        recipients.RemoveAll(r => r.Sentence == sentence.Index && sentence.Tokens[r.Head].Upos == "PRON" && r.Code is not null && actors.Any(a => a.Code == r.Code));
        recipients.RemoveAll(IsVenue);
        Reach();
        actors = Distinguish(actors, recipients);
        recipients = Distinguish(recipients, actors);
        recipients.RemoveAll(IsOwnGround);
        return (actors, recipients);
    }

    // "Condemned the Russian bombing of Aleppo", "backed the ban on refugees": blame and praise for an act are its doer's,
    // never of those on whom it is done.
    private void Blame()
    {
        // "Blamed his defeat on the press": what went wrong stands first, whose fault it is behind "on".
        if (sentence.Tokens[match.Trigger] is { Lemma: "blame", Upos: "VERB" } && sentence.Child(match.Trigger, "obj") >= 0
            && sentence.Children(match.Trigger).FirstOrDefault(c => c > match.Trigger && sentence.Tokens[c].Relation is "obl" && ArgumentReader.Case(sentence, c) == "on" && parties.Fits(Slot.Recipient, c), -1) is >= 0 and var fault
            && parties.Parties(Slot.Recipient, fault) is { Count: > 0 } blamedOn) recipients = [.. blamedOn];
        foreach (int act in match.Words.Where(w => w != match.Trigger).Concat(match.Recipients).Where(parties.IsForce).Distinct().ToList())
        {
            if (recipients.Count == 0 || !recipients.TrueForAll(r => r.Sentence == sentence.Index && parties.Suffered(act, r.Head) is not null)) continue;
            recipients = [.. parties.Doers(act).Where(d => actors.TrueForAll(a => Key(a) != Key(d)))];
            blamed = true;
        }
    }

    // "Founded a bank", "created a committee": what comes of an act is not whom it is done to.
    private bool IsMade(ResolvedActor r) =>
        r.Sentence == sentence.Index && !r.IsPerson && sentence.Tokens[r.Head] is { Relation: "obj", Head: >= 0 and var verb } && (verb == match.Trigger || match.Words.Contains(verb))
        && sentence.Tokens[verb].Lemma is "create" or "establish" or "build" or "found" or "form";

    private void Divide()
    {
        // "The two armies exchanged fire": what is exchanged goes both ways.
        bool mutual = pattern.Reciprocal || sentence.Tokens[match.Trigger].Lemma is "exchange" or "trade" or "swap" || match.Recipients.Exists(parties.IsEachOther);
        if (mutual && recipients.Count == 0 && actors.Count > 1 && !AreOneSide(actors))
        {
            recipients = actors[1..];
            actors = actors[..1];
        }
        else if (pattern.EventType == "AGREE" && actors.Count > 0 && recipients.Count > 0 && recipients.TrueForAll(IsJoined) && AreOneSide([.. actors, .. recipients]))
        {
            actors = [.. actors, .. recipients];
            recipients = [];
        }
        // "Serbian and Croatian officials agreed to …": two countries that do it do it with each other.
        if (recipients.Count == 0 && pattern.EventType is "AGREE" or "CONSULT" or "COOPERATE" && actors.Select(a => a.Country).Where(c => c.Length > 0).Distinct().Count() > 1)
        {
            recipients = [.. actors.Where(a => a.Country != actors[0].Country)];
            actors = [.. actors.Where(a => a.Country == actors[0].Country)];
        }
    }

    // "Two senators of one country endorsed the compromise" together, with nobody.
    private bool AreOneSide(IReadOnlyList<ResolvedActor> all) =>
        pattern.EventType == "AGREE" && all.All(a => a.IsPerson && !a.IsArmed() && a.Country.Length > 0 && a.Country == all[0].Country && a.Sectors.Count > 0) && all.All(a => a.IsPrivateVoice() || a.IsCampaigner());

    private bool IsJoined(ResolvedActor r) => r.Sentence == sentence.Index && sentence.Tokens[r.Head] is { Relation: "conj", Head: >= 0 and var first } && actors.Exists(a => a.Head == first);

    // "Gave a dinner at the palace": where a host receives his guests is no guest.
    private bool IsVenue(ResolvedActor r) =>
        pattern.EventType == "CONSULT" && r is { IsPerson: false, Country.Length: > 0 } && r.Sentence == sentence.Index && r.Kind is ActorKind.Metonym or ActorKind.Region or ActorKind.Organization && ArgumentReader.Case(sentence, r.Head) is "in" or "at" && actors.Exists(a => a.Country == r.Country);

    private void Reach()
    {
        if (recipients.Count > 0 || blamed) return;
        bool view = match.Pattern.Nominal && pattern.EventType == "SUPPORT"; // "her support for global trade deals" is for nobody
        if (!view && !pattern.Reciprocal && actors.Count > 0 && pattern.EventType is not ("MOBILIZE" or "RETREAT"))
            recipients = [.. parties.Reached(match.Trigger, match.Event, actors, pattern.EventType)
                .Where(r => !Folding.Folds(pattern.EventType) || !actors.Exists(a => a.IsHome(r)))];
        // "his accusation that the army had fired": what is claimed names the accused.
        if (recipients.Count == 0 && match.Pattern.Nominal && pattern.EventType == "ACCUSE" && Plausibility.Claim(sentence, match.Trigger) is >= 0 and var claim
            && (sentence.Child(claim, "nsubj") is >= 0 and var accused || (accused = sentence.Child(claim, "nsubj:pass")) >= 0))
            recipients = [.. parties.Parties(Slot.Recipient, accused).Where(r => r.Code is not null && actors.All(a => Key(a) != Key(r) && !parties.AreOne(a, r)))];
    }

    // "the Paris attacks", "a terrorist attack": a town before an act of violence suffered it, and a word for the kind of
    // doer names none; police and soldiers are more than a kind.
    private void Settle()
    {
        foreach (var a in actors.ToList())
        {
            var t = sentence.Tokens[a.Head];
            if (a.Sentence != sentence.Index || a.Head > match.Trigger || t.Relation is not ("compound" or "amod" or "nmod") || t.DepRel == "nmod:poss") continue;
            // "The Mali hotel attack": what a building stands between was done there.
            bool town = a.Kind == ActorKind.Region || a is { Kind: ActorKind.Country, Sectors.Count: 0 } && sentence.Children(match.Trigger).Any(c => c > a.Head && c < match.Trigger && sentence.Tokens[c] is { Relation: "compound", Upos: "NOUN" } && parties.IsTarget(c));
            bool kind = a.Name is null && a.Kind is null && t.Xpos is "JJ" or "NN" && (a.Country.Length == 0 || a.IsContextual) && !PersonNouns.IsForce(t.Lemma);
            // "The Armenian genocide": of those whom it befell.
            bool people = a.Kind is ActorKind.Nationality or ActorKind.Country or ActorKind.People or null && a.Country.Length > 0 && t.Xpos is "JJ" or "NNP" && sentence.Tokens[match.Trigger].Lemma is "genocide" or "holocaust" or "pogrom";
            if (town || kind || people) actors.Remove(a);
            if ((town || people) && recipients.Count == 0) recipients.Add(a);
        }
    }

    // "blocked the highway to Dhaka", "imposed a curfew on Jos": where in one's own country is no other side.
    private bool IsOwnGround(ResolvedActor r) =>
        (pattern.EventType is "PROTEST" or "MOBILIZE" || pattern is { EventType: "COERCE", Mode: "curfew" or "martial-law" or "censor" or "restrict" or "seize" })
        && r.Sectors.Count == 0 && r.Kind is ActorKind.Country or ActorKind.Region && actors.Exists(a => a.Country == r.Country && (a.Sectors.Count > 0 || a.Kind == r.Kind));

    // "The Defence Ministry asked the United States": the only country of the sentence is the other side's.
    private static List<ResolvedActor> Distinguish(List<ResolvedActor> side, List<ResolvedActor> other) =>
        [.. side.Select(a => a.IsContextual && other.Exists(o => o.Country == a.Country && o.Sectors.Count == 0 && o.Kind is ActorKind.Country) ? a.WithoutContext() : a)];

    private static (int, string) Key(ResolvedActor a) => (a.Head, a.Country);
}
