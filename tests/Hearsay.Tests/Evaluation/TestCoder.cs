namespace Hearsay.Tests.Evaluation;

/// <summary>One coder over the checkout's own data and models, loaded once for all tests.</summary>
internal static class TestCoder
{
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<Coder> Loaded = new(() => Coder.Load(Path.Combine(Root, "data"), Path.Combine(Root, "models")));

    public static Coder Instance => Loaded.Value;

    /// <summary>The folder with the gold sets, or null where it is not.</summary>
    public static string? Gold
    {
        get
        {
            string folder = Environment.GetEnvironmentVariable("HEARSAY_GOLD") ?? Path.Combine(Root, "..", "shared");
            return Directory.Exists(Path.Combine(folder, "gold")) ? folder : null;
        }
    }

    private static string FindRoot()
    {
        foreach (string start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Hearsay.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not lie in a checkout; run them from one.");
    }
}
