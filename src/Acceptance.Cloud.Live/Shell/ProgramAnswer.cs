namespace Acceptance.Cloud.Live.Shell;

/// <summary>What a program printed and how it ended (128+n for a signal).</summary>
internal sealed record ProgramAnswer(int Exit, string Output, string Error)
{
    /// <summary>When it had ended, on the cloud's clock.</summary>
    public DateTimeOffset At { get; init; }
}
