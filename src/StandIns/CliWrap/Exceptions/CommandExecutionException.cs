namespace CliWrap.Exceptions;

/// <summary>A command that ended with an exit code its validation refuses.</summary>
public class CommandExecutionException(
    ICommandConfiguration command,
    int exitCode,
    string message,
    Exception? innerException = null
) : CliWrapException(message, innerException)
{
    public ICommandConfiguration Command { get; } = command;

    public int ExitCode { get; } = exitCode;
}
