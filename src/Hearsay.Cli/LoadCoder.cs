using Hearsay.Articles;

namespace Hearsay.Cli;

/// <summary>
/// Loads the coder from the directories that the user named (or null), or says why it cannot. Called by the verbs
/// that code, once they know that they have something to code; tests put a coder of their own in its place.
/// </summary>
internal delegate (Func<Article, CodedArticle>? Code, Diagnostic? Fault) LoadCoder(string? data, string? models);
