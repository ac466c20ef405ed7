using Acceptance.Cloud;
using Acceptance.Cloud.Live.OpenStack;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.OpenStack;

namespace Acceptance.Live.Tests.Cases;

/// <summary>What OpenStack's services may answer and nobody here had seen.</summary>
public sealed class UnseenServices
{
    private static readonly SiteOctavia Octavia = new() { Platform = ["^platform-"] };

    private static RestCloud Catalog(string services, Func<string, string?> answer) =>
        new(http =>
        {
            if (http.Request.Path == "/v3/auth/tokens")
            {
                http.Response.Headers["X-Subject-Token"] = "t";
                return (
                    201,
                    $$$"""
                    {"token": {"user": {"id": "u1", "name": "admin"}, "roles": [{"name": "admin"}], "methods": ["password"],
                     "project": {"id": "p1", "name": "admin"}, "catalog": [{{{services.Replace(
                        "@",
                        $"{http.Request.Scheme}://{http.Request.Host}"
                    )}}}]}}
                    """
                );
            }
            return answer(http.Request.Path + http.Request.QueryString) is { } body ? (200, body) : null;
        });

    [TestCase(
        """{"type": "network", "name": "old", "endpoints": []}, {"type": "network", "name": "neutron", "endpoints": [{"interface": "public", "region": null, "region_id": "R", "url": "@/"}]}""",
        "/v2.0/networks"
    )]
    [TestCase(
        """{"type": "network", "endpoints": [{"interface": "internal", "url": "http://192.0.2.1"}, {"interface": "public", "url": "@/networking/v2.0/"}]}""",
        "/networking/v2.0/networks"
    )]
    [TestCase(
        """{"type": "network", "endpoints": [{"interface": "public", "url": "@/v1-proxy/networking"}]}""",
        "/v1-proxy/networking/v2.0/networks"
    )]
    public async Task A_service_is_found_wherever_the_catalog_has_it(string services, string path)
    {
        await using var cloud = Catalog(
            services,
            asked => asked.StartsWith(path + "?") ? """{"networks": []}""" : null
        );
        (await cloud.OpenStack.Network.Networks(Scope.Admin)).Value().Should().BeEmpty();
    }

    [TestCase("container-infrastructure-management")]
    [TestCase("container-infrastructure")]
    public async Task A_service_is_known_by_its_other_types(string type)
    {
        await using var cloud = Catalog(
            $$"""{"type": "{{type}}", "name": "magnum", "endpoints": [{"interface": "public", "url": "@/v1"}]}""",
            asked => asked.StartsWith("/v1/clusters") ? """{"clusters": []}""" : null
        );
        (await cloud.OpenStack.ContainerInfra.Clusters(Scope.Admin)).Value().Should().BeEmpty();
    }

    [Test]
    public async Task A_service_without_a_name_is_called_by_its_type()
    {
        await using var cloud = Catalog(
            """{"type": "metric", "name": "", "endpoints": []}, {"type": "dns", "endpoints": [{"interface": "public", "url": "http://192.0.2.5:9001"}]}""",
            _ => null
        );
        var catalog = await cloud.OpenStack.Catalog(Scope.Admin);
        catalog.Value().Select(one => one.Name).Should().Equal("metric", "dns");
    }

    [Test]
    public async Task A_balancer_of_no_name_and_no_address_leaves_no_hole()
    {
        await using var cloud = new RestCloud(
            "/v2.0/lbaas/loadbalancers",
            """
            {"loadbalancers": [{"id": "b1", "name": "", "provisioning_status": "ERROR", "operating_status": "OFFLINE",
              "vip_address": null, "vip_port_id": null, "project_id": "p9", "provider": null, "description": null, "tags": null,
              "created_at": "2026-11-20T10:00:00", "updated_at": null},
             {"id": "b2", "name": null, "provisioning_status": "PENDING_UPDATE", "operating_status": "NO_MONITOR",
              "project_id": "p9", "created_at": null, "updated_at": null, "additional_vips": []}],
             "loadbalancers_links": [{"rel": "previous", "href": "http://elsewhere/v2.0/lbaas/loadbalancers?page_reverse=True"}]}
            """
        );
        var all = await cloud.OpenStack.LoadBalancing.LoadBalancers(Scope.Admin);
        LoadBalancersServe
            .Judge(all.Value(), Octavia, Evidence.None, new OctaviaPending(default, TimeSpan.FromMinutes(30)))
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Findings.Single()
            .Sentence.ToString()
            .Should()
            .Be("the load balancer b1 is ERROR while it reads OFFLINE");
    }

    [Test]
    public async Task A_hypervisor_by_number_that_was_disabled_without_a_word()
    {
        await using var cloud = new RestCloud(
            "/v2.1/os-hypervisors/detail",
            """
            {"hypervisors": [{"id": 7, "hypervisor_hostname": "n7", "state": "up", "status": "disabled", "cpu_info": "", "servers": [],
              "service": {"host": "n7", "id": 12, "disabled_reason": ""}}, {"id": "b-uuid", "hypervisor_hostname": "n8",
              "state": "up", "status": "enabled", "uptime": null, "service": {"disabled_reason": null}}], "hypervisors_links": []}
            """
        );
        var all = await cloud.OpenStack.Compute.Hypervisors();
        HypervisorsAreUp.Judge(all.Value(), Evidence.None).Sentence.ToString().Should().Contain("(no reason given)");
    }

    [TestCase(
        "/v2.1/servers/detail",
        """{"servers": [{"id": "s1", "name": "a", "status": "BUILD", "tenant_id": "p1", "created": "2026-11-20T10:00:00Z", "addresses": {}, "flavor": {"vcpus": 1, "original_name": null}, "image": "", "fault": null}, {"id": "s2", "name": "b", "status": null, "tenant_id": "p1", "created": "2026-11-20T10:00:00Z", "addresses": {"n": [{"addr": "2001:db8::1", "version": 6}]}, "fault": {"code": 500}}]}"""
    )]
    [TestCase(
        "/v2.0/ports",
        """{"ports": [{"id": "1", "name": null, "device_id": null, "network_id": "n", "tenant_id": "p1", "status": null, "fixed_ips": null}, {"id": "2", "network_id": "n", "project_id": "p1", "status": "N/A", "fixed_ips": []}]}"""
    )]
    [TestCase(
        "/v2.0/floatingips",
        """{"floatingips": [{"id": "1", "floating_ip_address": "192.0.2.1", "port_id": null, "project_id": "p1", "status": null}, {"id": "2", "floating_ip_address": "192.0.2.2", "status": "DOWN"}]}"""
    )]
    [TestCase(
        "/v2.0/networks",
        """{"networks": [{"id": "1", "name": "", "status": null, "project_id": null, "router:external": null}, {"id": "2", "name": "n", "status": "BUILD"}]}"""
    )]
    [TestCase(
        "/v2.0/lbaas/loadbalancers",
        """{"loadbalancers": [{"id": "1", "provisioning_status": "ACTIVE", "operating_status": null, "project_id": null}, {"id": "2"}]}"""
    )]
    [TestCase(
        "/v2.0/octavia/amphorae",
        """{"amphorae": [{"id": "1", "status": null, "role": null, "created_at": null}, {"id": "2", "status": "READY", "compute_id": null}]}"""
    )]
    public async Task What_is_null_in_one_of_a_list_is_unsaid(string path, string body)
    {
        await using var cloud = new RestCloud(path, body);
        (await Listed(cloud.OpenStack, path)).Should().Be(2);
    }

    private static async Task<int> Listed(OpenStackServices services, string path) =>
        path switch
        {
            "/v2.1/servers/detail" => (await services.Compute.Servers(Scope.Admin)).Value().Count,
            "/v2.0/ports" => (await services.Network.Ports(Scope.Admin)).Value().Count,
            "/v2.0/floatingips" => (await services.Network.FloatingIps(Scope.Admin)).Value().Count,
            "/v2.0/networks" => (await services.Network.Networks(Scope.Admin)).Value().Count,
            "/v2.0/octavia/amphorae" => (await services.LoadBalancing.Amphorae()).Value().Count,
            _ => (await services.LoadBalancing.LoadBalancers(Scope.Admin)).Value().Count,
        };

    [TestCase(
        """{"uuid": "c", "name": null, "status": "CREATE_COMPLETE", "cluster_template_id": "t", "project_id": "p1", "user_id": null, "labels": {"a": true, "b": 1, "c": null}, "created_at": "2026-11-20T10:00:00+00:00", "health_status_reason": {"api": "ok", "nodes": {"n0": "True"}}}"""
    )]
    [TestCase(
        """{"uuid": "c", "name": "c", "status": "CREATE_COMPLETE", "cluster_template_id": "t", "project_id": "p1", "user_id": "u", "labels": null, "created_at": "2026-11-20T10:00:00+00:00", "health_status": null, "health_status_reason": null, "faults": null, "stack_id": null, "api_address": null}"""
    )]
    public async Task A_cluster_of_another_driver_is_read(string body)
    {
        await using var cloud = new RestCloud("/v1/clusters/c", body);
        (await cloud.OpenStack.ContainerInfra.Cluster(Scope.Admin, "c")).Value().Uuid.Should().Be("c");
    }

    [TestCase("/v2/images?marker=2&limit=1")]
    [TestCase("http://elsewhere.internal:9292/v2/images?marker=2&limit=1")]
    [TestCase("?marker=2&limit=1")]
    public async Task A_list_goes_on_whatever_the_link_looks_like(string next)
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path != "/v2/images" ? null
            : http.Request.Query["marker"] == "2"
                ? (
                    200,
                    """{"images": [{"id": "2", "name": "i", "status": "importing", "visibility": "shared", "created_at": "2026-11-20T10:00:00Z", "size": null, "locations": []}]}"""
                )
            : (
                200,
                $$$"""{"images": [{"id": "1", "name": "i", "status": "deactivated", "visibility": "public", "created_at": "2026-11-20T10:00:00Z", "owner": null, "hw_scsi": true, "x": {"y": 1}}], "next": "{{{next}}}"}"""
            )
        );
        var images = (await cloud.OpenStack.Images.Named(Scope.Admin, "i")).Value();
        images.Select(one => one.Id).Should().Equal("1", "2");
        var findings = ((Verdict.Broken)ImageStandsAlone.Judge(images, "i", [], Evidence.None)).Findings;
        findings.Select(one => one.Entry).Should().Equal(null, null);
        findings[0].Sentence.ToString().Should().Contain("image set --activate 1");
        findings[1].MaySettle.Should().BeTrue();
        ((Verdict.Broken)ImageCarriesItsVersion.Judge(images, JujuCases.Site.Workload!.Image, Evidence.None))
            .Findings.Single()
            .Entry.Should()
            .BeNull();
    }

    [TestCase("no answer of load balancer 1e403f3a-4030-4003-8403-aa403bb403cc: current state is PENDING_UPDATE", null)]
    [TestCase("dial tcp 10.12.4.50:4030: connect: connection refused", null)]
    [TestCase(
        "Expected HTTP response code [200] when accessing [GET https://o/v2/lbaas/loadbalancers], but got 403 instead",
        "D-039"
    )]
    [TestCase("failed to delete load balancer s (HTTP 403) (Request-ID: req-1)", "D-039")]
    public void A_403_is_a_number_of_its_own(string reason, string? entry)
    {
        var cluster = JujuCases.ACluster(default) with
        {
            Status = ClusterStatus.CreateFailed,
            StatusReason = reason,
            StackId = "s",
        };
        ((Verdict.Broken)ClusterIsComplete.Judge(cluster, JujuCases.Site.Workload!, Evidence.None))
            .Findings[0]
            .Entry.Should()
            .Be(entry);
        var own = new Acceptance.Cloud.Kubernetes.CustomObject(
            "s",
            new Dictionary<string, string>(),
            default,
            [],
            false,
            []
        )
        {
            Failure = reason,
        };
        (CapoIsNotRefused.Judge([own], cluster, "ns", overdue: false, Evidence.None) is Verdict.Broken)
            .Should()
            .Be(entry is not null);
    }

    [Test]
    public void An_unhealthy_cluster_whose_parts_are_all_ready_leaves_no_hole()
    {
        var cluster = JujuCases.ACluster(default) with
        {
            Health = ClusterHealthStatus.Unhealthy,
            HealthReason = new Dictionary<string, State<ComponentHealth>> { ["cluster"] = ComponentHealth.Ready },
        };
        ClusterIsComplete
            .JudgeHealth(cluster, "m", "magnum/0", Evidence.None)
            .Sentence.ToString()
            .Should()
            .Be("c is UNHEALTHY, although every part of it is called Ready");
    }
}
