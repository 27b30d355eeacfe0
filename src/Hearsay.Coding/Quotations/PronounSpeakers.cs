using Hearsay.Coding.Actors;
using Hearsay.Coding.Attribution;
using Hearsay.Language;
using Hearsay.Language.Coreference;

namespace Hearsay.Coding.Quotations;

/// <summary>
/// Corrects whom "he" and "she" stand for as speakers: nobody speaks of himself by name inside his own quotation marks,
/// a country, a party or a people is no "he", and who stands only in the clause that describes the subject of the sentence before
/// ("Tom Ost, who had lost to Ada Lee, went home") is not who speaks next. Such a speaker is the person who is the subject shortly before, else
/// the one who spoke last before, where the pronoun fits, else the pronoun alone. Takes quotations in text order,
/// changes them in place; other speakers stay as they are.
/// </summary>
internal static class PronounSpeakers
{
    private const int Reach = 4, Sentences = 2;

    /// <summary>Corrects the speakers of <paramref name="found"/>.</summary>
    public static void Correct(Document document, ActorIndex actors, List<Quotation> found)
    {
        for (int k = 0; k < found.Count; k++)
        {
            if (found[k].Speaker is not { Name: { } name } speaker || Pronoun(document, speaker) is not { } pronoun || found[k].Hops.Count == 0) continue;
            bool group = speaker.Kind is ActorKind.Country or ActorKind.Organization or ActorKind.People or ActorKind.Nationality or ActorKind.Region;
            var described = Described(document, actors, found[k], speaker, name, pronoun) ?? Relativised(document, actors, found[k], speaker, name, pronoun) ?? Preceding(document, actors, found[k], speaker, name, pronoun);
            if (!group && described is null && !(found[k].Form == QuotationForm.Direct && Names(document, found[k], name))) continue;
            var other = described ?? Subject(document, actors, found, k, pronoun) ?? Before(document, found, k, pronoun);
            var right = other is null ? speaker with { Name = null, Country = "", Sectors = [], Kind = null } : other with { Sentence = speaker.Sentence, Head = speaker.Head, Span = speaker.Span };
            var hop = HopKinds.Hop(right, found[k].Hops[^1].Cue, document);
            if (found[k].Hops[^1].Start == speaker.Span.Start) found[k] = found[k] with { Speaker = right, Hops = [.. found[k].Hops.SkipLast(1), hop] };
        }
    }

    private static string? Pronoun(Document document, ResolvedActor speaker) =>
        speaker.Span.In(document.Text).ToLowerInvariant() is "he" or "she" ? speaker.Span.In(document.Text).ToLowerInvariant() : null;

    private static ResolvedActor? Before(Document document, List<Quotation> found, int k, string pronoun)
    {
        for (int j = k - 1; j >= 0 && j >= k - Reach; j--)
        {
            if (found[j].Speaker is not { Name: { } name, IsPerson: true, Kind: null or ActorKind.Person } speaker) continue;
            if (Fits(document, found[k], speaker, name, pronoun)) return speaker;
        }
        return null;
    }

    // "Tom Ost, a farmer, gave them ten crowns. "…," he said."
    private static ResolvedActor? Subject(Document document, ActorIndex actors, List<Quotation> found, int k, string pronoun)
    {
        int start = found[k].Content[0].Start, sentence = document.Sentences.Count - 1;
        while (sentence > 0 && document.Sentences[sentence].Span.Start > start) sentence--;
        for (int s = sentence; s >= 0 && s >= sentence - Sentences; s--)
            for (int i = document.Sentences[s].Tokens.Count - 1; i >= 0; i--)
            {
                var t = document.Sentences[s].Tokens[i];
                if (t.Relation != "nsubj" || t.Upos != "PROPN" || t.Span.End > start || found.Exists(q => q.Form == QuotationForm.Direct && q.Content.Any(c => c.Contains(t.Span)))) continue;
                if (actors.One(s, i) is { Name: { } name, IsPerson: true, Kind: null or ActorKind.Person } actor && Fits(document, found[k], actor, name, pronoun)) return actor;
            }
        return null;
    }

    // The subject whom the clause describes in which the pronoun's party was named last, or null.
    private static ResolvedActor? Described(Document document, ActorIndex actors, Quotation quotation, ResolvedActor speaker, string name, string pronoun)
    {
        if (document.ChainOf(speaker.Sentence, speaker.Head) is not { } chain) return null;
        var last = chain.Mentions.LastOrDefault(m => (m.Sentence, m.Head).CompareTo((speaker.Sentence, speaker.Head)) < 0);
        if (last is null || last.Form == MentionForm.Pronoun || speaker.Sentence - last.Sentence > Sentences) return null;
        var s = document.Sentences[last.Sentence];
        bool inside = false;
        int at = last.Head;
        for (; at >= 0 && !(inside && s.Tokens[at].Relation == "nsubj"); at = s.Tokens[at].Head) inside |= s.Tokens[at].Relation is "acl" or "appos";
        if (at < 0 || chain.Mentions.Any(m => m.Sentence == last.Sentence && m.Head == at) || s.Tokens[at].Head != s.Root) return null;
        return actors.One(last.Sentence, at) is { Name: { } subject, IsPerson: true, Kind: null or ActorKind.Person } actor && subject != name && Fits(document, quotation, actor, subject, pronoun) ? actor : null;
    }

    // "Ost had promised to back Novak. "It is a pity," he said": the subject of the sentence before, where the pronoun's party is none in it.
    private static ResolvedActor? Preceding(Document document, ActorIndex actors, Quotation quotation, ResolvedActor speaker, string name, string pronoun)
    {
        if (quotation.Form != QuotationForm.Direct || speaker.Sentence == 0) return null;
        var s = document.Sentences[speaker.Sentence - 1];
        if (s.Paragraph != document.Sentences[speaker.Sentence].Paragraph || s.Root < 0 || s.Child(s.Root, "nsubj") is not (var subject and >= 0) || s.Tokens[subject].Upos != "PROPN") return null;
        foreach (var t in s.Tokens) if (t.Relation == "nsubj" && t.Index != subject && actors.One(s.Index, t.Index).Name == name) return null;
        return actors.One(s.Index, subject) is { Name: { } other, IsPerson: true, Kind: null or ActorKind.Person } actor && other != name && Fits(document, quotation, actor, other, pronoun) ? actor : null;
    }

    // "to defeat Novak, whom he called a bully": who is called so is not who calls him so, but the subject further up does.
    private static ResolvedActor? Relativised(Document document, ActorIndex actors, Quotation quotation, ResolvedActor speaker, string name, string pronoun)
    {
        var s = document.Sentences[speaker.Sentence];
        int verb = s.Tokens[speaker.Head].Head;
        if (verb < 0 || s.Tokens[verb].DepRel != "acl:relcl" || s.Tokens[verb].Head is not (var noun and >= 0) || actors.One(s.Index, noun).Name != name) return null;
        for (int at = s.Tokens[noun].Head; at >= 0; at = s.Tokens[at].Head)
            if (s.Child(at, "nsubj") is var subject and >= 0 && actors.One(s.Index, subject) is { Name: { } other, IsPerson: true, Kind: null or ActorKind.Person } actor && other != name && Fits(document, quotation, actor, other, pronoun)) return actor;
        return null;
    }

    private static bool Fits(Document document, Quotation quotation, ResolvedActor speaker, string name, string pronoun) =>
        !(quotation.Form == QuotationForm.Direct && Names(document, quotation, name)) && (Pronoun(document, speaker) ?? KnownAs(document, speaker) ?? PersonPronoun.Of(name) ?? pronoun) == pronoun;

    // The pronoun that other mentions of the person have, or null.
    private static string? KnownAs(Document document, ResolvedActor speaker) =>
        document.ChainOf(speaker.Sentence, speaker.Head)?.Mentions.Where(m => m.Form == MentionForm.Pronoun)
            .Select(m => document.Sentences[m.Sentence].Tokens[m.Head].Lemma.ToLowerInvariant()).FirstOrDefault(p => p is "he" or "she");

    private static bool Names(Document document, Quotation quotation, string name)
    {
        string last = name.Split(' ')[^1];
        foreach (var piece in quotation.Content)
        {
            if (last.Length > 1 && last.All(char.IsUpper) && piece.In(document.Text).Split(' ').Contains(last)) return true;
            foreach (var n in document.Names)
                if (piece.Contains(n.Span) && n.Span.In(document.Text).Split(' ')[^1].Equals(last, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
