using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Identity;

/// <summary>Keystone's tokens as the captures have them.</summary>
[TestFixture]
public sealed class TokenTests
{
    private CloudClient _cloud = null!;

    [OneTimeSetUp]
    public void Start() => _cloud = CloudClient.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task The_root_offers_v3_with_300_and_v3_needs_no_token()
    {
        using var root = await _cloud.Get("keystone", "/");
        ((int)root.StatusCode).Should().Be(300);
        root.Headers.Location.Should().Be(new Uri(_cloud.Url("keystone", "/v3/")));
        (await CloudClient.Read(root))["versions"]!["values"]![0]!["id"]!.GetValue<string>().Should().Be("v3.14");
        using var three = await _cloud.Get("keystone", "/v3");
        (await CloudClient.Read(three))["version"]!["status"]!.GetValue<string>().Should().Be("stable");
    }

    [Test]
    public async Task A_project_token_has_the_keys_of_the_wire_in_its_order()
    {
        using var answer = await Authenticate(CloudClient.ProjectScope("admin", "admin_domain"));
        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        answer.ReasonPhrase.Should().Be("CREATED");
        answer.Headers.Vary.Should().Contain("X-Auth-Token");
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().StartWith("{\"token\":{\"methods\":[\"password\"],");
        var token = JsonNode.Parse(text)!["token"]!.AsObject();
        token
            .Select(member => member.Key)
            .Should()
            .Equal(
                "methods",
                "user",
                "audit_ids",
                "expires_at",
                "issued_at",
                "project",
                "is_domain",
                "roles",
                "catalog"
            );
        token["roles"]!
            .AsArray()
            .Select(role => role!["name"]!.GetValue<string>())
            .Should()
            .Contain(["admin", "member", "reader"]);
    }

    [Test]
    public async Task The_catalog_names_the_public_endpoints_at_the_VIPs_and_nobody_listens_at_the_internal_ones()
    {
        var catalog = (await _cloud.Json("keystone", "/v3/auth/catalog", await _cloud.Token()))["catalog"]!.AsArray();
        var compute = catalog.Single(service => service!["type"]!.GetValue<string>() == "compute")![
            "endpoints"
        ]!.AsArray();
        UrlOf(compute, "public").Should().Be(_cloud.Url("nova", "/v2.1"));
        var inside = new Uri(UrlOf(compute, "internal"));
        var dial = () => _cloud.Http.GetAsync(inside);
        (await dial.Should().ThrowAsync<HttpRequestException>())
            .Which.HttpRequestError.Should()
            .Be(HttpRequestError.ConnectionError);
        catalog.Select(service => service!["type"]!.GetValue<string>()).Should().NotContain("dns");
        var streams = catalog.Single(service => service!["type"]!.GetValue<string>() == "product-streams")![
            "endpoints"
        ]!.AsArray();
        UrlOf(streams, "public")
            .Should()
            .StartWith($"http://{_cloud.Plan.Address("8.")}", "a unit's address in the container space (DOCFIX-039)");
        UrlOf(
                catalog.Single(service => service!["type"]!.GetValue<string>() == "volumev3")!["endpoints"]!.AsArray(),
                "public"
            )
            .Should()
            .EndWith("/v3/" + _cloud.World.Identity.Project("admin").Id);
    }

    [Test]
    public async Task The_admin_narrowed_to_capi_mgmt_is_no_admin_there()
    {
        using var answer = await Authenticate(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
        var roles = (await CloudClient.Read(answer))["token"]!["roles"]!
            .AsArray()
            .Select(role => role!["name"]!.GetValue<string>());
        roles.Should().BeEquivalentTo("member", "reader", "load-balancer_member");
    }

    [TestCase("no-such-project", "admin_domain", TestName = "A project that is none is 401")]
    [TestCase("admin_domain", "admin_domain", TestName = "The domain's name as project is 401 (DOCFIX-022)")]
    [TestCase("admin", "no-such-domain", TestName = "A project of a domain that is none is 401")]
    [TestCase("services", "service_domain", TestName = "A project without a role is 401")]
    public async Task A_wrong_scope_is_401(string project, string domain)
    {
        using var answer = await Authenticate(CloudClient.ProjectScope(project, domain));
        await IsUnauthorized(answer);
    }

    [Test]
    public async Task A_wrong_password_is_the_same_401()
    {
        var admin = _cloud.World.Identity.Admin;
        using var answer = await _cloud.Ask(
            HttpMethod.Post,
            "keystone",
            "/v3/auth/tokens",
            null,
            CloudClient.PasswordOf(admin.Name, admin.Domain.Name, "not-the-password", null)
        );
        await IsUnauthorized(answer);
    }

    [Test]
    public async Task A_domain_token_leaves_out_what_needs_a_project_and_an_unscoped_one_has_no_catalog()
    {
        using var domain = await Authenticate(
            new JsonObject { ["domain"] = new JsonObject { ["name"] = "admin_domain" } }
        );
        var token = (await CloudClient.Read(domain))["token"]!.AsObject();
        token["domain"]!["name"]!.GetValue<string>().Should().Be("admin_domain");
        token["catalog"]!.AsArray().Single(service => service!["type"]!.GetValue<string>() == "volumev3")!["endpoints"]!
            .AsArray()
            .Should()
            .BeEmpty();
        using var unscoped = await Authenticate("unscoped");
        (await CloudClient.Read(unscoped))["token"]!
            .AsObject()
            .Select(member => member.Key)
            .Should()
            .Equal("methods", "user", "audit_ids", "expires_at", "issued_at");
    }

    [Test]
    public async Task A_token_of_a_token_keeps_its_end_and_the_parents_audit_id()
    {
        using var first = await Authenticate(CloudClient.ProjectScope("admin", "admin_domain"));
        var parent = (await CloudClient.Read(first))["token"]!;
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(5));
        using var second = await _cloud.Ask(
            HttpMethod.Post,
            "keystone",
            "/v3/auth/tokens",
            null,
            new JsonObject
            {
                ["auth"] = new JsonObject
                {
                    ["identity"] = new JsonObject
                    {
                        ["methods"] = new JsonArray("token"),
                        ["token"] = new JsonObject { ["id"] = first.Headers.GetValues("X-Subject-Token").Single() },
                    },
                    ["scope"] = CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId),
                },
            }
        );
        var child = (await CloudClient.Read(second))["token"]!;
        child["expires_at"]!.GetValue<string>().Should().Be(parent["expires_at"]!.GetValue<string>());
        child["audit_ids"]![1]!.GetValue<string>().Should().Be(parent["audit_ids"]![0]!.GetValue<string>());
        child["methods"]!.AsArray().Select(method => method!.GetValue<string>()).Should().Equal("password", "token");
    }

    [Test]
    public async Task An_application_credential_keeps_the_roles_of_its_day()
    {
        var identity = _cloud.World.Identity;
        var credential = identity.AppCredentials.Mint(
            identity.Admin,
            identity.Project("capi-mgmt"),
            ["member", "reader"],
            "minted-early"
        );
        using var answer = await WithCredential(credential.Id, credential.Secret);
        var token = (await CloudClient.Read(answer))["token"]!;
        token["roles"]!
            .AsArray()
            .Select(role => role!["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo("member", "reader");
        token["application_credential"]!["restricted"]!.GetValue<bool>().Should().BeTrue();
        using var wrong = await WithCredential(credential.Id, "not-the-secret");
        await IsUnauthorized(wrong);
    }

    [Test]
    public async Task A_token_is_validated_by_its_subject_and_ends_with_its_hour()
    {
        var token = await _cloud.Token();
        using var own = await _cloud.Ask(
            HttpMethod.Head,
            "keystone",
            "/v3/auth/tokens",
            token,
            null,
            ("X-Subject-Token", token)
        );
        own.StatusCode.Should().Be(HttpStatusCode.OK);
        using var bad = await _cloud.Ask(
            HttpMethod.Get,
            "keystone",
            "/v3/auth/tokens",
            token,
            null,
            ("X-Subject-Token", "gAAAAAnot-a-token")
        );
        bad.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await CloudClient.Read(bad))["error"]!["message"]!
            .GetValue<string>()
            .Should()
            .Be("Could not recognize Fernet token");
        _cloud.World.Clock.Advance(_cloud.Plan.Physics.TokenLifetime);
        using var late = await _cloud.Get("keystone", "/v3/projects", token);
        await IsUnauthorized(late);
    }

    [Test]
    public async Task What_is_malformed_is_400_and_what_is_not_emulated_says_so()
    {
        using var empty = await _cloud.Ask(HttpMethod.Post, "keystone", "/v3/auth/tokens", null, new JsonObject());
        empty.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await CloudClient.Read(empty))["error"]!["message"]!
            .GetValue<string>()
            .Should()
            .StartWith("Expecting to find auth in request body. ");
        using var path = await _cloud.Get("keystone", "/v3/no-such", await _cloud.Token());
        path.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await path.Content.ReadAsStringAsync()).Should().StartWith("<!doctype html>");
        using var groups = await _cloud.Get("keystone", "/v3/policies", await _cloud.Token());
        groups.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        (await groups.Content.ReadAsStringAsync()).Should().Contain("not emulated");
    }

    private static string UrlOf(JsonArray endpoints, string face) =>
        endpoints.Single(endpoint => endpoint!["interface"]!.GetValue<string>() == face)!["url"]!.GetValue<string>();

    private static async Task IsUnauthorized(HttpResponseMessage answer)
    {
        ((int)answer.StatusCode).Should().Be(401);
        answer.Headers.WwwAuthenticate.ToString().Should().StartWith("Keystone uri=\"https://");
        (await answer.Content.ReadAsStringAsync())
            .Should()
            .Be(
                "{\"error\":{\"code\":401,\"message\":\"The request you have made requires "
                    + "authentication.\",\"title\":\"Unauthorized\"}}"
            );
    }

    private Task<HttpResponseMessage> Authenticate(JsonNode? scope)
    {
        var admin = _cloud.World.Identity.Admin;
        return _cloud.Ask(
            HttpMethod.Post,
            "keystone",
            "/v3/auth/tokens",
            null,
            CloudClient.PasswordOf(admin.Name, admin.Domain.Name, admin.Password, scope)
        );
    }

    private Task<HttpResponseMessage> WithCredential(string id, string secret) =>
        _cloud.Ask(
            HttpMethod.Post,
            "keystone",
            "/v3/auth/tokens",
            null,
            new JsonObject
            {
                ["auth"] = new JsonObject
                {
                    ["identity"] = new JsonObject
                    {
                        ["methods"] = new JsonArray("application_credential"),
                        ["application_credential"] = new JsonObject { ["id"] = id, ["secret"] = secret },
                    },
                },
            }
        );
}
