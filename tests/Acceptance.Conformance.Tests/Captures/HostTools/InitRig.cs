using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>who, uptime, journalctl and systemctl on a container of the model: with an init or, as where most of them were recorded, in a plain container without one.</summary>
internal sealed partial class InitRig : IHostRig
{
    public bool Plays(HostCapture capture) => capture.Program is "who" or "uptime" or "journalctl" or "systemctl";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        var machine = lane.World.HaProxy.Instances[^1].Unit.Machine;
        lock (lane.World.Gate)
        {
            machine.HasInit = !capture.Tells(
                "no systemd",
                "systemd is not pid 1",
                "no journal",
                "where no journal exists"
            );
            machine.Start(lane.World.Now);
        }

        // The recording machine had been up for more than an hour and less than a day.
        lane.World.Clock.Advance(TimeSpan.FromMinutes(65));
        var host = lane.Twin.Shells.Of(machine);
        lane.Twin.Shells.Open(host);
        foreach (var (path, text) in capture.Inputs)
            lane.Write(host, path, text);
        foreach (
            var path in RecordingSession.ReadBy(capture).Where(path => path.EndsWith("utmp", StringComparison.Ordinal))
        )
        {
            lane.Write(host, path, "");
            File.WriteAllBytes(host.Root + path, Records(capture));
        }

        return new Stage(host, capture.Command);
    }

    /// <summary>A record of the boot that the situation tells, and a login an hour later.</summary>
    private static byte[] Records(HostCapture capture)
    {
        var told = Moment().Match(capture.Situation);
        var boot = told.Success
            ? DateTimeOffset.Parse(told.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : DateTimeOffset.UnixEpoch;
        return
        [
            .. Record(2, "~", "reboot", "5.15.0-160-generic", boot),
            .. Record(7, "pts/0", "ubuntu", "10.12.8.1", boot.AddHours(1)),
        ];
    }

    private static byte[] Record(short type, string line, string user, string host, DateTimeOffset at)
    {
        var record = new byte[384];
        BinaryPrimitives.WriteInt16LittleEndian(record, type);
        foreach (var (offset, text) in new[] { (8, line), (44, user), (76, host) })
            Encoding.ASCII.GetBytes(text).CopyTo(record, offset);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(340), (int)at.ToUnixTimeSeconds());
        return record;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex Moment();
}
