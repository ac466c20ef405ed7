using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.RealClients;

/// <summary>The runbooks' own lines, run by the real openstack client.</summary>
[TestFixture]
[Category("RealClients")]
public sealed class OpenStackClientTests
{
    private CloudClient _cloud = null!;
    private RealClient _admin = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _cloud = CloudClient.Start();
        _admin = RealClient.OpenStack(_cloud);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task Token_issue_and_catalog()
    {
        var token = await _admin.Json("token issue");
        token["project_id"]!.GetValue<string>().Should().Be(_cloud.World.Identity.Project("admin").Id);
        var catalog = (await _admin.Json("catalog list")).AsArray();
        catalog
            .Select(service => service!["Type"]!.GetValue<string>())
            .Should()
            .Contain(["identity", "compute", "load-balancer", "container-infra"]);
        (await _admin.Run("endpoint list --service identity --interface public -f value -c URL"))
            .Should()
            .Be(_cloud.Url("keystone", "/v3"));
    }

    [Test]
    public async Task The_scope_of_the_runbook_by_project_id()
    {
        (await _admin.Run("project show capi-mgmt --domain capi -f value -c id"))
            .Should()
            .Be(_cloud.Plan.CapiProjectId);
        var narrowed = RealClient.OpenStack(_cloud, $"OS_PROJECT_ID={_cloud.Plan.CapiProjectId}");
        (await narrowed.Run("token issue -f value -c project_id")).Should().Be(_cloud.Plan.CapiProjectId);
        (await narrowed.Run("project show capi-mgmt --domain capi -f value -c name")).Should().Be("capi-mgmt");
        (await narrowed.Run("user list", exit: 1))
            .Should()
            .StartWith("You are not authorized to perform the requested action: identity:list_users. (HTTP 403)");
    }

    [Test]
    public async Task A_wrong_scope_is_the_401_of_DOCFIX_022()
    {
        var wrong = RealClient.OpenStack(_cloud, "OS_PROJECT_NAME=admin_domain", "OS_PROJECT_DOMAIN_NAME=admin_domain");
        (await wrong.Run("token issue", exit: 1))
            .Should()
            .StartWith("The request you have made requires authentication. (HTTP 401)");
    }

    [Test]
    public async Task Role_assignments_by_name()
    {
        var rows = (
            await _admin.Run(
                "role assignment list --user admin --user-domain admin_domain --project capi-mgmt "
                    + "--project-domain capi --names -f value -c Role"
            )
        ).Split('\n');
        rows.Should().BeEquivalentTo("member", "reader", "load-balancer_member");
    }

    [Test]
    public async Task Images_are_staged_imported_changed_and_deleted()
    {
        var file = Path.Combine(_cloud.Twin.Home, "small.qcow2");
        await File.WriteAllBytesAsync(file, _cloud.World.ImageCdn.Image);
        var created = await _admin.Json(
            $"image create client-made --file {file} --import --container-format bare --disk-format qcow2 "
                + "--property os_distro=ubuntu --property kube_version=v1.34.8"
        );
        created["status"]!.GetValue<string>().Should().Be("queued", "the client shows its first answer");
        (await _admin.Run("image show client-made -f value -c status")).Should().Be("importing");
        _cloud.World.Clock.Advance(_cloud.Plan.Physics.ImageConversion);
        var shown = await _admin.Json("image show client-made");
        shown["status"]!.GetValue<string>().Should().Be("active");
        shown["disk_format"]!.GetValue<string>().Should().Be("raw");
        shown["properties"]!["kube_version"]!.GetValue<string>().Should().Be("v1.34.8");
        await ShouldTakeATagAndGiveItBack();
        await _admin.Run("image delete client-made");
        (await _admin.Run("image show client-made", exit: 1)).Should().Be("No Image found for client-made");
    }

    private async Task ShouldTakeATagAndGiveItBack()
    {
        await _admin.Run("image set client-made --property hw_disk_bus=virtio --tag kube");
        (await _admin.Json("image list --tag kube")).AsArray().Should().ContainSingle();
        await _admin.Run("image unset client-made --property hw_disk_bus --tag kube");
        (await _admin.Json("image list --tag kube")).AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task Application_credentials_are_minted_used_and_removed()
    {
        var narrowed = RealClient.OpenStack(_cloud, $"OS_PROJECT_ID={_cloud.Plan.CapiProjectId}");
        var made = await narrowed.Json(
            "application credential create client-cred --role member --role load-balancer_member"
        );
        (await narrowed.Json("application credential list"))
            .AsArray()
            .Select(one => one!["Name"]!.GetValue<string>())
            .Should()
            .Contain("client-cred");
        made["secret"]!.GetValue<string>().Should().NotBeEmpty();
        await narrowed.Run("application credential delete client-cred");
    }

    [Test]
    public async Task Projects_carry_tags_for_the_client_too()
    {
        await _admin.Run("project set capi-mgmt --domain capi --tag acceptance-lock");
        var project = await _admin.Json("project show capi-mgmt --domain capi");
        project["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()).Should().Contain("acceptance-lock");
        await _admin.Run("project set capi-mgmt --domain capi --remove-tag acceptance-lock");
        (await _admin.Json("project show capi-mgmt --domain capi"))["tags"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task Domains_and_users_are_listed()
    {
        (await _admin.Json("domain list"))
            .AsArray()
            .Select(domain => domain!["Name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("Default", "admin_domain", "service_domain", "capi", "magnum");
        (await _admin.Json("user list --domain service_domain"))
            .AsArray()
            .Select(user => user!["Name"]!.GetValue<string>())
            .Should()
            .Contain("octavia");
    }
}
