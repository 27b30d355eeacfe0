namespace Hearsay.Articles.Languages;

/// <summary>
/// Decides what becomes of an article in view of its language. What the text plainly is counts before what is
/// declared, because pages declare the language of their templates; where the text does not tell, the declaration
/// counts, and without one the text is taken for English. What is not English is left out with HS1022 when only English is
/// wanted, else kept with the warning HS1019.
/// </summary>
internal static class LanguageGate
{
    /// <summary>What readers put into <see cref="Article.Language"/> when the input declares none (BCP 47, "undetermined").</summary>
    public const string Undeclared = "und";

    /// <summary>The reading with the article's language settled, or without the article.</summary>
    public static ArticleReading Pass(ArticleReading reading, bool englishOnly)
    {
        if (reading.Article is not { } article) return reading;
        string? declared = article.Language == Undeclared ? null : article.Language;
        string? told = LanguageIdentifier.Of(article.Text);
        bool english = told is null ? declared is null || IsEnglish(declared) : told == "en";
        string language = english ? (declared is not null && IsEnglish(declared) ? declared : "en") : Agreeing(declared, told);
        if (english)
        {
            var kept = reading with { Article = article with { Language = language } };
            return declared is null || IsEnglish(declared) ? kept : kept with { Diagnostics = [.. reading.Diagnostics, Faults.Language(reading.Place, LanguageIdentifier.NameOf(declared), readsEnglish: true)] };
        }
        return englishOnly
            ? reading with { Article = null, Diagnostics = [.. reading.Diagnostics, Faults.NotEnglish(reading.Place, LanguageIdentifier.NameOf(language))] }
            : reading with { Article = article with { Language = language }, Diagnostics = [.. reading.Diagnostics, Faults.Language(reading.Place, LanguageIdentifier.NameOf(language), readsEnglish: false)] };
    }

    /// <summary>Whether a language tag means English ("en", "en-GB", "en_US", "eng").</summary>
    public static bool IsEnglish(string tag) => tag.Split('-', '_')[0].ToLowerInvariant() is "en" or "eng" or "english";

    // "de-AT" says more than "de".
    private static string Agreeing(string? declared, string? told) =>
        declared is not null && (told is null || declared.StartsWith(told, StringComparison.OrdinalIgnoreCase)) ? declared : told!;
}
