using Acceptance.Cloud;
using Acceptance.Cloud.Live.Hosts;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.Hosts;

public sealed class HttpProbeTests
{
    [Test]
    public async Task Any_code_is_an_answer_and_a_redirect_is_not_followed()
    {
        await using var server = Loopback.Serve(http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = "/auth/login/";
            return http.Response.WriteAsync("moved");
        });
        var reading = await Probe(Trust.System).Ask(server.At);
        reading.Evidence.Asked.ToString().Should().Be($"GET {server.At} -> 302 (asked from {Environment.MachineName})");
        var answer = reading.Value();
        (answer.Code, answer.Location, answer.Body, answer.At)
            .Should()
            .Be((302, "/auth/login/", "moved", FixedClock.Moment));
        server.Asked.Should().HaveCount(1);
    }

    [Test]
    public async Task Each_question_has_a_connection_of_its_own()
    {
        HashSet<string> connections = [];
        await using var server = Loopback.Serve(http =>
        {
            connections.Add(http.Connection.Id);
            return Task.CompletedTask;
        });
        var probe = Probe(Trust.System);
        for (var asked = 0; asked < 3; asked++)
            await probe.Ask(server.At);
        connections.Should().HaveCount(3);
    }

    [Test]
    public async Task A_gap_is_not_hidden_by_a_repeat()
    {
        await using var server = Loopback.Serve(http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        (await Probe(Trust.System).Ask(server.At)).Value().Code.Should().Be(503);
        server.Asked.Should().HaveCount(1);
    }

    [Test]
    public async Task The_beginning_of_a_long_body_is_kept()
    {
        await using var server = Loopback.Serve(http => http.Response.WriteAsync(new string('x', 200_000)));
        (await Probe(Trust.System).Ask(server.At)).Value().Body.Should().HaveLength(64 * 1024);
    }

    [Test]
    public async Task The_sites_CA_verifies_unless_another_is_given()
    {
        Authority site = new(),
            cluster = new("CN=kubernetes");
        await using var server = Loopback.Serve(http => Task.CompletedTask, cluster.For("127.0.0.1"));
        var probe = Probe(new Trust(site.Certificates, "the site's CA"));
        (await probe.Ask(server.At)).Unread(Unreadable.UntrustedCertificate);
        (await probe.Ask(server.At, cluster.Pem)).Value().Code.Should().Be(200);
    }

    [Test]
    public async Task A_site_CA_that_does_not_serve_is_the_answer()
    {
        var broken = new Reading<Trust>.Unread(Unreadable.NotOursToRead, $"the CA file is not PEM", Evidence.None);
        var probe = new HttpProbe(
            new Connections(new Deadlines(), "t"),
            () => broken,
            new AllowAll(),
            new FixedClock(),
            new Deadlines(),
            new Redaction()
        );
        (await probe.Ask(new Uri("https://127.0.0.1:1/")))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Be("the CA file is not PEM");
    }

    private static HttpProbe Probe(Trust trust) =>
        new(
            new Connections(new Deadlines(), "t"),
            () => new Reading<Trust>.Seen(trust, Evidence.None),
            new AllowAll(),
            new FixedClock(),
            new Deadlines(),
            new Redaction()
        );
}
