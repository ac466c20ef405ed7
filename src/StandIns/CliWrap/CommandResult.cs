namespace CliWrap;

/// <summary>How a command ended.</summary>
public class CommandResult(int exitCode, DateTimeOffset startTime, DateTimeOffset exitTime)
{
    public int ExitCode { get; } = exitCode;

    public bool IsSuccess => ExitCode == 0;

    public DateTimeOffset StartTime { get; } = startTime;

    public DateTimeOffset ExitTime { get; } = exitTime;

    public TimeSpan RunTime => ExitTime - StartTime;

    public static implicit operator int(CommandResult result) => result.ExitCode;

    public static implicit operator bool(CommandResult result) => result.IsSuccess;
}
