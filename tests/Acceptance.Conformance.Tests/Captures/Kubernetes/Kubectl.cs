using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>The real kubectl: the generation that was captured where it is installed, else the nearest one.</summary>
internal static partial class Kubectl
{
    public static bool IsThere => RealKubectl.Here.Count > 0;

    public static (int Minor, string Path)? Nearest(string client)
    {
        var wanted = Version().Match(client) is { Success: true } found ? int.Parse(found.Groups[1].Value) : 32;
        return RealKubectl
            .Here.OrderBy(one => Math.Abs(one.Minor - wanted))
            .Select(one => ((int, string)?)one)
            .FirstOrDefault();
    }

    public static bool IsGeneration(string client, int minor) =>
        Version().Match(client) is { Success: true } found && int.Parse(found.Groups[1].Value) == minor;

    /// <summary>
    /// Runs it to its end; <paramref name="interrupt"/> is asked ten times a second whether a person presses Ctrl-C
    /// now.
    /// </summary>
    public static async Task<(int Exit, string Stdout, string Stderr)> Run(
        string path,
        IEnumerable<string> words,
        string home,
        string folder,
        string kubeconfig,
        string? stdin,
        Func<string, bool> interrupt,
        double took = 0
    )
    {
        using var process = Start(path, words, home, folder, kubeconfig);
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
                if (line.Data is not null)
                    output.Append(line.Data).Append('\n');
        };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(stdin ?? "");
        process.StandardInput.Close();
        // Whoever takes much longer than the captured one does not end.
        var left = (int)((took + 25) * 10);
        // The wait for its end is the tick of the person who watches it.
        while (!process.WaitForExit(100) && left-- > 0)
        {
            string so;
            lock (output)
                so = output.ToString();
            if (interrupt(so))
                Signal(process.Id);
        }

        if (left <= 0)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        var said = await errors;
        lock (output)
            return (process.ExitCode, output.ToString(), said);
    }

    private static Process Start(string path, IEnumerable<string> words, string home, string folder, string kubeconfig)
    {
        var start = new ProcessStartInfo(path, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        (start.Environment["KUBECONFIG"], start.Environment["HOME"], start.Environment["PATH"]) = (
            kubeconfig,
            home,
            "/usr/bin:/bin"
        );
        return Process.Start(start)!;
    }

    private static void Signal(int id)
    {
        using var kill = Process.Start("/bin/kill", ["-INT", id.ToString()])!;
        kill.WaitForExit();
    }

    [GeneratedRegex(@"v1\.(\d+)")]
    private static partial Regex Version();
}
