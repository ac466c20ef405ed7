using System.Diagnostics;

namespace Acceptance.Twin.Tests.Personas;

/// <summary>A real bash on the jumphost of a twin: its HOME, its PATH, nothing else.</summary>
internal sealed class OperatorShell : IAsyncDisposable
{
    public OperatorShell(Acceptance.Cloud.Twin.TwinOptions? options = null)
    {
        var homes = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".cache",
            "acceptance-tests"
        );
        Twin = Acceptance.Cloud.Twin.Twin.Start(
            (options ?? new Acceptance.Cloud.Twin.TwinOptions()) with
            {
                HomesUnder = homes,
                FirstBlock = 60,
            }
        );
    }

    public Acceptance.Cloud.Twin.Twin Twin { get; }

    public async Task<(int Exit, string Out, string Err)> Run(string script, string? stdin = null)
    {
        using var bash = Start(script);
        if (stdin is not null)
            await bash.StandardInput.WriteAsync(stdin);
        bash.StandardInput.Close();
        var stdout = bash.StandardOutput.ReadToEndAsync();
        var stderr = bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await stdout, await stderr);
    }

    public Process Start(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Twin.Home,
        };
        start.Environment["HOME"] = Twin.Home;
        start.Environment["PATH"] = $"{Twin.Bin}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
        start.Environment.Remove("JUJU_MODEL");
        return Process.Start(start)!;
    }

    public ValueTask DisposeAsync() => Twin.DisposeAsync();
}
