namespace Hearsay.Language.Parsing;

/// <summary>
/// The keys under which a word is looked up: lower-cased form with digits as 0, suffixes and prefixes, shape, how it
/// is capitalised given its place in the sentence, whether it is known as a place or a people, and the form once more, to be found
/// among words whose company in a large text is known. Built in place without allocating; the spans are valid until the next <see cref="Set"/>.
/// </summary>
internal sealed class WordKeys(KnownPlaces places)
{
    /// <summary>Number of keys.</summary>
    public const int Count = 10;

    /// <summary>Index of the whole form among the keys.</summary>
    public const int Form = 0;

    /// <summary>Index of the form among the words with a vector.</summary>
    public const int Vector = 9;

    private const int MaxLength = 64;
    private const int MaxShape = 10;
    private const int MaxRun = 3;
    private readonly char[] word = new char[MaxLength + 2];
    private readonly char[] shape = new char[MaxShape + 1];
    private int length;
    private int shapeLength;
    private string casing = "";
    private string place = "";
    private bool allCapitals;
    private bool seenLetters;

    /// <summary>Names of the keys, in order, as they stand in a model's description.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["form", "suffix3", "suffix2", "suffix4", "prefix3", "prefix2", "shape", "casing", "place", "vector"];

    private static readonly string[] PlaceKeys = [.. Enumerable.Range(0, 16).Select(i => "place" + i)];

    /// <summary>Prepares for the words of one sentence, to be set in order.</summary>
    public void Begin(IReadOnlyList<string> sentence)
    {
        seenLetters = false;
        int upper = 0, lower = 0;
        foreach (string w in sentence)
            foreach (char c in w)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }
        allCapitals = upper > 2 && lower * 4 < upper;
    }

    /// <summary>Computes the keys of the next word.</summary>
    public void Set(string form)
    {
        Normalise(form);
        SetShape(form);
        SetCasing(form);
        place = PlaceKeys[(int)places.Find(form)];
    }

    /// <summary>Key number <paramref name="index"/> of the current word.</summary>
    public ReadOnlySpan<char> this[int index] => index switch
    {
        0 => word.AsSpan(1, length),
        1 => Suffix(3),
        2 => Suffix(2),
        3 => Suffix(4),
        4 => Prefix(3),
        5 => Prefix(2),
        6 => shape.AsSpan(0, shapeLength),
        7 => casing,
        8 => place,
        _ => word.AsSpan(1, length),
    };

    private ReadOnlySpan<char> Suffix(int k) => length <= k ? word.AsSpan(0, length + 1) : word.AsSpan(1 + length - k, k);

    private ReadOnlySpan<char> Prefix(int k) => length <= k ? word.AsSpan(1, length + 1) : word.AsSpan(1, k);

    private void Normalise(string form)
    {
        length = Math.Min(form.Length, MaxLength);
        word[0] = '^';
        int half = MaxLength / 2;
        for (int i = 0; i < length; i++)
        {
            // An overlong word (a web address, say) keeps its beginning and its end.
            char c = form.Length > MaxLength && i >= half ? form[form.Length - MaxLength + i] : form[i];
            word[i + 1] = c switch
            {
                '\u2019' or '\u2018' => '\'',
                '\u201C' or '\u201D' => '"',
                '\u2013' => '-',
                _ => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c),
            };
        }
        word[length + 1] = '$';
    }

    private void SetShape(string form)
    {
        shapeLength = 0;
        char previous = '\0';
        int run = 0;
        foreach (char c in form)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = kind == previous ? run + 1 : 1;
            previous = kind;
            if (run <= MaxRun) shape[shapeLength++] = kind;
            if (shapeLength > MaxShape) break;
        }
    }

    private void SetCasing(string form)
    {
        char first = form.Length > 0 ? form[0] : ' ';
        if (!char.IsLetter(first)) casing = "other";
        else if (allCapitals) casing = "shouted";
        else if (!char.IsUpper(first)) casing = "lower";
        else casing = seenLetters ? "capital" : "initial";
        seenLetters |= char.IsLetter(first);
    }
}
