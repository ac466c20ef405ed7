using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>Load balancers, their children and their amphorae.</summary>
internal sealed partial class Situation
{
    private void MakeLoadBalancing(Seen seen)
    {
        switch (seen.Kind)
        {
            case "loadbalancer" when seen.Body["vip_subnet_id"] is not null || Known(ref seen):
                MakeBalancer(seen);
                break;
            case "listener" when First(seen, "loadbalancers") is { } balancer:
                MakeListener(seen, balancer);
                break;
            case "pool" when First(seen, "loadbalancers") is { } balancer:
                MakePool(seen, balancer);
                break;
            case "member":
                MakeMember(seen);
                break;
            case "healthmonitor":
                MakeMonitor(seen);
                break;
            case "amphora" when Balancer(seen, seen.Text("loadbalancer_id")) is { } served:
                Renewed(served);
                break;
        }
    }

    /// <summary>All of its amphorae are others' already: this one came with a failover.</summary>
    private void Renewed(OctaviaLoadBalancer balancer)
    {
        Settled(balancer);
        if (
            balancer.Provisioning != ProvisioningStatus.Active
            || balancer.Amphorae.Count == 0
            || !balancer.Amphorae.TrueForAll(row => Ids.IsTaken(row.Id))
        )
            return;
        World.LoadBalancing.Amphorae.Failover(balancer);
        Settled(balancer);
    }

    private bool Known(ref Seen seen)
    {
        if (!_atlas.TryGetValue(seen.Id, out var fuller) || fuller.Body["vip_subnet_id"] is null)
            return false;
        seen = fuller;
        return true;
    }

    private void MakeBalancer(Seen seen)
    {
        if ((Needed(seen.Text("vip_subnet_id")) ?? SubnetAround(seen)) is not { } subnet)
            return;
        World.LoadBalancing.Create(
            new LoadBalancerRequest(seen.Name, Owner(seen), subnet)
            {
                Description = seen.Text("description"),
                Standing = seen.Text("provisioning_status") != "PENDING_CREATE",
                VipAddress = Free(seen.Text("vip_address")),
                Tags = [.. (seen.Body["tags"] as JsonArray ?? []).Select(tag => tag!.ToString())],
            }
        );
        Find(seen);
        foreach (
            var child in (seen.Body["listeners"] as JsonArray ?? [])
                .Concat(seen.Body["pools"] as JsonArray ?? [])
                .OfType<JsonObject>()
        )
            Needed((string)child["id"]!);
    }

    /// <summary>The subnet that a VIP lies in, where no capture shows it.</summary>
    private string? SubnetAround(Seen seen)
    {
        if (
            seen.Text("vip_subnet_id").Length == 0
            || seen.Text("vip_network_id").Length == 0
            || Ids.Translate(seen.Text("vip_address")) is not { Length: > 0 } address
            || !address.Contains('.')
        )
            return null;
        var network = Network(seen, "vip_network_id");
        var made = World.Network.Subnets.Create(
            new SubnetRequest(
                Owner(seen),
                network,
                "captured-" + seen.Text("vip_subnet_id")[..6],
                address[..address.LastIndexOf('.')] + ".0/24"
            )
        );
        Ids.Learn(seen.Text("vip_subnet_id"), made.Id);
        return made.Id;
    }

    /// <summary>
    /// The load balancer of a listener, a pool or an amphora; one that no capture shows is made for it.
    /// </summary>
    private OctaviaLoadBalancer? First(Seen seen, string field) =>
        ((seen.Body[field] as JsonArray)?.FirstOrDefault() as JsonObject)?["id"]?.ToString() is { } id
            ? Balancer(seen, id)
            : null;

    private OctaviaLoadBalancer? Balancer(Seen seen, string id)
    {
        if (Needed(id) is { } known)
            return World.LoadBalancing.LoadBalancers.Find(known);
        if (_atlas.ContainsKey(id) || id.Length == 0)
            return null;
        var network = World.Network.Networks.Create(Owner(seen), "captured-" + id[..6]);
        var subnet = World.Network.Subnets.Create(
            new SubnetRequest(network.ProjectId, network.Id, network.Name, "192.168.77.0/24")
        );
        var made = World.LoadBalancing.Create(
            new LoadBalancerRequest("captured-" + id[..6], network.ProjectId, subnet.Id) { Standing = true }
        );
        Ids.Learn(id, made.Id);
        return made;
    }

    private void MakeListener(Seen seen, OctaviaLoadBalancer balancer)
    {
        Settled(balancer);
        var listener = World.LoadBalancing.Parts.AddListener(
            balancer,
            seen.Name,
            seen.Text("protocol"),
            seen.Number("protocol_port")
        );
        Ids.Learn(seen.Id, listener.Id);
        Settled(balancer);
        if (seen.Text("default_pool_id") is { Length: > 0 } pool)
            Needed(pool);
    }

    private void MakePool(Seen seen, OctaviaLoadBalancer balancer)
    {
        var listener =
            ((seen.Body["listeners"] as JsonArray)?.FirstOrDefault() as JsonObject)?["id"]?.ToString() is { } id
            && Needed(id) is { } known
                ? balancer.Listeners.Find(one => one.Id == known)
                : null;
        Settled(balancer);
        var pool = World.LoadBalancing.Parts.AddPool(
            balancer,
            listener,
            seen.Name,
            seen.Text("protocol"),
            seen.Text("lb_algorithm")
        );
        Ids.Learn(seen.Id, pool.Id);
        Settled(balancer);
        foreach (var member in (seen.Body["members"] as JsonArray ?? []).OfType<JsonObject>())
            Needed((string)member["id"]!);
        if (seen.Text("healthmonitor_id") is { Length: > 0 } monitor)
            Needed(monitor);
    }

    private void MakeMember(Seen seen)
    {
        var holder = _atlas.Values.FirstOrDefault(pool =>
            pool is { Service: "octavia", Kind: "pool" }
            && (pool.Body["members"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Any(member => (string?)member["id"] == seen.Id)
        );
        var (balancer, pool) = PoolFor(holder);
        if (pool is null)
            return;
        Settled(balancer!);
        Ids.Learn(
            seen.Id,
            World
                .LoadBalancing.Parts.AddMember(
                    balancer!,
                    pool,
                    new MemberAddress(Ids.Translate(seen.Text("address")), seen.Number("protocol_port"), seen.Name),
                    Needed(seen.Text("subnet_id"))
                )
                .Id
        );
        Settled(balancer!);
    }

    private void MakeMonitor(Seen seen)
    {
        var holder = ((seen.Body["pools"] as JsonArray)?.FirstOrDefault() as JsonObject)?["id"]?.ToString() is { } id
            ? _atlas.GetValueOrDefault(id)
            : null;
        var (balancer, pool) = PoolFor(holder);
        if (pool is null || pool.Monitor is not null)
            return;
        Settled(balancer!);
        Ids.Learn(seen.Id, World.LoadBalancing.Parts.SetMonitor(balancer!, pool, seen.Name, seen.Text("type")).Id);
        Settled(balancer!);
    }

    private (OctaviaLoadBalancer? Balancer, OctaviaPool? Pool) PoolFor(Seen? holder)
    {
        var known = holder is null ? null : Needed(holder.Id);
        var balancer = World.LoadBalancing.LoadBalancers.FirstOrDefault(one =>
            one.Pools.Exists(pool => pool.Id == known)
        );
        return (balancer, balancer?.Pools.Find(pool => pool.Id == known));
    }

    private void Settled(OctaviaLoadBalancer balancer)
    {
        for (
            var wait = 0;
            wait < 120 && balancer.Provisioning.Word().StartsWith("PENDING", StringComparison.Ordinal);
            wait++
        )
            World.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    private string? FindLoadBalancing(Seen seen) =>
        seen.Kind switch
        {
            "loadbalancer" => World
                .LoadBalancing.LoadBalancers.FirstOrDefault(one => one.Name == seen.Name && !Ids.IsTaken(one.Id))
                ?.Id,
            "listener" => World
                .LoadBalancing.LoadBalancers.SelectMany(one => one.Listeners)
                .FirstOrDefault(one => one.Name == seen.Name && !Ids.IsTaken(one.Id))
                ?.Id,
            "pool" => World
                .LoadBalancing.LoadBalancers.SelectMany(one => one.Pools)
                .FirstOrDefault(one => one.Name == seen.Name && !Ids.IsTaken(one.Id))
                ?.Id,
            "member" => World
                .LoadBalancing.LoadBalancers.SelectMany(one => one.Pools)
                .SelectMany(pool => pool.Members)
                .FirstOrDefault(one => one.Name == seen.Name && one.Address == Ids.Translate(seen.Text("address")))
                ?.Id,
            "healthmonitor" => World
                .LoadBalancing.LoadBalancers.SelectMany(one => one.Pools)
                .Select(pool => pool.Monitor)
                .FirstOrDefault(one => one?.Name == seen.Name)
                ?.Id,
            "amphora" => World
                .LoadBalancing.Amphorae.FirstOrDefault(one =>
                    one.LoadBalancerId == Ids.Of(seen.Text("loadbalancer_id")) && !Ids.IsTaken(one.Id)
                )
                ?.Id,
            _ => null,
        };

    private bool BalancingHolds(string id) =>
        World.LoadBalancing.LoadBalancers.Any(one =>
            one.Id == id
            || one.Listeners.Exists(child => child.Id == id)
            || one.Pools.Exists(pool =>
                pool.Id == id || pool.Monitor?.Id == id || pool.Members.Exists(member => member.Id == id)
            )
            || one.Amphorae.Exists(row => row.Id == id)
        );
}
