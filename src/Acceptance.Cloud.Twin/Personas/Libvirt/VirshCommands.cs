using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>What virsh's commands print and do.</summary>
internal static partial class VirshCommands
{
    private static readonly string[] Where = ["config", "live", "current", "persistent"];

    public static IReadOnlyDictionary<string, VirshCommand> All { get; } =
        new Dictionary<string, VirshCommand>(StringComparer.Ordinal)
        {
            ["list"] = new([], [], ["all", "inactive", "name", "uuid", "title", "id"], List),
            ["domstate"] = new(
                ["domain"],
                [],
                ["reason"],
                virsh => Say(virsh, virsh.Domain.State + (virsh.Has("reason") ? $" ({virsh.Domain.Reason})" : ""))
            ),
            ["dominfo"] = new(["domain"], [], [], Info),
            ["domuuid"] = new(["domain"], [], [], virsh => Say(virsh, virsh.Domain.Uuid)),
            ["domid"] = new(["domain"], [], [], virsh => Say(virsh, virsh.Domain.Id is { } id ? $"{id}" : "-")),
            ["domname"] = new(["domain"], [], [], virsh => Say(virsh, virsh.Domain.Name)),
            ["domblklist"] = new(["domain"], [], ["details", "inactive"], Disks),
            ["domblkinfo"] = new(["domain", "device"], [], ["human"], DiskInfo),
            ["domiflist"] = new(["domain"], [], ["inactive"], Interfaces),
            ["dumpxml"] = new(
                ["domain"],
                [],
                ["inactive", "security-info", "update-cpu", "migratable"],
                virsh => Say(virsh, DomainXml.Of(virsh.Domain, virsh.Has("inactive"), virsh.Node.IsTestDriver))
            ),
            ["define"] = new(
                ["file"],
                [],
                ["validate"],
                virsh =>
                    Say(
                        virsh,
                        $"Domain '{virsh.Node.Define(Xml(virsh)).Name}' defined from {Named(virsh)}\n",
                        plain: true
                    )
            ),
            ["undefine"] = new(
                ["domain"],
                [],
                ["managed-save", "snapshots-metadata", "nvram", "remove-all-storage"],
                virsh => Power(virsh, virsh.Node.Undefine, "has been undefined")
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
            ["suspend"] = new(
                ["domain"],
                [],
                [],
                virsh => Power(virsh, domain => virsh.Node.Suspend(domain, true), "suspended")
            ),
            ["resume"] = new(
                ["domain"],
                [],
                [],
                virsh => Power(virsh, domain => virsh.Node.Suspend(domain, false), "resumed")
            ),
            ["autostart"] = new(
                ["domain"],
                [],
                ["disable"],
                virsh =>
                    Power(
                        virsh,
                        domain => domain.Autostart = !virsh.Has("disable"),
                        virsh.Has("disable") ? "unmarked as autostarted" : "marked as autostarted"
                    )
            ),
            ["setmaxmem"] = new(
                ["domain", "size"],
                [],
                Where,
                virsh =>
                    Memory(
                        virsh,
                        (domain, kib) => LibvirtNode.SetMaxMemory(domain, kib, virsh.Has("config") || !domain.Running)
                    )
            ),
            ["setmem"] = new(
                ["domain", "size"],
                [],
                Where,
                virsh => Memory(virsh, (domain, kib) => LibvirtNode.SetMemory(domain, kib, virsh.Has("config")))
            ),
            ["detach-interface"] = new(["domain", "type"], ["mac"], [.. Where, "print-xml"], Detach),
            ["snapshot-list"] = new(["domain"], [], ["name", "tree", "parent", "roots", "current"], Snapshots),
            ["snapshot-create-as"] = new(
                ["domain"],
                ["name", "description"],
                ["atomic", "disk-only", "halt"],
                TakeSnapshot
            ),
            ["snapshot-current"] = new(["domain"], [], ["name"], CurrentSnapshot),
            ["snapshot-info"] = new(["domain"], ["snapshotname"], ["current"], SnapshotInfo),
            ["snapshot-delete"] = new(
                ["domain"],
                ["snapshotname"],
                ["children", "metadata", "current"],
                DeleteSnapshot
            ),
            ["net-list"] = new(
                [],
                [],
                ["all", "inactive", "name", "uuid", "persistent", "transient", "autostart"],
                Networks
            ),
            ["net-info"] = new(["network"], [], [], NetworkInfo),
            ["net-dumpxml"] = new(["network"], [], ["inactive"], virsh => Say(virsh, DomainXml.Of(virsh.Network))),
            ["net-define"] = new(
                ["file"],
                [],
                ["validate"],
                virsh =>
                    Say(
                        virsh,
                        $"Network {virsh.Node.DefineNetwork(Xml(virsh)).Name} defined from {Named(virsh)}\n",
                        plain: true
                    )
            ),
            ["net-start"] = new(["network"], [], [], virsh => Network(virsh, LibvirtNode.StartNetwork, "started")),
            ["net-destroy"] = new(["network"], [], [], virsh => Network(virsh, virsh.Node.DestroyNetwork, "destroyed")),
            ["net-undefine"] = new(
                ["network"],
                [],
                [],
                virsh => Network(virsh, virsh.Node.UndefineNetwork, "has been undefined")
            ),
            ["net-autostart"] = new(
                ["network"],
                [],
                ["disable"],
                virsh =>
                    Network(
                        virsh,
                        network => network.Autostart = !virsh.Has("disable"),
                        virsh.Has("disable") ? "unmarked as autostarted" : "marked as autostarted"
                    )
            ),
            ["net-uuid"] = new(["network"], [], [], virsh => Say(virsh, virsh.Network.Uuid)),
            ["pool-list"] = new(
                [],
                [],
                ["all", "inactive", "details", "name"],
                virsh =>
                    Say(
                        virsh,
                        VirshTable.Of(
                            ["Name", "State", "Autostart"],
                            [virsh.Node.IsTestDriver ? ["default-pool", "active", "no"] : ["default", "active", "yes"]]
                        ),
                        plain: true
                    )
            ),
            ["vol-list"] = new(["pool"], [], ["details"], Volumes),
            ["nodeinfo"] = new([], [], [], NodeInfo),
            ["freecell"] = new(
                [],
                [],
                ["all"],
                virsh => Say(virsh, virsh.Node.IsTestDriver ? "Total: 3072 KiB" : "Total: 67108864 KiB")
            ),
            ["uri"] = new(
                [],
                [],
                [],
                virsh => Say(virsh, virsh.Node.IsTestDriver ? "test:///default" : "qemu:///system")
            ),
            ["hostname"] = new([], [], [], virsh => Say(virsh, virsh.Call.Host.Name)),
            ["version"] = new(
                [],
                [],
                ["daemon"],
                virsh =>
                    Say(
                        virsh,
                        "Compiled against library: libvirt 8.0.0\nUsing library: libvirt 8.0.0\nUsing API: QEMU 8.0.0\nRunning hypervisor: QEMU 6.2.0"
                    )
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

    private static string Named(VirshCall virsh) => Shell.PathMapping.Back(virsh.Value("file"), virsh.Call.Host);

    /// <summary>The definition's file: the operator's own, or one of the jumphost's.</summary>
    private static string Xml(VirshCall virsh)
    {
        var path = Path.Combine(virsh.Call.Cwd, virsh.Value("file"));
        var mapped = virsh.Call.Host.Root + path;
        return File.Exists(path) ? File.ReadAllText(path)
            : File.Exists(mapped) ? File.ReadAllText(mapped)
            : throw new LibvirtRefusedException($"Failed to open file '{Named(virsh)}': No such file or directory");
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
        else if (virsh.Has("uuid"))
            Say(virsh, string.Concat(domains.Select(domain => domain.Uuid + "\n")), plain: true);
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
        var test = virsh.Node.IsTestDriver;
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Id:             {(domain.Id is { } id ? $"{id}" : "-")}\nName:           {domain.Name}\nUUID:           {domain.Uuid}\nOS Type:        {(test ? "linux" : "hvm")}\nState:          {domain.State}\nCPU(s):         {domain.Vcpus}\n"
            )
        );
        if (domain.Running || test)
            text.Append(
                CultureInfo.InvariantCulture,
                $"CPU time:       {virsh.Call.World.Now.ToUnixTimeSeconds() % 1000000}.6s\n"
            );
        text.Append(
            CultureInfo.InvariantCulture,
            $"Max memory:     {domain.MaxMemory} KiB\nUsed memory:    {domain.Memory} KiB\nPersistent:     {Yes(domain.Persistent)}\nAutostart:      {(domain.Autostart ? "enable" : "disable")}\nManaged save:   no\n"
        );
        text.Append(
            test ? "Security model: testSecurity\nSecurity DOI:   \n" : "Security model: apparmor\nSecurity DOI:   0\n"
        );
        if (domain.Running)
            text.Append(
                test
                    ? "Security label: libvirt-test (enforcing)\n"
                    : $"Security label: libvirt-{domain.Uuid} (enforcing)\n"
            );
        Say(virsh, text.ToString());
    }

    private static string Yes(bool yes) => yes ? "yes" : "no";
}
