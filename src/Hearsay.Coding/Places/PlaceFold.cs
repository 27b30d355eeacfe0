using System.Text;

namespace Hearsay.Coding.Places;

/// <summary>
/// The form of a name that the gazetteer is sorted by and searched with: lower case, Latin letters without their
/// marks, apostrophes dropped, hyphens and other punctuation as one blank. "Al Ḩudaydah" and "al-Hudaydah" fold to
/// the same bytes, so do "N'Djamena" and "Ndjamena". Letters outside the Latin blocks are kept as they are.
/// </summary>
public static class PlaceFold
{
    // One base letter for each of U+00C0..U+024F and U+1E00..U+1EFF; '?' where there is none. A table, since the
    // framework's decomposition depends on the globalization mode that the program runs in.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii"
        + "??jjkk?llllll??llnnnnnn?nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz????????????????e??f?????????????oo"
        + "?????????????uu????????????????????????????aaiioouuuuuuuuuu?aaaa????ggkkoooo??j???gg??nnaa????aaaaeeeeiiiioooorr"
        + "rruuuusstt??hh??????aaeeooooooooyy????????????????????????????";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuu"
        + "uuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuu"
        + "uuuuuuyyyyyyyy??????";

    /// <summary>The folded name; empty when nothing is left.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        Span<char> buffer = name.Length <= 128 ? stackalloc char[128] : new char[name.Length];
        int length = Fold(name, buffer);
        return buffer[..length].ToString();
    }

    /// <summary>Folds into <paramref name="into"/>, which must be as long as the name; returns the length written.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<char> into)
    {
        int n = 0;
        foreach (char c in name)
        {
            char folded = Letter(c);
            if (folded == '\0') continue;
            if (folded == ' ' && (n == 0 || into[n - 1] == ' ')) continue;
            into[n++] = folded;
        }
        return n > 0 && into[n - 1] == ' ' ? n - 1 : n;
    }

    /// <summary>The UTF-8 bytes of the folded name, for comparing with the gazetteer's keys.</summary>
    public static byte[] Key(ReadOnlySpan<char> name) => Encoding.UTF8.GetBytes(Fold(name));

    private static char Letter(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '´' or '.' => '\0',
        >= 'À' and <= 'ɏ' => Latin[c - 'À'] is var l and not '?' ? l : c,
        >= 'Ḁ' and <= 'ỿ' => LatinAdditional[c - 'Ḁ'] is var l and not '?' ? l : c,
        >= '\u0300' and <= '\u036F' => '\0',
        _ => char.IsLetterOrDigit(c) ? c : ' ',
    };
}
