using Acceptance.Cloud.OpenStack;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>The drivers read what the real services (Zed) answered.</summary>
public sealed class CapturedAnswersTests
{
    private static readonly Scope Mgmt = Scope.Of("capi-mgmt", "capi");

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    [Test]
    public async Task Servers_and_the_fault_of_one()
    {
        await using var list = Cloud("server-list-all-projects", "/v2.1/servers/detail");
        var servers = (await list.OpenStack.Compute.Servers(Scope.Admin, allProjects: true)).Value();
        servers
            .Should()
            .Contain(server =>
                server.Name == "capi-mgmt-v2" && server.Status == ServerStatus.Active && server.Host!.StartsWith("cmp")
            );
        servers.Should().AllSatisfy(server => server.Fault.Should().BeNull());
        await using var one = Cloud("server-show-fault-admin", "/v2.1/servers/e3121366-86d5-48c9-9722-9b77de69f255");
        var failed = (await one.OpenStack.Compute.Server(Scope.Admin, "e3121366-86d5-48c9-9722-9b77de69f255")).Value();
        (failed.Status.Word, failed.Host).Should().Be(("ERROR", null));
        failed.Fault.Should().Contain("No valid host was found");
    }

    [Test]
    public async Task Hypervisors_services_flavors_and_keypairs()
    {
        await using var hypervisors = new RestCloud(
            "/v2.1/os-hypervisors/detail",
            Captures.Body("openstack", "hypervisor-list", "GET", "/v2.1/os-hypervisors/detail")
        );
        (await hypervisors.OpenStack.Compute.Hypervisors())
            .Value()
            .Select(one => (one.Hostname, one.State.Word, one.Status.Word))
            .Should()
            .Contain(("cmp01", "up", "enabled"));
        await using var services = Cloud("compute-service-list", "/v2.1/os-services");
        (await services.OpenStack.Compute.Services())
            .Value()
            .Should()
            .Contain(new ComputeService("nova-conductor", "ctl01", ServiceState.Up, ServiceStatus.Enabled));
        await using var flavors = Cloud("flavor-list", "/v2.1/flavors/detail");
        (await flavors.OpenStack.Compute.Flavors(Mgmt))
            .Value()
            .Should()
            .Contain(one => one.Name == "gp.mid" && one.RamMb == 8192 && one.Vcpus == 2 && one.DiskGb == 40);
        await using var keypairs = Cloud("keypair-list", "/v2.1/os-keypairs");
        (await keypairs.OpenStack.Compute.Keypairs(Mgmt)).Value().Should().Contain("capi-mgmt-key");
    }

    [Test]
    public async Task Networks_and_floating_ips()
    {
        await using var networks = Cloud("network-list-admin", "/v2.0/networks");
        (await networks.OpenStack.Network.Networks(Scope.Admin))
            .Value()
            .Should()
            .Contain(one => one.Name == "provider-ext" && one.External && one.Created != null);
        await using var addresses = Cloud("floating-ip-list-long", "/v2.0/floatingips");
        (await addresses.OpenStack.Network.FloatingIps(Scope.Admin))
            .Value()
            .Should()
            .Contain(one => one.Address == "10.12.7.2" && one.FixedAddress == "10.20.8.50" && one.PortId != null);
    }

    [Test]
    public async Task Load_balancers_and_amphorae()
    {
        await using var balancers = Cloud("loadbalancer-list-error", "/v2.0/lbaas/loadbalancers");
        var one = (await balancers.OpenStack.LoadBalancing.LoadBalancers(Scope.Admin))
            .Value()
            .Should()
            .ContainSingle()
            .Subject;
        (one.Name, one.Provisioning.Word, one.Operating.Word, one.Provider)
            .Should()
            .Be(("k8s-api", "ERROR", "ONLINE", "amphora"));
        one.Created.Should().Be(new DateTimeOffset(2026, 11, 20, 14, 4, 8, TimeSpan.Zero));
        await using var amphorae = Cloud("loadbalancer-amphora-list", "/v2.0/octavia/amphorae");
        (await amphorae.OpenStack.LoadBalancing.Amphorae())
            .Value()
            .Should()
            .Contain(amphora =>
                amphora.Role == "STANDALONE" && amphora.Status == AmphoraStatus.Allocated && amphora.ComputeId != null
            );
    }

    [Test]
    public async Task Clusters_and_templates()
    {
        await using var cluster = Cloud("coe-cluster-show", "/v1/clusters/capi-test-1");
        var read = (await cluster.OpenStack.ContainerInfra.Cluster(Mgmt, "capi-test-1")).Value();
        (read.Name, read.Status.Word, read.Masters, read.Workers, read.Health.Unsaid)
            .Should()
            .Be(("capi-test-1", "CREATE_COMPLETE", 1, 2, true));
        await using var templates = Cloud("coe-cluster-template-create-runbook", "/v1/clustertemplates", "POST");
        var made = (
            await templates.OpenStack.ContainerInfra.CreateTemplate(
                Mgmt,
                new ClusterTemplateRequest(
                    "capi-k8s-v1-34",
                    "kubernetes",
                    "i",
                    "provider-ext",
                    "gp.mid",
                    "capi.node",
                    true,
                    true,
                    "calico",
                    "8.8.8.8",
                    "overlay2",
                    None
                )
            )
        ).Value();
        (made.NetworkDriver, made.MasterLb, made.FloatingIp, made.Labels["fixed_subnet_cidr"])
            .Should()
            .Be(("calico", true, true, "10.20.16.0/24"));
        await using var list = Cloud("coe-cluster-template-list", "/v1/clustertemplates");
        (await list.OpenStack.ContainerInfra.Templates(Scope.Admin))
            .Value()
            .Should()
            .Contain(template => template.Name == "heat-big" && template.MasterFlavor == "too.big");
    }

    [Test]
    public async Task Images_with_properties_of_their_own()
    {
        await using var images = Cloud("image-list-name", "/v2/images");
        var image = (await images.OpenStack.Images.Named(Scope.Admin, "ubuntu-noble"))
            .Value()
            .Should()
            .ContainSingle()
            .Subject;
        (image.Status.Word, image.DiskFormat, image.Properties["os_distro"]).Should().Be(("active", "qcow2", "ubuntu"));
        await using var made = Cloud("image-create-import", "/v2/images", "POST");
        var record = (
            await made.OpenStack.Images.Create(
                Scope.Admin,
                new ImageRequest("ubuntu-jammy-kube-v1.34.8", "qcow2", ImageVisibility.Shared, None)
            )
        ).Value();
        (record.Status.Word, record.Properties["kube_version"]).Should().Be(("queued", "v1.34.8"));
    }

    [Test]
    public async Task Roles_and_application_credentials()
    {
        await using var roles = Cloud("identity-role-assignment-list-user-names-value", "/v3/role_assignments");
        (await roles.OpenStack.Identity.Roles("u", "p")).Value().Should().Contain(["member", "load-balancer_member"]);
        const string Recorded = "/v3/users/9a2003031e2040ab957566b94c6266e2/application_credentials";
        await using var credentials = new RestCloud(
            "/v3/users/u/application_credentials",
            Captures.Body("openstack", "identity-appcred-list", "GET", Recorded)
        );
        (await credentials.OpenStack.Identity.ApplicationCredentials("u"))
            .Value()
            .Should()
            .Contain(one => one.Name == "capi-cred" && one.Roles.Contains("load-balancer_member"));
    }

    [Test]
    public async Task Placement_names_the_hosts_that_have_room()
    {
        var candidates = Captures.Body(
            "openstack",
            "placement-allocation-candidate-list",
            "GET",
            "/allocation_candidates"
        );
        var providers = Captures.Body("openstack", "placement-resource-provider-list", "GET", "/resource_providers");
        await using var placement = new RestCloud(http =>
            http.Request.Path.Value switch
            {
                "/allocation_candidates" => (200, candidates),
                "/resource_providers" => (200, providers),
                _ => null,
            }
        );
        (await placement.OpenStack.Placement.Candidates(1024, 1, 2)).Value().Should().BeEquivalentTo("cmp01", "cmp02");
    }

    private static RestCloud Cloud(string capture, string path, string method = "GET") =>
        new(path, Captures.Body("openstack", capture, method, path));
}
