using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>virsh and qemu-img: the jumphost's hypervisor with the recording's one domain, and its disk files.</summary>
internal sealed class LibvirtRig(RecordingSession session) : IHostRig
{
    private const string DomainFile = "/run/ht/openstack0.xml";
    private const string NetworkFile = "/run/ht/8_lbaas.xml";
    private const string Idle = "8_lbaas";
    private const long Blank = 512L << 30;

    public bool Plays(HostCapture capture) => capture.Program is "virsh" or "qemu-img";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (capture.Command.Contains("mount ", StringComparison.Ordinal))
            throw new OutOfReachException("a file system of its own: a twin mounts nothing");
        if (capture.Command.Contains("qemu-io", StringComparison.Ordinal))
            throw new OutOfReachException("a program that writes into disk images: the twin's are large only in name");
        if (capture.Command.Contains("QEMU_PID", StringComparison.Ordinal))
            throw new OutOfReachException("a qemu process to kill: the twin's guests are no processes");
        var host = lane.Twin.Shells.Jumphost;
        foreach (
            var (path, text) in new[] { DomainFile, NetworkFile }.Select(path =>
                (path, capture.Inputs.GetValueOrDefault(path) ?? session.Input(path))
            )
        )
            lane.Write(host, path, text ?? "");
        // The test driver's node is its own: nothing of the hypervisor shows in it.
        if (capture.Command.Contains("test:///", StringComparison.Ordinal))
            return new Stage(host, capture.Command);
        lock (lane.World.Gate)
            Arrange(capture, lane.World.Libvirt, lane.World.Now);
        return new Stage(host, capture.Command);
    }

    private void Arrange(HostCapture capture, LibvirtHypervisor libvirt, DateTimeOffset now)
    {
        var node = libvirt.Node;
        node.DaemonRunning = !capture.Tells("libvirtd stopped", "no libvirtd", "dead libvirtd", "dead daemon");
        node.Domains.Clear();
        node.Networks.Clear();
        foreach (var path in libvirt.Store.All.Select(file => file.Path).ToList())
            libvirt.Store.Remove(path);
        Disks(capture, libvirt, now);
        Networks(capture, node);
        if (!capture.Tells("no domain defined") && !Does(capture, "define /"))
            Domain(capture, node);
    }

    private static void Disks(HostCapture capture, LibvirtHypervisor libvirt, DateTimeOffset now)
    {
        foreach (var name in new[] { "openstack0", "openstack0-1" })
        {
            var file = DiskFile.Blank($"{LibvirtHypervisor.Images}/{name}.qcow2", Blank, now);
            file.Mode = capture.Tells("right after create") ? "644" : "600";
            if (capture.Tells("same with -u"))
                file.Fill(300 << 20);
            libvirt.Store.Put(file);
        }
    }

    private void Networks(HostCapture capture, LibvirtNode node)
    {
        node.Networks.Add(
            new LibvirtNetwork("default", Guid.NewGuid().ToString(), "virbr0")
            {
                Forward = "nat",
                Address = "192.168.122.1",
            }
        );
        if (
            capture.Tells("missing network", "network was undefined", "default network")
            || Does(capture, "net-define /")
        )
            return;
        node.DefineNetwork(
            session.Input(NetworkFile) ?? $"<network><name>{Idle}</name><bridge name='virbr6'/></network>"
        ).Active = !capture.Tells("network is inactive") && !Does(capture, "net-start");
    }

    private void Domain(HostCapture capture, LibvirtNode node)
    {
        var domain = node.Define(
            session.Input(DomainFile) is { } xml && xml.Contains("type='qemu'", StringComparison.Ordinal) ? xml : Lab
        );
        if (capture.Tells("the same again"))
            domain.Interfaces.RemoveAll(nic => nic.Source == Idle);
        string[] words =
        [
            "shut off",
            "shut-off",
            "missing",
            "after destroy",
            "undefined",
            "dangling",
            "network is inactive",
            "snapshot -l after",
        ];
        var off =
            words.Any(word => capture.Situation.Contains(word, StringComparison.Ordinal))
            || capture.Situation is "start" or "undefine";
        if (off || (capture.Program == "qemu-img" && !capture.Tells("another process", "still held", "running")))
        {
            if (capture.Situation.Contains("snapshot -l after", StringComparison.Ordinal))
                TakeWhileRunning(node, domain);
            domain.Reason = capture.Tells("after destroy") ? "destroyed" : "unknown";
            return;
        }

        // It was started while its network was there, whatever became of that since.
        var (before, states) = (node.Networks.ToList(), node.Networks.Select(network => network.Active).ToList());
        if (node.FindNetwork(Idle) is null)
            node.DefineNetwork($"<network><name>{Idle}</name></network>");
        node.Networks.ForEach(network => network.Active = true);
        node.Start(domain);
        node.Networks.RemoveAll(network => !before.Contains(network));
        foreach (var (network, active) in before.Zip(states))
            network.Active = active;
        if (capture.Tells("with a snapshot"))
            node.TakeSnapshot(domain, "before-wipe");
    }

    private static void TakeWhileRunning(LibvirtNode node, LibvirtDomain domain)
    {
        node.Networks.ForEach(network => network.Active = true);
        node.Start(domain);
        node.TakeSnapshot(domain, "before-wipe");
        node.Stop(domain, "destroyed");
    }

    private static bool Does(HostCapture capture, string verb) =>
        capture.Command.Contains($" {verb}", StringComparison.Ordinal)
        && !capture.Command.Contains("test:///", StringComparison.Ordinal);

    /// <summary>A domain like the recording's, for a folder that holds no definition of it.</summary>
    private const string Lab = """
        <domain type='qemu'><name>openstack0</name><memory unit='MiB'>128</memory><vcpu>1</vcpu><os><type arch='x86_64'>hvm</type></os><devices>
          <disk type='file' device='disk'><source file='/var/lib/libvirt/images/openstack0.qcow2'/><target dev='vda'/></disk>
          <disk type='file' device='disk'><source file='/var/lib/libvirt/images/openstack0-1.qcow2'/><target dev='vdb'/></disk>
          <interface type='user'><mac address='52:54:00:aa:00:01'/><model type='virtio'/></interface>
          <interface type='network'><mac address='52:54:00:aa:00:02'/><source network='8_lbaas'/><model type='virtio'/></interface>
        </devices></domain>
        """;
}
