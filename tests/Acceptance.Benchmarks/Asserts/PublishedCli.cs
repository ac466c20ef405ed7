using System.ComponentModel;
using System.Diagnostics;
using Acceptance.Benchmarks.Measuring;
using Acceptance.Cloud.Twin;
using Acceptance.Surroundings;

namespace Acceptance.Benchmarks.Asserts;

/// <summary>The program as an operator would install it: compiled ahead, in a folder of its own.</summary>
internal sealed class PublishedCli : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("published-").FullName;

    private PublishedCli() { }

    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static async Task<PublishedCli> Publish()
    {
        var cli = new PublishedCli();
        string[] words =
        [
            "publish",
            WorkTree.PathOf("src", "Acceptance.Cli"),
            "-c",
            "Release",
            "-r",
            "linux-x64",
            "-p:PublishReadyToRun=true",
            "--self-contained",
            "false",
            "-v",
            "q",
            "-o",
            cli._folder,
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? cli
            : throw new InvalidOperationException($"dotnet publish exited with {process.ExitCode}. {printed}");
    }

    /// <exception cref="InvalidOperationException">It does not find the healthy cloud healthy.</exception>
    public async Task<SweepRun> Assert(Twin twin, TimeProvider clock)
    {
        var seen = twin.World.Recorder.Entries.Count;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(_folder, "acceptance.dll"), "assert"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ACCEPTANCE_SITE"] = twin.SiteFile;
        var began = clock.GetTimestamp();
        using var process = Process.Start(start)!;
        var watched = Task.Run(() => Watch(process));
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var wall = clock.GetElapsedTime(began);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"assert exited with {process.ExitCode}. {printed}");
        var (processor, memory) = await watched;
        var entries = twin.World.Recorder.Entries.Skip(seen).ToList();
        var requests = entries.Count(entry => entry.Kind == "request");
        return new SweepRun(wall, requests, entries.Count - requests, processor, memory);
    }

    /// <summary>
    /// Read until it is gone: the last figures are those of its last 20 ms, and the kernel keeps the peak itself.
    /// </summary>
    private static (TimeSpan Processor, long Memory) Watch(Process process)
    {
        var (processor, memory) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(20))
        {
            try
            {
                processor = process.TotalProcessorTime;
                memory = Math.Max(memory, PeakMemory.Of($"{process.Id}"));
            }
            catch (Exception gone) when (gone is InvalidOperationException or IOException or Win32Exception)
            {
                break;
            }
        }

        return (processor, memory);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
