namespace Hearsay.Coding.Records;

/// <summary>
/// One party that vouches for a report, in a chain that runs from the outermost to the innermost. The article's
/// own outlet is never a hop. <c>Cue</c> is the word that credits the party ("said", "according to").
/// </summary>
/// <param name="Name">The fullest name the article gives; null for unnamed and unspecified parties.</param>
/// <param name="Kind">One of outlet, wire, person, organization, anonymous, document, social, unspecified.</param>
/// <param name="Cue">The crediting words, as written; null when quotation marks alone credit.</param>
/// <param name="Text">The words that name the party, or the hearsay word itself for an unspecified hop.</param>
/// <param name="Start">Start of <paramref name="Text"/> in <c>Article.Text</c>.</param>
/// <param name="End">End (exclusive).</param>
public sealed record ChainHop(string? Name, string Kind, string? Cue, string Text, int Start, int End);
