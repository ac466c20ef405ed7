using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Amphora = Acceptance.Cloud.OpenStack.Amphora;
using AmphoraStatus = Acceptance.Cloud.OpenStack.AmphoraStatus;
using OperatingStatus = Acceptance.Cloud.OpenStack.OperatingStatus;
using ProvisioningStatus = Acceptance.Cloud.OpenStack.ProvisioningStatus;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Octavia, by its own roles.</summary>
internal sealed class WorldLoadBalancing(TwinWorld world, WorldServices services) : ILoadBalancing
{
    public Task<Reading<IReadOnlyList<LoadBalancer>>> LoadBalancers(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<LoadBalancer>>(
            scope,
            "octavia",
            "/v2/lbaas/loadbalancers",
            caller =>
                [
                    .. world
                        .LoadBalancing.LoadBalancers.Where(one =>
                            one.ProjectId == caller.ProjectId || (scope is not Scope.ProjectScope && SeesAll(caller))
                        )
                        .Select(Shown),
                ],
            caller => SeesAll(caller) || caller.HasAny("load-balancer_member", "load-balancer_observer")
        );

    public Task<Reading<LoadBalancer>> LoadBalancer(Scope scope, string id, CancellationToken cancel = default) =>
        services.Found(
            scope,
            "octavia",
            $"/v2/lbaas/loadbalancers/{id}",
            _ =>
                world.LoadBalancing.LoadBalancers.FirstOrDefault(one => one.Id == id) is { } balancer
                    ? new Found<LoadBalancer>(Shown(balancer))
                    : null
        );

    public Task<Reading<IReadOnlyList<Amphora>>> Amphorae(CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<Amphora>>(
            Scope.Admin,
            "octavia",
            "/v2/octavia/amphorae",
            _ =>
                [
                    .. world.LoadBalancing.Amphorae.Select(one => new Amphora(
                        one.Id,
                        one.LoadBalancerId,
                        one.ComputeId,
                        one.Role,
                        State<AmphoraStatus>.Read(one.Status.Word()),
                        one.CreatedAt.InSeconds()
                    )
                    {
                        Updated = one.UpdatedAt?.InSeconds(),
                    }),
                ],
            IsOperator
        );

    public Task<Reading<Done>> Failover(string loadBalancerId, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("failover");

    public Task<Reading<Done>> Delete(Scope scope, string loadBalancerId, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("load balancer delete");

    private static bool IsOperator(TokenGrant caller) => caller.HasAny("admin", "load-balancer_admin");

    private static bool SeesAll(TokenGrant caller) => IsOperator(caller) || caller.Has("load-balancer_global_observer");

    private static LoadBalancer Shown(OctaviaLoadBalancer one) =>
        new(
            one.Id,
            one.Name,
            State<ProvisioningStatus>.Read(one.Provisioning.Word()),
            State<OperatingStatus>.Read(one.Operating.Word()),
            one.VipAddress,
            one.VipPortId,
            one.ProjectId,
            "amphora",
            one.Description,
            [.. one.Tags],
            one.CreatedAt.InSeconds(),
            one.UpdatedAt?.InSeconds()
        );
}
