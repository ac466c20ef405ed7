using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// ovn-appctl, ovn-sbctl and ovs-vsctl: a chassis and the three database units, in the state that the situation
/// tells.
/// </summary>
internal sealed class OvnRig : IHostRig
{
    /// <summary>Programs of OVN and Open vSwitch that nothing of the runbooks or near misses types.</summary>
    private static readonly string[] Untyped = ["ovn-nbctl", "ovs-appctl", "ovs-ofctl"];

    public bool Plays(HostCapture capture) =>
        capture.Program is "ovn-appctl" or "ovs-vsctl" or "ovn-sbctl" or "ovn-nbctl";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        RefuseWhatIsOutOfReach(capture);
        var ovn = lane.World.Ovn;
        var chassis = ovn.Chassis[0];
        lock (lane.World.Gate)
        {
            Central(capture, ovn);
            chassis.IssueCertificate(lane.World.Plan.DeployedAt);
            chassis.Restart(lane.World.Now);
            if (capture.Tells("another ca"))
                chassis.IssueCertificate(lane.World.Now.AddSeconds(1));
            if (capture.Tells("stopped cleanly", "never started", "2>/dev/null"))
                chassis.StopController();
        }

        var central = capture.Program == "ovn-sbctl" || capture.Command.Contains("_db", StringComparison.Ordinal);
        var machine = central ? ovn.Units[Unit(capture, ovn)].Machine : chassis.Unit.Machine;
        return new Stage(lane.Twin.Shells.Of(machine), Typed(capture, ovn));
    }

    private static void RefuseWhatIsOutOfReach(HostCapture capture)
    {
        if (Array.Find(Untyped, program => capture.Command.Contains(program, StringComparison.Ordinal)) is { } untyped)
            throw new OutOfReachException($"nothing of the runbooks types {untyped}");
        if (capture.Tells("single-node", "one-node"))
            throw new OutOfReachException("a database cluster of one member: the twin's has three");
        if (capture.Tells("frozen", "sigkill", "ovn-remote removed"))
            throw new OutOfReachException("a daemon that hangs or was killed, or a chassis that nobody configured");
        if (capture.Situation == "one chassis")
            throw new OutOfReachException("the settings of a switch in user space");
        if (
            capture.Command.EndsWith(" external-ids", StringComparison.Ordinal)
            || capture.Tells("missing key", "--if-exists")
        )
            throw new OutOfReachException("a switch in user space, or one that nobody configured");
    }

    /// <summary>
    /// The recording's databases had other addresses, and spoke in the clear where a charm's speak TLS.
    /// </summary>
    private static string Typed(HostCapture capture, OvnCentral ovn)
    {
        var typed = capture.Command;
        foreach (var (index, unit) in ovn.Units.Index())
            typed = typed.Replace(
                $"127.53.7.{index + 1}:",
                $"{unit.Machine.PrimaryAddress}:",
                StringComparison.Ordinal
            );
        return capture.Stdout.Contains("tcp:", StringComparison.Ordinal)
            ? $"set -o pipefail; {{ {typed}; }} | sed 's/ssl:/tcp:/g'"
            : typed;
    }

    /// <summary>
    /// The leader is the first that serves: a follower is asked elsewhere, and a stopped one at its own socket.
    /// </summary>
    private static int Unit(HostCapture capture, OvnCentral ovn) =>
        capture.Tells("follower") || capture.Tells("came back") ? 1
        : ovn.Stopped.Count == 2 ? 2
        : ovn.Stopped.Count == 1 && !capture.Tells("its own socket", "gone") ? 0
        : ovn.Stopped.Count == 1 ? ovn.Units.ToList().FindIndex(ovn.Stopped.Contains)
        : 0;

    private static void Central(HostCapture capture, OvnCentral ovn)
    {
        ovn.Stopped.Clear();
        if (capture.Tells("nothing listens", "substring trap"))
            ovn.Stopped.UnionWith(ovn.Units);
        else if (capture.Tells("two of three stopped", "no quorum", "without quorum"))
            ovn.Stopped.UnionWith(ovn.Units.Take(2));
        else if (capture.Tells("one of three stopped", "the stopped one", "server gone", "database is gone"))
            ovn.Stopped.Add(ovn.Units[2]);
        // The recording's database held one chassis.
        while (ovn.Registered.Count > 1)
            ovn.Registered.RemoveAt(1);
    }
}
