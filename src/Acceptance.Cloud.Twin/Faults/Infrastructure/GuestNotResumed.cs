using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>
/// guest-not-resumed: the flag had regressed when a host booted, so that a worker of a cluster stays off (D-043).
/// </summary>
internal static class GuestNotResumed
{
    private const string Flag = "resume-guests-state-on-host-boot";

    public static Fault Of()
    {
        NovaServer? victim = null;
        return new Fault(
            "guest-not-resumed",
            "A host booted while the guests' resume flag had regressed: a worker of a cluster stays SHUTOFF.",
            world =>
            {
                victim = Draw(world);
                if (victim is null)
                    return null;
                Set(world, "false");
                world.Compute.Power.PowerOff(victim);
                return $"{victim.Name} ({victim.Id})";
            },
            world =>
            {
                Set(world, "true");
                if (victim is { Status: ServerStatus.Shutoff, TaskState: null })
                    world.Compute.Power.Start(victim);
            }
        );
    }

    private static NovaServer? Draw(TwinWorld world)
    {
        NovaServer[] workers =
        [
            .. world
                .Magnum.Clusters.Where(cluster => !cluster.InProgress)
                .SelectMany(cluster =>
                    world.Compute.Servers.Where(server =>
                        server.Status == ServerStatus.Active
                        && server.Name.StartsWith(cluster.StackId + "-", StringComparison.Ordinal)
                        && !server.Name.Contains("-control-plane-", StringComparison.Ordinal)
                    )
                ),
        ];
        return workers.Length == 0 ? null : workers[world.Random.Next(workers.Length)];
    }

    private static void Set(TwinWorld world, string value)
    {
        foreach (var compute in world.Juju.Applications.Where(one => one.Config.ContainsKey(Flag)))
            compute.Config[Flag] = value;
    }
}
