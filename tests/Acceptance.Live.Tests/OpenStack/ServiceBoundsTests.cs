using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>Services that point elsewhere, have no end, or answer what is costly to look at.</summary>
public sealed class ServiceBoundsTests
{
    private const string Services = "/v2.1/os-services";

    [TestCase("GET", Services, "compute")]
    [TestCase("POST", "/v3/auth/tokens", "identity")]
    public async Task A_redirect_is_told_with_its_target_and_nothing_is_sent_there(
        string method,
        string path,
        string service
    )
    {
        await using var elsewhere = Loopback.Serve(http => Task.CompletedTask);
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Path != path)
                return null;
            http.Response.Headers.Location = $"{elsewhere.At}{service}";
            return (307, "");
        });
        (await cloud.OpenStack.Compute.Services())
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Be(
                $"{method} {cloud.At}{path[1..]} answered 307 and points to {elsewhere.At}{service}: no redirect is "
                    + "followed; have the catalog (openstack catalog list), or the openrc for Keystone, name the "
                    + "address that answers itself."
            );
        elsewhere.Asked.Should().BeEmpty();
    }

    /// <summary>Looked at by an expression that backtracks, each would take a minute.</summary>
    [TestCase("<head")]
    [TestCase("<head>")]
    [TestCase("<script ")]
    [TestCase("<")]
    [TestCase(" <a>")]
    [MaxTime(10_000)]
    public async Task A_body_that_is_costly_to_look_at_holds_nobody_up(string again)
    {
        var body = string.Concat(Enumerable.Repeat(again, 300_000 / again.Length));
        await using var cloud = new RestCloud(http => http.Request.Path == Services ? (500, body) : null);
        (await cloud.OpenStack.Compute.Services())
            .Unread(Unreadable.ServerError)
            .Sentence.ToString()
            .Should()
            .StartWith($"GET {cloud.At}v2.1/os-services answered 500")
            .And.EndWith("; read the service's own log, and ask the haproxy before it.");
    }

    [Test]
    public async Task Of_a_long_refusal_the_beginning_is_told()
    {
        var body = "<html><body>no " + new string('x', 1_000_000) + "</body></html>";
        await using var cloud = new RestCloud(http => http.Request.Path == Services ? (404, body) : null);
        (await cloud.OpenStack.Compute.Services())
            .Unread(Unreadable.NotFound)
            .Sentence.ToString()
            .Should()
            .Be($"GET {cloud.At}v2.1/os-services answered 404: no {new string('x', 297)}….");
    }

    [Test]
    public async Task A_link_that_comes_twice_ends_the_list()
    {
        await using var cloud = new RestCloud(http => Listed(http) ? Page("again") : null);
        (await cloud.OpenStack.Compute.Keypairs(Scope.Admin))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Be(
                "GET /v2.1/os-keypairs (compute): page 2 of the list names as its next what was read already "
                    + "(marker=again): a list without an end; ask it by hand, and read the service's own log."
            );
        cloud.Asked.Should().HaveCount(2);
    }

    [Test]
    public async Task All_pages_have_one_deadline()
    {
        var pages = 0;
        await using var cloud = new RestCloud(
            http =>
            {
                if (!Listed(http))
                    return null;
                // The third is not answered before the client gives up.
                if (++pages == 3)
                    http.RequestAborted.WaitHandle.WaitOne();
                return Page($"{pages}");
            },
            TimeSpan.FromSeconds(1)
        );
        (await cloud.OpenStack.Compute.Keypairs(Scope.Admin))
            .Unread(Unreadable.TimedOut)
            .Sentence.ToString()
            .Should()
            .Be(
                "GET /v2.1/os-keypairs (compute): the list was not at its end 1 s after its first page was asked "
                    + "for (page 3 was under way); ask why it is slow or that long, or give it longer (the site's "
                    + "deadlines.answer)."
            );
    }

    [Test]
    public async Task A_list_that_always_goes_on_is_left_after_the_most_pages()
    {
        var pages = 0;
        await using var cloud = new RestCloud(http => Listed(http) ? Page($"{++pages}") : null);
        (await cloud.OpenStack.Compute.Keypairs(Scope.Admin))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .StartWith("GET /v2.1/os-keypairs (compute): the list goes on after 1000 pages");
        cloud.Asked.Should().HaveCount(1_000);
    }

    private static bool Listed(HttpContext http) => http.Request.Path == "/v2.1/os-keypairs";

    private static (int Status, string Body)? Page(string marker) =>
        (
            200,
            $$$"""
            {"keypairs": [{"keypair": {"name": "a", "fingerprint": "f"}}],
             "keypairs_links": [{"rel": "next", "href": "http://127.0.0.1:1/os-keypairs?marker={{{marker}}}"}]}
            """
        );
}
