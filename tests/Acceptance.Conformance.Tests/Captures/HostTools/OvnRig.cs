using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>ovn-appctl and ovs-vsctl: a chassis and the three database units, in the state that the situation tells.</summary>
internal sealed class OvnRig : IHostRig
{
    public bool Plays(HostCapture capture) =>
        capture.Program is "ovn-appctl" or "ovs-vsctl" or "ovn-sbctl" or "ovn-nbctl";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (capture.Tells("single-node", "one-node"))
            throw new OutOfReachException("a database cluster of one member: the twin's has three");
        var ovn = lane.World.Ovn;
        var chassis = ovn.Chassis[0];
        lock (lane.World.Gate)
        {
            Central(capture, ovn);
            Controller(capture, lane, chassis);
            Switch(capture, chassis.Ovs);
            Contents(lane, ovn);
        }

        if (capture.Program is "ovn-sbctl" or "ovn-nbctl")
        {
            var named = ovn
                .Units.Index()
                .Aggregate(
                    capture.Command,
                    (command, unit) =>
                        command.Replace(
                            $"127.53.7.{unit.Index + 1}:",
                            $"{unit.Item.Machine.PrimaryAddress}:",
                            StringComparison.Ordinal
                        )
                );
            return new Stage(lane.Twin.Shells.Of(ovn.Units[Unit(capture, ovn)].Machine), named);
        }

        var machine =
            capture.Command.Contains("_db", StringComparison.Ordinal)
            || capture.Command.Contains("northd", StringComparison.Ordinal)
                ? ovn.Units[Unit(capture, ovn)].Machine
                : chassis.Unit.Machine;
        return new Stage(lane.Twin.Shells.Of(machine), capture.Command);
    }

    /// <summary>The leader is the first that serves: a follower is asked elsewhere, and a stopped one at its own socket.</summary>
    private static int Unit(HostCapture capture, OvnCentral ovn) =>
        capture.Tells("follower") || capture.Tells("came back") ? 1
        : ovn.Stopped.Count == 2 ? 2
        : ovn.Stopped.Count == 1 && !capture.Tells("its own socket", "gone") ? 0
        : ovn.Stopped.Count == 1 ? ovn.Units.ToList().FindIndex(ovn.Stopped.Contains)
        : 0;

    private static void Central(HostCapture capture, OvnCentral ovn)
    {
        ovn.Transport = "tcp";
        ovn.Stopped.Clear();
        ovn.FrozenServers.Clear();
        if (capture.Tells("two of three stopped", "no quorum", "without quorum", "nobody is active"))
            ovn.Stopped.UnionWith(ovn.Units.Take(2));
        else if (capture.Tells("one of three stopped", "the stopped one", "server gone", "database is gone"))
            ovn.Stopped.Add(ovn.Units[2]);
        if (capture.Tells("frozen", "same with -t 2") && capture.Command.Contains("_db", StringComparison.Ordinal))
            ovn.FrozenServers.Add(ovn.Units[0]);
    }

    private static void Controller(HostCapture capture, HostLane lane, OvnChassis chassis)
    {
        chassis.CertificateIssued = lane.World.Plan.DeployedAt;
        chassis.Restart(lane.World.Now);
        chassis.HasRemote = !capture.Tells("ovn-remote removed", "nothing listens", "substring trap");
        if (capture.Tells("another ca"))
            chassis.CertificateIssued = lane.World.Now.AddSeconds(1);
        if (capture.Tells("sigkill"))
            chassis.KillController();
        else if (capture.Tells("stopped cleanly", "never started", "2>/dev/null"))
            chassis.StopController();
        chassis.Frozen =
            capture.Tells("frozen") && capture.Command.Contains("ovn-controller", StringComparison.Ordinal);
    }

    /// <summary>The recording's databases held one chassis, and one switch with a port that no host had bound.</summary>
    private static void Contents(HostLane lane, OvnCentral ovn)
    {
        ovn.Databases.Deleted.UnionWith(ovn.Chassis.Skip(1));
        ovn.Databases.Written =
        [
            new OvnSwitch(
                lane.World.NewId(),
                "lb-mgmt-net",
                null,
                [new OvnPort(lane.World.NewId(), "lsp0", "fa:16:3e:00:00:01 10.0.0.5", null)]
            ),
        ];
    }

    /// <summary>The recording's switch was in user space, and told so by its chassis' own keys.</summary>
    private static void Switch(HostCapture capture, OvsDatabase ovs)
    {
        ovs.Datapath = "netdev";
        ovs.Running = !capture.Tells("ovsdb-server not running", "same with --timeout");
        ovs.SwitchRunning = !capture.Tells("vswitchd down", "vswitchd is down") && capture.Situation != "ovs-appctl";
        ovs.Unconfigured = capture.Tells("before configuration", "missing key", "--if-exists");
        ovs.Tunnels.Clear();
        if (capture.Tells("tunnel", "looks the same as healthy"))
            ovs.Tunnels.Add("127.53.16.11");
        ovs.MissingDevice = capture.Tells("whose device does not exist", "broken interface") ? "ens9" : null;
        ovs.Overrides.Clear();
        (
            ovs.Overrides["ovn-bridge-datapath-type"],
            ovs.Overrides["ovn-cms-options"],
            ovs.Overrides["ovn-match-northd-version"]
        ) = ("netdev", "enable-chassis-as-gw", null);
    }
}
