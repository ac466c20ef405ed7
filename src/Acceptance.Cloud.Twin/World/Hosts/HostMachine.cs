using System.Globalization;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// One hyperconverged host: a machine of MAAS, a domain of the jumphost's hypervisor,
/// a Juju machine that carries containers.
/// </summary>
internal sealed partial class HostMachine(Ground ground, string name, int index)
{
    /// <summary>What nova-compute is told to leave to the host when nova.conf says nothing.</summary>
    private const int NovaDefaultReservedMb = 512;

    public string Name { get; } = name;

    public int Index { get; } = index;

    public bool PoweredOn { get; private set; } = true;

    public DateTimeOffset BootedAt { get; private set; } = ground.Plan.DeployedAt;

    public int MemoryMb { get; set; } = ground.Plan.HostMemoryMb;

    public int Vcpus { get; } = ground.Plan.HostVcpus;

    public HostFiles Files { get; } = new();

    /// <summary>The folder that stands for its /; null until a shell opened there.</summary>
    public string? Root => Files.Root;

    /// <summary>MiB, as this host's /etc/nova/nova.conf says now (D-040).</summary>
    public int ReservedHostMemoryMb =>
        Files.Read("/etc/nova/nova.conf") is { } conf && Reserved().Match(conf) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : NovaDefaultReservedMb;

    /// <summary>
    /// Juju put the provider NIC into a bridge of its own, under the containers: br-ex has no carrier (D-057).
    /// </summary>
    public bool NicBridgedByJuju
    {
        get;
        set
        {
            field = value;
            CarrierChanged?.Invoke();
        }
    }

    public event Action? CarrierChanged;

    /// <summary>Powered on or off: everything that lives on it comes and goes with it.</summary>
    public event Action<HostMachine>? PowerChanged;

    public void PowerOff()
    {
        if (!PoweredOn)
            return;
        PoweredOn = false;
        PowerChanged?.Invoke(this);
    }

    public void PowerOn()
    {
        if (PoweredOn)
            return;
        PoweredOn = true;
        BootedAt = ground.Now;
        PowerChanged?.Invoke(this);
    }

    [GeneratedRegex(
        @"^\s*reserved_host_memory_mb\s*=\s*(\d+)",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Reserved();
}
