using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// The files that commands read on hosts and containers: what charms render and what the kernel shows.
/// </summary>
internal static class HostFurniture
{
    public static void Place(Ground ground, IReadOnlyList<HostMachine> computes, JujuModel juju)
    {
        foreach (var machine in juju.AllMachines)
            Common(ground, machine);
        foreach (var host in computes)
            Compute(ground, host);
        foreach (var unit in juju.Application("magnum").Units)
            Magnum(unit.Machine.Files);
        foreach (var unit in DashboardSettings.Units(juju))
            DashboardSettings.Render(unit.Machine.Files);
        foreach (var unit in juju.Units.Where(unit => unit.Principal is null))
            unit.Machine.Files.Declare($"/var/log/juju/unit-{unit.Name.Replace('/', '-')}.log", "");
    }

    private static void Common(Ground ground, JujuMachine machine)
    {
        var files = machine.Files;
        files.Declare("/etc/hostname", machine.Hostname + "\n");
        files.Declare("/etc/hosts", $"127.0.0.1 localhost\n127.0.1.1 {machine.Hostname}.maas {machine.Hostname}\n");
        files.Declare(
            "/etc/os-release",
            """
            PRETTY_NAME="Ubuntu 22.04.5 LTS"
            NAME="Ubuntu"
            VERSION_ID="22.04"
            VERSION_CODENAME=jammy
            ID=ubuntu

            """
        );
        files.Declare("/home/ubuntu/.bashrc", "");
        files.Declare("/proc/loadavg", () => "0.42 0.37 0.33 2/1311 48211\n", live: true);
        files.Declare(
            "/proc/uptime",
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(ground.Now - machine.BootedAt).TotalSeconds:F2} 0.00\n"
                ),
            live: true
        );
        files.Declare(
            "/usr/local/share/ca-certificates/keystone_juju_ca_cert.crt",
            () => ground.Pki.VaultRoot.ExportCertificatePem() + "\n"
        );
    }

    private static void Compute(Ground ground, HostMachine host)
    {
        host.Files.Declare("/etc/nova/nova.conf", NovaConf(ground.Plan, host, ground.Plan.ReservedHostMemoryMb));
        host.Files.Declare(
            "/proc/meminfo",
            () =>
                $"MemTotal:       {host.MemoryMb * 1024L} kB\nMemFree:        {host.MemoryMb * 128L} kB\n"
                + $"MemAvailable:   {host.MemoryMb * 256L} kB\n",
            live: true
        );
        // A bridge that is up has no state of its own; a carrier that cannot be read prints nothing.
        host.Files.Declare(
            "/sys/class/net/br-ex/operstate",
            () => host.NicBridgedByJuju ? "down\n" : "unknown\n",
            live: true
        );
        host.Files.Declare("/sys/class/net/br-ex/carrier", () => host.NicBridgedByJuju ? "" : "1\n", live: true);
    }

    /// <summary>
    /// nova.conf as the nova-compute charm renders it, with the memory it leaves to the host (D-040).
    /// </summary>
    public static string NovaConf(WorldPlan plan, HostMachine host, int reservedMb) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            [DEFAULT]
            my_ip = {HostAddresses.OfHost(plan, "metal-internal", host.Index)}
            state_path=/var/lib/nova
            compute_driver=libvirt.LibvirtDriver
            resume_guests_state_on_host_boot = True
            reserved_host_memory_mb = {reservedMb}
            reserved_host_disk_mb = 0
            ram_allocation_ratio = {plan.RamAllocationRatio}
            cpu_allocation_ratio = 2.0

            [libvirt]
            virt_type=kvm
            images_type = rbd

            [placement]
            auth_type = password
            region_name = {plan.Region}

            """
        );

    public const string MagnumConf = "/etc/magnum/magnum.conf";

    /// <summary>magnum.conf as the charm renders it; [trust] is filled when domain-setup was run (D-046).</summary>
    public static string MagnumConfWith(string trust) =>
        "[DEFAULT]\nuse_syslog = False\nhost = magnum\n\n[certificates]\ncert_manager_type = barbican\n\n"
        + $"[drivers]\nsend_cluster_metrics = False\n\n[trust]\n{trust}\n[x509]\n";

    private static void Magnum(HostFiles files)
    {
        files.Declare(MagnumConf, MagnumConfWith(""));
        files.Declare(
            "/etc/magnum/magnum.conf.d/99-capi-helm.conf",
            "[capi_helm]\nkubeconfig_file = /etc/magnum/capi-mgmt.kubeconfig\nnamespace_prefix = magnum\n"
                + "default_helm_chart_version = 0.25.1\n"
        );
        files.Declare(
            ConductorProcess.Defaults,
            "DAEMON_ARGS=\"$DAEMON_ARGS --config-dir /etc/magnum/magnum.conf.d\"\n"
        );
        files.Link("/usr/bin/helm", "/usr/local/bin/helm");
        files.Declare("/etc/magnum/capi-mgmt.kubeconfig", () => "", mode: DeclaredFile.Secret);
    }
}
