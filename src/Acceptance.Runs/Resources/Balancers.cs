using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>
/// Finds load balancers by what is bound to them, never by an inferred name: address -> floating IP -> port -> load
/// balancer -> amphorae.
/// </summary>
public sealed class Balancers(IOpenStack openStack, Scope tenant)
{
    public Task<Reading<IReadOnlyList<LoadBalancer>>> All() => openStack.LoadBalancing.LoadBalancers(tenant);

    public async Task<(LoadBalancer Balancer, BalancerParts Parts)> AtAddress(string address)
    {
        var fip = (await openStack.Network.FloatingIps(tenant)).OrStop().FirstOrDefault(one => one.Address == address);
        var all = (await All()).OrStop();
        var balancer =
            all.FirstOrDefault(one => one.VipPortId == fip?.PortId)
            ?? throw new VerdictException(
                Verdict.NotKnown(
                    $"no load balancer of the project stands behind {address}",
                    new Cause(CauseKind.Resource, "load balancer", address)
                )
            );
        return (balancer, await PartsOf(balancer, fip));
    }

    public async Task<BalancerParts> PartsOf(LoadBalancer balancer, FloatingIp? fip)
    {
        var amphorae = (await openStack.LoadBalancing.Amphorae())
            .OrStop()
            .Where(one => one.LoadBalancerId == balancer.Id)
            .ToArray();
        return new BalancerParts(
            balancer.Id,
            balancer.Name,
            balancer.VipPortId,
            fip?.Id,
            fip?.Address,
            [.. amphorae.Select(one => one.Id)],
            [.. amphorae.Select(one => one.ComputeId).OfType<string>()]
        );
    }

    /// <summary>What is still there of it: kind -> ids.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Remnants(BalancerParts of)
    {
        var balancers = All();
        var ports = openStack.Network.Ports(tenant);
        var fips = openStack.Network.FloatingIps(tenant);
        var servers = (await openStack.Compute.Servers(Scope.Admin, allProjects: true)).OrStop();
        return new Dictionary<string, IReadOnlyList<string>>
        {
            ["load balancer"] = [.. (await balancers).OrStop().Where(one => one.Id == of.Id).Select(one => one.Id)],
            ["VIP port"] = [.. (await ports).OrStop().Where(one => one.Id == of.VipPortId).Select(one => one.Id)],
            ["floating IP"] =
            [
                .. (await fips).OrStop().Where(one => one.Id == of.FloatingIpId).Select(one => one.Address),
            ],
            ["amphora"] = [.. servers.Where(one => of.AmphoraServers.Contains(one.Id)).Select(one => one.Id)],
        };
    }
}
