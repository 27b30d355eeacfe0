namespace Hearsay.Language.Coreference;

/// <summary>
/// Which pronoun a person's name takes by its given name: "Ada Cole" is a "she", "Tom Ost" a "he". Takes the name as
/// printed; a given name that is unknown or borne by both, or a lone surname, tells nothing.
/// </summary>
public static class PersonPronoun
{
    /// <summary>"he", "she", or null where the name does not tell.</summary>
    public static string? Of(string name)
    {
        string[] words = name.Split(' ');
        return words.Length < 2 ? null : NounLexicon.GenderOfGivenName(words[0].ToLowerInvariant()) switch { Gender.Male => "he", Gender.Female => "she", _ => null };
    }
}
