using Hearsay.Articles;

namespace Hearsay.Cli;

/// <summary>
/// Finds data/ and models/: what the option names, else what HEARSAY_DATA or HEARSAY_MODELS names, else the
/// directory next to the program. The first that is given counts, even if it is wrong: a misspelt option must not
/// quietly use other knowledge.
/// </summary>
internal sealed record KnowledgeLocation(string Data, string Models)
{
    /// <summary>Both directories, or what is wrong.</summary>
    public static (KnowledgeLocation? Location, Diagnostic? Fault) Find(string? data, string? models)
    {
        string dataPath = Choose(data, "HEARSAY_DATA", "data"), modelsPath = Choose(models, "HEARSAY_MODELS", "models");
        if (!Directory.Exists(dataPath)) return (null, Complaints.NoDirectory(dataPath, "--data", "HEARSAY_DATA"));
        if (!Directory.Exists(modelsPath)) return (null, Complaints.NoDirectory(modelsPath, "--models", "HEARSAY_MODELS"));
        return (new(dataPath, modelsPath), null);
    }

    private static string Choose(string? option, string variable, string name)
    {
        if (!string.IsNullOrEmpty(option)) return option;
        string? set = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(set) ? Path.Combine(AppContext.BaseDirectory, name) : set;
    }
}
