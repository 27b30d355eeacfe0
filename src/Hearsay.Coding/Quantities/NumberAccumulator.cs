namespace Hearsay.Coding.Quantities;

/// <summary>
/// Adds up a spelled-out number word by word: "two", "hundred", "forty", "one" gives 241. A word that cannot
/// continue the number ("nineteen" then "seventy") is refused and leaves the value as it was.
/// </summary>
public struct NumberAccumulator
{
    private double total, current;

    /// <summary>Words taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the last word was an ordinal, which ends the number.</summary>
    public bool Ordinal { get; private set; }

    /// <summary>The number so far.</summary>
    public readonly double Value => total + current;

    /// <summary>Starts from a number in digits ("12 million").</summary>
    public void Begin(double digits)
    {
        current = digits;
        Count = 1;
    }

    /// <summary>Takes the next word, or refuses it.</summary>
    public bool TryAdd(NumberWord word)
    {
        if (Ordinal) return false;
        switch (word.Kind)
        {
            case NumberKind.Cardinal or NumberKind.Ordinal:
                double below = current % 100;
                bool fits = Count == 0 || (below == 0 && word.Value < 100) || (below >= 20 && below % 10 == 0 && word.Value is > 0 and < 10);
                if (!fits || (Count > 0 && Value == 0)) return false;
                current += word.Value;
                Ordinal = word.Kind == NumberKind.Ordinal;
                break;
            case NumberKind.Scale when Count == 0 && word.Text != "dozen" && word.Text.Length < 4:
                return false;
            case NumberKind.Scale when word.Value < 1000:
                current = (current == 0 ? 1 : current) * word.Value;
                break;
            case NumberKind.Scale:
                total += (current == 0 ? 1 : current) * word.Value;
                current = 0;
                break;
            default:
                return false;
        }
        Count++;
        return true;
    }
}
