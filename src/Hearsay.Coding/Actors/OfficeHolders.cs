using Hearsay.Language;

namespace Hearsay.Coding.Actors;

/// <summary>
/// Tells who is meant by an office that the article gives nobody: "the former secretary of state", "the vice president".
/// Takes a description without a name and gives the person of the tables who holds that office on the day, or has held
/// it where the words say "former", if the article has named exactly one such person before. Several, or a country that
/// is not his, give null: then the description stands for itself.
/// </summary>
internal sealed class OfficeHolders(Document document, ActorTables tables, NameFinder names, DateOnly? publishedOn)
{
    /// <summary>The person described, or null.</summary>
    public ResolvedActor? Holder(ResolvedActor described)
    {
        var s = document.Sentences[described.Sentence];
        var head = s.Tokens[described.Head];
        if (described is not { Name: null, IsPerson: true, Kind: null } || head.Xpos != "NN" || publishedOn is null) return null;
        if (!s.Children(described.Head).Any(c => c < described.Head && s.Tokens[c] is { Relation: "det", Lemma: "the" })) return null;
        if (document.ChainOf(described.Sentence, described.Head)?.Mentions.Any(m => m.Form == MentionForm.Name) == true) return null;
        string words = described.Span.In(document.Text).ToLowerInvariant();
        bool former = words.StartsWith("the former ", StringComparison.Ordinal);
        string office = words[(former ? "the former " : "the ").Length..];
        FoundName? found = null;
        ActorEntry? row = null;
        for (int i = 0; i <= described.Sentence; i++)
            foreach (var name in names.All(i))
            {
                if (name.Entry.Kind != ActorKind.Person || i == described.Sentence && name.First > described.Head || name.Entry.Name == found?.Entry.Name) continue;
                if (tables.Names.Lookup(name.Entry.Name).FirstOrDefault(e => e.Kind == ActorKind.Person && e.OrganizationKind == office && (former ? e.To < publishedOn : e.HoldsOn(publishedOn))) is not { } held) continue;
                if (found is not null) return null;
                (found, row) = (name, held);
            }
        if (found is null || described.Country.Length > 0 && described.Country != row!.Country) return null;
        return described with { Name = found.Entry.Name, Country = found.Entry.Country, Sectors = found.Entry.SectorsOn(publishedOn), Kind = ActorKind.Person, Known = found.Entry.Name, Rows = [.. described.Rows, found.Entry.Reference] };
    }
}
