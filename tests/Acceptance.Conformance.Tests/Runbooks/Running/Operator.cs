using System.Diagnostics;
using System.Globalization;
using Acceptance.Conformance.Tests.Runbooks.Finding;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Runbooks.Running;

/// <summary>
/// Who sits at the jumphost: the user of these tests or, when that is root, a user without root's powers too.
/// </summary>
internal sealed class Operator
{
    private static readonly string[] Clients = ["openstack", "kubectl", "jq", "curl", "python3", "bash"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private readonly IReadOnlyList<string> _as;

    private Operator(string name, IReadOnlyList<string> before) => (Name, _as) = (name, before);

    public string Name { get; }

    public static Operator Self { get; } = new(Environment.UserName == "root" ? "root" : "no root", []);

    /// <summary>
    /// The user that ACCEPTANCE_ORDINARY_USER names, when these tests run as root; null: whoever runs them is all
    /// there is.
    /// </summary>
    public static Operator? WithoutRoot { get; } =
        Environment.UserName == "root"
        && Environment.GetEnvironmentVariable("ACCEPTANCE_ORDINARY_USER") is { Length: > 0 } name
            ? Named(name)
            : null;

    public override string ToString() => Name;

    /// <summary>Without the real clients the test is skipped with a sentence; in CI it fails.</summary>
    public static void NeedsClients()
    {
        var missing = Clients.Where(client => RealProgram.Find(client) is null).ToArray();
        if (missing.Length == 0)
            return;
        var says =
            $"Not on PATH: {string.Join(", ", missing)}. The runbooks' blocks run with the real clients only: "
            + $"{RealProgram.OpenStackClients} jq curl, and {RealKubectl.Install}.";
        Absent.Say(says);
    }

    /// <summary>Runs `acceptance` with these words, with a closed stdin.</summary>
    public (string Output, string Error) Run(IReadOnlyList<string> words)
    {
        string[] all = [.. _as, "dotnet", Cli, .. words];
        var start = new ProcessStartInfo(all[0], all.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("ACCEPTANCE_", StringComparison.Ordinal))
                .ToArray()
        )
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"acceptance {string.Join(' ', words)} did not end within {Longest.TotalMinutes} minutes"
                )
            );
        }

        return (output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static Operator Named(string name)
    {
        // name:password:uid:gid:comment:home:shell
        var home =
            File.ReadLines("/etc/passwd")
                .Select(line => line.Split(':'))
                .FirstOrDefault(field => field[0] == name)
                ?.ElementAtOrDefault(5)
            ?? throw new InvalidOperationException(
                $"ACCEPTANCE_ORDINARY_USER names '{name}', and /etc/passwd knows no such user."
            );
        return new Operator(
            "no root",
            [
                "runuser",
                "-u",
                name,
                "--",
                "env",
                "-i",
                $"HOME={home}",
                $"USER={name}",
                $"PATH={Environment.GetEnvironmentVariable("PATH")}",
            ]
        );
    }

    /// <summary>As this assembly itself was built.</summary>
    private static string Cli =>
        WorkTree.PathOf(
            "src",
            "Acceptance.Cli",
            Path.GetRelativePath(
                WorkTree.PathOf("tests", "Acceptance.Conformance.Tests"),
                AppContext.BaseDirectory.TrimEnd('/')
            ),
            "acceptance.dll"
        );
}
