using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Identity;

/// <summary>The roots of the services (FACTS 8.11), Cinder's and Barbican's few lists, Horizon's login page.</summary>
[TestFixture]
public sealed class ServiceRootTests
{
    private CloudClient _cloud = null!;

    [OneTimeSetUp]
    public void Start() => _cloud = CloudClient.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [TestCase("keystone", 300, 300)]
    [TestCase("glance", 300, 300)]
    [TestCase("cinder", 300, 300)]
    [TestCase("barbican", 300, 405)]
    [TestCase("horizon", 302, 302)]
    [TestCase("horizon-2", 302, 302)]
    public async Task A_root_answers_GET_and_HEAD_as_captured(string service, int get, int head)
    {
        using var root = await _cloud.Get(service, "/");
        ((int)root.StatusCode).Should().Be(get);
        using var bare = await _cloud.Ask(HttpMethod.Head, service, "/", null);
        ((int)bare.StatusCode).Should().Be(head);
    }

    [TestCase("cinder", "/v3/x/volumes")]
    [TestCase("barbican", "/v1/secrets")]
    public async Task Without_a_token_the_middleware_answers_for_all(string service, string path)
    {
        using var answer = await _cloud.Get(service, path);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync())
            .Should()
            .Be(
                "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"The request you have made requires authentication.\"}}"
            );
    }

    [Test]
    public async Task Volumes_are_the_projects_and_come_and_go()
    {
        var token = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
        var path = $"/v3/{_cloud.Plan.CapiProjectId}/volumes";
        using var made = await _cloud.Ask(
            HttpMethod.Post,
            "cinder",
            path,
            token,
            new JsonObject
            {
                ["volume"] = new JsonObject { ["size"] = 2, ["name"] = "capi-vol" },
            },
            ("OpenStack-API-Version", "volume 3.59")
        );
        made.StatusCode.Should().Be(HttpStatusCode.Accepted);
        made.Headers.GetValues("OpenStack-API-Version").Should().Equal("volume 3.59");
        var id = (await CloudClient.Read(made))["volume"]!["id"]!.GetValue<string>();
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var listed = (await _cloud.Json("cinder", path + "/detail", token))["volumes"]!
            .AsArray()
            .Should()
            .ContainSingle()
            .Which!;
        listed["status"]!.GetValue<string>().Should().Be("available");
        using (var other = await _cloud.Get("cinder", path, await _cloud.Token()))
            other.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using (var gone = await _cloud.Ask(HttpMethod.Delete, "cinder", $"{path}/{id}", token))
            gone.StatusCode.Should().Be(HttpStatusCode.Accepted);
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _cloud.Json("cinder", path, token))["volumes"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task Cinder_refuses_what_is_too_new_and_too_big_in_its_own_envelopes()
    {
        var token = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
        var path = $"/v3/{_cloud.Plan.CapiProjectId}/volumes";
        using var tooNew = await _cloud.Ask(
            HttpMethod.Get,
            "cinder",
            path,
            token,
            null,
            ("OpenStack-API-Version", "volume 3.999")
        );
        (await CloudClient.Read(tooNew))["computeFault"]!["message"]!
            .GetValue<string>()
            .Should()
            .Be("Version 3.999 is not supported by the API. Minimum is 3.0 and maximum is 3.70.");
        using var tooBig = await _cloud.Ask(
            HttpMethod.Post,
            "cinder",
            path,
            token,
            new JsonObject { ["volume"] = new JsonObject { ["size"] = 100000 } }
        );
        ((int)tooBig.StatusCode).Should().Be(413);
        (await CloudClient.Read(tooBig))["overLimit"]!["retryAfter"]!.GetValue<string>().Should().Be("0");
    }

    [Test]
    public async Task Secrets_are_listed_for_an_admin_and_refused_to_a_member()
    {
        var admin = await _cloud.Token();
        using var stored = await _cloud.Ask(
            HttpMethod.Post,
            "barbican",
            "/v1/secrets/",
            admin,
            new JsonObject
            {
                ["name"] = "capi-secret",
                ["payload"] = Convert.ToBase64String([1, 2, 3]),
                ["payload_content_type"] = "application/octet-stream",
                ["payload_content_encoding"] = "base64",
            }
        );
        stored.StatusCode.Should().Be(HttpStatusCode.Created);
        var list = await _cloud.Json("barbican", "/v1/secrets?limit=10&offset=0", admin);
        list["total"]!.GetValue<int>().Should().Be(1);
        var reference = new Uri(list["secrets"]![0]!["secret_ref"]!.GetValue<string>());
        using var payload = await _cloud.Get("barbican", reference.AbsolutePath + "/payload", admin);
        (await payload.Content.ReadAsByteArrayAsync()).Should().Equal(1, 2, 3);
        using var member = await _cloud.Get(
            "barbican",
            "/v1/secrets",
            await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId))
        );
        (await member.Content.ReadAsStringAsync())
            .Should()
            .Be(
                "{\"code\": 403, \"title\": \"Forbidden\", \"description\": \"Secret(s) retrieval attempt not allowed - please review your user/project privileges\"}"
            );
    }

    [Test]
    public async Task Horizon_sends_to_a_login_page_with_a_token_against_forgery()
    {
        using var root = await _cloud.Get("horizon", "/");
        root.Headers.Location!.OriginalString.Should().Be("/auth/login/");
        using var page = await _cloud.Get("horizon", "/auth/login/");
        var cookie = page.Headers.GetValues("Set-Cookie").Single();
        var token = cookie.Split('=', ';')[1];
        (await page.Content.ReadAsStringAsync())
            .Should()
            .Contain($"name=\"csrfmiddlewaretoken\" value=\"{token}\"")
            .And.Contain("Login - OpenStack Dashboard");
        using var behind = await _cloud.Get("horizon", "/project/");
        behind.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
    }
}
