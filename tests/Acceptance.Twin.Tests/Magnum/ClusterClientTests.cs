using Acceptance.Twin.Tests.RealClients;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>
/// Phase-08 by the real openstack and kubectl, one step a test: from the template to the last trace of the cluster.
/// </summary>
[TestFixture]
[Category("RealClients")]
public sealed class ClusterClientTests
{
    private CloudClient _cloud = null!;
    private RealClient _tenant = null!;
    private RealClient _kubectl = null!;
    private string _folder = "";

    [OneTimeSetUp]
    public void Start()
    {
        _cloud = CloudClient.Start();
        _tenant = RealClient.OpenStack(_cloud, $"OS_PROJECT_ID={_cloud.Plan.CapiProjectId}");
        _folder = Path.Combine(_cloud.Twin.Home, "capi-test-1");
        _kubectl = RealClient.Kubectl(_cloud, Path.Combine(_folder, "config"));
        lock (_cloud.World.Gate)
            _cloud.World.Seed();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test, Order(1)]
    public async Task The_template_is_absent_created_listed_and_shown()
    {
        (await _tenant.Run("coe cluster template show capi-k8s-v1-34 -f value -c uuid", exit: 1))
            .Should()
            .Contain("ClusterTemplate capi-k8s-v1-34 could not be found");
        await _tenant.Run(
            "coe cluster template create capi-k8s-v1-34 --coe kubernetes --server-type vm --image "
                + "ubuntu-jammy-kube-v1.34.8 --external-network provider-ext "
                + "--master-flavor gp.mid --flavor capi.node --master-lb-enabled --floating-ip-enabled "
                + "--network-driver calico --dns-nameserver 8.8.8.8 "
                + "--docker-storage-driver overlay2 --labels fixed_subnet_cidr=10.20.16.0/24,octavia_provider=amphora"
        );
        (await _tenant.Run("coe cluster template list -f value -c name")).Should().Be("capi-k8s-v1-34");
        var shown = await _tenant.Json("coe cluster template show capi-k8s-v1-34");
        shown["network_driver"]!.GetValue<string>().Should().Be("calico");
        shown["labels"]!["octavia_provider"]!.GetValue<string>().Should().Be("amphora");
        (await _tenant.Run("coe cluster template show capi-k8s-v1-34 -f value -c uuid")).Should().HaveLength(36);
    }

    [Test, Order(2)]
    public async Task A_cluster_is_created_listed_and_shown_until_it_is_complete()
    {
        (
            await _tenant.Run(
                "coe cluster create capi-test-1 --cluster-template capi-k8s-v1-34 --keypair capi-mgmt-key "
                    + "--master-count 1 --node-count 2"
            )
        )
            .Should()
            .MatchRegex("^Request to create cluster [0-9a-f-]{36} accepted$");
        (await _tenant.Run("coe cluster show capi-test-1 -f value -c status")).Should().Be("CREATE_IN_PROGRESS");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(16));
        (
            await _tenant.Run(
                "coe cluster show capi-test-1 -f value -c status -c api_address -c master_count -c node_count "
                    + "-c health_status"
            )
        )
            .Split('\n')
            .Should()
            .BeEquivalentTo("CREATE_COMPLETE", "HEALTHY", $"https://{_cloud.Plan.Address("7.180")}:6443", "1", "2");
        (await _tenant.Run("coe cluster list -f value -c name -c status -c health_status"))
            .Should()
            .Be("capi-test-1 CREATE_COMPLETE HEALTHY");
        (await _tenant.Run("loadbalancer list -f value -c name -c provisioning_status -c operating_status"))
            .Should()
            .MatchRegex("k8s-clusterapi-cluster-magnum-.*-kubeapi ACTIVE ONLINE");
    }

    [Test, Order(3)]
    public async Task The_kubeconfig_of_magnum_opens_the_cluster()
    {
        (await _tenant.Run($"coe cluster config capi-test-1 --dir {_folder} --force", exit: 1))
            .Should()
            .Contain("No such file or directory", "DOCFIX-037: it does not create the folder");
        Directory.CreateDirectory(_folder);
        await _tenant.Run($"coe cluster config capi-test-1 --dir {_folder} --force");
        var nodes = (await _kubectl.Run("get nodes --no-headers")).Split('\n');
        nodes.Should().HaveCount(3).And.OnlyContain(line => line.Contains(" Ready ") && line.EndsWith("v1.34.8"));
        nodes.Should().ContainSingle(line => line.Contains("control-plane"));
        (await _kubectl.Run("get nodes -o wide --no-headers")).Should().Contain("10.20.16.");
    }

    [Test, Order(4)]
    public async Task Network_cloud_controller_storage_and_name_service_run()
    {
        var pods = await _kubectl.Run("get pods -A --no-headers");
        foreach (
            var addon in new[]
            {
                "calico-node",
                "openstack-cloud-controller-manager",
                "openstack-cinder-csi-controllerplugin",
                "coredns",
            }
        )
            pods.Should().MatchRegex($@"{addon}-\S+\s+(\d)/\1\s+Running\s+0");
        (await _kubectl.Run("get pods -A --field-selector=status.phase!=Running,status.phase!=Succeeded -o name"))
            .Should()
            .BeEmpty();
    }

    [Test, Order(5)]
    public async Task A_service_goes_from_pending_to_an_address_that_answers_from_both_pods()
    {
        await _kubectl.Run(
            "create deploy rr --image=registry.k8s.io/e2e-test-images/agnhost:2.40 --replicas=2 -- /agnhost "
                + "netexec --http-port=8080"
        );
        await _kubectl.Run("expose deploy rr --port=80 --target-port=8080 --type=LoadBalancer");
        (await _kubectl.Run("get svc rr --no-headers"))
            .Should()
            .MatchRegex(@"rr\s+LoadBalancer\s+\S+\s+<pending>\s+80:\d+/TCP");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(2));
        var address = await _kubectl.Run("get svc rr -o jsonpath={.status.loadBalancer.ingress[0].ip}");
        address.Should().StartWith(_cloud.Plan.Address("7."));
        (await Answers(address))
            .Should()
            .HaveCount(2)
            .And.BeEquivalentTo(
                (await _kubectl.Run("get pods -l app=rr -o jsonpath={.items[*].metadata.name}")).Split(' ')
            );
        await _kubectl.Run("scale deploy rr --replicas=1");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Answers(address)).Should().HaveCount(1);
        await ShouldGoWithItsAddress(address);
    }

    private async Task ShouldGoWithItsAddress(string address)
    {
        await _kubectl.Run("delete svc rr --wait=false");
        await _kubectl.Run("delete deploy rr --wait=false");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _kubectl.Run("get svc -o name")).Should().Be("service/kubernetes");
        (await _tenant.Run("loadbalancer list -f value -c name")).Should().NotContain("kube_service_");
        (await _tenant.Run("floating ip list -f value")).Should().NotContain(address);
    }

    [Test, Order(6)]
    public async Task The_cluster_is_deleted_and_leaves_nothing()
    {
        (await _tenant.Run("coe cluster delete capi-test-1"))
            .Should()
            .MatchRegex("^Request to delete cluster capi-test-1 has been accepted.$");
        _cloud.World.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _tenant.Run("coe cluster show capi-test-1 -f value -c status")).Should().Be("DELETE_IN_PROGRESS");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(8));
        (await _tenant.Run("coe cluster list -f value")).Should().BeEmpty();
        (await _tenant.Run("server list -f value -c Name")).Should().Be("capi-mgmt-v2");
        (await _tenant.Run("loadbalancer list -f value")).Should().BeEmpty();
        (await _tenant.Run("network list -f value -c Name")).Should().NotContain("k8s-clusterapi");
        (await _tenant.Run("application credential list -f value")).Should().BeEmpty();
        await _tenant.Run("coe cluster template delete capi-k8s-v1-34");
        (await _tenant.Run("coe cluster template list -f value")).Should().BeEmpty();
    }

    private async Task<string[]> Answers(string address)
    {
        var port = _cloud.World.Listeners.Actual(80);
        var names = new List<string>();
        for (var visitor = 0; visitor < 6; visitor++)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            names.Add(await http.GetStringAsync($"http://{address}:{port}/hostname"));
        }

        return [.. names.Distinct()];
    }
}
