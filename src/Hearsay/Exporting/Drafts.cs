using System.Collections.Concurrent;

namespace Hearsay.Exporting;

/// <summary>
/// What a text format makes of some articles before it is their turn: bytes in memory, which go to the output in one piece and
/// whose memory is used again. Thread-safe but for the writing, which is done in turn.
/// </summary>
internal sealed class Drafts(Stream output)
{
    private readonly ConcurrentBag<MemoryStream> free = [];

    /// <summary>Has a draft made and gives what writes it.</summary>
    public Action Of(Action<Stream> make)
    {
        var draft = free.TryTake(out var used) ? used : new MemoryStream();
        make(draft);
        return () =>
        {
            output.Write(draft.GetBuffer().AsSpan(0, (int)draft.Length));
            draft.SetLength(0);
            free.Add(draft);
        };
    }
}
