using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Identity;

/// <summary>What Keystone lists, shows, grants and refuses.</summary>
[TestFixture]
public sealed class KeystoneListTests
{
    private CloudClient _cloud = null!;
    private string _admin = "";
    private string _member = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _cloud = CloudClient.Start();
        _admin = await _cloud.Token();
        _member = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
    }

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_name_is_404_as_an_id_and_found_by_the_filter()
    {
        using var byId = await _cloud.Get("keystone", "/v3/projects/capi-mgmt", _admin);
        byId.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await CloudClient.Read(byId))["error"]!["message"]!
            .GetValue<string>()
            .Should()
            .Be("Could not find project: capi-mgmt.");
        var domain = _cloud.World.Identity.Domain("capi").Id;
        var found = await _cloud.Json("keystone", $"/v3/projects?domain_id={domain}&name=capi-mgmt", _admin);
        var project = found["projects"]!.AsArray().Should().ContainSingle().Which!.AsObject();
        project["id"]!.GetValue<string>().Should().Be(_cloud.Plan.CapiProjectId);
        project
            .Select(member => member.Key)
            .Should()
            .Equal(
                "id",
                "name",
                "domain_id",
                "description",
                "enabled",
                "parent_id",
                "is_domain",
                "tags",
                "options",
                "links"
            );
        found["links"]!["self"]!
            .GetValue<string>()
            .Should()
            .Be(_cloud.Url("keystone", $"/v3/projects?domain_id={domain}&name=capi-mgmt"));
    }

    [TestCase("/v3/projects", "identity:list_projects")]
    [TestCase("/v3/users", "identity:list_users")]
    [TestCase("/v3/endpoints", "identity:list_endpoints")]
    [TestCase("/v3/role_assignments", "identity:list_role_assignments")]
    [TestCase("/v3/domains", "identity:list_domains")]
    public async Task A_member_is_refused_by_the_name_of_the_action(string path, string action)
    {
        using var answer = await _cloud.Get("keystone", path, _member);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await CloudClient.Read(answer))["error"]!["message"]!
            .GetValue<string>()
            .Should()
            .Be($"You are not authorized to perform the requested action: {action}.");
    }

    [Test]
    public async Task A_member_sees_the_own_project_and_the_own_list()
    {
        await _cloud.Json("keystone", $"/v3/projects/{_cloud.Plan.CapiProjectId}", _member);
        var own = await _cloud.Json("keystone", $"/v3/users/{_cloud.World.Identity.Admin.Id}/projects", _member);
        own["projects"]!
            .AsArray()
            .Select(project => project!["name"]!.GetValue<string>())
            .Should()
            .Contain(["admin", "capi-mgmt"]);
    }

    [Test]
    public async Task Role_assignments_name_who_holds_what_on_the_project()
    {
        var list = await _cloud.Json(
            "keystone",
            $"/v3/role_assignments?scope.project.id={_cloud.Plan.CapiProjectId}&include_names=True",
            _admin
        );
        var names = list["role_assignments"]!
            .AsArray()
            .Select(held => $"{held!["user"]!["name"]} {held["role"]!["name"]}");
        names.Should().BeEquivalentTo("admin member", "admin reader", "admin load-balancer_member");
        list["role_assignments"]![0]!["scope"]!["project"]!["domain"]!["name"]!.GetValue<string>().Should().Be("capi");
    }

    [Test]
    public async Task A_grant_is_made_twice_without_harm_and_taken_away_once()
    {
        var identity = _cloud.World.Identity;
        var path =
            $"/v3/projects/{identity.Project("services").Id}/users/{identity.Admin.Id}"
            + $"/roles/{identity.Grants.Role("reader").Id}";
        foreach (var status in (int[])[204, 204])
        {
            using var granted = await _cloud.Ask(HttpMethod.Put, "keystone", path, _admin);
            ((int)granted.StatusCode).Should().Be(status);
        }

        foreach (var status in (int[])[204, 404])
        {
            using var taken = await _cloud.Ask(HttpMethod.Delete, "keystone", path, _admin);
            ((int)taken.StatusCode).Should().Be(status);
        }
    }

    [Test]
    public async Task A_project_carries_tags_that_come_and_go()
    {
        var path = $"/v3/projects/{_cloud.Plan.CapiProjectId}/tags";
        using var added = await _cloud.Ask(HttpMethod.Put, "keystone", path + "/acceptance-run-1", _admin);
        added.StatusCode.Should().Be(HttpStatusCode.Created);
        (await _cloud.Json("keystone", path, _member))["tags"]!
            .AsArray()
            .Select(tag => tag!.GetValue<string>())
            .Should()
            .Contain("acceptance-run-1");
        using var forbidden = await _cloud.Ask(HttpMethod.Delete, "keystone", path + "/acceptance-run-1", _member);
        forbidden.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var removed = await _cloud.Ask(HttpMethod.Delete, "keystone", path + "/acceptance-run-1", _admin);
        removed.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var gone = await _cloud.Get("keystone", path + "/acceptance-run-1", _admin);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task An_application_credential_shows_its_secret_once()
    {
        var path = $"/v3/users/{_cloud.World.Identity.Admin.Id}/application_credentials";
        var wanted = new JsonObject
        {
            ["application_credential"] = new JsonObject
            {
                ["name"] = "capi-cred",
                ["roles"] = new JsonArray(new JsonObject { ["name"] = "member" }),
                ["unrestricted"] = false,
            },
        };
        using var made = await _cloud.Ask(HttpMethod.Post, "keystone", path, _member, wanted);
        var credential = (await CloudClient.Read(made))["application_credential"]!;
        credential["secret"]!.GetValue<string>().Should().NotBeEmpty();
        credential["project_id"]!.GetValue<string>().Should().Be(_cloud.Plan.CapiProjectId);
        using var again = await _cloud.Ask(HttpMethod.Post, "keystone", path, _member, wanted);
        again.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var shown = await _cloud.Json("keystone", $"{path}/{credential["id"]}", _member);
        shown["application_credential"]!.AsObject().ContainsKey("secret").Should().BeFalse();
    }

    [Test]
    public async Task An_application_credential_has_no_role_that_its_user_lacks()
    {
        var path = $"/v3/users/{_cloud.World.Identity.Admin.Id}/application_credentials";
        using var tooMuch = await _cloud.Ask(
            HttpMethod.Post,
            "keystone",
            path,
            _member,
            new JsonObject
            {
                ["application_credential"] = new JsonObject
                {
                    ["name"] = "x",
                    ["roles"] = new JsonArray(new JsonObject { ["id"] = "admin" }),
                },
            }
        );
        tooMuch.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await tooMuch.Content.ReadAsStringAsync())
            .Should()
            .Contain("Cannot create an application credential with unassigned role");
    }

    [Test]
    public async Task Keystone_ignores_a_limit()
    {
        var all = await _cloud.Json("keystone", "/v3/projects", _admin);
        var limited = await _cloud.Json("keystone", "/v3/projects?limit=1", _admin);
        limited["projects"]!.AsArray().Count.Should().Be(all["projects"]!.AsArray().Count).And.BeGreaterThan(1);
    }
}
