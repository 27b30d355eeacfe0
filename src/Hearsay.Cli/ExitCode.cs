namespace Hearsay.Cli;

/// <summary>What the program answers to the shell; every verb uses the same five.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked for was done.</summary>
    public const int Ok = 0;

    /// <summary>Nothing could be done.</summary>
    public const int Failure = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Some inputs failed, others were done.</summary>
    public const int SomeFailed = 3;

    /// <summary>Interrupted by Ctrl-C or a termination signal; what was written stands.</summary>
    public const int Interrupted = 130;
}
