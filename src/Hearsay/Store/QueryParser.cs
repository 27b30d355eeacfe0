namespace Hearsay.Store;

/// <summary>
/// Reads one query text from left to right: <c>any = all {OR all}</c>, <c>all = item {[AND] item}</c>,
/// <c>item = [NOT|-] (phrase | word | field:values | "(" any ")")</c>.
/// </summary>
internal sealed class QueryParser(string text)
{
    private const int DeepestNesting = 32;

    private readonly List<QueryTerm> terms = [];
    private RecordKind kind;
    private RecordOrder order;
    private bool withdrawn;
    private int at;
    private int depth;

    /// <summary>The whole query.</summary>
    public RecordQuery Read()
    {
        var words = Any();
        Blanks();
        if (at < text.Length) throw StoreFaults.BadQuery(at, "there is a closing parenthesis without an opening one");
        return new RecordQuery { Kind = kind, Order = order, IncludeWithdrawn = withdrawn, Terms = terms, Words = words };
    }

    private WordQuery? Any()
    {
        var parts = new List<WordQuery>();
        int start = at;
        if (All() is { } first) parts.Add(first);
        while (Keyword("OR"))
        {
            int here = at;
            if (parts.Count == 0) throw StoreFaults.BadQuery(start, "OR stands between words");
            parts.Add(All() ?? throw StoreFaults.BadQuery(here, "OR stands between words"));
        }
        return parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : new WordQuery.Any(parts);
    }

    private WordQuery? All()
    {
        var wanted = new List<WordQuery>();
        var unwanted = new List<WordQuery>();
        int start = at;
        while (true)
        {
            Blanks();
            if (at >= text.Length || text[at] == ')' || Peek("OR")) break;
            if (Keyword("AND")) continue;
            bool not = Keyword("NOT") || Take('-');
            if (Item(not) is { } item) (not ? unwanted : wanted).Add(item);
        }
        if (wanted.Count == 0) return unwanted.Count == 0 ? null : throw StoreFaults.BadQuery(start, "it says only which words must not be there");
        var all = wanted.Count == 1 ? wanted[0] : new WordQuery.All(wanted);
        return unwanted.Count == 0 ? all : new WordQuery.Without(all, unwanted.Count == 1 ? unwanted[0] : new WordQuery.Any(unwanted));
    }

    private WordQuery? Item(bool not)
    {
        Blanks();
        if (at >= text.Length) throw StoreFaults.BadQuery(at, "it ends where a word is expected");
        if (Take('('))
        {
            if (++depth > DeepestNesting) throw StoreFaults.BadQuery(at, "parentheses are nested too deeply");
            int start = at;
            var inner = Any() ?? throw StoreFaults.BadQuery(start, "there are no words in the parentheses");
            Blanks();
            if (!Take(')')) throw StoreFaults.BadQuery(at, "a parenthesis is not closed");
            depth--;
            return inner;
        }
        if (text[at] == '"') return Words(at, Quotation());
        int begin = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"' or ':' or '*')) at++;
        string word = text[begin..at];
        if (at < text.Length && text[at] == ':' && word.Length > 0 && word.All(c => char.IsAsciiLetter(c) || c == '-'))
        {
            at++;
            Field(begin, word, not);
            return null;
        }
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"' or '*')) at++;
        if (at == begin && text[at] != '*') throw StoreFaults.BadQuery(at, "a word is expected here");
        return Words(begin, text[begin..at]);
    }

    private WordQuery.Phrase Words(int start, string words)
    {
        bool prefix = Take('*');
        if (!words.Any(char.IsLetterOrDigit)) throw StoreFaults.BadQuery(start, "there is neither letter nor digit in it");
        return new(words, prefix);
    }

    private void Field(int start, string name, bool not)
    {
        if (depth > 0) throw StoreFaults.BadQuery(start, "fields stand outside parentheses");
        var values = Values();
        if (name.Equals("in", StringComparison.OrdinalIgnoreCase)) In(start, values);
        else if (name.Equals("order", StringComparison.OrdinalIgnoreCase)) order = Named<RecordOrder>("order", values);
        else if (QueryFields.Named(name) is { } field) terms.Add(QueryFields.Term(field.Field, values, not));
        else throw StoreFaults.NoField(start, name);
    }

    private void In(int start, List<string> values)
    {
        foreach (string value in values)
        {
            if (value.Equals("withdrawn", StringComparison.OrdinalIgnoreCase)) withdrawn = true;
            else if (values.Count > 2) throw StoreFaults.BadQuery(start, "one kind of record is looked for at a time");
            else kind = Named<RecordKind>("in", [value]);
        }
    }

    private static T Named<T>(string field, List<string> values) where T : struct, Enum =>
        values.Count == 1 && !char.IsDigit(values[0].FirstOrDefault('0')) && Enum.TryParse<T>(values[0], ignoreCase: true, out var value)
            ? value : throw StoreFaults.BadValue(field, string.Join(',', values), $"it is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    private List<string> Values()
    {
        var values = new List<string>();
        do
        {
            if (at < text.Length && text[at] == '"')
            {
                values.Add(Quotation());
                continue;
            }
            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or '(' or ')' or '"')) at++;
            values.Add(text[start..at]);
        }
        while (Take(','));
        return values;
    }

    private string Quotation()
    {
        int start = at++;
        int end = text.IndexOf('"', at);
        if (end < 0) throw StoreFaults.BadQuery(start, "a quotation mark is not closed");
        at = end + 1;
        return text[(start + 1)..end];
    }

    private bool Peek(string keyword) =>
        string.CompareOrdinal(text, at, keyword, 0, keyword.Length) == 0
        && (at + keyword.Length == text.Length || char.IsWhiteSpace(text[at + keyword.Length]) || text[at + keyword.Length] is '(' or '"');

    private bool Keyword(string keyword)
    {
        Blanks();
        if (!Peek(keyword)) return false;
        at += keyword.Length;
        return true;
    }

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void Blanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
