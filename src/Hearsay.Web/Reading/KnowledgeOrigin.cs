using Hearsay.Store;

namespace Hearsay.Web.Reading;

/// <summary>
/// What articles that are added here are coded with, as the store notes it for every run. Hashing the models takes a
/// moment, so it is done once, when the first article is added.
/// </summary>
internal sealed class KnowledgeOrigin(ReadingRoomOptions options)
{
    private readonly Lazy<RunOrigin> origin = new(() => RunOrigin.Of(options.DataDirectory, options.ModelsDirectory));

    /// <summary>Program, models and knowledge.</summary>
    public RunOrigin Get() => origin.Value;
}
