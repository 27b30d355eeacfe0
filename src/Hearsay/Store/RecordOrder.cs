namespace Hearsay.Store;

/// <summary>The order in which a query's records come; ties come in the order of their keys.</summary>
public enum RecordOrder
{
    /// <summary>Latest day first (the day of publication for articles and quotations; stored last for sentences).</summary>
    Newest,

    /// <summary>Earliest day first.</summary>
    Oldest,

    /// <summary>Most confident first; only events have a confidence.</summary>
    Confident,

    /// <summary>Least confident first: what a reviewer may want to see.</summary>
    Doubtful,

    /// <summary>In the order in which they changed, first change first: for a copy that follows.</summary>
    Changed,
}
