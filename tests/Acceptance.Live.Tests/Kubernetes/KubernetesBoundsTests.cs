using Acceptance.Cloud;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.Kubernetes;

/// <summary>
/// An API server that points elsewhere, by TLS; the others stand in <see cref="Hostile.HostileServicesTests"/>.
/// </summary>
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

    private Loopback Serve(RequestDelegate answer) => Loopback.Serve(answer.Invoke, _authority.For("127.0.0.1"));
}
