using Acceptance.Cloud;
using Acceptance.Cloud.Live.Kubernetes;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.Kubernetes;

/// <summary>An API server that points elsewhere, or has no end.</summary>
public sealed class KubernetesBoundsTests
{
    private readonly Authority _authority = new("CN=kubernetes");

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_is_told_with_its_target_and_nothing_is_sent_there(int status)
    {
        await using var elsewhere = Serve(http => http.Response.WriteAsync("""{"gitVersion": "v1.0.0"}"""));
        await using var server = Serve(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = new Uri(elsewhere.At, "/over/there").ToString();
            return Task.CompletedTask;
        });
        var gate = new RecordingGate();
        using var api = ApiOfTest.At(server.At, _authority, gate);
        var told =
            $"answered {status} and points to {elsewhere.At}over/there: no redirect is followed; "
            + "have the kubeconfig name the API server that answers itself, and ask who stands before this one.";
        (await api.Version())
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Be($"GET {server.At}version/ {told}");
        (await api.DeleteService("ns", "rr")).Unread(Unreadable.Failed).Sentence.ToString().Should().EndWith(told);
        elsewhere.Asked.Should().BeEmpty();
        gate.Endings.Select(ending => ending.Outcome).Should().Equal($"{status}", $"{status}");
    }

    [Test]
    public async Task A_continue_token_that_comes_twice_ends_the_list()
    {
        await using var server = Serve(http => Page(http, "again"));
        using var api = Api(server);
        (await api.SecretNames("ns"))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Be(
                "kubectl -n ns get secrets -o name: page 2 of the list names as its next what was read already "
                    + "(again): a list without an end; ask it by hand, and read the service's own log."
            );
        server.Asked.Should().HaveCount(2);
    }

    [Test]
    public async Task All_pages_have_one_deadline()
    {
        var page = 0;
        await using var server = Serve(async http =>
        {
            if (http.Request.Query.ContainsKey("continue"))
                await AbortedOf(http, after: ++page > 2);
            await Page(http, $"p{page}");
        });
        using var api = Api(server, TimeSpan.FromSeconds(1));
        (await api.SecretNames("ns"))
            .Unread(Unreadable.TimedOut)
            .Sentence.ToString()
            .Should()
            .EndWith(
                "the list was not at its end 1 s after its first page was asked for (page 4 was under way); "
                    + "ask why it is slow or that long, or give it longer (the site's deadlines.answer)."
            );
    }

    [TestCase(200)]
    [TestCase(404)]
    public async Task A_body_without_an_end_is_read_up_to_the_bound(int status)
    {
        await using var server = Serve(async http =>
        {
            http.Response.StatusCode = status;
            var piece = new byte[64 * 1024];
            Array.Fill(piece, (byte)'x');
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(piece, http.RequestAborted);
        });
        using var api = Api(server);
        var reading = await api.Version();
        if (status == 200)
            reading
                .Unread(Unreadable.Garbled)
                .Sentence.ToString()
                .Should()
                .Be(
                    $"GET {server.At}version/ answered more than 64 MiB: no answer is as long, and no more of it was "
                        + "read; ask it by hand, and ask what stands between (haproxy)."
                );
        else
            reading
                .Unread(Unreadable.NotFound)
                .Sentence.ToString()
                .Should()
                .Be($"GET {server.At}version/ answered 404: {new string('x', 300)}….");
    }

    private static Task AbortedOf(HttpContext http, bool after) =>
        after ? new TaskCompletionSource().Task.WaitAsync(http.RequestAborted) : Task.CompletedTask;

    private static Task Page(HttpContext http, string next)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(
            $$$"""{"kind": "SecretList", "metadata": {"continue": "{{{next}}}"}, "items": [{"metadata": {"name": "a"}}]}"""
        );
    }

    private Loopback Serve(RequestDelegate answer) => Loopback.Serve(answer.Invoke, _authority.For("127.0.0.1"));

    private KubernetesApi Api(Loopback server, TimeSpan? within = null) =>
        ApiOfTest.At(server.At, _authority, new RecordingGate(), within);
}
