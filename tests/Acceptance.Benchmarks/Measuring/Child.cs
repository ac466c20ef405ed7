using System.Diagnostics;
using System.Text.Json;

namespace Acceptance.Benchmarks.Measuring;

/// <summary>
/// This program again, in a process of its own: nothing of what is measured there is warm from what was measured
/// here.
/// </summary>
internal static class Child
{
    /// <summary>
    /// Runs it with these words and reads the JSON that it prints; what it complains of is shown as it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">It did not exit with 0.</exception>
    public static async Task<T> Ask<T>(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(Child).Assembly.Location, .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(printed)!
            : throw new InvalidOperationException(
                $"{words[0]}: the measured process exited with {process.ExitCode}. {printed}"
            );
    }

    public static void Answer<T>(T result) => Console.Out.WriteLine(JsonSerializer.Serialize(result));
}
