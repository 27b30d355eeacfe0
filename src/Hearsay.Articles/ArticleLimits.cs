namespace Hearsay.Articles;

/// <summary>
/// How large an input may be before it is refused instead of read. The HTML limits stand in front of the parser
/// because a page of 29 KB (5,000 unclosed anchors) costs it seconds and 100,000 paragraphs more than 20 s.
/// </summary>
public static class ArticleLimits
{
    /// <summary>Bytes of a text file or page.</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>Bytes of one line of JSON Lines, or of one JSON document.</summary>
    public const int LineBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of one record of a web archive, packed or unpacked.</summary>
    public const int RecordBytes = 16 * 1024 * 1024;

    /// <summary>How many times its own size packed data may unpack to; real text stays under 20.</summary>
    public const int CompressionRatio = 200;

    /// <summary>UTF-16 code units of <see cref="Article.Text"/>: about 170,000 words, longer than most novels.</summary>
    public const int TextLength = 1_000_000;

    /// <summary>Open elements inside one another in a page.</summary>
    public const int HtmlDepth = 512;

    /// <summary>Elements in a page.</summary>
    public const int HtmlElements = 50_000;

    /// <summary>How long a page may take, in processor time of the program.</summary>
    public static readonly TimeSpan HtmlTime = TimeSpan.FromSeconds(5);

    /// <summary>How long a page may take by the clock, on a machine that has little time for the program.</summary>
    public static readonly TimeSpan HtmlPatience = TimeSpan.FromSeconds(30);
}
