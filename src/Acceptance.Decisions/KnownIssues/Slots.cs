using System.Globalization;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Everything that a fix may be filled with.</summary>
internal static class Slots
{
    private const string NoFinding = "no finding names it";

    /// <summary>Whom the finding names.</summary>
    public static Slot Victim { get; } = new("victim", NoFinding, occurrence => occurrence.Victim);

    /// <summary>The same, where every victim is a unit.</summary>
    public static Slot Unit { get; } = new("unit", NoFinding, occurrence => occurrence.Victim);

    /// <summary>The application of the unit that the finding names.</summary>
    public static Slot Application { get; } = new("application", NoFinding, BeforeTheSlash);

    /// <summary>The libvirt domain of the disk that the finding names ("domain/target").</summary>
    public static Slot HostDomain { get; } = new("domain", NoFinding, BeforeTheSlash);

    /// <summary>The machine under the container that the finding names ("0/lxd/1").</summary>
    public static Slot HostMachine { get; } = new("machine", NoFinding, BeforeTheSlash);

    public static Slot Model { get; } = OfSite("model", "$.juju.model", site => site.Juju?.Model);

    public static Slot DefaultSpaceName { get; } =
        OfSite("default_space", "$.juju.defaultSpace", site => site.Juju?.DefaultSpace);

    public static Slot ProviderBridge { get; } =
        OfSite("bridge", "$.juju.providerBridge", site => site.Juju?.ProviderBridge);

    public static Slot MaasProfile { get; } = OfSite("maas_profile", "$.maas.profile", site => site.Maas?.Profile);

    public static Slot MySql { get; } =
        OfSite("mysql", "$.juju", site => site.Juju is { } juju ? Roles.ApplicationOf(juju, Roles.MySql) : null);

    public static Slot Compute { get; } =
        OfSite("compute", "$.juju", site => site.Juju is { } juju ? Roles.ApplicationOf(juju, Roles.Compute) : null);

    public static Slot Magnum { get; } =
        OfSite("magnum", "$.juju", site => site.Juju is { } juju ? Roles.ApplicationOf(juju, Roles.Magnum) : null);

    public static Slot Dashboard { get; } =
        OfSite(
            "dashboard",
            "$.juju",
            site => site.Juju is { } juju ? Roles.ApplicationOf(juju, Roles.Dashboard) : null
        );

    /// <summary>The file of the proxy that the finding names; of the only one, where it names none.</summary>
    public static Slot ProxyFile { get; } =
        new(
            "proxy_file",
            "the site does not say it ($.proxies)",
            occurrence =>
                occurrence.Site?.Proxies is { } proxies
                    ? (
                        proxies.FirstOrDefault(one => one.Url.ToString() == occurrence.Victim)
                        ?? (proxies is [var only] ? only : null)
                    )?.File
                    : null
        );

    public static Slot HypervisorUri { get; } = OfSite("hypervisor", "$.hypervisor.uri", site => site.Hypervisor?.Uri);

    public static Slot FirstSnapshot { get; } =
        OfSite("first_snapshot", "$.snapshots.first", site => site.Snapshots?.First);

    public static Slot SecondSnapshot { get; } =
        OfSite("second_snapshot", "$.snapshots.second", site => site.Snapshots?.Second);

    public static Slot ReservedMb { get; } =
        OfSite(
            "reserved_mb",
            "$.compute.reservedHostMemoryMb",
            site => site.Compute?.ReservedHostMemoryMb.ToString(CultureInfo.InvariantCulture)
        );

    public static Slot NovaConf { get; } = OfSite("nova_conf", "$.compute.novaConf", site => site.Compute?.NovaConf);

    public static Slot AmphoraMb { get; } =
        OfSite(
            "amphora_mb",
            "$.octavia.amphoraRamMb",
            site => site.Octavia?.AmphoraRamMb.ToString(CultureInfo.InvariantCulture)
        );

    public static Slot ManagementServer { get; } =
        OfSite("management_server", "$.management.server", site => site.Management?.Server);

    public static Slot ManagementProject { get; } =
        OfSite("management_project", "$.management.project", site => site.Management?.Project);

    public static Slot ManagementDomain { get; } =
        OfSite("management_domain", "$.management.domain", site => site.Management?.Domain);

    public static Slot Openrc { get; } = OfSite("openrc", "$.credentials.openrc", site => site.Credentials.Openrc);

    public static Slot ManagementKubeconfig { get; } =
        OfSite(
            "management_kubeconfig",
            "$.credentials.managementKubeconfig",
            site => site.Credentials.ManagementKubeconfig
        );

    public static Slot ManagementUser { get; } =
        OfSite("management_user", "$.management.sshUser", site => site.Management?.SshUser);

    public static Slot SshKey { get; } = OfSite("ssh_key", "$.credentials.sshKey", site => site.Credentials.SshKey);

    public static Slot ChartDependencies { get; } =
        OfSite("chart_dependencies", "$.management.chartDependencies", site => site.Management?.ChartDependencies);

    public static Slot OrcManifest { get; } =
        OfSite("orc_manifest", "$.management.orcManifest", site => site.Management?.OrcManifest);

    public static Slot NetEnv { get; } = OfSite("net_env", "$.management.netEnv", site => site.Management?.NetEnv);

    public static Slot DriverPackage { get; } =
        OfSite("driver_package", "$.management.driverPackage", site => site.Management?.DriverPackage);

    public static Slot DriverVersion { get; } =
        OfSite("driver_version", "$.management.driverVersion", site => site.Management?.DriverVersion);

    public static Slot TenantVip { get; } =
        OfSite("vip", "$.management.reachableFromTenant", site => site.Management?.ReachableFromTenant.Host);

    public static Slot TenantVipUrl { get; } =
        OfSite("vip_url", "$.management.reachableFromTenant", site => site.Management?.ReachableFromTenant.ToString());

    public static Slot TenantProject { get; } =
        OfSite("tenant_project", "$.workload.project", site => site.Workload?.Project);

    public static Slot TenantDomain { get; } =
        OfSite("tenant_domain", "$.workload.domain", site => site.Workload?.Domain);

    /// <summary>
    /// The role that Octavia's policy asks for: that of the policy in force, as the site has it (D-039).
    /// </summary>
    public static Slot BalancerRole { get; } =
        OfSite(
            "balancer_role",
            "$.workload.roles",
            site =>
                site.Workload?.Roles.FirstOrDefault(role => role.Contains("load-balancer", StringComparison.Ordinal))
                ?? site.Workload?.Roles.FirstOrDefault()
        );

    public static Slot Cluster { get; } = OfSite("cluster", "$.workload.cluster", site => site.Workload?.Cluster);

    public static Slot NetworkDriver { get; } =
        OfSite("network_driver", "$.workload.template.networkDriver", site => site.Workload?.Template.NetworkDriver);

    public static Slot Template { get; } =
        OfSite("template", "$.workload.template.name", site => site.Workload?.Template.Name);

    public static Slot Image { get; } = OfSite("image", "$.workload.image.name", site => site.Workload?.Image.Name);

    public static Slot ImageUrl { get; } =
        OfSite("image_url", "$.workload.image.url", site => site.Workload?.Image.Url.ToString());

    public static Slot ImageSha512 { get; } =
        OfSite("image_sha512", "$.workload.image.sha512", site => site.Workload?.Image.Sha512);

    public static Slot KubeVersion { get; } =
        OfSite("kube_version", "$.workload.image.kubeVersion", site => site.Workload?.Image.KubeVersion);

    public static Slot OsDistro { get; } =
        OfSite("os_distro", "$.workload.image.osDistro", site => site.Workload?.Image.OsDistro);

    private static Slot OfSite(string variable, string field, Func<Site, string?> read) =>
        new(
            variable,
            $"the site does not say it ({field})",
            occurrence => occurrence.Site is { } site ? read(site) : null
        );

    private static string? BeforeTheSlash(Occurrence occurrence) => occurrence.Victim?.Split('/')[0];
}
