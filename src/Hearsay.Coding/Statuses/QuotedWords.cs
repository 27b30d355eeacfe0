using Hearsay.Language;

namespace Hearsay.Coding.Statuses;

/// <summary>
/// Tells which tokens of one sentence stand between double quotation marks, so that what is asked or embedded inside
/// them does not act on the words around them: in <c>She met them and asked, "Enough?"</c> nobody asks whether she met
/// them. A sentence that closes a mark it did not open is quoted from its start.
/// </summary>
internal readonly struct QuotedWords
{
    private readonly bool[]? inside;

    /// <summary>Reads the marks of <paramref name="s"/>.</summary>
    public QuotedWords(Sentence s)
    {
        bool open = false;
        for (int i = 0; i < s.Tokens.Count; i++)
        {
            string form = s.Tokens[i].Form;
            bool opens = form is "“" or "``" || form == "\"" && !open, closes = form is "”" or "''" || form == "\"" && open;
            if (!opens && !closes) { if (open) inside![i] = true; continue; }
            inside ??= new bool[s.Tokens.Count];
            if (closes && !open) Array.Fill(inside, true, 0, i);
            open = opens;
        }
    }

    /// <summary>Whether the token at <paramref name="index"/> is quoted.</summary>
    public bool Holds(int index) => inside is not null && inside[index];
}
