using Hearsay.Articles;
using Hearsay.Language;

namespace Hearsay.Cli;

/// <summary>
/// How commands come by what they need to work with; each loads from the directories that the user named (or null)
/// or says why it cannot. A command calls its loader only once it knows that there is work, so that help and usage
/// errors cost nothing; tests put a coder of their own in place of the real one.
/// </summary>
/// <param name="Code">What codes an article.</param>
/// <param name="Coder">The coder with its knowledge.</param>
/// <param name="Annotator">Only the language models.</param>
internal sealed record Loaders(LoadCode Code, LoadCoder Coder, LoadAnnotator Annotator);

/// <summary>Loads what codes an article.</summary>
internal delegate (Func<Article, CodedArticle>? Code, Diagnostic? Fault) LoadCode(string? data, string? models);

/// <summary>Loads the coder with its knowledge.</summary>
internal delegate (Coder? Coder, Diagnostic? Fault) LoadCoder(string? data, string? models);

/// <summary>Loads the language models.</summary>
internal delegate (Annotator? Annotator, Diagnostic? Fault) LoadAnnotator(string? models);
