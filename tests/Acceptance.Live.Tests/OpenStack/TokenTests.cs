using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Live.Tests.OpenStack;

public sealed class TokenTests
{
    private static readonly Scope Mgmt = Scope.Of("capi-mgmt", "capi");

    [Test]
    public async Task One_token_a_scope_serves_all_who_ask_at_once()
    {
        await using var cloud = new RestCloud("/v2.1/servers/detail", """{"servers": []}""");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cloud.OpenStack.Compute.Servers(Scope.Admin)));
        cloud.TokensIssued.Should().Be(1);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cloud.OpenStack.Compute.Servers(Mgmt)));
        cloud.TokensIssued.Should().Be(2);
        cloud.TokenRequests[1].Should().Contain("""{"project":{"name":"capi-mgmt","domain":{"name":"capi"}}}""");
    }

    [Test]
    public async Task An_expired_token_is_renewed_once_for_all_who_hold_it()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path != "/v2.1/servers/detail" ? null
            : http.Request.Headers["X-Auth-Token"] == "t1-token" ? (401, """{"error": {"message": "expired"}}""")
            : (200, """{"servers": []}""")
        );
        var readings = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => cloud.OpenStack.Compute.Servers(Scope.Admin))
        );
        readings.Should().AllSatisfy(reading => reading.Value().Should().BeEmpty());
        cloud.TokensIssued.Should().Be(2);
    }

    [Test]
    public async Task A_user_whom_no_token_helps_is_unauthorised_and_asks_for_no_third_one()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2.1/servers/detail"
                ? (
                    401,
                    """{"error": {"code": 401, "title": "Unauthorized", "message": "The request you have made requires authentication."}}"""
                )
                : null
        );
        (await cloud.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.Unauthorised)
            .Sentence.ToString()
            .Should()
            .EndWith("answered 401: The request you have made requires authentication.");
        cloud.TokensIssued.Should().Be(2);
    }

    [Test]
    public async Task A_token_says_who_we_are_and_never_shows_itself()
    {
        await using var cloud = new RestCloud(_ => null);
        var reading = await cloud.OpenStack.Token(Mgmt);
        reading
            .Value()
            .Should()
            .BeEquivalentTo(new TokenFacts("u1", "admin", "p1", "admin", "admin_domain", ["admin", "reader"]));
        reading.Evidence.Asked.ToString().Should().Be($"POST {cloud.At}v3/auth/tokens -> 201");
        reading
            .Evidence.ByHand.ToString()
            .Should()
            .Be("OS_PROJECT_NAME=capi-mgmt OS_PROJECT_DOMAIN_NAME=capi openstack token issue");
        reading.Evidence.Excerpt.ToString().Should().BeEmpty();
        cloud.Redaction.Redacted("t1-token pw-secret").Should().Be("REDACTED REDACTED");
    }

    [Test]
    public async Task A_wrong_scope_and_a_wrong_password_are_told_apart()
    {
        var passwordIsWrong = false;
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Path == "/v3/auth/projects")
                return (200, """{"projects": [{"name": "admin"}, {"name": "capi-mgmt"}], "links": {"next": null}}""");
            if (http.Request.Path != "/v3/auth/tokens")
                return null;
            http.Response.Headers["X-Subject-Token"] = "unscoped";
            return ((string)http.Items["body"]!).Contains("\"scope\"") || passwordIsWrong
                ? (401, """{"error": {"code": 401, "message": "The request you have made requires authentication."}}""")
                : (201, """{"token": {"user": {"id": "u1", "name": "admin"}}}""");
        });
        (await cloud.OpenStack.Token(Scope.Admin))
            .Unread(Unreadable.Unauthorised)
            .Sentence.ToString()
            .Should()
            .Contain("on the project admin")
            .And.Contain("DOCFIX-022");
        (await cloud.OpenStack.DiagnoseScope())
            .Value()
            .Should()
            .BeEquivalentTo(new ScopeDiagnosis(true, "admin", ["admin", "capi-mgmt"]));
        passwordIsWrong = true;
        (await cloud.OpenStack.DiagnoseScope()).Value().Should().BeEquivalentTo(new ScopeDiagnosis(false, "admin", []));
    }

    [Test]
    public async Task The_catalog_gives_the_public_endpoints()
    {
        await using var cloud = new RestCloud(_ => null);
        (await cloud.OpenStack.Catalog(Scope.Admin))
            .Value()
            .Should()
            .HaveCount(7)
            .And.AllSatisfy(service => service.Public.Should().Be(cloud.At));
    }
}
