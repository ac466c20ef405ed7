using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests;

/// <summary>Facts of a healthy cloud called edge-lab, each to be spoiled with one `with`.</summary>
public static class Facts
{
    public static readonly DateTimeOffset Now = new(2026, 11, 4, 22, 10, 0, TimeSpan.Zero);

    public static readonly Evidence Read = new($"GET /", $"curl /", Excerpt.None, Now);

    public static SiteJuju Juju { get; } =
        new()
        {
            Controller = "edge",
            Model = "openstack",
            Expected = new Dictionary<string, ExpectedState> { ["*"] = new() },
        };

    /// <summary>Readings that are put in, on a site that has every section.</summary>
    public static FactSheet Sheet(params IReadOnlyList<(FactKey Key, object Reading)> readings) =>
        new(WholeSite, Now, readings.ToDictionary(one => one.Key, one => one.Reading));

    public static JujuUnit Unit(
        string name,
        string workload = "active",
        string agent = "idle",
        string message = "Unit is ready",
        string? principal = null
    ) =>
        new(
            name,
            name.Split('/')[0],
            State<WorkloadStatus>.Read(workload),
            State<AgentStatus>.Read(agent),
            message,
            false,
            "0",
            "",
            principal,
            null
        );

    public static JujuMachine Machine(string id, string agent = "started") =>
        new(
            id,
            State<MachineAgentStatus>.Read(agent),
            $"host-{id}",
            $"instance-{id}",
            id.Contains('/') ? id.Split('/')[0] : null,
            [],
            null
        );

    public static JujuModel Model(params IReadOnlyList<JujuUnit> units) =>
        new(
            "edge",
            "openstack",
            [Machine("0"), Machine("0/lxd/0")],
            [
                .. units
                    .GroupBy(unit => unit.Application)
                    .Select(own => new JujuApplication(own.Key, own.Key, own.Count(), [])),
            ],
            units
        );

    public static SealStatus Open { get; } = new(true, false, 3, 5, 0, "mysql", false, "1.8.8");

    public static ShellAnswer Shell(string stdout, int exit = 0, string stderr = "") => new(exit, stdout, stderr);

    public static UnitAnswers Answers(params IReadOnlyList<UnitAnswer> answers) =>
        new([.. answers.Select(answer => answer.Unit)], [], answers.ToDictionary(answer => answer.Unit));

    public static UnitAnswer Says(string unit, string stdout, int exit = 0, string stderr = "") =>
        new(unit, exit, stdout, stderr);

    public static Reading<T> Seen<T>(T value) => new Reading<T>.Seen(value, Read);

    public static Reading<T> Unread<T>(Unreadable why, string sentence = "it was not read") =>
        new Reading<T>.Unread(why, $"{sentence}", Read);

    public static Container Container(
        string name = "main",
        bool ready = true,
        int restarts = 0,
        string? waiting = null,
        string image = "image"
    ) => new(name, image, ready, restarts, State<WaitingReason>.Read(waiting), default, null);

    public static Pod Pod(string name, string phase = "Running", params IReadOnlyList<Container> containers) =>
        new(
            "kube-system",
            name,
            State<PodPhase>.Read(phase),
            "node-0",
            new Dictionary<string, string>(),
            containers.Count == 0 ? [Container()] : containers
        );

    public static MagnumCluster Cluster { get; } =
        new(
            "6de15cf4",
            "edge-1",
            ClusterStatus.CreateComplete,
            null,
            ClusterHealthStatus.Healthy,
            new Dictionary<string, State<ComponentHealth>>(),
            "https://192.0.2.7:6443",
            1,
            2,
            "template",
            null,
            "project",
            "user",
            new Dictionary<string, string>(),
            Now
        );

    public static SiteManagement Management { get; } =
        new()
        {
            Server = "mgmt",
            Project = "capi",
            Domain = "domain",
            NetEnv = "~/net.env",
            ChartDependencies = "~/charts/dependencies.json",
            OrcManifest = "~/charts/orc.yaml",
            ReachableFromTenant = new Uri("https://192.0.2.50:5000/v3"),
        };

    public static SiteWorkload Workload { get; } =
        new()
        {
            Project = "capi",
            Domain = "domain",
            ExternalNetwork = "provider-ext",
            Keypair = "key",
            Cluster = "edge-1",
            MasterFlavor = new("master", 4096, 2),
            WorkerFlavor = new("worker", 8192, 4),
            Image = new()
            {
                Name = "ubuntu-kube-v1.30.1",
                KubeVersion = "v1.30.1",
                Url = new("https://images.example/kube"),
                Sha512 = "00",
            },
            Template = new()
            {
                Name = "k8s",
                Labels = new Dictionary<string, string> { ["fixed_subnet_cidr"] = "198.51.100.0/24" },
            },
        };

    /// <summary>A site that has every section.</summary>
    public static Site WholeSite { get; } =
        new()
        {
            Name = "edge-lab",
            Credentials = new() { Openrc = "~/openrc" },
            Juju = Juju,
            Maas = new() { Profile = "edge", Hosts = ["host-0"] },
            Proxies = [new() { Url = new Uri("http://192.0.2.9:8080/"), File = "/etc/nginx/sites-enabled/edge" }],
            Vault = new(),
            Compute = new() { ReservedHostMemoryMb = 8192 },
            Octavia = new(),
            Management = Management,
            Workload = Workload,
            Hypervisor = new() { Domains = ["host-0"] },
            Snapshots = new() { First = "first", Second = "second" },
            Endpoints =
            [
                new()
                {
                    Service = "keystone",
                    Url = new("https://192.0.2.50:5000/v3"),
                    Codes = [200],
                },
            ],
        };

    public static Server Server(string id, string name, string project = "tenant", string status = "ACTIVE") =>
        new(id, name, State<ServerStatus>.Read(status), project, "host-0", null, ["192.0.2.40"], Now, null);

    public static Amphora Amphora(string id, string status = "ALLOCATED", string? compute = null) =>
        new(id, "lb-1", compute ?? $"vm-{id}", "STANDALONE", State<AmphoraStatus>.Read(status), Now);

    public static LoadBalancer Balancer(
        string name = "k8s-api",
        string provisioning = "ACTIVE",
        string operating = "ONLINE"
    ) =>
        new(
            $"id-{name}",
            name,
            State<ProvisioningStatus>.Read(provisioning),
            State<OperatingStatus>.Read(operating),
            "198.51.100.9",
            "port-9",
            "project",
            "amphora",
            "",
            [],
            Now,
            Now
        );

    public static Verdict Keep() => Verdict.Keep($"it stands", Read);
}
