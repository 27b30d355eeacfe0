using Hearsay.Articles;

namespace Hearsay.Web;

/// <summary>
/// What the reading room is opened with. <c>Store</c> names the store (a file, or a PostgreSQL address), <c>Address</c>
/// where to listen, as in ASP.NET ("http://127.0.0.1:5080"; several are separated by semicolons). The coder is loaded once, when the first article is pasted.
/// </summary>
public sealed record ReadingRoomOptions
{
    /// <summary>The store, as <c>--db</c> names it.</summary>
    public required string Store { get; init; }

    /// <summary>Where to listen; only this machine unless there are accounts.</summary>
    public string Address { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Loads the coder with its knowledge, or says why it cannot.</summary>
    public required Func<(Coder? Coder, Diagnostic? Fault)> LoadCoder { get; init; }

    /// <summary>The folder of the knowledge, for explanations.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder of the models, which the store notes with every run.</summary>
    public required string ModelsDirectory { get; init; }

    /// <summary>Whether readers must sign in although the room listens to this machine only.</summary>
    public bool RequireAccounts { get; init; }

    /// <summary>What time it is.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Settings that go before those of the environment and of appsettings.json, under the same names ("Hearsay:Provider:Authority").</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}
