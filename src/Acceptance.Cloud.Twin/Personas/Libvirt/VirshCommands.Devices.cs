using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>Disks, NICs, snapshots, networks and the node itself.</summary>
internal static partial class VirshCommands
{
    private static void Disks(VirshCall virsh) =>
        Say(
            virsh,
            virsh.Has("details")
                ? VirshTable.Of(
                    ["Type", "Device", "Target", "Source"],
                    virsh.Domain.Disks.Select(disk => new[] { "file", "disk", disk.Target, disk.Path })
                )
                : VirshTable.Of(
                    ["Target", "Source"],
                    virsh.Domain.Disks.Select(disk => new[] { disk.Target, disk.Path })
                )
        );

    private static void DiskInfo(VirshCall virsh)
    {
        var device = virsh.Value("device");
        var disk =
            virsh.Domain.Disks.Find(one => one.Target == device || one.Path == device)
            ?? throw new LibvirtRefusedException($"invalid argument: invalid path {device} not assigned to domain");
        var file =
            disk.Held
            ?? disk.File
            ?? throw new LibvirtRefusedException(
                $"Cannot access storage file '{disk.Path}': No such file or directory"
            );
        Say(
            virsh,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Capacity:       {file.VirtualSize}\nAllocation:     {file.ActualSize}\nPhysical:       {file.Length}\n"
            )
        );
    }

    /// <summary>The test driver names its taps even of a domain that is shut off; the real one shows "-".</summary>
    private static void Interfaces(VirshCall virsh)
    {
        var domain = virsh.Domain;
        Say(
            virsh,
            VirshTable.Of(
                ["Interface", "Type", "Source", "Model", "MAC"],
                domain.Interfaces.Select(
                    (nic, i) =>
                        new[]
                        {
                            virsh.Node.IsTestDriver ? $"testnet{i}"
                            : domain.Running && !virsh.Has("inactive") && nic.Type != "user"
                                ? $"vnet{((domain.Id ?? 1) * 10) + i}"
                            : "-",
                            nic.Type,
                            nic.Source ?? "-",
                            nic.Model ?? "-",
                            nic.Mac,
                        }
                )
            )
        );
    }

    private static void Snapshots(VirshCall virsh)
    {
        var all = virsh.Domain.Snapshots;
        if (virsh.Has("tree"))
            Say(virsh, Tree(all), plain: true);
        else if (virsh.Has("name"))
            Say(virsh, string.Concat(all.Select(snapshot => snapshot.Name + "\n")), plain: true);
        else
            Say(
                virsh,
                VirshTable.Of(
                    ["Name", "Creation Time", "State"],
                    all.Select(snapshot => new[] { snapshot.Name, Moment(snapshot.Taken), snapshot.State })
                )
            );
    }

    private static string Tree(List<DomainSnapshot> all)
    {
        var text = new StringBuilder();
        foreach (var (snapshot, level) in all.Select((snapshot, level) => (snapshot, level)))
        {
            if (level == 0)
                text.Append(snapshot.Name).Append('\n');
            else
                text.Append(' ', 2 * level)
                    .Append("|\n")
                    .Append(' ', 2 * level)
                    .Append("+- ")
                    .Append(snapshot.Name)
                    .Append('\n');
        }

        return text.Append(' ', 2 * all.Count).Append('\n').ToString();
    }

    private static void TakeSnapshot(VirshCall virsh)
    {
        var name =
            virsh.ValueOrNull("name")
            ?? virsh.Call.World.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        virsh.Node.TakeSnapshot(virsh.Domain, name);
        virsh.Out($"Domain snapshot {name} created\n");
    }

    private static void CurrentSnapshot(VirshCall virsh)
    {
        var domain = virsh.Domain;
        var current =
            domain.Snapshots.LastOrDefault()
            ?? throw new LibvirtRefusedException($"domain '{domain.Name}' has no current snapshot");
        if (!virsh.Has("name"))
            throw new NotEmulatedException("virsh snapshot-current without --name");
        virsh.Out($"{current.Name}\n");
    }

    private static DomainSnapshot Snapshot(VirshCall virsh)
    {
        var name =
            virsh.ValueOrNull("snapshotname")
            ?? throw new LibvirtRefusedException("--snapshotname or --current is required");
        return virsh.Domain.Snapshots.Find(one => one.Name == name)
            ?? throw new LibvirtRefusedException(
                $"Domain snapshot not found: no domain snapshot with matching name '{name}'"
            );
    }

    private static void SnapshotInfo(VirshCall virsh)
    {
        var domain = virsh.Domain;
        var snapshot = Snapshot(virsh);
        var after = domain.Snapshots.Count - 1 - domain.Snapshots.IndexOf(snapshot);
        Say(
            virsh,
            $"Name:           {snapshot.Name}\nDomain:         {domain.Name}\nCurrent:        {Yes(after == 0)}\nState:          {snapshot.State}\nLocation:       internal\nParent:         {snapshot.Parent ?? "-"}\nChildren:       {Math.Min(after, 1)}\nDescendants:    {after}\nMetadata:       yes\n"
        );
    }

    private static void DeleteSnapshot(VirshCall virsh)
    {
        var snapshot = Snapshot(virsh);
        virsh.Node.DeleteSnapshot(virsh.Domain, snapshot.Name);
        Say(virsh, $"Domain snapshot {snapshot.Name} deleted");
    }

    private static void Networks(VirshCall virsh)
    {
        var networks = virsh
            .Node.Networks.Where(network => virsh.Has("all") || network.Active != virsh.Has("inactive"))
            .OrderBy(network => network.Name, StringComparer.Ordinal)
            .ToList();
        if (virsh.Has("name"))
            Say(virsh, string.Concat(networks.Select(network => network.Name + "\n")), plain: true);
        else
            Say(
                virsh,
                VirshTable.Of(
                    ["Name", "State", "Autostart", "Persistent"],
                    networks.Select(network =>
                        new[]
                        {
                            network.Name,
                            network.Active ? "active" : "inactive",
                            Yes(network.Autostart),
                            Yes(network.Persistent),
                        }
                    )
                )
            );
    }

    private static void NetworkInfo(VirshCall virsh)
    {
        var network = virsh.Network;
        Say(
            virsh,
            $"Name:           {network.Name}\nUUID:           {network.Uuid}\nActive:         {Yes(network.Active)}\nPersistent:     {Yes(network.Persistent)}\nAutostart:      {Yes(network.Autostart)}\nBridge:         {network.Bridge}\n"
        );
    }

    private static void Volumes(VirshCall virsh)
    {
        var pool = virsh.Value("pool");
        if (virsh.Node.IsTestDriver || pool != "default")
            throw new LibvirtRefusedException(
                $"failed to get pool '{pool}'",
                $"Storage pool not found: no storage pool with matching name '{pool}'"
            );
        Say(
            virsh,
            VirshTable.Of(
                ["Name", "Path"],
                virsh.Node.Store.All.Select(file => new[] { Path.GetFileName(file.Path), file.Path })
            )
        );
    }

    private static void NodeInfo(VirshCall virsh) =>
        Say(
            virsh,
            virsh.Node.IsTestDriver
                ? "CPU model:           i686\nCPU(s):              16\nCPU frequency:       1400 MHz\nCPU socket(s):       2\nCore(s) per socket:  2\nThread(s) per core:  2\nNUMA cell(s):        2\nMemory size:         3145728 KiB\n"
                : "CPU model:           x86_64\nCPU(s):              64\nCPU frequency:       2600 MHz\nCPU socket(s):       1\nCore(s) per socket:  16\nThread(s) per core:  2\nNUMA cell(s):        2\nMemory size:         205520896 KiB\n"
        );
}
