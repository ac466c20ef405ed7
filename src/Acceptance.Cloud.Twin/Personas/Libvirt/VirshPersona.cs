using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>virsh on the jumphost's hypervisor, in the words of the real driver (captures virsh-qemu-*): always a blank line more, and sudo (R7).</summary>
internal sealed class VirshPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["virsh"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        var arguments = Arguments.Parse(call.Argv, ["-c", "--connect"], ["-q", "-r", "--all", "--name", "--reason", "--inactive", "--details", "--current", "--tree", "--security-info", "--config", "--mode", "acpi"]);
        if (!call.Elevated)
            return Task.FromResult(call.Fail(1, "error: failed to connect to the hypervisor\nerror: authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'"));
        var verb = arguments.Operands.FirstOrDefault() ?? "";
        lock (call.World.Gate)
        {
            return Task.FromResult(verb switch
            {
                "list" => List(call, arguments),
                "net-list" => Say(call, "default   active   yes         yes\n", " Name      State    Autostart   Persistent\n--------------------------------------------\n "),
                "version" => Say(call, "Compiled against library: libvirt 8.0.0\nUsing library: libvirt 8.0.0\nUsing API: QEMU 8.0.0\nRunning hypervisor: QEMU 6.2.0\n"),
                "domstate" or "dominfo" or "domblklist" or "snapshot-list" or "snapshot-info" or "start" or "shutdown" or "destroy" or "domuuid" or "domid" => OfDomain(call, verb, arguments),
                "" or "help" => throw new NotEmulatedException("virsh help"),
                _ when KnownVerbs.Contains(verb) => throw new NotEmulatedException($"virsh {verb}"),
                _ => call.Fail(1, $"error: unknown command: '{verb}'"),
            });
        }
    }

    private static readonly string[] KnownVerbs =
        ["define", "undefine", "dumpxml", "domiflist", "detach-interface", "net-destroy", "net-undefine", "net-info", "net-dumpxml", "setmaxmem", "setmem", "snapshot-create-as", "snapshot-delete", "snapshot-revert", "reboot", "pool-list", "vol-list"];

    private static int List(PersonaCall call, Arguments arguments)
    {
        var domains = call.World.Libvirt.Domains.Where(domain => domain.Running != arguments.Has("--inactive") || arguments.Has("--all")).ToList();
        if (arguments.Has("--name"))
        {
            foreach (var domain in domains) call.Out(domain.Name + "\n");
            return Say(call, "");
        }

        var ids = domains.Select(domain => domain.Running ? $"{domain.Id}" : "-").ToList();
        var idWidth = Math.Max(2, ids.Select(id => id.Length).DefaultIfEmpty(0).Max()) + 3;
        var nameWidth = Math.Max(4, domains.Select(domain => domain.Name.Length).DefaultIfEmpty(0).Max()) + 3;
        var stateWidth = Math.Max(5, domains.Select(domain => domain.State.Length).DefaultIfEmpty(0).Max());
        call.Out($" {"Id".PadRight(idWidth)}{"Name".PadRight(nameWidth)}State\n{new string('-', 1 + idWidth + nameWidth + stateWidth + 2)}\n");
        foreach (var (domain, id) in domains.Zip(ids)) call.Out($" {id.PadRight(idWidth)}{domain.Name.PadRight(nameWidth)}{domain.State}\n");
        return Say(call, "");
    }

    private static int OfDomain(PersonaCall call, string verb, Arguments arguments)
    {
        var name = arguments.Operands.ElementAtOrDefault(1);
        if (name is null) return call.Fail(1, $"error: command '{verb}' requires <domain> option");
        if (call.World.Libvirt.Find(name) is not { } domain)
        {
            call.Out("\n");
            return call.Fail(1, $"error: failed to get domain '{name}'");
        }

        return verb switch
        {
            "domstate" => Say(call, domain.State + (arguments.Has("--reason") ? domain.Running ? " (booted)" : " (shutdown)" : "") + "\n"),
            "domuuid" => Say(call, domain.Uuid + "\n"),
            "domid" => Say(call, domain.Running ? $"{domain.Id}\n" : "-\n"),
            "domblklist" => Say(call, Disks(domain)),
            "dominfo" => Say(call, Info(domain)),
            "snapshot-list" => Say(call, Snapshots(domain, arguments.Has("--name"))),
            "snapshot-info" => SnapshotInfo(call, domain, arguments.Operands.ElementAtOrDefault(2)),
            _ => Power(call, verb, domain),
        };
    }

    private static string Disks(LibvirtDomain domain)
    {
        var width = domain.Disks.Max(disk => disk.Path.Length);
        return $" Target   Source\n{new string('-', width + 12)}\n" + string.Concat(domain.Disks.Select(disk => $" {disk.Target.PadRight(9)}{disk.Path}\n"));
    }

    private static string Info(LibvirtDomain domain) => string.Create(CultureInfo.InvariantCulture,
        $"Id:             {(domain.Running ? $"{domain.Id}" : "-")}\nName:           {domain.Name}\nUUID:           {domain.Uuid}\nOS Type:        hvm\nState:          {domain.State}\nCPU(s):         {domain.Host.Vcpus}\n{(domain.Running ? "CPU time:       412345.6s\n" : "")}Max memory:     {domain.Host.MemoryMb * 1024L} KiB\nUsed memory:    {domain.Host.MemoryMb * 1024L} KiB\nPersistent:     yes\nAutostart:      enable\nManaged save:   no\nSecurity model: apparmor\nSecurity DOI:   0\n");

    /// <summary>A domain's snapshots are those that all of its disks carry.</summary>
    private static IEnumerable<QcowSnapshot> OfAllDisks(LibvirtDomain domain) =>
        domain.Disks[0].Snapshots.Where(snapshot => domain.Disks.All(disk => disk.Snapshots.Any(other => other.Tag == snapshot.Tag)));

    private static string Snapshots(LibvirtDomain domain, bool names)
    {
        var all = OfAllDisks(domain).ToList();
        if (names) return string.Concat(all.Select(snapshot => snapshot.Tag + "\n"));
        var width = Math.Max(4, all.Select(snapshot => snapshot.Tag.Length).DefaultIfEmpty(0).Max()) + 3;
        return $" {"Name".PadRight(width)}{"Creation Time".PadRight(28)}State\n{new string('-', width + 38)}\n"
            + string.Concat(all.Select(snapshot => $" {snapshot.Tag.PadRight(width)}{Moment(snapshot.Taken)} +0000   running\n"));
    }

    private static int SnapshotInfo(PersonaCall call, LibvirtDomain domain, string? tag)
    {
        if (OfAllDisks(domain).FirstOrDefault(snapshot => snapshot.Tag == tag) is not { } found)
        {
            call.Out("\n");
            return call.Fail(1, $"error: Domain snapshot not found: no domain snapshot with matching name '{tag}'");
        }

        return Say(call, $"Name:           {found.Tag}\nDomain:         {domain.Name}\nCurrent:        {(found == OfAllDisks(domain).Last() ? "yes" : "no")}\nState:          running\nLocation:       internal\nParent:         -\nChildren:       0\nDescendants:    0\nMetadata:       yes\n");
    }

    private static int Power(PersonaCall call, string verb, LibvirtDomain domain)
    {
        if (verb == "start" && domain.Running)
        {
            call.Out("\n");
            return call.Fail(1, "error: Domain is already active");
        }

        if (verb != "start" && !domain.Running)
        {
            call.Out("\n");
            return call.Fail(1, $"error: Failed to {verb} domain '{domain.Name}'\nerror: Requested operation is not valid: domain is not running");
        }

        if (verb == "start") domain.Host.PowerOn();
        else if (verb == "destroy") domain.Host.PowerOff();
        else call.World.Clock.In(TimeSpan.FromSeconds(45), domain.Host.PowerOff);
        return Say(call, verb switch { "start" => $"Domain '{domain.Name}' started\n", "destroy" => $"Domain '{domain.Name}' destroyed\n", _ => $"Domain '{domain.Name}' is being shutdown\n" });
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static int Say(PersonaCall call, string text, string before = "")
    {
        call.Out($"{before}{text}\n");
        return 0;
    }
}
