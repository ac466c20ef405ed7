using System.Globalization;
using System.Net;

namespace Acceptance.Twin.Tests.Identity;

/// <summary>The roots of the services (FACTS 8.11), Horizon's login page.</summary>
[TestFixture]
public sealed class ServiceRootTests
{
    private const int Logins = 24;

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
    [TestCase("radosgw", 200, 200)]
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
                "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": "
                    + "\"The request you have made requires authentication.\"}}"
            );
    }

    [TestCase("cinder", "/v3/{0}/volumes")]
    [TestCase("barbican", "/v1/secrets")]
    public async Task What_no_gate_asks_is_not_emulated_and_says_so(string service, string path)
    {
        using var answer = await _cloud.Get(
            service,
            string.Format(CultureInfo.InvariantCulture, path, _cloud.Plan.CapiProjectId),
            await _cloud.Token()
        );

        answer.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("not emulated");
    }

    [Test]
    public async Task Cinder_refuses_a_version_that_is_too_new_in_its_own_envelope()
    {
        using var tooNew = await _cloud.Ask(
            HttpMethod.Get,
            "cinder",
            "/v3/",
            await _cloud.Token(),
            null,
            ("OpenStack-API-Version", "volume 3.999")
        );
        (await CloudClient.Read(tooNew))["computeFault"]!["message"]!
            .GetValue<string>()
            .Should()
            .Be("Version 3.999 is not supported by the API. Minimum is 3.0 and maximum is 3.70.");
    }

    [Test]
    public async Task Horizon_sends_to_a_login_page_with_a_token_against_forgery()
    {
        using var root = await _cloud.Get("horizon", "/");
        root.Headers.Location!.AbsolutePath.Should().Be("/auth/login/");
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

    [Test]
    public async Task One_unit_of_Horizon_that_lost_its_override_marks_its_cookies_secure()
    {
        (await Marked()).Should().Be(0);
        _cloud.Twin.Faults.Inject("D-044");
        (await Marked()).Should().BeInRange(1, Logins - 1, "one unit or another answers");
        _cloud.Twin.Faults.Heal("D-044");
        (await Marked()).Should().Be(0);
    }

    private async Task<int> Marked()
    {
        var marked = 0;
        for (var turn = 0; turn < Logins; turn++)
        {
            using var page = await _cloud.Get("horizon", "/auth/login/");
            marked += page.Headers.GetValues("Set-Cookie").Single().EndsWith("Secure", StringComparison.Ordinal)
                ? 1
                : 0;
        }

        return marked;
    }
}
