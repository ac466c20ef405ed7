using System.Net.Sockets;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Twin.Tests.Kubernetes;

[TestFixture]
public sealed class ManagementPowerTests
{
    [Test]
    public async Task A_stopped_vm_refuses_and_a_cold_start_takes_its_twenty_minutes()
    {
        await using var cloud = CloudClient.Start();
        var world = cloud.World;
        var kubeconfig = world.Management.Kube.Kubeconfig(world.Management.Server);
        using (var before = new KubeClient(kubeconfig))
            (await before.Get("/readyz")).Text.Should().Be("ok");

        var server = world.Compute.Servers.Find(world.Plan.ManagementServer)!;
        lock (world.Gate)
            world.Compute.Power.Stop(server);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        world.Management.Phase.Should().Be(ManagementPhase.Off);
        await ShouldRefuse(kubeconfig);

        lock (world.Gate)
            world.Compute.Power.Start(server);
        world.Clock.Advance(TimeSpan.FromMinutes(15));
        world.Management.Phase.Should().Be(ManagementPhase.Converging);
        world.Management.Load.Should().BeGreaterThan(40);
        using (var early = new KubeClient(kubeconfig))
            (await early.Get("/api/v1/nodes")).Status.Should().Be(503);

        world.Clock.Advance(TimeSpan.FromMinutes(7));
        world.Management.Phase.Should().Be(ManagementPhase.Ready);
        using var after = new KubeClient(kubeconfig);
        (await after.Get("/api/v1/nodes")).Status.Should().Be(200);
    }

    private static async Task ShouldRefuse(string kubeconfig)
    {
        using var dark = new KubeClient(kubeconfig);
        var refused = await dark.Invoking(client => client.Get("/readyz")).Should().ThrowAsync<HttpRequestException>();
        refused
            .Which.InnerException.Should()
            .BeOfType<SocketException>()
            .Which.SocketErrorCode.Should()
            .Be(SocketError.ConnectionRefused);
    }
}
