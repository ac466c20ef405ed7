using System.Diagnostics;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>One `acceptance twin run` as a program of its own, and what came of it.</summary>
internal sealed record TwinRun(int Exit, string Output, string Error)
{
    public static async Task<TwinRun> Of(
        IReadOnlyList<string> options,
        IReadOnlyList<string> command,
        string? input = null
    )
    {
        using var process = Start([.. options, "--", .. command]);
        return await End(process, input);
    }

    /// <summary>Waits for its end, and for the end of whoever else still holds its output.</summary>
    public static async Task<TwinRun> End(Process process, string? input = null)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new TwinRun(process.ExitCode, await output, await error);
    }

    public static Process Start(IReadOnlyList<string> words) =>
        Start("dotnet", [typeof(Acceptance.Cli.CommandLine).Assembly.Location, "twin", "run", .. words]);

    public static Process Start(string program, IReadOnlyList<string> words) =>
        Process.Start(
            new ProcessStartInfo(program, words)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
