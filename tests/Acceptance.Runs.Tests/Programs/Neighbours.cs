using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Waits;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>
/// What an operator keeps in the same project while runs come and go: a cluster of another name, a Service, a load
/// balancer.
/// </summary>
internal sealed class Neighbours(ServedTwin twin) : IAsyncDisposable
{
    private readonly ICloud _cloud = LiveCloud.Open(
        new SiteReader(Budgets.ByName.Keys).Read(twin.Site),
        twin.Home,
        new AllowAll()
    );

    private SiteWorkload Workload => _cloud.Site.Workload!;

    private Scope Tenant => new Scope.ProjectScope(Workload.Project, Workload.Domain);

    /// <summary>From the same template; complete when this returns.</summary>
    public async Task Cluster(string name, CancellationToken cancel)
    {
        var magnum = _cloud.OpenStack.ContainerInfra;
        var template = Seen(await magnum.Templates(Tenant, cancel)).Single(one => one.Name == Workload.Template.Name);
        Seen(
            await magnum.CreateCluster(
                Tenant,
                new ClusterRequest(name, template.Uuid, Workload.Keypair, 1, 1, new Dictionary<string, string>()),
                cancel
            )
        );
        while (await Status(name, cancel) != "CREATE_COMPLETE")
            await twin.Advance(TimeSpan.FromMinutes(1), cancel);
    }

    public async Task<string?> Status(string cluster, CancellationToken cancel) =>
        (await _cloud.OpenStack.ContainerInfra.Cluster(Tenant, cluster, cancel)).ValueOrDefault?.Status.Word;

    /// <summary>On the site's workload cluster.</summary>
    public async Task Service(string name, CancellationToken cancel)
    {
        var api = await Api(cancel);
        var none = new Dictionary<string, string>();
        Seen(
            await api.CreateDeployment(
                "default",
                new DeploymentRequest(name, Workload.RoundRobin.Image, Workload.RoundRobin.Command, 1, none),
                cancel
            )
        );
        Seen(await api.ExposeAsLoadBalancer("default", new ServiceRequest(name, name, 80, 8080, none), cancel));
        while (
            Seen(await api.Services("default", cancel)).Single(one => one.Name == name).LoadBalancerAddresses.Count == 0
        )
            await twin.Advance(TimeSpan.FromSeconds(15), cancel);
    }

    public async Task<IReadOnlyList<string>> Services(CancellationToken cancel) =>
        [
            .. Seen(await (await Api(cancel)).Services("default", cancel))
                .Select(one => one.Name)
                .Where(name => name != "kubernetes"),
        ];

    public async Task LoadBalancer(string name, CancellationToken cancel)
    {
        var subnet = JsonNode.Parse(await Ask("network", "GET", "/v2.0/subnets?name=capi-mgmt-subnet", null, cancel))![
            "subnets"
        ]![0]!["id"]!;
        await Ask(
            "load-balancer",
            "POST",
            "/v2.0/lbaas/loadbalancers",
            new JsonObject
            {
                ["loadbalancer"] = new JsonObject { ["name"] = name, ["vip_subnet_id"] = (string)subnet! },
            },
            cancel
        );
        await twin.Advance(TimeSpan.FromMinutes(3), cancel);
    }

    public async Task<IReadOnlyList<string>> LoadBalancers(CancellationToken cancel) =>
        [.. Seen(await _cloud.OpenStack.LoadBalancing.LoadBalancers(Tenant, cancel)).Select(one => one.Name)];

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private async Task<IKubernetes> Api(CancellationToken cancel)
    {
        var magnum = _cloud.OpenStack.ContainerInfra;
        var cluster = Seen(await magnum.Cluster(Tenant, Workload.Cluster, cancel));
        return Seen(_cloud.Cluster(Seen(await magnum.Kubeconfig(Tenant, cluster, cancel))));
    }

    private async Task<string> Ask(
        string service,
        string method,
        string path,
        JsonObject? body,
        CancellationToken cancel
    )
    {
        var openrc = Environment(File.ReadAllLines(Path.Combine(twin.Home, "admin-openrc")));
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            UseProxy = false,
        };
        using var client = new HttpClient(handler);
        using var issued = await client.PostAsJsonAsync(
            $"{openrc["OS_AUTH_URL"].TrimEnd('/')}/auth/tokens",
            AskForToken(openrc),
            cancel
        );
        issued.EnsureSuccessStatusCode();
        var endpoint = PublicEndpoint(await issued.Content.ReadAsStringAsync(cancel), service);
        using var request = new HttpRequestMessage(new HttpMethod(method), endpoint.TrimEnd('/') + path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("X-Auth-Token", issued.Headers.GetValues("X-Subject-Token").Single());
        using var answer = await client.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        answer.IsSuccessStatusCode.Should().BeTrue(text);
        return text;
    }

    private JsonObject AskForToken(Dictionary<string, string> openrc)
    {
        var user = new JsonObject
        {
            ["name"] = openrc["OS_USERNAME"],
            ["domain"] = new JsonObject { ["name"] = openrc["OS_USER_DOMAIN_NAME"] },
            ["password"] = openrc["OS_PASSWORD"],
        };
        return new JsonObject
        {
            ["auth"] = new JsonObject
            {
                ["identity"] = new JsonObject
                {
                    ["methods"] = new JsonArray("password"),
                    ["password"] = new JsonObject { ["user"] = user },
                },
                ["scope"] = new JsonObject
                {
                    ["project"] = new JsonObject
                    {
                        ["name"] = Workload.Project,
                        ["domain"] = new JsonObject { ["name"] = Workload.Domain },
                    },
                },
            },
        };
    }

    private static string PublicEndpoint(string issued, string service)
    {
        var catalog = JsonNode.Parse(issued)!["token"]!["catalog"]!.AsArray();
        return (string)
            catalog.Single(one => (string)one!["type"]! == service)!["endpoints"]!
                .AsArray()
                .First(one => (string)one!["interface"]! == "public")!["url"]!;
    }

    private static Dictionary<string, string> Environment(IEnumerable<string> lines) =>
        lines
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('"', '\''));

    private static T Seen<T>(Reading<T> reading) =>
        reading is Reading<T>.Seen seen
            ? seen.Value
            : throw new InvalidOperationException(((Reading<T>.Unread)reading).Sentence.ToString());
}
