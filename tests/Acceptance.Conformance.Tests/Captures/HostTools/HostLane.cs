using System.Diagnostics;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>A twin on which captures are run one after the other, and the shells of its hosts.</summary>
internal sealed class HostLane : IAsyncDisposable
{
    /// <summary>What no captured command takes; a hang ends here.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    public HostLane()
    {
        var homes = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".cache",
            "acceptance-tests"
        );
        Twin = Twin.Start(
            new TwinOptions
            {
                HomesUnder = homes,
                FirstBlock = 110,
                World = "accepted",
            }
        );
    }

    public Twin Twin { get; }

    public TwinWorld World => Twin.World;

    /// <summary>Writes a file where the host has it.</summary>
    public void Write(ShellHost host, string path, string text)
    {
        Twin.Shells.Open(host);
        Directory.CreateDirectory(Path.GetDirectoryName(host.Root + path)!);
        File.WriteAllText(host.Root + path, text);
    }

    public async Task<Played> Run(Stage stage, string? stdin)
    {
        var script = Twin.Shells.Script(stage.Host, new ShellOrder(stage.Command) { Elevated = stage.Elevated });
        using var bash = Process.Start(
            new ProcessStartInfo("/bin/bash", ["-c", stdin is null ? $"{{ {script}; }} </dev/null" : script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Twin.Home,
                Environment =
                {
                    ["HOME"] = Twin.Home,
                    ["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
                    ["LC_ALL"] = "C.UTF-8",
                },
            }
        )!;
        var (stdout, stderr) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        if (stdin is not null)
            await bash.StandardInput.WriteAsync(stdin);
        bash.StandardInput.Close();
        // A hang of a real program takes real time, so the wait for it does too.
#pragma warning disable RS0030
        using var patience = new CancellationTokenSource(TooLong);
#pragma warning restore RS0030
        try
        {
            await bash.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            bash.Kill(entireProcessTree: true);
            return new Played(-1, "", "it hung");
        }

        return new Played(bash.ExitCode, await stdout, await stderr);
    }

    public ValueTask DisposeAsync() => Twin.DisposeAsync();
}
