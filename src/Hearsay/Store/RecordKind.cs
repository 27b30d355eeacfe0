namespace Hearsay.Store;

/// <summary>What a query looks for.</summary>
public enum RecordKind
{
    /// <summary>Events: one row for each report of an event in an article.</summary>
    Events,

    /// <summary>Quotations.</summary>
    Quotations,

    /// <summary>Sentences; what is asked of events must hold for one that the sentence reports.</summary>
    Sentences,

    /// <summary>Articles; what is asked of events must hold for one that the article reports.</summary>
    Articles,
}
