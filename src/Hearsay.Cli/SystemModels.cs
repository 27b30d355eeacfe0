using Hearsay.Articles;
using Hearsay.Coding.Knowledge;
using Hearsay.Language;

namespace Hearsay.Cli;

/// <summary>
/// Loads the real coder, or only its language models, from the directories that <see cref="KnowledgeLocation"/>
/// finds. Whatever is wrong with a file there comes out as a diagnostic, since it is the user's to mend.
/// </summary>
internal static class SystemModels
{
    /// <summary>The real loaders.</summary>
    public static readonly Loaders Loaders = new(Code, Coder, Annotator);

    private static (Func<Article, CodedArticle>? Code, Diagnostic? Fault) Code(string? data, string? models)
    {
        var (coder, fault) = Coder(data, models);
        return (coder is null ? null : coder.Code, fault);
    }

    private static (Coder? Coder, Diagnostic? Fault) Coder(string? data, string? models)
    {
        var (location, fault) = KnowledgeLocation.Find(data, models);
        return location is null ? (null, fault) : Guarded(() => Hearsay.Coder.Load(location.Data, location.Models));
    }

    private static (Annotator? Annotator, Diagnostic? Fault) Annotator(string? models)
    {
        var (path, fault) = KnowledgeLocation.FindModels(models);
        return path is null ? (null, fault) : Guarded(() => Language.Annotator.Load(Path.Combine(path, "en")));
    }

    private static (T? Loaded, Diagnostic? Fault) Guarded<T>(Func<T> load) where T : class
    {
        try
        {
            return (load(), null);
        }
        catch (KnowledgeException e)
        {
            // The message already is "file:line:column: HS2nnn problem remedy".
            int cut = e.Message.IndexOf($": {e.Code} ", StringComparison.Ordinal);
            return cut < 0
                ? (null, Complaints.CannotLoad(e.Message))
                : (null, new(e.Code, Severity.Error, e.Message[(cut + e.Code.Length + 3)..], e.Message[..cut], ""));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, Complaints.CannotLoad(e.Message.ReplaceLineEndings(" ")));
        }
    }
}
