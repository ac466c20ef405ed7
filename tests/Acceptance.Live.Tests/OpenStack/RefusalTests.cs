using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Live.Tests.OpenStack;

public sealed class RefusalTests
{
    private static readonly Scope Mgmt = Scope.Of("capi-mgmt", "capi");

    [TestCase(
        """{"error": {"code": 403, "message": "You are not authorized.", "title": "Forbidden"}}""",
        "You are not authorized"
    )]
    [TestCase("""{"forbidden": {"code": 403, "message": "Policy doesn't allow it."}}""", "Policy doesn't allow it")]
    [TestCase(
        """{"NeutronError": {"type": "PolicyNotAuthorized", "message": "rule disallows", "detail": ""}}""",
        "rule disallows"
    )]
    [TestCase(
        """{"faultcode": "Client", "faultstring": "Policy does not allow this request", "debuginfo": null}""",
        "Policy does not allow this request"
    )]
    [TestCase(
        """{"errors": [{"request_id": "", "code": "client", "status": 403, "title": "Short", "detail": "Long one.", "links": []}]}""",
        "Long one"
    )]
    [TestCase(
        "<html>\n <head>\n  <title>403 Forbidden</title>\n </head>\n <body>\n  <h1>403 Forbidden</h1>\n"
            + "  Access was denied.<br /></body></html>",
        "403 Forbidden Access was denied"
    )]
    [TestCase("", null)]
    public async Task A_refusal_says_the_services_own_words(string body, string? words)
    {
        await using var cloud = new RestCloud(http => http.Request.Path == "/v2.1/os-services" ? (403, body) : null);
        var unread = (await cloud.OpenStack.Compute.Services()).Unread(Unreadable.Forbidden);
        unread
            .Sentence.ToString()
            .Should()
            .Be($"GET {cloud.At}v2.1/os-services answered 403{(words is null ? "" : ": " + words)}.");
        unread.Evidence.ByHand.ToString().Should().Be("openstack compute service list");
    }

    [TestCase(404, Unreadable.Failed)]
    [TestCase(409, Unreadable.Conflict)]
    [TestCase(429, Unreadable.RateLimited)]
    [TestCase(400, Unreadable.Failed)]
    [TestCase(406, Unreadable.Failed)]
    [TestCase(500, Unreadable.ServerError)]
    [TestCase(503, Unreadable.ServerError)]
    public async Task A_status_says_why(int status, Unreadable why)
    {
        await using var cloud = new RestCloud(http => http.Request.Path == "/v1/clusters/x" ? (status, "{}") : null);
        (await cloud.OpenStack.ContainerInfra.Cluster(Mgmt, "x")).Unread(why);
    }

    [Test]
    public async Task What_a_twin_does_not_emulate_is_no_server_error()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v1/clusters/x" ? (501, "GET /v1/clusters: not emulated") : null
        );
        (await cloud.OpenStack.ContainerInfra.Cluster(Mgmt, "x")).Unread(Unreadable.NotEmulated);
    }

    [TestCase(
        """{"servers": [{"id": "s1", "name": "a", "status": "ACTIVE"}]}""",
        "`servers[0].tenant_id` is missing, where text is expected."
    )]
    [TestCase("""{"servers": [{"id": 7}]}""", "`servers[0].id` is 7, where text is expected.")]
    [TestCase("""{"servers": {}}""", "`servers` is {}, where a list is expected.")]
    [TestCase(
        """{"servers": [{"id": "s1", "na""",
        "the answer after `servers.id` is broken off or garbled, where whole JSON is expected."
    )]
    [TestCase("<html>welcome</html>", "the answer is '<html>welcome</html>', where JSON is expected.")]
    [TestCase("", "the answer is empty, where JSON is expected.")]
    public async Task A_garbled_answer_names_the_field(string body, string says)
    {
        await using var cloud = new RestCloud("/v2.1/servers/detail", body);
        (await cloud.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Be($"The answer of GET {cloud.At}v2.1/servers/detail cannot be read: {says}");
    }

    [Test]
    public async Task A_service_that_the_catalog_lacks_cannot_be_asked()
    {
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Path != "/v3/auth/tokens")
                return null;
            http.Response.Headers["X-Subject-Token"] = "t-only-internal";
            return (
                201,
                """{"token": {"user": {"id": "u", "name": "n"}, "catalog": [{"type": "container-infra", "name": "magnum", "endpoints": [{"interface": "internal", "url": "http://127.0.0.1:1"}]}]}}"""
            );
        });
        (await cloud.OpenStack.ContainerInfra.Clusters(Scope.Admin))
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .StartWith("The catalog has no container-infra service with a public endpoint");
    }
}
