using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin;

/// <summary>
/// The site of a twin, from its plan and world, in the model of every other site. It promises what a cloud of this
/// design must be; what a fault or a plan breaks is for the run to find.
/// </summary>
internal static class TwinSite
{
    /// <summary>The Vault root in the operator's home; the image CDN's certificate is of the same authority.</summary>
    private const string Authority = "vault-root-ca.pem";

    private static readonly JsonSerializerOptions AsSiteFile = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string file, Site site) =>
        File.WriteAllText(file, JsonSerializer.Serialize(site, AsSiteFile) + "\n");

    public static Site Of(TwinWorld world, string home, string bin, Uri control) =>
        new()
        {
            Name = $"twin-127.{world.Plan.Block}",
            Permit = "destroy",
            Clock = new SiteClock { At = control },
            FaultsAt = control,
            Credentials = Credentials(home, world.Plan),
            Jumphost = new SiteJumphost { Path = [bin], Home = home },
            Juju = Juju(world),
            Maas = new SiteMaas { Profile = "admin", Hosts = world.Plan.Hosts },
            Hypervisor = new SiteHypervisor { Domains = world.Plan.Hosts },
            Endpoints = [.. world.Plan.Vips.Keys.Select(service => Endpoint(world, service))],
            OutOfScope =
            [
                new SiteExclusion(
                    "product-streams",
                    "its endpoint is a unit's address, "
                        + "and the jumphost has no route to the container space (DOCFIX-039)"
                ),
            ],
            Proxies = [Proxy(world)],
            Compute = new SiteCompute { ReservedHostMemoryMb = world.Plan.ReservedHostMemoryMb },
            Octavia = new SiteOctavia { Platform = ["^k8s-clusterapi-cluster-"] },
            Vault = Vault(world.Plan),
            Management = Management(world, home),
            Workload = Workload(world, home),
            Snapshots = new SiteSnapshots { First = world.Plan.SnapshotTags[0], Second = world.Plan.SnapshotTags[1] },
            Baseline = Baseline(world.Jumphost),
            Waivers = [DeferredDns(world.Plan)],
        };

    private static SiteCredentials Credentials(string home, WorldPlan plan) =>
        new()
        {
            Openrc = Path.Combine(home, "admin-openrc"),
            Ca = Path.Combine(home, Authority),
            ManagementKubeconfig = Path.Combine(home, "capi-mgmt.kubeconfig"),
            SshKey = Path.Combine(home, ".ssh", "id_ed25519"),
            // The provider network: the VIPs and the floating IPs.
            Hosts = [$"127.{plan.Block}.4.0/22"],
        };

    private static SiteProxy Proxy(TwinWorld world) => new() { Url = world.Nginx.Url, File = NginxServer.EnabledSite };

    private static SiteVault Vault(WorldPlan plan) =>
        new() { LastDrill = plan.DeployedAt, DrilledBy = "the twin's operator" };

    private static SiteBaseline? Baseline(Jumphost jumphost) =>
        jumphost.RefusedCapture is null
            ? null
            : new SiteBaseline { Kind = SiteBaseline.Capture, Folder = jumphost.Captures };

    private static SiteWaiver DeferredDns(WorldPlan plan) =>
        new()
        {
            Item = "D-011.8",
            Owner = "the twin's operator",
            Reason = "Designate is deferred (D-019)",
            Expires = plan.Start.AddDays(90),
        };

    private static SiteJuju Juju(TwinWorld world) =>
        new()
        {
            Controller = world.Plan.Controller,
            ControllerUuid = world.Plan.ControllerUuid,
            Model = world.Juju.ShownAs,
            Machines = world.Plan.Hosts.Count,
            DefaultSpace = JujuModel.PlannedSpace,
            DashboardOverHttp = true,
            Expected = world
                .Juju.ExpectedStates()
                .ToDictionary(
                    row => row.Application,
                    row => new ExpectedState
                    {
                        Workload = row.Workload,
                        Agent = row.Agent,
                        Messages = row.Messages,
                        Units = row.Units,
                        Because = row.Because,
                        Channel = row.Channel,
                        Revision = row.Revision,
                    }
                ),
        };

    /// <summary>
    /// The codes are those of the services' roots (FACTS 8.11); Horizon's redirects to its login page.
    /// </summary>
    private static SiteEndpoint Endpoint(TwinWorld world, string service) =>
        new()
        {
            Service = service,
            Url = new Uri(
                $"https://{world.Plan.Vip(service)}:{world.Listeners.Actual(world.Plan.Ports[service])}/"
                    + (service == "keystone" ? "v3" : "")
            ),
            Codes = service.Split('-')[0] switch
            {
                "keystone" or "barbican" or "cinder" or "glance" => [200, 300],
                "horizon" or "netbox" => [200, 301, 302],
                _ => [200],
            },
            Says = service == "radosgw" ? "<ListAllMyBucketsResult[ >]" : null,
        };

    private static SiteManagement Management(TwinWorld world, string home) =>
        new()
        {
            Server = world.Plan.ManagementServer,
            Project = world.Plan.CapiProject,
            Domain = world.Plan.CapiDomain,
            NetEnv = Path.Combine(home, "capi-mgmt-net.env"),
            ChartDependencies = Path.Combine(home, OperatorHome.Charts, "dependencies.json"),
            OrcManifest = Path.Combine(home, OperatorHome.Charts, "orc-install.yaml"),
            ReachableFromTenant = new Uri($"https://{world.Plan.Vip("keystone")}:{world.Plan.Ports["keystone"]}/v3"),
        };

    private static SiteWorkload Workload(TwinWorld world, string home) =>
        new()
        {
            Project = world.Plan.CapiProject,
            Domain = world.Plan.CapiDomain,
            ExternalNetwork = world.Plan.ExternalNetwork,
            Keypair = world.Plan.Keypair,
            MasterFlavor = new SiteFlavor(world.Plan.MasterFlavor, 8192, 2),
            WorkerFlavor = new SiteFlavor(world.Plan.WorkerFlavor, 4096, 2),
            Image = new SiteImage
            {
                Name = world.Plan.Image,
                KubeVersion = world.Plan.KubeVersion,
                Url = new Uri(world.Plan.ImageUrl),
                Sha512 = world.ImageCdn.Sha512,
                ConnectTo = $"{world.ImageCdn.Address}:{world.ImageCdn.Port}",
                Ca = Path.Combine(home, Authority),
            },
            Template = new SiteTemplate
            {
                Name = world.Plan.Template,
                Labels = new Dictionary<string, string>
                {
                    ["fixed_subnet_cidr"] = world.Plan.WorkloadCidr,
                    ["octavia_provider"] = "amphora",
                },
            },
            Cluster = world.Plan.Cluster,
            RoundRobin = new SiteRoundRobin { LowPortOffset = world.Listeners.Actual(80) - 80 },
        };
}
