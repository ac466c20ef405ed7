using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>amphora-orphan: what a failed failover leaves behind, in both variants.</summary>
internal static class OrphanedAmphora
{
    public static Fault Of(bool heartbeating)
    {
        NovaServer? orphan = null;
        return new Fault(
            heartbeating ? "amphora-orphan-active" : "amphora-orphan",
            heartbeating
                ? "An amphora server is ACTIVE and sends heartbeats, and Octavia has no row for it."
                : "An amphora server is in ERROR (a failed spawn), and Octavia has no row for it.",
            world =>
            {
                orphan = world.LoadBalancing.Amphorae.Abandon(heartbeating);
                return $"{orphan.Name} ({orphan.Id})";
            },
            world =>
            {
                if (orphan is not null)
                    world.Compute.Power.Delete(orphan);
            }
        );
    }
}
