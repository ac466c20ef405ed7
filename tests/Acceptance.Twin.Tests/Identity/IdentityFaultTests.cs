using System.Net;

namespace Acceptance.Twin.Tests.Identity;

/// <summary>Each fault changes a cause, and the symptom follows over the wire.</summary>
[TestFixture]
public sealed class IdentityFaultTests
{
    private CloudClient _cloud = null!;

    [SetUp]
    public void Start() => _cloud = CloudClient.Start();

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task DOCFIX_022_scopes_the_openrc_to_a_project_that_is_none()
    {
        var identity = _cloud.World.Identity;
        var file = Path.Combine(_cloud.Twin.Home, "admin-openrc");
        await File.WriteAllTextAsync(
            file,
            $"export OS_USERNAME=admin\nexport OS_PROJECT_NAME={identity.OpenRcProject}\n"
                + "export OS_REGION_NAME=RegionOne\n"
        );
        var told = 0;
        identity.OpenRcChanged += () => told++;
        (await Scoped()).Should().Be(HttpStatusCode.Created);

        _cloud.Twin.Faults.Inject("DOCFIX-022").Victim.Should().Be("admin-openrc (admin_domain)");
        (await File.ReadAllTextAsync(file))
            .Should()
            .Be("export OS_USERNAME=admin\nexport OS_PROJECT_NAME=admin_domain\nexport OS_REGION_NAME=RegionOne\n");
        (await Scoped()).Should().Be(HttpStatusCode.Unauthorized);

        _cloud.Twin.Faults.Heal("DOCFIX-022");
        told.Should().Be(2);
        (await File.ReadAllTextAsync(file)).Should().Contain("OS_PROJECT_NAME=admin\n");
        (await Scoped()).Should().Be(HttpStatusCode.Created);
    }

    private async Task<HttpStatusCode> Scoped()
    {
        var identity = _cloud.World.Identity;
        using var answer = await _cloud.Ask(
            HttpMethod.Post,
            "keystone",
            "/v3/auth/tokens",
            null,
            CloudClient.PasswordOf(
                "admin",
                "admin_domain",
                identity.Admin.Password,
                CloudClient.ProjectScope(identity.OpenRcProject, "admin_domain")
            )
        );
        return answer.StatusCode;
    }

    [Test]
    public async Task Token_expired_ends_what_was_issued_and_a_new_token_works()
    {
        var token = await _cloud.Token();
        _cloud.Twin.Faults.Inject("token-expired").Victim.Should().Be("1 tokens");
        using var refused = await _cloud.Get("keystone", "/v3/projects", token);
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await _cloud.Json("keystone", "/v3/projects", await _cloud.Token());
    }

    [Test]
    public async Task Token_expired_waits_for_the_first_token_and_meets_it_in_use()
    {
        _cloud.Twin.Faults.Inject("token-expired").Victim.Should().BeNull();
        var token = await _cloud.Token();
        await _cloud.Json("keystone", "/v3/projects", token);
        _cloud.World.Clock.Advance(TimeSpan.FromSeconds(2));
        using var refused = await _cloud.Get("keystone", "/v3/projects", token);
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        _cloud.Twin.Faults.Active.Single().Victim.Should().NotBeNull();
    }

    [TestCase("keystone")]
    [TestCase("glance")]
    [TestCase("cinder")]
    [TestCase("barbican")]
    [TestCase("nova")]
    [TestCase("octavia")]
    [TestCase("horizon")]
    [TestCase("radosgw")]
    public async Task A_dark_endpoint_refuses_even_who_was_connected_and_answers_again_when_healed(string service)
    {
        using (await _cloud.Get(service, "/")) { }
        _cloud.Twin.Faults.Inject($"{service}-dark").Victim.Should().StartWith(service);
        var ask = () => _cloud.Get(service, "/");
        await ask.Should().ThrowAsync<HttpRequestException>();
        (await ask.Should().ThrowAsync<HttpRequestException>("the address refuses"))
            .Which.HttpRequestError.Should()
            .Be(HttpRequestError.ConnectionError);
        _cloud.Twin.Faults.Heal($"{service}-dark");
        using var answer = await _cloud.Get(service, "/");
        ((int)answer.StatusCode).Should().BeOneOf(200, 300, 302);
    }

    [Test]
    public async Task D_011_8_puts_a_DNS_service_into_the_catalog_and_takes_it_out_again()
    {
        (await Types()).Should().NotContain("dns");
        _cloud.Twin.Faults.Inject("D-011.8").Victim.Should().Be("designate");
        (await Types()).Should().Contain("dns");
        _cloud.Twin.Faults.Heal("D-011.8");
        (await Types()).Should().NotContain("dns");

        async Task<IEnumerable<string>> Types() =>
            (await _cloud.Json("keystone", "/v3/auth/catalog", await _cloud.Token()))["catalog"]!
                .AsArray()
                .Select(service => service!["type"]!.GetValue<string>());
    }

    [Test]
    public void Every_public_VIP_has_its_darkness() =>
        _cloud
            .Twin.Faults.Known.Select(fault => fault.Id)
            .Should()
            .Contain(_cloud.Plan.Vips.Keys.Select(service => $"{service}-dark"));
}
