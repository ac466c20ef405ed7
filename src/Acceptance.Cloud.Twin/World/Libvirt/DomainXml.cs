using System.Globalization;
using System.Text;

namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>libvirt's XML as virsh prints it: the parts that the model holds.</summary>
internal static class DomainXml
{
    private static readonly Dictionary<string, long> Units = new(StringComparer.Ordinal)
    {
        ["b"] = 1,
        ["bytes"] = 1,
        ["KB"] = 1000,
        ["k"] = 1024,
        ["KiB"] = 1024,
        ["MB"] = 1000000,
        ["M"] = 1 << 20,
        ["MiB"] = 1 << 20,
        ["GB"] = 1000000000,
        ["G"] = 1 << 30,
        ["GiB"] = 1 << 30,
        ["T"] = 1L << 40,
        ["TiB"] = 1L << 40,
    };

    /// <summary>
    /// dumpxml: the live form names the id, the inactive one (or that of a domain that is shut off) does not.
    /// </summary>
    public static string Of(LibvirtDomain domain, bool inactive)
    {
        var live = domain.Running && !inactive;
        var text = new StringBuilder(Head(domain, live));
        var slot = 0;
        foreach (var disk in domain.Disks)
            Disk(text, disk, slot++);
        var index = 0;
        foreach (var nic in domain.Interfaces)
            Nic(text, nic, live ? $"vnet{index++}" : null, slot++);
        return text.Append(Tail(slot)).ToString();
    }

    private static string Head(LibvirtDomain domain, bool live)
    {
        var id = live ? $" id='{domain.Id}'" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <domain type='kvm'{id}>
              <name>{domain.Name}</name>
              <uuid>{domain.Uuid}</uuid>
              <memory unit='KiB'>{(live ? domain.LiveMaxMemory : domain.ConfiguredMaxMemory)}</memory>
              <currentMemory unit='KiB'>{(live ? domain.LiveMemory : domain.ConfiguredMemory)}</currentMemory>
              <vcpu placement='static'>{domain.Vcpus}</vcpu>
              <os>
                <type arch='x86_64' machine='pc-q35-6.2'>hvm</type>
                <boot dev='hd'/>
              </os>
              <clock offset='utc'/>
              <on_poweroff>destroy</on_poweroff>
              <on_reboot>restart</on_reboot>
              <on_crash>destroy</on_crash>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>

            """
        );
    }

    private static string Tail(int slot) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
                <memballoon model='virtio'>
                  <address type='pci' domain='0x0000' bus='0x00' slot='0x{slot:x2}' function='0x0'/>
                </memballoon>
              </devices>
            </domain>

            """
        );

    public static string Of(LibvirtNetwork network)
    {
        var text = new StringBuilder($"<network>\n  <name>{network.Name}</name>\n  <uuid>{network.Uuid}</uuid>\n");
        if (network.Forward is { } mode)
            text.Append($"  <forward mode='{mode}'/>\n");
        text.Append($"  <bridge name='{network.Bridge}' stp='on' delay='0'/>\n");
        if (network.Address is { } address)
        {
            text.Append($"  <ip address='{address}' netmask='255.255.255.0'>\n    <dhcp>\n");
            text.Append($"      <range start='{network.Prefix}.2' end='{network.Prefix}.254'/>\n");
            text.Append("    </dhcp>\n  </ip>\n");
        }

        return text.Append("</network>\n").ToString();
    }

    /// <summary>"32G" of setmaxmem, in KiB; a bare number is KiB already.</summary>
    public static long Scaled(string size)
    {
        var digits = new string([.. size.TakeWhile(char.IsDigit)]);
        var suffix = size[digits.Length..];
        if (digits.Length > 0 && suffix.Length == 0)
            return long.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length > 0 && Units.TryGetValue(suffix, out var unit))
            return long.Parse(digits, CultureInfo.InvariantCulture) * unit / 1024;
        throw new LibvirtRefusedException(
            $"Scaled numeric value '{size}' for <size> option is malformed or out of range",
            $"invalid argument: {(digits.Length == 0 ? $"invalid number '{size}'" : $"unknown suffix '{suffix}'")}"
        );
    }

    private static void Disk(StringBuilder text, DomainDisk disk, int slot)
    {
        var cdrom = disk.Device == "cdrom";
        text.Append($"    <disk type='file' device='{disk.Device}'>\n");
        text.Append($"      <driver name='qemu' type='{disk.File?.Format ?? "qcow2"}'/>\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"      <source file='{disk.Path}'/>\n      <target dev='{disk.Target}' bus='{(cdrom ? "sata" : "virtio")}'/>\n"
        );
        if (cdrom)
            text.Append("      <readonly/>\n");
        text.Append(
            cdrom
                ? "      <address type='drive' controller='0' bus='0' target='0' unit='0'/>\n"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"      <address type='pci' domain='0x0000' bus='0x01' slot='0x{slot:x2}' function='0x0'/>\n"
                )
        );
        text.Append("    </disk>\n");
    }

    private static void Nic(StringBuilder text, DomainInterface nic, string? target, int slot)
    {
        text.Append($"    <interface type='{nic.Type}'>\n      <mac address='{nic.Mac}'/>\n");
        if (nic.Source is { } source)
            text.Append($"      <source {nic.Type}='{source}'/>\n");
        if (target is not null)
            text.Append($"      <target dev='{target}'/>\n");
        if (nic.Model is { } model)
            text.Append($"      <model type='{model}'/>\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"      <address type='pci' domain='0x0000' bus='0x00' slot='0x{slot:x2}' function='0x0'/>\n"
        );
        text.Append("    </interface>\n");
    }
}
