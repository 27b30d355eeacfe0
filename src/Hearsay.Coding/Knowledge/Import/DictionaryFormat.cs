namespace Hearsay.Coding.Knowledge.Import;

/// <summary>Which program a dictionary was written for. The two differ in what a phrase without a final "_" means.</summary>
public enum DictionaryFormat
{
    /// <summary>PETRARCH and its successors: phrases are whole words.</summary>
    Petrarch,

    /// <summary>TABARI and KEDS: a phrase without a final "_" is the beginning of a word.</summary>
    Tabari,
}
