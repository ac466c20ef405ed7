using System.Diagnostics;
using CliWrap.Exceptions;

namespace CliWrap;

public partial class Command
{
    /// <summary>
    /// Runs the command. A program that cannot be started throws at once (Win32Exception), not in the task.
    /// </summary>
    /// <param name="forcefulCancellationToken">Kills the process and all its descendants.</param>
    /// <param name="gracefulCancellationToken">Sends SIGINT to the process.</param>
    public CommandTask<CommandResult> ExecuteAsync(
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken
    )
    {
        var process = RunningProcess.Start(CreateStartInfo());
        // The id is read here: the process may be gone by the time the caller asks.
        return new CommandTask<CommandResult>(
            FinishAsync(process, forcefulCancellationToken, gracefulCancellationToken),
            process.Id
        );
    }

    public CommandTask<CommandResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ExecuteAsync(cancellationToken, CancellationToken.None);

    private ProcessStartInfo CreateStartInfo()
    {
        var startInfo = new ProcessStartInfo(TargetFilePath, Arguments)
        {
            WorkingDirectory = WorkingDirPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in EnvironmentVariables)
        {
            if (value is null)
                startInfo.Environment.Remove(name);
            else
                startInfo.Environment[name] = value;
        }

        return startInfo;
    }

    private async Task<CommandResult> FinishAsync(
        RunningProcess process,
        CancellationToken forceful,
        CancellationToken graceful
    )
    {
        using var running = process;
        await using var killing = forceful.Register(process.Kill).ConfigureAwait(false);
        await using var interrupting = graceful.Register(process.Interrupt).ConfigureAwait(false);
        using var input = CancellationTokenSource.CreateLinkedTokenSource(forceful);
        var pipes = Task.WhenAll(
            FeedAsync(process.StandardInput, input.Token),
            DrainAsync(process.StandardOutput, StandardOutputPipe, forceful),
            DrainAsync(process.StandardError, StandardErrorPipe, forceful)
        );

        try
        {
            await process.WaitForExitAsync(forceful).ConfigureAwait(false);
            // Nobody reads the input any more; the outputs may still hold what the process wrote last.
            await input.CancelAsync().ConfigureAwait(false);
            await pipes.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (input.IsCancellationRequested)
        {
            // The two tokens below say whose cancellation it was; an unread input is no failure.
        }

        ThrowIfCanceled(process, forceful, "killed");
        ThrowIfCanceled(process, graceful, "interrupted");
        ThrowIfInvalid(process);
        return new CommandResult(process.ExitCode, process.StartTime, process.ExitTime);
    }

    private async Task FeedAsync(Stream standardInput, CancellationToken cancellationToken)
    {
        await using var closing = standardInput.ConfigureAwait(false);
        try
        {
            await StandardInputPipe
                .CopyToAsync(standardInput, cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            await standardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException refused) when (refused.GetType() == typeof(IOException))
        {
            // Broken pipe: the process ended, or closed its input, without reading all of it.
            // A derived type (a source file that is missing) is the caller's to know.
        }
    }

    private static async Task DrainAsync(Stream output, PipeTarget target, CancellationToken cancellationToken)
    {
        await using var closing = output.ConfigureAwait(false);
        await target.CopyFromAsync(output, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfCanceled(RunningProcess process, CancellationToken token, string how)
    {
        if (token.IsCancellationRequested)
            throw new OperationCanceledException($"{process} was {how}, because its execution was canceled.", token);
    }

    private void ThrowIfInvalid(RunningProcess process)
    {
        if (process.ExitCode == 0 || !Validation.HasFlag(CommandResultValidation.ZeroExitCode))
            return;
        throw new CommandExecutionException(
            this,
            process.ExitCode,
            $"""
            {process} ended with exit code {process.ExitCode}, where 0 is asked for. The command was:
              {this}
            Where another exit code is an answer, ask for it: WithValidation(CommandResultValidation.None).
            """
        );
    }
}
