namespace Hearsay.Language.Segmentation;

/// <summary>
/// Faces drawn with punctuation (":-)", ";)") and emoji with their modifiers, so that each stays one token.
/// Answers with a length or an end; zero length means that none begins there.
/// </summary>
internal static class Emoticons
{
    private static readonly string[] Faces =
    [
        ":-)", ":-(", ";-)", ":-/", ":-D", ":-P", ":'(", ":)", ":(", ";)", ":D", ":P", ":/", ":o", "=)", "=(", "=D", "(:", "<3", "^_^", "-_-", "XD",
    ];

    /// <summary>Length of the face that begins at <paramref name="i"/>, 0 when none does.</summary>
    public static int Length(string text, int i, int end)
    {
        if (text[i] is not (':' or ';' or '=' or '(' or '<' or '^' or '-')) return 0;
        var rest = text.AsSpan(i, Math.Min(3, end - i));
        foreach (string face in Faces)
        {
            if (!rest.StartsWith(face, StringComparison.Ordinal)) continue;
            int stop = i + face.Length;
            bool letterFollows = stop < end && Characters.IsWord(text, stop);
            return letterFollows ? 0 : face.Length;
        }
        return 0;
    }

    /// <summary>End of the emoji at <paramref name="i"/>, its skin tones, variation selectors and joined parts included.</summary>
    public static int EmojiEnd(string text, int i, int end)
    {
        int stop = i + 2;
        while (stop < end)
        {
            char c = text[stop];
            bool tone = c == '\uD83C' && stop + 1 < end && text[stop + 1] is >= '\uDFFB' and <= '\uDFFF';
            if (tone) { stop += 2; continue; }
            if (c is '\uFE0E' or '\uFE0F') { stop++; continue; }
            if (c == '\u200D' && stop + 2 < end && char.IsSurrogatePair(text[stop + 1], text[stop + 2])) { stop += 3; continue; }
            break;
        }
        return stop;
    }
}
