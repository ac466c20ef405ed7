namespace Acceptance.Runs.Tests;

/// <summary>
/// Each fault with the world that it strikes, and what names it then: layer, entry, and what to act upon. Runs are held
/// to it, and judgements on facts of worlds without a wire.
/// </summary>
internal static class FaultRows
{
    private const string Rebuilt = "rebuilt",
        Accepted = "accepted",
        Cluster = "capi-test-1",
        ManagementVm = "capi-mgmt-v2",
        Unit = @"/\d+$",
        Id = "^[0-9a-f-]{36}$";
    private const string Template = "capi-k8s-v1-34",
        Image = "ubuntu-jammy-kube-v1.34.8",
        Publisher = "azimuth-images.stackhpc.cloud",
        Proxy = @"^http://[\d.]+:8080/$",
        Hosts = @"^openstack0, openstack1, openstack2, openstack3$";

    public static IReadOnlyList<(string Fault, string World, string Rung, string Entry, string Victim)> Red { get; } =
    [
        ("capture-refused", Accepted, "jumphost", "capture-baseline", "/captures$"),
        ("machine-broken", Accepted, "machines", "machine-not-deployed", @"^[a-z]+-?\d+$"),
        .. InBoth("model-suspended", "juju", "model-suspended", "^[a-z][a-z0-9-]*$"),
        .. InBoth("lxd-container-down", "machines", "restart-1", @"^\d+/lxd/\d+$"),
        .. InBoth("KI-P3-001", "machines", "KI-P3-001", @"^\d+/lxd/\d+$"),
        .. InBoth("mysql-degraded", "mysql", "mysql-outage", Unit),
        .. InBoth("vault-sealed", "vault", "restart-3", Unit),
        .. InBoth("ovn-disconnected", "ovn", "ovn-tls-sweep", Unit),
        .. InBoth("ovn-restart-missed", "ovn", "ovn-tls-sweep", Unit),
        .. InBoth("D-045", "haproxy", "D-045", Unit),
        .. InBoth("nginx-name", "vips", "nginx-reverse-proxy", Proxy),
        .. InBoth("nginx-scheme", "vips", "nginx-reverse-proxy", Proxy),
        .. InBoth("nginx-loop", "vips", "nginx-reverse-proxy", Proxy),
        .. InBoth("DOCFIX-022", "keystone", "DOCFIX-022", "."),
        .. InBoth("D-066", "keystone", "D-066", "^admin$"),
        .. InBoth("D-040", "hypervisors", "D-040", Unit),
        ("guest-not-resumed", Accepted, "hypervisors", "D-043", Id),
        ("D-057", Accepted, "hypervisors", "D-057", Unit),
        .. InBoth("provider-network-lost", "hypervisors", "floating-ips-dark", @"^[\d.]+$"),
        .. InBoth("LB-failover", "octavia", "LB-failover", Id),
        .. InBoth("amphora-headroom", "octavia", "amphora-headroom", Hosts),
        .. InBoth("amphora-orphan", "octavia", "amphora-orphan", Id),
        .. InBoth("amphora-orphan-active", "octavia", "amphora-orphan", Id),
        .. InBoth("D-035", "mgmt-vm", "D-035", ManagementVm),
        .. InBoth("amp-image-tag-mismatch", "octavia", "amp-image-tag-mismatch", "^octavia$"),
        .. InBoth("D-041", "mgmt-vm", "D-041", ManagementVm),
        .. InBoth("uninitialized-taint", "mgmt-vm", "D-041", ManagementVm),
        .. InBoth("mgmt-fip-stale", "mgmt-vm", "DOCFIX-038", @"net\.env$"),
        .. InBoth("DOCFIX-024", "mgmt-k8s", "DOCFIX-024", ManagementVm),
        .. InBoth("D-034", "capi", "D-034", "^capo-controller-manager-|^orc$"),
        .. InBoth("D-034-versions", "capi", "D-034", "^cap[io]-.*controller-manager-"),
        .. InBoth("D-042", "magnum", "D-042", Unit),
        .. InBoth("D-037", "magnum", "D-037", Unit),
        .. InBoth("D-037-overwritten", "magnum", "D-037", Unit),
        .. InBoth("D-046", "magnum", "D-046", Unit),
        .. InBoth("D-065", "magnum", "D-065", Unit),
        .. InBoth("D-067", "magnum", "D-067", Unit),
        .. InBoth("DOCFIX-064", "magnum", "DOCFIX-064", Id),
        ("D-039", Rebuilt, "magnum", "D-039", "^admin on capi-mgmt$"),
        ("D-039", Accepted, "magnum", "D-039", Cluster),
        .. InBoth("D-039-frozen", "magnum", "D-039", Cluster),
        .. InBoth("L-P6-3", "magnum", "L-P6-3", Image),
        .. InBoth("DOCFIX-032", "magnum", "DOCFIX-032", Template),
        ("FINDING-3", Accepted, "magnum", "FINDING-3", Id),
        ("cdn-truncated", Rebuilt, "magnum", "image-staging", Publisher),
        ("cdn-dark", Rebuilt, "magnum", "image-staging", Publisher),
        ("stuck-delete", Rebuilt, "capi", "stuck-delete", $"^{Cluster}-[a-z0-9]+$"),
        .. InBoth("crash-loop", "workload", "crash-loop", "."),
        .. InBoth("round-robin-one-pod", "workload", "round-robin-one-pod", Cluster),
    ];

    /// <summary>
    /// What is no fault of the cloud any more, or not yet: the run is green, and says what it met. Nothing is said
    /// where nothing was met.
    /// </summary>
    public static IReadOnlyList<(string Fault, string World, string Says)> Green { get; } =
    [
        ("FINDING-3", Rebuilt, "the queued remnant "),
        ("CORRECTION-1", Rebuilt, "stored as qcow2 (CORRECTION-1"),
        ("CORRECTION-1", Accepted, "stored as qcow2 (CORRECTION-1"),
        ("cdn-truncated", Accepted, ""),
        ("cdn-dark", Accepted, ""),
        ("stuck-delete", Accepted, ""),
    ];

    private static (string Fault, string World, string Rung, string Entry, string Victim)[] InBoth(
        string fault,
        string rung,
        string entry,
        string victim
    ) => [(fault, Rebuilt, rung, entry, victim), (fault, Accepted, rung, entry, victim)];
}
