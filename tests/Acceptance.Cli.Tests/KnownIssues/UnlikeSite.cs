using Acceptance.Cloud.Sites;

namespace Acceptance.Cli.Tests.KnownIssues;

/// <summary>
/// A site that shares no name with the twin's: other applications, projects, paths (one with a space), figures.
/// </summary>
internal static class UnlikeSite
{
    public static Site Site { get; } =
        new()
        {
            Name = "harbour-lab",
            Credentials = new()
            {
                Openrc = "/srv/ops/rc",
                ManagementKubeconfig = "/srv/ops keys/management.conf",
                SshKey = "/srv/ops keys/id",
            },
            Juju = new()
            {
                Controller = "harbour",
                Model = "cloud-b",
                DefaultSpace = "racks",
                Roles = new Dictionary<string, string> { ["mysql"] = "database", ["magnum"] = "containers" },
            },
            Proxies = [new() { Url = new("http://192.0.2.9:8081/"), File = "/srv/nginx sites/board" }],
            Maas = new() { Profile = "ops", Hosts = ["rack-a"] },
            Hypervisor = new() { Uri = "qemu+ssh://racks/system", Domains = ["rack-a"] },
            Compute = new() { ReservedHostMemoryMb = 16384, NovaConf = "/srv/nova/nova.conf" },
            Octavia = new() { AmphoraRamMb = 2048 },
            Management = new()
            {
                Server = "capi-hub",
                Project = "hub",
                Domain = "ops",
                NetEnv = "~/hub net.env",
                ChartDependencies = "~/hub charts/dependencies.json",
                OrcManifest = "~/hub charts/orc.yaml",
                DriverVersion = "1.5.0",
                DriverPackage = "magnum-driver",
                ReachableFromTenant = new("https://192.0.2.40:5000/v3"),
            },
            Workload = new()
            {
                Project = "tenant-b",
                Domain = "ops",
                ExternalNetwork = "outside",
                Keypair = "key-b",
                MasterFlavor = new("m2", 8192, 4),
                WorkerFlavor = new("m1", 4096, 2),
                Roles = ["member"],
                Cluster = "trial",
                Image = new()
                {
                    Name = "kube-noble-v1.35.1",
                    KubeVersion = "v1.35.1",
                    OsDistro = "ubuntu",
                    Url = new("https://images.example/kube-noble.qcow2"),
                    Sha512 = new('a', 128),
                },
                Template = new()
                {
                    Name = "kube-b",
                    NetworkDriver = "cilium",
                    Labels = new Dictionary<string, string>(),
                },
            },
            Snapshots = new() { First = "after-deploy", Second = "after-tenants" },
        };
}
