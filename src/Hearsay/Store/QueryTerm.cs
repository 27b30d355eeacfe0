namespace Hearsay.Store;

/// <summary>
/// One condition of a query: a field has one of the values, or with <paramref name="Not"/> none of them. Values are as a
/// user writes them; <see cref="QueryFields.Term"/> checks them and is the way to make one.
/// </summary>
public sealed record QueryTerm(QueryField Field, IReadOnlyList<string> Values, bool Not = false);
