using System.Text;
using Hearsay.Articles;
using Hearsay.Store;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Web.Search;

/// <summary>
/// What a reader looks for, as it stands in the address: <c>q</c> in the query language, and one parameter for each field under the
/// field's own name ("actor=IRN&amp;type=CONSULT"). Every page, export and the API read the same parameters, so that a
/// link reproduces the view. A value that a field cannot have becomes a <see cref="Fault"/>, and the rest still counts.
/// </summary>
public sealed record Filters
{
    /// <summary>The fields that the form offers, in its order.</summary>
    public static readonly IReadOnlyList<QueryField> Offered =
    [
        QueryField.Since, QueryField.Until, QueryField.Actor, QueryField.Recipient, QueryField.Type, QueryField.Mode, QueryField.Context,
        QueryField.Status, QueryField.Speaker, QueryField.Outlet, QueryField.Place, QueryField.Country, QueryField.Party, QueryField.Review,
    ];

    private static readonly Dictionary<string, QueryField> ByName = QueryFields.All.ToDictionary(e => e.Name, e => e.Field, StringComparer.OrdinalIgnoreCase);

    /// <summary>No condition.</summary>
    public static readonly Filters None = new();

    /// <summary>What was typed into the search box.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The fields with their values, in the order of the address.</summary>
    public IReadOnlyList<(QueryField Field, string Value)> Values { get; private init; } = [];

    /// <summary>The query that they make.</summary>
    public RecordQuery Query { get; private init; } = RecordQuery.All;

    /// <summary>What could not be read; null when all could.</summary>
    public Diagnostic? Fault { get; private init; }

    /// <summary>Whether anything is asked for.</summary>
    public bool Any => Text.Length > 0 || Values.Count > 0;

    /// <summary>Reads them from a request.</summary>
    public static Filters Of(IQueryCollection parameters, RecordKind kind = RecordKind.Events)
    {
        var values = new List<(QueryField, string)>();
        foreach (var (name, given) in parameters)
            if (ByName.TryGetValue(name, out var field))
                values.AddRange(given.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => (field, v!.Trim())));
        return Make(parameters["q"].ToString().Trim(), values, kind);
    }

    /// <summary>The value of a field, or null; the first when there are several.</summary>
    public string? this[QueryField field] => Values.FirstOrDefault(v => v.Field == field).Value;

    /// <summary>The same with this field set to one value, or without it when that is null.</summary>
    public Filters With(QueryField field, string? value) => Make(Text, [.. Values.Where(v => v.Field != field), .. value is null ? [] : new[] { (field, value) }], Query.Kind);

    /// <summary>The same without the words.</summary>
    public Filters WithoutText() => Make("", Values, Query.Kind);

    /// <summary>An address with these filters: "/events?type=CONSULT".</summary>
    public string At(string path, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var address = new StringBuilder(path);
        char mark = '?';
        void Add(string name, string value)
        {
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }
        if (Text.Length > 0) Add("q", Text);
        foreach (var (field, value) in Values) Add(QueryFields.NameOf(field), value);
        foreach (var (name, value) in more)
            if (value is not null) Add(name, value);
        return address.ToString();
    }

    private static Filters Make(string text, IReadOnlyList<(QueryField Field, string Value)> values, RecordKind kind)
    {
        Diagnostic? fault = null;
        var query = RecordQuery.All;
        try
        {
            query = QueryText.Parse(text);
        }
        catch (StoreException e)
        {
            fault = e.Diagnostic;
        }
        query = query with { Kind = kind };
        foreach (var field in values.GroupBy(v => v.Field))
        {
            try
            {
                query = query.With(field.Key, [.. field.Select(v => v.Value)]);
            }
            catch (StoreException e)
            {
                fault ??= e.Diagnostic;
            }
        }
        return new() { Text = text, Values = values, Query = query, Fault = fault };
    }
}
