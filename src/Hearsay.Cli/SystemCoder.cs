using Hearsay.Articles;

namespace Hearsay.Cli;

/// <summary>
/// Loads the real coder from the directories that <see cref="KnowledgeLocation"/> finds. Whatever is wrong with the
/// knowledge comes out as a diagnostic, since a broken file there is the user's to mend.
/// </summary>
internal static class SystemCoder
{
    /// <summary>See <see cref="LoadCoder"/>.</summary>
    public static (Func<Article, CodedArticle>? Code, Diagnostic? Fault) Load(string? data, string? models)
    {
        var (location, fault) = KnowledgeLocation.Find(data, models);
        if (location is null) return (null, fault);
        try
        {
            return (Coder.Load(location.Data, location.Models).Code, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, Complaints.CannotLoad(e.Message));
        }
    }
}
