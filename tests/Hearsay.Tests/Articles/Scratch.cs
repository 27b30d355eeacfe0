using System.Text;

namespace Hearsay.Tests.Articles;

/// <summary>A directory of its own for one test, gone when the test ends.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>The directory.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hearsay-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, byte[] content)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(Folder))
        {
            if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        Directory.Delete(Folder, recursive: true);
    }
}
