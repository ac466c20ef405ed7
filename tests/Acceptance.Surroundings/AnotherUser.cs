using System.Diagnostics;
using System.Globalization;

namespace Acceptance.Surroundings;

/// <summary>
/// A second user of this machine, as whom root may run a script: the one that ACCEPTANCE_ORDINARY_USER names, else the
/// first ordinary one, else nobody.
/// </summary>
public static class AnotherUser
{
    private const int FirstOrdinary = 1000;
    private const int LastOrdinary = 60000;

    // The kernel's own overflow uid: it needs no entry anywhere.
    private const string Nobody = "65534";

    /// <summary>Without root the test is skipped with a sentence; in CI it fails.</summary>
    public static string Need()
    {
        var user = Environment.UserName == "root" && RealProgram.Find("setpriv") is not null ? Find() : null;
        if (user is null)
            Absent.Say(
                "This test plays another user of the machine: run it as root, where setpriv is "
                    + "(ACCEPTANCE_ORDINARY_USER names the other one)."
            );
        return user;
    }

    /// <summary>Runs a bash script as that user, in / and with an empty environment.</summary>
    public static async Task<(int Exit, string Out, string Err)> Run(string script)
    {
        var start = new ProcessStartInfo(
            "setpriv",
            ["--reuid", Need(), "--regid", Need(), "--clear-groups", "/bin/bash", "-c", script]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("ACCEPTANCE_ORDINARY_USER") is { Length: > 0 } named
            ? named
            // name:password:uid:gid:comment:home:shell
            : File.ReadLines("/etc/passwd")
                .Select(line => line.Split(':'))
                .Where(field => field.Length > 2)
                .FirstOrDefault(field =>
                    int.TryParse(field[2], NumberStyles.None, CultureInfo.InvariantCulture, out var uid)
                    && uid is >= FirstOrdinary and <= LastOrdinary
                )
                ?[0]
                ?? Nobody;
}
