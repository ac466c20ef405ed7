using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>What virsh's commands print and do.</summary>
internal static class VirshCommands
{
    private static readonly string[] Where = ["config", "live", "current", "persistent"];

    public static IReadOnlyDictionary<string, VirshCommand> All { get; } =
        new Dictionary<string, VirshCommand>(StringComparer.Ordinal)
        {
            ["list"] = new([], [], ["all", "inactive", "name"], List),
            ["domstate"] = new(
                ["domain"],
                [],
                ["reason"],
                virsh => Say(virsh, virsh.Domain.State + (virsh.Has("reason") ? $" ({virsh.Domain.Reason})" : ""))
            ),
            ["dominfo"] = new(["domain"], [], [], Info),
            ["domblklist"] = new(["domain"], [], ["details", "inactive"], Disks),
            ["domiflist"] = new(["domain"], [], ["inactive"], Interfaces),
            ["dumpxml"] = new(
                ["domain"],
                [],
                ["inactive"],
                virsh => Say(virsh, DomainXml.Of(virsh.Domain, virsh.Has("inactive")))
            ),
            ["start"] = new(
                ["domain"],
                [],
                ["paused", "console", "autodestroy"],
                virsh => Power(virsh, virsh.Node.Start, "started")
            ),
            ["shutdown"] = new(
                ["domain"],
                ["mode"],
                [],
                virsh => Power(virsh, virsh.Node.Shutdown, "is being shutdown")
            ),
            ["destroy"] = new(["domain"], [], ["graceful"], virsh => Power(virsh, virsh.Node.Destroy, "destroyed")),
            ["setmaxmem"] = new(
                ["domain", "size"],
                [],
                Where,
                virsh =>
                    Memory(virsh, (domain, kib) => domain.SetMaxMemory(kib, virsh.Has("config") || !domain.Running))
            ),
            ["setmem"] = new(
                ["domain", "size"],
                [],
                Where,
                virsh => Memory(virsh, (domain, kib) => domain.SetMemory(kib, virsh.Has("config")))
            ),
            ["detach-interface"] = new(["domain", "type"], ["mac"], [.. Where, "print-xml"], Detach),
            ["snapshot-list"] = new(["domain"], [], ["name"], Snapshots),
            ["snapshot-create-as"] = new(
                ["domain"],
                ["name", "description"],
                ["atomic", "disk-only", "halt"],
                TakeSnapshot
            ),
            ["net-list"] = new([], [], ["all", "inactive", "name"], Networks),
            ["net-dumpxml"] = new(["network"], [], ["inactive"], virsh => Say(virsh, DomainXml.Of(virsh.Network))),
            ["net-destroy"] = new(["network"], [], [], virsh => Network(virsh, virsh.Node.DestroyNetwork, "destroyed")),
            ["net-undefine"] = new(
                ["network"],
                [],
                [],
                virsh => Network(virsh, virsh.Node.UndefineNetwork, "has been undefined")
            ),
        };

    /// <summary>Every command's output ends in a blank line.</summary>
    private static void Say(VirshCall virsh, string text, bool plain = false) =>
        virsh.Out(plain || text.EndsWith('\n') ? $"{text}\n" : $"{text}\n\n");

    private static void Power(VirshCall virsh, Action<LibvirtDomain> does, string done)
    {
        var domain = virsh.Domain;
        does(domain);
        Say(virsh, $"Domain '{domain.Name}' {done}");
    }

    private static void Network(VirshCall virsh, Action<LibvirtNetwork> does, string done)
    {
        var network = virsh.Network;
        does(network);
        Say(virsh, $"Network {network.Name} {done}");
    }

    private static void Memory(VirshCall virsh, Action<LibvirtDomain, long> does)
    {
        var domain = virsh.Domain;
        does(domain, DomainXml.Scaled(virsh.Value("size")));
        virsh.Out("\n");
    }

    private static void Detach(VirshCall virsh)
    {
        virsh.Node.Detach(virsh.Domain, virsh.Value("type"), virsh.ValueOrNull("mac"), virsh.Has("live"));
        Say(virsh, "Interface detached successfully");
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";

    private static void List(VirshCall virsh)
    {
        var domains = virsh
            .Node.Domains.Where(domain => virsh.Has("all") || domain.Running != virsh.Has("inactive"))
            .OrderBy(domain => domain.Id ?? int.MaxValue)
            .ThenBy(domain => domain.Name, StringComparer.Ordinal)
            .ToList();
        if (virsh.Has("name"))
            Say(virsh, string.Concat(domains.Select(domain => domain.Name + "\n")), plain: true);
        else
            Say(
                virsh,
                VirshTable.Of(
                    ["Id", "Name", "State"],
                    domains.Select(domain => new[] { domain.Id is { } id ? $"{id}" : "-", domain.Name, domain.State })
                )
            );
    }

    private static void Info(VirshCall virsh)
    {
        var domain = virsh.Domain;
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Id:             {(domain.Id is { } id ? $"{id}" : "-")}\n"
                    + $"Name:           {domain.Name}\n"
                    + $"UUID:           {domain.Uuid}\n"
                    + $"OS Type:        hvm\n"
                    + $"State:          {domain.State}\n"
                    + $"CPU(s):         {domain.Vcpus}\n"
            )
        );
        if (domain.Running)
            text.Append(
                CultureInfo.InvariantCulture,
                $"CPU time:       {virsh.Call.World.Now.ToUnixTimeSeconds() % 1000000}.6s\n"
            );
        text.Append(
            CultureInfo.InvariantCulture,
            $"Max memory:     {domain.MaxMemory} KiB\n"
                + $"Used memory:    {domain.Memory} KiB\n"
                + $"Persistent:     {Yes(domain.Persistent)}\n"
                + $"Autostart:      {(domain.Autostart ? "enable" : "disable")}\n"
                + $"Managed save:   no\n"
        );
        text.Append("Security model: apparmor\nSecurity DOI:   0\n");
        if (domain.Running)
            text.Append($"Security label: libvirt-{domain.Uuid} (enforcing)\n");
        Say(virsh, text.ToString());
    }

    private static string Yes(bool yes) => yes ? "yes" : "no";

    private static void Disks(VirshCall virsh) =>
        Say(
            virsh,
            virsh.Has("details")
                ? VirshTable.Of(
                    ["Type", "Device", "Target", "Source"],
                    virsh.Domain.Disks.Select(disk => new[] { "file", disk.Device, disk.Target, disk.Path })
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
        virsh.Domain.TakeSnapshot(name, virsh.Call.World.Now);
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
