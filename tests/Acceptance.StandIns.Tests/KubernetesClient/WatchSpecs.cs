using k8s;
using k8s.Models;

namespace Acceptance.StandIns.Tests.KubernetesClient;

public sealed class WatchSpecs
{
    [Test]
    public async Task Events_come_in_order_and_an_error_goes_to_its_callback()
    {
        var server = new CannedServer(Captured.Text("watch-service.ndjson"));
        using var client = server.Client();
        var errors = new List<Exception>();

        var seen = new List<(WatchEventType Type, V1Service Service)>();
        await foreach (
            var (type, service) in client.CoreV1.WatchListNamespacedServiceAsync("default", onError: errors.Add)
        )
            seen.Add((type, service));

        seen.Select(happened => happened.Type).Should().Equal(WatchEventType.Added, WatchEventType.Modified);
        seen.Should().OnlyContain(happened => happened.Service.Metadata!.Name == "rr");
        errors.Single().Should().BeOfType<KubernetesException>().Which.Status!.Code.Should().Be(410);
        server.Requests.Single().Should().Contain("watch=true");
    }

    [Test]
    public async Task A_line_that_cannot_be_read_does_not_end_the_watch()
    {
        var lines = Captured.Text("watch-service.ndjson").Split('\n');
        using var client = new CannedServer($"{lines[0]}\nnot json\n{lines[1]}\n").Client();
        var errors = new List<Exception>();

        var seen = 0;
        await foreach (var _ in client.CoreV1.WatchListNamespacedServiceAsync("default", onError: errors.Add))
            seen++;

        seen.Should().Be(2);
        errors.Should().ContainSingle();
    }
}
