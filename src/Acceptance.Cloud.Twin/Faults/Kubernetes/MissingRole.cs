using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// Octavia's role is missing from what Magnum minted (D-039): Octavia answers 403 to CAPO and to the cloud controller.
/// A credential keeps the roles of the moment it was minted, so a cluster older than the grant stays frozen without it.
/// </summary>
internal static class MissingRole
{
    private const string Balancers = "load-balancer_member";

    /// <summary>
    /// A cluster that stands was made before the grant; where none stands, the grant itself is missing, and the next
    /// one cannot be made.
    /// </summary>
    public static Fault Of()
    {
        (MagnumCluster Cluster, AppCredential Whole)? frozen = null;
        return new Fault(
            "D-039",
            "Who creates clusters lacks load-balancer_member, "
                + "or lacked it when the standing cluster's credential was minted: Octavia answers 403.",
            world =>
            {
                frozen = Freeze(world, cluster => !cluster.InProgress);
                if (frozen is { } struck)
                    return struck.Cluster.Name;
                world.Identity.Grants.Unassign(
                    world.Identity.Admin,
                    world.Identity.Grants.Role(Balancers),
                    Project(world)
                );
                return world.Identity.Admin.Name;
            },
            world =>
            {
                if (frozen is { } struck)
                    Thaw(world, struck.Cluster, struck.Whole);
                else
                    world.Identity.Grants.Assign(
                        world.Identity.Admin,
                        world.Identity.Grants.Role(Balancers),
                        Project(world)
                    );
            }
        );
    }

    /// <summary>
    /// Waits for a cluster to be complete: it was made before the grant, and its Services stay pending.
    /// </summary>
    public static Fault Frozen() =>
        Waiting(
            "D-039-frozen",
            "The cluster's credential was minted before the grant of load-balancer_member: "
                + "its cloud controller gets 403, its Services stay pending.",
            cluster => !cluster.InProgress
        );

    /// <summary>
    /// Waits for a delete: Octavia refuses to tell CAPO about the load balancer, the finalizer stays, the delete never
    /// ends.
    /// </summary>
    public static Fault WhileDeleting() =>
        Waiting(
            "stuck-delete",
            "The next cluster to be deleted has a credential that Octavia refuses: "
                + "its objects hang in Deleting, the delete never ends.",
            cluster => cluster.Status == "DELETE_IN_PROGRESS"
        );

    private static Fault Waiting(string id, string says, Func<MagnumCluster, bool> fits)
    {
        (MagnumCluster Cluster, AppCredential Whole)? frozen = null;
        return new Fault(
            id,
            says,
            world => (frozen = Freeze(world, fits))?.Cluster.Name,
            world =>
            {
                if (frozen is { } struck)
                    Thaw(world, struck.Cluster, struck.Whole);
            }
        );
    }

    private static (MagnumCluster, AppCredential)? Freeze(TwinWorld world, Func<MagnumCluster, bool> fits)
    {
        var all = world
            .Magnum.Clusters.Where(cluster =>
                fits(cluster) && world.Magnum.LifeOf(cluster)?.Stack.Credential is not null
            )
            .ToArray();
        if (all.Length == 0)
            return null;
        var victim = all[world.Random.Next(all.Length)];
        var whole = world.Magnum.LifeOf(victim)!.Stack.Credential!;
        Put(
            world,
            victim,
            whole,
            new AppCredential
            {
                Id = whole.Id,
                Name = whole.Name,
                Secret = whole.Secret,
                User = whole.User,
                Project = whole.Project,
                Description = whole.Description,
                Unrestricted = whole.Unrestricted,
                CreatedAt = whole.CreatedAt,
                ExpiresAt = whole.ExpiresAt,
                Roles = [.. whole.Roles.Where(role => !OctaviaPolicy.Suffices(role))],
            }
        );
        return (victim, whole);
    }

    private static void Thaw(TwinWorld world, MagnumCluster cluster, AppCredential whole)
    {
        if (world.Magnum.LifeOf(cluster)?.Stack.Credential is { } frozen && frozen.Id == whole.Id)
            Put(world, cluster, frozen, whole);
    }

    private static void Put(TwinWorld world, MagnumCluster cluster, AppCredential old, AppCredential now)
    {
        var all = world.Identity.AppCredentials.All;
        if (all.IndexOf(old) is >= 0 and var at)
            all[at] = now;
        world.Magnum.LifeOf(cluster)!.Mint(now);
    }

    private static KeystoneProject Project(TwinWorld world) => world.Identity.Project(world.Plan.CapiProject);
}
