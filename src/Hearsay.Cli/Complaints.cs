using Hearsay.Articles;
using static Hearsay.Articles.Severity;

namespace Hearsay.Cli;

/// <summary>
/// Every diagnostic that the command line itself can give (HS3nnn), with its wording in one place; those about
/// articles are in <see cref="Faults"/>. docs/diagnostics.md lists both, and a test compares.
/// </summary>
internal static class Complaints
{
    /// <summary>HS3001: the output file.</summary>
    public static Diagnostic Output(string path, string reason) => new("HS3001", Error,
        $"The output cannot be written: {reason.TrimEnd('.')}.", path, "Choose another file with -o, or make room.");

    /// <summary>HS3002: data/ or models/ is not there.</summary>
    public static Diagnostic NoDirectory(string path, string option, string variable) => new("HS3002", Error,
        $"There is no such directory, and without it nothing can be coded.", path,
        $"Name it with {option} or the variable {variable}; it comes with the program.");

    /// <summary>HS3003: data/ or models/ cannot be used.</summary>
    public static Diagnostic CannotLoad(string reason) => new("HS3003", Error,
        $"The knowledge or the models cannot be loaded: {reason.TrimEnd('.')}.", "hearsay",
        "Run \"hearsay lexicon check\", or put back the files that came with the program.");

    /// <summary>HS3004: --resume on a file that holds something else.</summary>
    public static Diagnostic NotRecords(string path, string reason) => new("HS3004", Error,
        $"The run cannot go on from it: {reason.TrimEnd('.')}.", path, "Choose another file with -o, or leave --resume out to start anew.");

    /// <summary>HS3005: an unfinished last line.</summary>
    public static Diagnostic CutOff(string path, long bytes) => new("HS3005", Warning,
        $"Its last line was unfinished; {bytes:N0} bytes were cut off.", path, "The article is coded again now.");

    /// <summary>HS3006: read shows one article.</summary>
    public static Diagnostic MoreArticles(string place) => new("HS3006", Warning,
        "There are more articles; this is the first.", place, "Choose one with --id, or code them all with \"hearsay code\".");

    /// <summary>HS3007: no article with the id.</summary>
    public static Diagnostic NoSuchId(string place, string id) => new("HS3007", Error,
        $"There is no article with the id \"{id}\".", place, "Ids are what the input gives as \"id\", or \"sha:\" and a hash of the text.");

    /// <summary>HS3008: CoNLL-U that cannot be read.</summary>
    public static Diagnostic BadTrees(string place, string reason) => new("HS3008", Error,
        $"This is not CoNLL-U: {reason.TrimEnd('.')}.", place, "See universaldependencies.org/format.html; words are tab-separated, ten columns each.");

    /// <summary>HS3009: the program itself failed.</summary>
    public static Diagnostic Unexpected(Exception e) => new("HS3009", Error,
        $"The program failed ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", "hearsay",
        "This is a fault of Hearsay: please report it with the command.");

    /// <summary>HS3010: no event with the id.</summary>
    public static Diagnostic NoSuchEvent(string place, string id) => new("HS3010", Error,
        $"There is no event with the id \"{id}\".", place, "Ids are what its records give under \"events\" as \"id\".");

    /// <summary>HS3011: a line that is no record.</summary>
    public static Diagnostic NotARecord(string place, string reason) => new("HS3011", Error,
        $"This is no record that \"hearsay code\" wrote: {reason.ReplaceLineEndings(" ").TrimEnd('.')}.", place, "Name a file of JSON Lines that \"hearsay code\" wrote.");

    /// <summary>HS3012: verbs instead of actors.</summary>
    public static Diagnostic VerbDictionary(string place) => new("HS3012", Error,
        "It is a dictionary of verbs, and only actors and agents can be imported.", place, "Write its patterns as sentences; see docs/knowledge.md.");

    /// <summary>HS3040: --compare with something else.</summary>
    public static Diagnostic NotAReport(string place, string reason) => new("HS3040", Error,
        $"This is no report of \"hearsay evaluate\": {reason.ReplaceLineEndings(" ").TrimEnd('.')}.", place, "Name a file that \"hearsay evaluate --format json\" wrote.");

    /// <summary>HS3041: a correction that cannot be.</summary>
    public static Diagnostic BadCorrection(string place, string reason) => new("HS3041", Error,
        $"The correction cannot be made: {reason.TrimEnd('.')}.", place, "See docs/review.md for the fields.");

    /// <summary>HS3050: a list of feeds or a state that cannot be used.</summary>
    public static Diagnostic NotFollowed(string place, string reason) => new("HS3050", Error,
        $"The feeds cannot be followed: {reason.TrimEnd('.')}.", place, "Give an OPML file or a list of addresses, and a state file that \"hearsay follow\" saved.");

    /// <summary>HS3033: the database failed while it was used.</summary>
    public static Diagnostic StoreFailed(string place, string reason) => new("HS3033", Error,
        $"The store failed: {reason.ReplaceLineEndings(" ").TrimEnd('.')}.", place,
        "Make room on the disk, or see whether the server runs; what was reported as written is there, and --resume goes on.");

    /// <summary>HS3034: SQL that DuckDB refuses.</summary>
    public static Diagnostic BadSql(string reason) => new("HS3034", Error,
        $"The question cannot be answered: {reason.ReplaceLineEndings(" ").TrimEnd('.')}.", "SQL", "The tables and columns are in docs/store.md.");

    /// <summary>HS3061: the address cannot be listened on.</summary>
    public static Diagnostic CannotListen(string addresses, string reason) => new("HS3061", Error,
        $"The reading room cannot listen there: {reason.ReplaceLineEndings(" ").TrimEnd('.')}.", addresses, "Choose another address with --urls.");

    /// <summary>HS3062: an account that cannot be added.</summary>
    public static Diagnostic NoAccount(string name, string reason) => new("HS3062", Error,
        $"The account was not added: {reason.TrimEnd('.')}.", name, "Give another name, or a password of twelve letters at least on standard input.");
}
