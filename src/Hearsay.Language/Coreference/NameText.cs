using System.Text;

namespace Hearsay.Language.Coreference;

/// <summary>
/// Brings the spellings of a name's word together: lower case, Latin letters without diacritics, no final dot, no
/// Arabic article ("al-Bashir" is "bashir"). Words that are so already come back as they are. The letters' table
/// is here because string normalisation depends on the platform when globalisation is invariant.
/// </summary>
internal static class NameText
{
    private const string Marked = "áàâäãåāăąçćčċďđðéèêëēėęěğģġíìîïīįıķĺļľłñńņňóòôöõøōőŕřśşšșţťțúùûüūůűųýÿźżžơưạảấầẩậắằẳặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹ’";
    private const string Plain = "aaaaaaaaaccccdddeeeeeeeegggiiiiiiikllllnnnnoooooooorrsssstttuuuuuuuuyyzzzouaaaaaaaaaaeeeeeeeiioooooooooouuuuuuyyyy'";

    /// <summary>The folded word; never empty for a word that is not.</summary>
    public static string Fold(string word)
    {
        string lower = word.ToLowerInvariant();
        if (!Ascii.IsValid(lower)) lower = WithoutMarks(lower);
        if (lower.Length > 4 && lower[2] == '-' && lower[0] is 'a' or 'e' && lower[1] == 'l') lower = lower[3..];
        return lower.Length > 2 && lower[^1] == '.' && lower.IndexOf('.') == lower.Length - 1 ? lower[..^1] : lower;
    }

    private static string WithoutMarks(string word) => string.Create(word.Length, word, static (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            int at = Marked.IndexOf(from[i], StringComparison.Ordinal);
            span[i] = at >= 0 ? Plain[at] : from[i];
        }
    });
}
