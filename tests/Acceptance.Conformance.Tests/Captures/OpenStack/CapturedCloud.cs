using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.World;
using RunningTwin = Acceptance.Cloud.Twin.Twin;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// A twin that begins as the recorded cloud began: admin in the domain Default, and nothing of a tenant but what the
/// twin itself needs (the management cluster), under names that no capture asks for.
/// </summary>
internal sealed class CapturedCloud : IAsyncDisposable
{
    private readonly HttpClient _http;

    public CapturedCloud(IEnumerable<OpenStackCapture> captures)
    {
        var hosts = captures
            .SelectMany(capture => capture.Exchanges)
            .SelectMany(Seen.In)
            .Select(seen => seen.Text("hypervisor_hostname"))
            .Where(host => host.Length > 0)
            .Distinct()
            .Take(3)
            .ToArray();
        Twin = RunningTwin.Start(
            new TwinOptions
            {
                HomesUnder = TestContext.CurrentContext.WorkDirectory,
                FirstBlock = 60,
                Plan = plan => Plan(plan) with { Hosts = [.. hosts, .. plan.Hosts.Skip(hosts.Length)] },
            }
        );
        Ids = new IdBook(Twin.Block);
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = Trust(Twin.World.Pki.VaultRoot),
                },
            }
        );
        lock (World.Gate)
            Clear();
        World.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    public RunningTwin Twin { get; }

    public TwinWorld World => Twin.World;

    public IdBook Ids { get; }

    public string Url(string service, string path) =>
        $"https://{World.Plan.Vip(service)}:{World.Listeners.Actual(World.Plan.Ports[service])}{path}";

    /// <summary>Heat, say: it is not in the twin's catalog at all.</summary>
    public bool Has(string service) => World.Plan.Vips.ContainsKey(service);

    public async Task<TwinAnswer> Send(
        string service,
        string method,
        string pathAndQuery,
        IEnumerable<(string Name, string Value)> headers,
        byte[]? body
    )
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(
                Url(service, pathAndQuery),
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        if (body is not null)
            request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request);
        var said = answer
            .Headers.Concat(answer.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)))
            .ToArray();
        return new TwinAnswer((int)answer.StatusCode, said, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A token of that user, on a project or unscoped; null when it is refused.</summary>
    public async Task<string?> Token(string user, string? projectId)
    {
        var known = World.Identity.User(user);
        var auth = new JsonObject
        {
            ["identity"] = new JsonObject
            {
                ["methods"] = new JsonArray("password"),
                ["password"] = new JsonObject
                {
                    ["user"] = new JsonObject { ["id"] = known.Id, ["password"] = known.Password },
                },
            },
        };
        if (projectId is not null)
            auth["scope"] = new JsonObject { ["project"] = new JsonObject { ["id"] = projectId } };
        var answer = await Send(
            "keystone",
            "POST",
            "/v3/auth/tokens",
            [("Content-Type", "application/json")],
            Encoding.UTF8.GetBytes(new JsonObject { ["auth"] = auth }.ToJsonString())
        );
        return answer.Headers.FirstOrDefault(header => header.Name == "X-Subject-Token").Value;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Twin.DisposeAsync();
    }

    private static WorldPlan Plan(WorldPlan plan) =>
        plan with
        {
            AdminDomain = "Default",
            CapiDomain = "twin-own",
            CapiProject = "twin-own",
            ManagementServer = "twin-own-management",
            Keypair = "twin-own-key",
            MasterFlavor = "twin-own.master",
            WorkerFlavor = "twin-own.worker",
            ExternalNetwork = "twin-own-ext",
            PhysicalNetwork = "physnet-own",
            Image = "twin-own-kube",
            Template = "twin-own-template",
            Cluster = "twin-own-cluster",
            // What the services were: release Zed, Magnum's Heat drivers, Nova's own default quota.
            Release = "zed",
            MagnumDistros = ["fedora-coreos", "fedora-atomic"],
            DriverVersion = "1.3.0",
            CoresQuota = 20,
            MemoryQuotaMb = 51200,
            Physics = plan.Physics with { TokenLifetime = TimeSpan.FromHours(4) },
        };

    private void ClearTenants()
    {
        foreach (var user in World.Identity.Users)
            user.Email = null;
        foreach (var service in World.Identity.Catalog.Services)
            service.Description = null;
        foreach (var balancer in World.LoadBalancing.LoadBalancers.ToArray())
            World.LoadBalancing.Delete(balancer, cascade: true);
        foreach (
            var server in World
                .Compute.Servers.Where(server => server.ProjectId == World.Identity.Project("webshop").Id)
                .ToArray()
        )
            World.Compute.Power.Delete(server);
    }

    private void Clear()
    {
        ClearTenants();
        foreach (var ip in World.Network.FloatingIps.Where(ip => ip.Description == "webshop").ToArray())
            World.Network.FloatingIps.Release(ip.Id);
        foreach (
            var flavor in World
                .Compute.Flavors.Where(flavor => flavor.Name.StartsWith("gp.", StringComparison.Ordinal))
                .ToArray()
        )
            World.Compute.Flavors.Delete(flavor);
        foreach (var image in World.Images.All.Where(image => !image.Tags.Contains("octavia-amphora")).ToArray())
            World.Images.Delete(image);
        ClearNetwork();
    }

    private void ClearNetwork()
    {
        foreach (var ip in World.Network.FloatingIps.ToArray())
            World.Network.FloatingIps.Release(ip.Id);
        foreach (var router in World.Network.Routers)
            World.Network.Routers.SetGateway(router, null);
        World.Network.Networks.Delete(World.Network.Networks.External.Id);
        foreach (
            var one in World
                .Network.Networks.Concat<Acceptance.Cloud.Twin.World.Network.NeutronResource>(World.Network.Subnets)
                .Concat(World.Network.Routers)
                .Concat(World.Network.SecurityGroups)
        )
        {
            if (!one.Name.StartsWith("lb-mgmt", StringComparison.Ordinal) && one.Name != "default")
                one.Name = "twin-own-" + one.Name;
        }
    }

    private static X509ChainPolicy Trust(X509Certificate2 root) =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { root },
            RevocationMode = X509RevocationMode.NoCheck,
        };
}
