namespace Hearsay.Store.Columns;

/// <summary>
/// Which quotations hold an event, by their places in the list of quotations. Events are added in the order of their keys, so that a place in the
/// list goes along and only the quotations of one article are looked through.
/// </summary>
internal sealed class HeldQuotations(QuotationRow[] quotations)
{
    private readonly Marks held = new(quotations.Length);
    private int at;

    /// <summary>Notes the quotation of an event that stands in one.</summary>
    public void Add(in EventRow row)
    {
        long first = RecordKey.Of(RecordKey.Article(row.Key), 0), last = RecordKey.Of(RecordKey.Article(row.Key) + 1, 0);
        while (at < quotations.Length && quotations[at].Key < first) at++;
        for (int i = at; i < quotations.Length && quotations[i].Key < last; i++)
            if (quotations[i].Ordinal == row.Quotation) held.Add(i);
    }

    /// <summary>Whether the quotation at this place holds one.</summary>
    public bool Has(int place) => held.Has(place);
}
