using Hearsay.Articles;
using Hearsay.Store;

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
        var (dataPath, dataFault) = FindData(data);
        if (dataPath is null) return (null, dataFault);
        var (modelsPath, modelsFault) = FindModels(models);
        return modelsPath is null ? (null, modelsFault) : (new(dataPath, modelsPath), null);
    }

    /// <summary>What a store says of a run with them.</summary>
    public static RunOrigin Origin(string? data, string? models) =>
        Find(data, models).Location is { } found ? RunOrigin.Of(found.Data, found.Models) : new(RunOrigin.ProgramVersion, "unknown", "unknown");

    /// <summary>The directory of the knowledge, or what is wrong.</summary>
    public static (string? Path, Diagnostic? Fault) FindData(string? option) => Find(option, "data", "HEARSAY_DATA");

    /// <summary>The directory of the models, or what is wrong.</summary>
    public static (string? Path, Diagnostic? Fault) FindModels(string? option) => Find(option, "models", "HEARSAY_MODELS");

    private static (string? Path, Diagnostic? Fault) Find(string? option, string name, string variable)
    {
        string path = !string.IsNullOrEmpty(option) ? option
            : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set
            : Path.Combine(AppContext.BaseDirectory, name);
        return Directory.Exists(path) ? (path, null) : (null, Complaints.NoDirectory(path, $"--{name}", variable));
    }
}
