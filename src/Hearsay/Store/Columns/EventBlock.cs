using System.Runtime.InteropServices;

namespace Hearsay.Store.Columns;

/// <summary>Some ten thousand events in the order of their keys, with their parties, hops and pairs of countries. Never changed once made.</summary>
internal sealed record EventBlock(EventRow[] Rows, PartyRow[] Parties, HopRow[] Hops, int[] Pairs)
{
    private const int Most = 32_768;

    /// <summary>The parties of one of its rows.</summary>
    public ReadOnlySpan<PartyRow> PartiesOf(in EventRow row) => Parties.AsSpan(row.Parties, row.PartyCount);

    /// <summary>The hops of one of its rows.</summary>
    public ReadOnlySpan<HopRow> HopsOf(in EventRow row) => Hops.AsSpan(row.Hops, row.HopCount);

    /// <summary>The numbers of the pairs of countries of one of its rows that has several.</summary>
    public ReadOnlySpan<int> PairsOf(in EventRow row) => row.Dyad >= EventRow.NoDyad ? [] : Pairs.AsSpan(EventRow.NoDyad - row.Dyad, Pairs[EventRow.NoDyad - 1 - row.Dyad]);

    /// <summary>The blocks with the changes, which come in the order of their keys. Blocks without a change stay the same.</summary>
    public static EventBlock[] Merge(EventBlock[] blocks, IEnumerable<EventChange> changes)
    {
        var merged = new Builder();
        using var change = changes.GetEnumerator();
        bool more = change.MoveNext();
        for (int i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            bool last = i == blocks.Length - 1;
            if (!more || (!last && change.Current.Row.Key > block.Rows[^1].Key))
            {
                merged.Keep(block);
                continue;
            }
            foreach (ref readonly var row in block.Rows.AsSpan())
            {
                bool replaced = false;
                for (; more && change.Current.Row.Key <= row.Key; more = change.MoveNext())
                {
                    replaced = change.Current.Row.Key == row.Key;
                    merged.Add(change.Current);
                }
                if (!replaced) merged.Add(row, block.PartiesOf(row), block.HopsOf(row), block.PairsOf(row));
            }
            if (!last) merged.Close();
        }
        for (; more; more = change.MoveNext()) merged.Add(change.Current);
        return merged.Done();
    }

    private sealed class Builder
    {
        private readonly List<EventBlock> blocks = [];
        private readonly List<EventRow> rows = new(Most);
        private readonly List<PartyRow> parties = [];
        private readonly List<HopRow> hops = [];
        private readonly List<int> pairs = [];

        public void Add(EventChange change)
        {
            if (!change.Withdrawn) Add(change.Row, CollectionsMarshal.AsSpan(change.Parties), CollectionsMarshal.AsSpan(change.Hops), CollectionsMarshal.AsSpan(change.Pairs));
        }

        public void Add(EventRow row, ReadOnlySpan<PartyRow> itsParties, ReadOnlySpan<HopRow> itsHops, ReadOnlySpan<int> itsPairs)
        {
            row.Parties = parties.Count;
            row.PartyCount = (ushort)Math.Min(itsParties.Length, ushort.MaxValue);
            row.Hops = hops.Count;
            row.HopCount = (ushort)Math.Min(itsHops.Length, ushort.MaxValue);
            if (itsPairs.Length > 0)
            {
                row.Dyad = EventRow.NoDyad - 1 - pairs.Count;
                pairs.Add(itsPairs.Length);
                pairs.AddRange(itsPairs);
            }
            rows.Add(row);
            parties.AddRange(itsParties[..row.PartyCount]);
            hops.AddRange(itsHops[..row.HopCount]);
            if (rows.Count == Most) Close();
        }

        public void Keep(EventBlock block)
        {
            Close();
            blocks.Add(block);
        }

        public void Close()
        {
            if (rows.Count == 0) return;
            blocks.Add(new([.. rows], [.. parties], [.. hops], [.. pairs]));
            rows.Clear();
            parties.Clear();
            hops.Clear();
            pairs.Clear();
        }

        public EventBlock[] Done()
        {
            Close();
            return [.. blocks];
        }
    }
}

/// <summary>An event that is new, changed or withdrawn. One is used again for the next, so keep none.</summary>
internal sealed class EventChange
{
    public EventRow Row;

    public bool Withdrawn { get; set; }

    public List<PartyRow> Parties { get; } = [];

    public List<HopRow> Hops { get; } = [];

    /// <summary>The numbers of its pairs of countries, if it has more than one.</summary>
    public List<int> Pairs { get; } = [];
}
