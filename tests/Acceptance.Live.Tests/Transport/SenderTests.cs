using System.Net;
using System.Net.Sockets;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;
using Acceptance.Live.Tests.Commands;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.Transport;

public sealed class SenderTests
{
    private static readonly OperationCall Asked = Made.Request();

    private static readonly Deadlines Quick = new()
    {
        Connect = TimeSpan.FromSeconds(2),
        Answer = TimeSpan.FromSeconds(2),
        FirstPause = TimeSpan.FromMilliseconds(1),
        Patience = TimeSpan.FromSeconds(1),
    };

    [Test]
    public async Task An_unknown_signer_an_expired_certificate_and_a_wrong_name_are_told_apart()
    {
        Authority ours = new(),
            other = new("CN=Another CA");
        (await Tls(other.For("127.0.0.1"), ours))
            .Sentence.ToString()
            .Should()
            .Be(
                "The certificate of 127.0.0.1 (issued by CN=Another CA) is not signed by our CA: "
                    + "a stale CA file, or a service that was not given a new certificate."
            );
        (await Tls(ours.For("127.0.0.1", until: new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)), ours))
            .Sentence.ToString()
            .Should()
            .Be("The certificate of 127.0.0.1 expired on 2021-01-01 00:00 UTC: have it reissued.");
        (await Tls(ours.For("127.0.0.1", from: new DateTimeOffset(2150, 1, 1, 0, 0, 0, TimeSpan.Zero)), ours))
            .Sentence.ToString()
            .Should()
            .Contain("is not valid before 2150-01-01");
        (await Tls(ours.For("127.0.0.2"), ours))
            .Sentence.ToString()
            .Should()
            .StartWith("The certificate of 127.0.0.1 is for 127.0.0.2 and not for 127.0.0.1");
    }

    [Test]
    public async Task A_certificate_that_the_sites_CA_signs_is_believed()
    {
        var ours = new Authority();
        await using var server = Loopback.Serve(http => http.Response.WriteAsync("hello"), ours.For("127.0.0.1"));
        (await Send(server.At, new Trust(ours.Certificates, "our CA"))).Value().Body.Should().Be("hello");
    }

    [Test]
    public async Task A_refused_connection_an_unknown_name_and_a_silent_server_are_told_apart()
    {
        (await Send(new Uri("http://127.0.0.1:1/x")))
            .Unread(Unreadable.Refused)
            .Sentence.ToString()
            .Should()
            .Be("GET http://127.0.0.1:1/x: 127.0.0.1:1 refused the connection.");
        (await Send(new Uri("http://no-such-name.invalid/x"))).Unread(Unreadable.Unreachable);
        await using var mute = Loopback.Serve(http => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted));
        (await Send(mute.At, within: TimeSpan.FromMilliseconds(300)))
            .Unread(Unreadable.TimedOut)
            .Sentence.ToString()
            .Should()
            .EndWith("had not answered after 0.3 s.");
    }

    [Test]
    public async Task A_handshake_that_hangs_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var deadlines = Quick with { Connect = TimeSpan.FromMilliseconds(300) };
        (
            await Send(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), deadlines: deadlines)
        ).Unread(Unreadable.Unreachable);
    }

    [Test]
    public async Task Plain_http_on_a_TLS_port_is_refused_in_words()
    {
        await using var plain = Loopback.Serve(http => Task.CompletedTask);
        (await Send(new Uri($"https://127.0.0.1:{plain.At.Port}/"))).Unread(Unreadable.Refused);
    }

    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task A_gateway_that_stumbles_is_asked_again_and_the_evidence_says_so(int status)
    {
        var times = 0;
        await using var server = Loopback.Serve(http => Answer(http, ++times < 3 ? status : 200));
        var reading = await Send(server.At);
        reading.Value().Status.Should().Be(200);
        reading.Evidence.Asked.ToString().Should().EndWith("-> 200 (try 3 of 3)");
    }

    [Test]
    public async Task Each_pause_is_twice_the_last_and_goes_by_the_clock_that_was_given()
    {
        var clock = new PausingClock();
        var slow = Quick with { FirstPause = TimeSpan.FromHours(1), Wall = clock };
        await using var server = Loopback.Serve(http => Answer(http, 503));
        (await Send(server.At, deadlines: slow)).Value().Status.Should().Be(503);
        clock.Pauses.Should().Equal(TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    }

    /// <summary>The Kubernetes client adds a kubeconfig's certificate to the collection that it finds.</summary>
    [Test]
    public void A_client_certificate_has_a_place() => Trust.System.Tls().ClientCertificates.Should().NotBeNull();

    [Test]
    public async Task A_service_that_asks_for_patience_gets_it_up_to_a_bound()
    {
        var times = 0;
        await using var server = Loopback.Serve(http =>
        {
            http.Response.Headers.RetryAfter = times++ == 0 ? "0" : "3600";
            return Answer(http, 429);
        });
        (await Send(server.At)).Value().Status.Should().Be(429);
        times.Should().Be(2);
    }

    [Test]
    public async Task What_changes_something_is_sent_once()
    {
        await using var server = Loopback.Serve(http => Answer(http, 503));
        (await Send(server.At, method: HttpMethod.Post)).Value().Status.Should().Be(503);
        server.Asked.Should().HaveCount(1);
    }

    [Test]
    public async Task A_reset_connection_is_tried_again_and_then_said()
    {
        await using var server = Loopback.Serve(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        (await Send(server.At)).Unread(Unreadable.Refused).Evidence.Asked.ToString().Should().EndWith("(try 3 of 3)");
        server.Asked.Should().HaveCount(3);
    }

    [Test]
    public async Task The_gate_is_asked_before_each_try_and_what_it_refuses_is_not_sent()
    {
        await using var server = Loopback.Serve(http => Answer(http, 200));
        var gate = new RecordingGate(intent =>
            intent is Intent.Request { Method: "POST" } ? "this run may only observe" : null
        );
        (await Send(server.At, method: HttpMethod.Post, gate: gate))
            .Unread(Unreadable.NotPermitted)
            .Sentence.ToString()
            .Should()
            .Be("this run may only observe");
        server.Asked.Should().BeEmpty();
        await Send(new Uri(server.At, "/v2/things"), gate: gate);
        gate.Asked.Last()
            .Should()
            .Be(new Intent.Request(Asked.Operation, "/v2/things", new Uri(server.At, "/v2/things")));
        gate.Endings.Should().ContainSingle().Which.Outcome.Should().Be("200");
    }

    [Test]
    public async Task It_says_who_asks()
    {
        string? agent = null;
        await using var server = Loopback.Serve(http =>
        {
            agent = http.Request.Headers.UserAgent;
            return Task.CompletedTask;
        });
        await Send(server.At);
        agent.Should().Be("acceptance/1.0 (run r-test)");
    }

    private static async Task<Reading<Received>.Unread> Tls(
        System.Security.Cryptography.X509Certificates.X509Certificate2 certificate,
        Authority ours
    )
    {
        await using var server = Loopback.Serve(http => Task.CompletedTask, certificate);
        return (await Send(server.At, new Trust(ours.Certificates, "our CA"))).Unread(Unreadable.UntrustedCertificate);
    }

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task<Reading<Received>> Send(
        Uri at,
        Trust? trust = null,
        HttpMethod? method = null,
        RecordingGate? gate = null,
        TimeSpan? within = null,
        Deadlines? deadlines = null
    )
    {
        deadlines ??= Quick;
        using var client = new Connections(deadlines, "r-test").Client(trust ?? Trust.System);
        var sender = new Sender(client, gate ?? new RecordingGate(), new FixedClock(), deadlines, new Redaction());
        return await sender.Send(
            new Outgoing(method is null ? Asked : Made.Request(method.Method), at) { ByHand = $"curl", Within = within }
        );
    }
}
