using System.Collections.Concurrent;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// What real host tools printed, run again on the twin's hosts: personas where the twin plays a program, the
/// machine's own programs where it does not.
/// </summary>
public sealed class HostToolsFamily : ICaptureFamily
{
    /// <summary>Each lane has its twin: most of a capture's time is the start of processes.</summary>
    private const int Lanes = 3;

    public string Folder => "host-tools";

    public async Task<IReadOnlyList<CaptureResult>> Replay(string folder, bool whole)
    {
        var results = new ConcurrentBag<CaptureResult>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt"))
        {
            var capture = SeriesCapture.Read(file);
            results.Add(
                new CaptureResult(
                    capture.Program,
                    capture.Name,
                    Likeness.NotEmulated,
                    capture.Command,
                    "a log or a time series: the twin's daemons write none"
                )
            );
        }

        var captures = Directory
            .EnumerateFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(HostCapture.Read)
            .ToArray();
        var session = new RecordingSession(captures);
        var queue = new ConcurrentQueue<HostCapture>(
            captures.OrderByDescending(capture => capture.Command.Contains("timeout", StringComparison.Ordinal))
        );
        HostLane[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new HostLane())];
        await Task.WhenAll(lanes.Select(lane => Task.Run(() => Drain(queue, session, lane, results))));
        return [.. results.OrderBy(result => result.Capture, StringComparer.Ordinal)];
    }

    private static async Task Drain(
        ConcurrentQueue<HostCapture> queue,
        RecordingSession session,
        HostLane started,
        ConcurrentBag<CaptureResult> results
    )
    {
        await using var lane = started;
        using var machine = new MachineRig(session, lane);
        IHostRig[] rigs =
        [
            new LibvirtRig(),
            new HaProxyRig(session),
            new OvnRig(),
            new SshRig(),
            new NginxRig(),
            new InitRig(),
            machine,
        ];
        while (queue.TryDequeue(out var capture))
            results.Add(await Hold(capture, rigs, lane));
    }

    private static async Task<CaptureResult> Hold(HostCapture capture, IHostRig[] rigs, HostLane lane)
    {
        CaptureResult As(Likeness likeness, string why = "") =>
            new(capture.Program, capture.Name, likeness, capture.Command, why);
        try
        {
            if (rigs.FirstOrDefault(rig => rig.Plays(capture)) is not { } rig)
                return As(Likeness.NotEmulated, $"{capture.Program} is not played on the twin's hosts");
            var played = await lane.Run(rig.Set(capture, lane), capture.Stdin);
            if (played.Stderr.Contains("not emulated", StringComparison.Ordinal))
                return As(
                    Likeness.NotEmulated,
                    played
                        .Stderr.Trim()
                        .Split('\n')
                        .First(line => line.Contains("not emulated", StringComparison.Ordinal))
                );
            return Difference(capture, played) is { } difference
                ? As(Likeness.Different, difference)
                : As(Likeness.Same);
        }
        catch (OutOfReachException edge)
        {
            return As(Likeness.NotEmulated, edge.Message);
        }
    }

    private static string? Difference(HostCapture capture, Played played) =>
        TextShape.Difference("stdout", capture.Stdout, played.Stdout)
        ?? TextShape.Difference("stderr", capture.Stderr, played.Stderr)
        ?? (capture.Exit == played.Exit ? null : $"exit: captured {capture.Exit}, played {played.Exit}");
}
