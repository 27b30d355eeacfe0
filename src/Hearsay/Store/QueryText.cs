using System.Text;

namespace Hearsay.Store;

/// <summary>
/// Queries as people write them: words and "phrases" (all of which must be found), <c>OR</c>, <c>NOT</c> or <c>-</c>,
/// parentheses, <c>word*</c> for a beginning, and <c>field:value</c> with commas between several values and quotation
/// marks around values with blanks. <c>in:quotations</c> says what to look for, <c>order:oldest</c> in which order.
/// Fields stand outside parentheses. What cannot be read is refused with the column (HS3030 to HS3032).
/// <code>QueryText.Parse("actor:IRN -type:ASSAULT \"nuclear talks\" OR enrich*")</code>
/// </summary>
public static class QueryText
{
    /// <summary>Reads a query; an empty one finds everything.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static RecordQuery Parse(string text) => new QueryParser(text).Read();

    /// <summary>Writes a query so that <see cref="Parse"/> reads the same (page and size are no part of it).</summary>
    public static string Write(RecordQuery query)
    {
        var parts = new List<string>();
        if (query.Kind != RecordKind.Events) parts.Add("in:" + query.Kind.ToString().ToLowerInvariant());
        foreach (var term in query.Terms)
            parts.Add($"{(term.Not ? "-" : "")}{QueryFields.NameOf(term.Field)}:{string.Join(',', term.Values.Select(Quoted))}");
        if (query.IncludeWithdrawn) parts.Add("in:withdrawn");
        if (query.Order != RecordOrder.Newest) parts.Add("order:" + query.Order.ToString().ToLowerInvariant());
        if (query.Words is WordQuery.All all) parts.AddRange(all.Parts.Select(p => Words(p, inner: true)));
        else if (query.Words is { } words) parts.Add(Words(words, inner: words is not WordQuery.Any));
        return string.Join(' ', parts);
    }

    private static string Quoted(string value) =>
        value.Any(c => char.IsWhiteSpace(c) || c is ',' or '"' or '(' or ')') ? '"' + value.Replace("\"", "", StringComparison.Ordinal) + '"' : value;

    private static string Words(WordQuery words, bool inner) => words switch
    {
        WordQuery.Phrase p => Phrase(p),
        WordQuery.All a => '(' + string.Join(' ', a.Parts.Select(p => Words(p, true))) + ')',
        WordQuery.Any a => inner ? '(' + string.Join(" OR ", a.Parts.Select(p => Words(p, true))) + ')' : string.Join(" OR ", a.Parts.Select(p => Words(p, true))),
        WordQuery.Without w => $"({Words(w.Wanted, true)} NOT {Words(w.Unwanted, true)})",
        _ => throw new ArgumentOutOfRangeException(nameof(words)),
    };

    private static string Phrase(WordQuery.Phrase phrase)
    {
        bool plain = phrase.Words.All(c => char.IsLetterOrDigit(c) || c is '\'' or '.') && phrase.Words is not ("AND" or "OR" or "NOT");
        return (plain ? phrase.Words : new StringBuilder().Append('"').Append(phrase.Words).Append('"').ToString()) + (phrase.Prefix ? "*" : "");
    }
}
