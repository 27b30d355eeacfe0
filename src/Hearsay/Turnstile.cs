namespace Hearsay;

/// <summary>
/// Lets threads that work on numbered pieces do one short thing each in the order of the numbers, from 0 on. A thread
/// waits in <see cref="Pass"/> until all before it have passed; passing a second time does nothing, so that a thread
/// that failed can make sure that the others are not held up.
/// </summary>
internal sealed class Turnstile
{
    private readonly object gate = new();
    private long next;

    /// <summary>Runs <paramref name="act"/> when it is this number's turn; an exception counts as passed.</summary>
    public void Pass(long number, Action act)
    {
        lock (gate)
        {
            while (next < number) Monitor.Wait(gate);
            if (next > number) return;
            try
            {
                act();
            }
            finally
            {
                next++;
                Monitor.PulseAll(gate);
            }
        }
    }
}
