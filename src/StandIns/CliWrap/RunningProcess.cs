using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CliWrap;

/// <summary>One started process: its streams, its end, and the two ways to end it early.</summary>
internal sealed class RunningProcess : IDisposable
{
    private const int Sigint = 2;

    // How long a killed process may take to vanish before the caller is told that it does not.
    private static readonly TimeSpan KillBudget = TimeSpan.FromSeconds(3);

    private readonly Process _process;

    private RunningProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        StartTime = Now();
    }

    public int Id { get; }

    public DateTimeOffset StartTime { get; }

    public DateTimeOffset ExitTime { get; private set; }

    public int ExitCode => _process.ExitCode;

    public Stream StandardInput => _process.StandardInput.BaseStream;

    public Stream StandardOutput => _process.StandardOutput.BaseStream;

    public Stream StandardError => _process.StandardError.BaseStream;

    public static RunningProcess Start(ProcessStartInfo startInfo)
    {
        var process = new Process { StartInfo = startInfo };
        try
        {
            process.Start();
            return new RunningProcess(process);
        }
        catch (Win32Exception refused)
        {
            process.Dispose();
            throw new Win32Exception(
                $"'{startInfo.FileName}' could not be started in '{startInfo.WorkingDirectory}': "
                    + "the program or the directory is missing, or it may not be executed; the inner exception says which.",
                refused
            );
        }
    }

    /// <summary>Waits for the end; once killed, not longer than the budget.</summary>
    public async Task WaitForExitAsync(CancellationToken killed)
    {
        using var overdue = new CancellationTokenSource();
        // Wall time by its nature: it bounds a kill(2), not a wait for the cloud.
#pragma warning disable RS0030
        await using var counting = killed.Register(() => overdue.CancelAfter(KillBudget)).ConfigureAwait(false);
#pragma warning restore RS0030
        try
        {
            await _process.WaitForExitAsync(overdue.Token).ConfigureAwait(false);
            ExitTime = Now();
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException(
                $"{this} was killed and has not ended within {KillBudget.TotalSeconds} s.",
                late
            );
        }
    }

    public void Interrupt()
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (_process.HasExited || SendSignal(Id, Sigint) == 0))
                return;
        }
        catch (InvalidOperationException)
        {
            return; // Already gone and disposed of.
        }

        Kill();
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception refused) when (refused is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Gone already, or not ours to kill: WaitForExitAsync reports the second.
        }
    }

    public void Dispose() => _process.Dispose();

    public override string ToString() => $"The process {Path.GetFileName(_process.StartInfo.FileName)}#{Id}";

    // A result's StartTime and ExitTime are the system clock's in the original too.
#pragma warning disable RS0030
    private static DateTimeOffset Now() => DateTimeOffset.Now;
#pragma warning restore RS0030

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}
