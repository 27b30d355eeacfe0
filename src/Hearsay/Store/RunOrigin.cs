using System.IO.Hashing;
using System.Reflection;
using System.Globalization;

namespace Hearsay.Store;

/// <summary>
/// What records were made with: the program's version, and a hash each of the models and of the knowledge, so that a
/// figure can be cited and made again. Two runs with the same three give the same records for the same article.
/// </summary>
/// <param name="Program">"0.1.0".</param>
/// <param name="Models">Sixteen hexadecimal digits over the files of the models' folder.</param>
/// <param name="Knowledge">Sixteen hexadecimal digits over the files of the knowledge's folder.</param>
public sealed record RunOrigin(string Program, string Models, string Knowledge)
{
    /// <summary>The version of this program.</summary>
    public static string ProgramVersion { get; } =
        typeof(RunOrigin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>This program with the models and knowledge in these folders; caches that the program makes do not count.</summary>
    public static RunOrigin Of(string dataDirectory, string modelsDirectory) => new(ProgramVersion, HashOf(modelsDirectory), HashOf(dataDirectory));

    private static string HashOf(string folder)
    {
        var hash = new XxHash64();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file).StartsWith("compiled.bin", StringComparison.Ordinal)) continue;
            hash.Append(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            using var stream = File.OpenRead(file);
            hash.Append(stream);
        }
        return hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture);
    }
}
