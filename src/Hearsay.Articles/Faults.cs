using static Hearsay.Articles.Severity;

namespace Hearsay.Articles;

/// <summary>
/// Every diagnostic that reading articles can give, with its wording in one place. Codes are stable: a code is
/// never given another meaning, and docs/diagnostics.md lists each (a test compares the two).
/// </summary>
public static class Faults
{
    /// <summary>HS1001: nothing is there.</summary>
    public static Diagnostic NotFound(string place) => new("HS1001", Error,
        "There is no such file or directory.", place, "Check the spelling and the current directory.");

    /// <summary>HS1002: the operating system refuses.</summary>
    public static Diagnostic Unreadable(string place, string reason) => new("HS1002", Error,
        $"The file cannot be read: {reason.TrimEnd('.')}.", place, "Check its permissions, or copy it somewhere readable.");

    /// <summary>HS1003: no text at all.</summary>
    public static Diagnostic Empty(string place) => new("HS1003", Error,
        "There is no text in it.", place, "Leave it out, or check how it was made.");

    /// <summary>HS1004: not text.</summary>
    public static Diagnostic Binary(string place, string? format) => new("HS1004", Error,
        format is null ? "It holds binary data, not text." : $"It is a {format} file, not text.", place,
        "Convert it to plain text, HTML or JSON Lines first (a PDF for example with pdftotext).");

    /// <summary>HS1005: over the limit in bytes.</summary>
    public static Diagnostic TooLarge(string place, long limit) => new("HS1005", Error,
        $"It is larger than {limit / (1024 * 1024)} MB, the limit for one article.", place,
        "Split it into articles, one JSON object a line.");

    /// <summary>HS1006: over the limit in characters.</summary>
    public static Diagnostic TooLong(string place) => new("HS1006", Error,
        $"The text is longer than {ArticleLimits.TextLength:N0} characters, the limit for one article.", place,
        "Split it into articles, one JSON object a line.");

    /// <summary>HS1007: not JSON.</summary>
    public static Diagnostic BadJson(string place, string reason) => new("HS1007", Error,
        $"This is not valid JSON: {reason.TrimEnd('.')}.", place,
        "Write one JSON object on one line, for example {\"id\":\"1\",\"text\":\"…\"}.");

    /// <summary>HS1008: JSON, but no article.</summary>
    public static Diagnostic NoText(string place, string found) => new("HS1008", Error,
        $"This is no article: {found}.", place, "Give each object a \"text\" that is a string.");

    /// <summary>HS1009: a line over the limit.</summary>
    public static Diagnostic LineTooLong(string place) => new("HS1009", Error,
        $"The line is longer than {ArticleLimits.LineBytes / (1024 * 1024)} MB.", place,
        "Write one article a line; one line must not hold a whole collection.");

    /// <summary>HS1010: a field that cannot be used.</summary>
    public static Diagnostic FieldIgnored(string place, string field, string reason) => new("HS1010", Warning,
        $"The field \"{field}\" was ignored: {reason}.", place,
        "Dates are written 2024-03-12; the other fields are strings.");

    /// <summary>HS1011: decoded by guess.</summary>
    public static Diagnostic Charset(string place, string charset) => new("HS1011", Warning,
        $"It is not valid UTF-8 and was read as {charset}.", place, "Save it as UTF-8 if letters look wrong.");

    /// <summary>HS1012: control characters.</summary>
    public static Diagnostic ControlCharacters(string place, int count) => new("HS1012", Warning,
        $"{count} control characters or broken surrogates were replaced by one character each.", place,
        "Nothing needs doing if the text reads well.");

    /// <summary>HS1013: nested too deeply.</summary>
    public static Diagnostic HtmlTooDeep(string place) => new("HS1013", Error,
        $"The page nests elements more than {ArticleLimits.HtmlDepth} deep.", place, "Save the article as plain text.");

    /// <summary>HS1014: too many elements.</summary>
    public static Diagnostic HtmlTooManyElements(string place) => new("HS1014", Error,
        $"The page has more than {ArticleLimits.HtmlElements:N0} elements.", place, "Save the article as plain text.");

    /// <summary>HS1015: too slow.</summary>
    public static Diagnostic HtmlTooSlow(string place) => new("HS1015", Error,
        $"Finding the article in the page took longer than {ArticleLimits.HtmlTime.TotalSeconds:0} seconds.", place,
        "Save the article as plain text.");

    /// <summary>HS1016: no article in the page.</summary>
    public static Diagnostic HtmlWithoutArticle(string place) => new("HS1016", Error,
        "The page holds no article text.", place,
        "Pages that a script fills in hold none: save the article as plain text.");

    /// <summary>HS1017: left out of a directory.</summary>
    public static Diagnostic Skipped(string place) => new("HS1017", Warning,
        "It was skipped: its extension is none of those that are read from a directory.", place,
        "Name the file itself to have it read whatever its name.");

    /// <summary>HS1018: nothing to read in a directory.</summary>
    public static Diagnostic NothingInDirectory(string place) => new("HS1018", Error,
        "The directory holds no file that can be read.", place, "Check that it is the right directory; docs/inputs.md lists the extensions.");

    /// <summary>HS1019: not English, or said not to be.</summary>
    public static Diagnostic Language(string place, string language, bool readsEnglish) => new("HS1019", Warning,
        readsEnglish ? $"The article says it is in {language}, but it reads like English and was used." : $"The article is in {language}; only English is understood.",
        place, "Leave it out if it is not English: what is coded from it will be wrong.");

    /// <summary>HS1020: the page broke the reader.</summary>
    public static Diagnostic HtmlBroken(string place, string reason) => new("HS1020", Error,
        $"The page could not be read: {reason.TrimEnd('.')}.", place, "Save the article as plain text.");

    /// <summary>HS1022: left out for its language.</summary>
    public static Diagnostic NotEnglish(string place, string language) => new("HS1022", Warning,
        $"It was left out: it is in {language}, and only English is coded.", place, "Translate it first if it matters.");

    /// <summary>HS1023: coded before under another name.</summary>
    public static Diagnostic Reprint(string place, string original, double similarity) => new("HS1023", Warning,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It reprints \"{original}\" (similarity {similarity:0.00}) and was not coded again."), place,
        "Its events stand in the record of that article; --reprints code codes every copy.");

    /// <summary>HS1024: a record of an archive.</summary>
    public static Diagnostic BadRecord(string place, string reason) => new("HS1024", Error,
        $"The record cannot be read: {reason.TrimEnd('.')}.", place, "Fetch the archive again if many records are lost; the others are read.");

    /// <summary>HS1025: what an archive holds besides articles.</summary>
    public static Diagnostic LeftOut(string place, long records, string kinds) => new("HS1025", Warning,
        $"{records:N0} records that hold no article were left out: {kinds}.", place, "Nothing needs doing: archives keep requests, redirects and pictures as well.");

    /// <summary>HS1026: a page that ends too early.</summary>
    public static Diagnostic CutOff(string place) => new("HS1026", Warning,
        "The crawler cut the page off; its end is missing.", place, "Nothing needs doing, unless the whole article is needed.");

    /// <summary>HS1027: XML or JSON that should be a feed.</summary>
    public static Diagnostic BadFeed(string place, string reason) => new("HS1027", Error,
        $"The feed cannot be read: {reason.TrimEnd('.')}.", place, "Open it in a browser to see what the server sends.");

    /// <summary>HS1028: a feed that stops being XML.</summary>
    public static Diagnostic FeedBrokenOff(string place, int items, string reason) => new("HS1028", Warning,
        $"The feed is read as far as its first {items:N0} entries: {reason.TrimEnd('.')}.", place, "Tell its publisher; the entries before the fault are used.");

    /// <summary>HS1029: XML of no known kind.</summary>
    public static Diagnostic BadXml(string place, string reason) => new("HS1029", Error,
        $"The XML cannot be read: {reason.TrimEnd('.')}.", place, "RSS, Atom, NewsML-G2 and NITF are understood; document type definitions are never read.");

    /// <summary>HS1030: a table.</summary>
    public static Diagnostic BadTable(string place, string reason) => new("HS1030", Error,
        $"The table cannot be read: {reason.TrimEnd('.')}.", place, "Give it a header line with a column text, or name the column with --columns text=NAME.");

    /// <summary>HS1031: an e-mail message.</summary>
    public static Diagnostic BadMessage(string place, string reason) => new("HS1031", Error,
        $"The message cannot be read: {reason.TrimEnd('.')}.", place, "Save it again as .eml from the mail program.");

    /// <summary>HS1032: an address that is not fetched.</summary>
    public static Diagnostic NotFetched(string place, string reason) => new("HS1032", Error,
        $"The address was not fetched: {reason.TrimEnd('.')}.", place, "Check the address, or save the page and read the file.");

    /// <summary>HS1033: robots.txt says no.</summary>
    public static Diagnostic NotWelcome(string place) => new("HS1033", Warning,
        "It was left out: the site's robots.txt asks programs not to fetch it.", place, "Nothing needs doing; what the feed itself holds is used where it is enough.");
}
