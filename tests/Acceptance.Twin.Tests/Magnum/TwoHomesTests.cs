using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>What a second NIC of the management VM does to its pods, and to nobody else (D-035).</summary>
[TestFixture]
public sealed class TwoHomesTests
{
    [Test]
    public void A_pod_that_connects_completes_and_hangs_while_there_is_a_second_interface()
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        Connect(world, "before").Should().Be("Succeeded");
        faults.Inject("D-035").Victim.Should().Be(world.Plan.ManagementServer);
        Connect(world, "meanwhile").Should().Be("Running");
        world.TenantsCannotReachVips.Should().BeFalse("the machine itself reaches everything");
        var server = world.Compute.Servers.First(one => one.ProjectId == world.Plan.CapiProjectId);
        world.Compute.Servers.PortsOf(server).Should().HaveCount(2);
        faults.Heal("D-035");
        Connect(world, "after").Should().Be("Succeeded");
        world.Compute.Servers.PortsOf(server).Should().ContainSingle();
    }

    private static string Connect(TwinWorld world, string name)
    {
        var store = world.Management.Kube.Store;
        store.Create(
            KubeKinds.Pod,
            new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "default" },
                ["spec"] = new JsonObject
                {
                    ["restartPolicy"] = "Never",
                    ["containers"] = new JsonArray(
                        new JsonObject
                        {
                            ["name"] = name,
                            ["image"] = "agnhost",
                            ["command"] = new JsonArray("/agnhost", "connect", "192.0.2.50:5000"),
                        }
                    ),
                },
                ["status"] = new JsonObject { ["phase"] = "Pending" },
            }
        );
        world.Pass(120);
        return (string)store.Find(KubeKinds.Pod, "default", name)!.Status["phase"]!;
    }
}
