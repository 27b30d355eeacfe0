using Hearsay.Language.Coreference;

namespace Hearsay.Language.Tests.Coreference;

/// <summary>The embedded tables are what the code takes them for.</summary>
public sealed class LexiconTableTests
{
    [Theory]
    [InlineData("given-names.csv", "f m u", 4_000)]
    [InlineData("nouns.csv", "person group place time quantity thing", 1_000)]
    public void A_table_is_sorted_without_repetition_and_well_formed(string file, string allowed, int atLeast)
    {
        using var stream = typeof(CoreferenceResolver).Assembly.GetManifestResourceStream("Hearsay.Language.Coreference." + file);
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')).ToList();
        Assert.True(rows.Count >= atLeast);
        string[] keys = [.. rows.Select(row => row[0])];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Length, keys.Distinct().Count());
        string[] values = allowed.Split(' ');
        Assert.All(rows, row => Assert.Contains(row[1], values));
        Assert.All(keys, key => Assert.Equal(key.ToLowerInvariant(), key));
    }
}
