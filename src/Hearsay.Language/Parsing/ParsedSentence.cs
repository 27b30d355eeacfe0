namespace Hearsay.Language.Parsing;

/// <summary>
/// What the parser says about one sentence, an entry per word in each array. <paramref name="Heads"/> holds the
/// index of each word's head, from 0, and −1 for the one root. <paramref name="Feats"/> is "_" where a word has no
/// features. <paramref name="NameTags"/> marks names: "O" outside, "B-PER" at the first and "I-PER" at each further
/// word of one; kinds are PER, ORG, LOC and GRP (nationality, religion, political group).
/// </summary>
public sealed record ParsedSentence(
    string[] Upos, string[] Xpos, string[] Feats, int[] Heads, string[] DepRels, string[] NameTags);
