using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// virsh and qemu-img: the jumphost's hypervisor with the recording's one domain, and its disk files.
/// </summary>
internal sealed class LibvirtRig : IHostRig
{
    private static readonly string[] WordsOfOff =
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

    private const string Idle = "8_lbaas";
    private const long Blank = 512L << 30;

    /// <summary>Words of the recording that nothing of the runbooks types.</summary>
    private static readonly string[] Untyped =
    [
        "net-info",
        "net-start",
        "net-define",
        "undefine openstack0",
        "define /",
        "qemu-img check",
        "snapshot -d",
        "touch ",
        "truncate ",
        "du ",
        "%b %B",
    ];

    public bool Plays(HostCapture capture) => capture.Program is "virsh" or "qemu-img";

    public Stage Set(HostCapture capture, HostLane lane)
    {
        if (capture.Command.Contains("mount ", StringComparison.Ordinal))
            throw new OutOfReachException("a file system of its own: a twin mounts nothing");
        if (capture.Command.Contains("qemu-io", StringComparison.Ordinal))
            throw new OutOfReachException("a program that writes into disk images: the twin's are large only in name");
        if (capture.Command.Contains("QEMU_PID", StringComparison.Ordinal))
            throw new OutOfReachException("a qemu process to kill: the twin's guests are no processes");
        if (capture.Command.Contains("test:///", StringComparison.Ordinal))
            throw new OutOfReachException("libvirt's test driver, which is no hypervisor of the runbooks");
        if (capture.Command.Contains("qemuu:", StringComparison.Ordinal))
            throw new OutOfReachException("another hypervisor than the jumphost's");
        if (Array.Find(Untyped, word => capture.Command.Contains(word, StringComparison.Ordinal)) is { } untyped)
            throw new OutOfReachException($"nothing of the runbooks types {untyped.Trim()}");
        var host = lane.Twin.Shells.Jumphost;
        lock (lane.World.Gate)
            Arrange(capture, lane.World.Libvirt, lane.World.Now);
        return new Stage(host, capture.Command);
    }

    private static void Arrange(HostCapture capture, LibvirtHypervisor libvirt, DateTimeOffset now)
    {
        var node = libvirt.Node;
        node.DaemonRunning = !capture.Tells("libvirtd stopped", "no libvirtd", "dead libvirtd", "dead daemon");
        node.Domains.Clear();
        node.Networks.Clear();
        foreach (var path in libvirt.Store.All.Select(file => file.Path).ToList())
            libvirt.Store.Remove(path);
        Disks(capture, libvirt, now);
        Networks(capture, node);
        if (!capture.Tells("no domain defined"))
            Domain(capture, node);
    }

    private static void Disks(HostCapture capture, LibvirtHypervisor libvirt, DateTimeOffset now)
    {
        foreach (var name in new[] { "openstack0", "openstack0-1" })
        {
            var file = DiskFile.Blank($"{LibvirtHypervisor.Images}/{name}.qcow2", Blank);
            file.Mode = capture.Tells("right after create") ? "644" : "600";
            if (capture.Tells("same with -u"))
                file.Fill(300 << 20);
            libvirt.Store.Put(file);
        }
    }

    private static void Networks(HostCapture capture, LibvirtNode node)
    {
        node.Networks.Add(
            new LibvirtNetwork("default", Guid.NewGuid().ToString(), "virbr0")
            {
                Forward = "nat",
                Address = "192.168.122.1",
            }
        );
        if (!capture.Tells("missing network", "network was undefined", "default network"))
            node.Networks.Add(
                new LibvirtNetwork(Idle, Guid.NewGuid().ToString(), "virbr6")
                {
                    Active = !capture.Tells("network is inactive"),
                }
            );
    }

    private static void Domain(HostCapture capture, LibvirtNode node)
    {
        var domain = Lab(node);
        node.Domains.Add(domain);
        if (capture.Tells("the same again"))
            domain.Interfaces.RemoveAll(nic => nic.Source == Idle);
        var off =
            WordsOfOff.Any(word => capture.Situation.Contains(word, StringComparison.Ordinal))
            || capture.Situation is "start" or "undefine";
        if (off || (capture.Program == "qemu-img" && !capture.Tells("another process", "still held", "running")))
        {
            if (capture.Situation.Contains("snapshot -l after", StringComparison.Ordinal))
                TakeWhileRunning(node, domain);
            domain.Reason = capture.Tells("after destroy") ? "destroyed" : "unknown";
            return;
        }

        StartWithItsNetwork(node, domain);
        if (capture.Tells("with a snapshot"))
            domain.TakeSnapshot("before-wipe", node.Now);
    }

    private static void StartWithItsNetwork(LibvirtNode node, LibvirtDomain domain)
    {
        // It was started while its network was there, whatever became of that since.
        var (before, states) = (node.Networks.ToList(), node.Networks.Select(network => network.Active).ToList());
        if (node.FindNetwork(Idle) is null)
            node.Networks.Add(new LibvirtNetwork(Idle, Guid.NewGuid().ToString(), "virbr6"));
        node.Networks.ForEach(network => network.Active = true);
        node.Start(domain);
        node.Networks.RemoveAll(network => !before.Contains(network));
        foreach (var (network, active) in before.Zip(states))
            network.Active = active;
    }

    private static void TakeWhileRunning(LibvirtNode node, LibvirtDomain domain)
    {
        node.Networks.ForEach(network => network.Active = true);
        node.Start(domain);
        domain.TakeSnapshot("before-wipe", node.Now);
        node.Stop(domain, "destroyed");
    }

    /// <summary>The recording's domain.</summary>
    private static LibvirtDomain Lab(LibvirtNode node)
    {
        var domain = new LibvirtDomain("openstack0", Guid.NewGuid().ToString())
        {
            ConfiguredMaxMemory = 128 << 10,
            ConfiguredMemory = 128 << 10,
        };
        domain.Disks.Add(new DomainDisk("vda", $"{LibvirtHypervisor.Images}/openstack0.qcow2", node.Store));
        domain.Disks.Add(new DomainDisk("vdb", $"{LibvirtHypervisor.Images}/openstack0-1.qcow2", node.Store));
        domain.Interfaces.Add(new DomainInterface("52:54:00:aa:00:01", "user", null, "virtio"));
        domain.Interfaces.Add(new DomainInterface("52:54:00:aa:00:02", "network", Idle, "virtio"));
        return domain;
    }
}
