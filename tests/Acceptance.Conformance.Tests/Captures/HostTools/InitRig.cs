namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// uptime on a container of the model. The recording machine had no init: its journal and its units are no host's of
/// the cloud.
/// </summary>
internal sealed class InitRig : IHostRig
{
    public bool Plays(HostCapture capture) => capture.Program is "who" or "uptime" or "journalctl" or "systemctl";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (capture.Program != "uptime" || capture.Command.Contains("uptime -", StringComparison.Ordinal))
            throw new OutOfReachException(
                "a machine that no init booted, or a form that nothing of the runbooks types"
            );
        var machine = lane.World.HaProxy.Instances[^1].Unit.Machine;
        lock (lane.World.Gate)
            machine.Start(lane.World.Now);
        // The recording machine had been up for more than an hour and less than a day.
        lane.World.Clock.Advance(TimeSpan.FromMinutes(65));
        return new Stage(lane.Twin.Shells.Of(machine), capture.Command);
    }
}
