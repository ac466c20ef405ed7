using System.Globalization;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>Disks, NICs, snapshots and networks.</summary>
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
                            domain.Running && !virsh.Has("inactive") && nic.Type != "user"
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
        if (virsh.Has("name"))
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

    private static void TakeSnapshot(VirshCall virsh)
    {
        var name =
            virsh.ValueOrNull("name")
            ?? virsh.Call.World.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        virsh.Node.TakeSnapshot(virsh.Domain, name);
        virsh.Out($"Domain snapshot {name} created\n");
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
}
