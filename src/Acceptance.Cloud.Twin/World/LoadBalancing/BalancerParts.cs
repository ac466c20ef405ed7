namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>
/// Listeners, pools, members and monitors. A change makes the whole load balancer PENDING_UPDATE for a while.
/// </summary>
internal sealed class BalancerParts(Ground ground, LoadBalancers balancers)
{
    public OctaviaListener AddListener(
        OctaviaLoadBalancer balancer,
        string name,
        string protocol,
        int port,
        string? defaultPoolId = null
    )
    {
        LoadBalancers.DemandMutable(balancer);
        if (balancer.Listeners.Exists(other => other.Port == port && other.Protocol == protocol))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Another Listener on this Load Balancer {balancer.Id} is already using "
                    + $"protocol {protocol} and protocol_port {port}"
            );
        }

        var listener = MakeListener(balancer, name, protocol, port, defaultPoolId);
        Configure(balancer);
        return listener;
    }

    public OctaviaPool AddPool(
        OctaviaLoadBalancer balancer,
        OctaviaListener? listener,
        string name,
        string protocol,
        string algorithm = "ROUND_ROBIN"
    )
    {
        LoadBalancers.DemandMutable(balancer);
        var pool = MakePool(balancer, listener, name, protocol);
        pool.Algorithm = algorithm;
        Configure(balancer);
        return pool;
    }

    public OctaviaMember AddMember(
        OctaviaLoadBalancer balancer,
        OctaviaPool pool,
        MemberAddress at,
        string? subnetId = null,
        int weight = 1
    )
    {
        LoadBalancers.DemandMutable(balancer);
        if (pool.Members.Exists(other => other.Address == at.Address && other.Port == at.Port))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Another member on this pool is already using ip {at.Address} on protocol_port {at.Port}"
            );
        }

        var member = MakeMember(balancer, pool, at, subnetId, weight);
        Pend(balancer, pool);
        Configure(balancer);
        return member;
    }

    /// <summary>The member is PENDING_DELETE until the amphora has let go of it.</summary>
    public void RemoveMember(OctaviaLoadBalancer balancer, OctaviaPool pool, OctaviaMember member)
    {
        LoadBalancers.DemandMutable(balancer);
        member.Provisioning = ProvisioningStatus.PendingDelete;
        Pend(balancer, pool);
        ground.Clock.In(ground.Plan.Physics.LoadBalancerUpdate, () => pool.Members.Remove(member));
        Configure(balancer);
    }

    public OctaviaHealthMonitor SetMonitor(OctaviaLoadBalancer balancer, OctaviaPool pool, string name, string type)
    {
        LoadBalancers.DemandMutable(balancer);
        if (pool.Monitor is not null)
            throw new RefusedException(Refusal.Conflict, "This pool already has a health monitor");
        var monitor = MakeMonitor(balancer, pool, name, type);
        Pend(balancer, pool);
        Configure(balancer);
        return monitor;
    }

    /// <summary>
    /// Any other change to what the load balancer holds: allowed in ACTIVE, then PENDING_UPDATE for a while.
    /// </summary>
    public void Change(OctaviaLoadBalancer balancer, Action change)
    {
        LoadBalancers.DemandMutable(balancer);
        change();
        Configure(balancer);
    }

    /// <summary>
    /// A change to the load balancer itself: allowed in ACTIVE, and its refusal names the state,
    /// where a child's says immutable (captures).
    /// </summary>
    public void Update(OctaviaLoadBalancer balancer, Action change)
    {
        if (balancer.Provisioning != ProvisioningStatus.Active)
            throw LoadBalancers.InvalidState(balancer);
        change();
        Configure(balancer);
    }

    /// <summary>The members of one listener's pool, or of every pool, are these from now on.</summary>
    public void SetMembers(OctaviaLoadBalancer balancer, IReadOnlyList<MemberAddress> members, int? listenerPort = null)
    {
        var only = listenerPort is null
            ? null
            : balancer.Listeners.Find(listener => listener.Port == listenerPort)?.DefaultPoolId;
        SetMembers(balancer, members, [.. balancer.Pools.Where(pool => listenerPort is null || pool.Id == only)]);
    }

    /// <summary>The members of these pools are these from now on; who stays keeps their id.</summary>
    public void SetMembers(
        OctaviaLoadBalancer balancer,
        IReadOnlyList<MemberAddress> members,
        params IReadOnlyList<OctaviaPool> pools
    )
    {
        LoadBalancers.DemandMutable(balancer);
        foreach (var pool in pools)
        {
            pool.Members.RemoveAll(member =>
                !members.Any(wanted => wanted.Address == member.Address && wanted.Port == member.Port)
            );
            foreach (
                var wanted in members.Where(wanted =>
                    !pool.Members.Exists(one => one.Address == wanted.Address && one.Port == wanted.Port)
                )
            )
                MakeMember(balancer, pool, wanted, balancer.VipSubnetId, 1);
        }

        Configure(balancer);
    }

    /// <summary>
    /// A pool whose member or monitor changes waits with it, and so do the listeners that send to it.
    /// </summary>
    private static void Pend(OctaviaLoadBalancer balancer, OctaviaPool pool)
    {
        pool.Provisioning = ProvisioningStatus.PendingUpdate;
        foreach (var listener in balancer.Listeners.Where(listener => listener.DefaultPoolId == pool.Id))
            listener.Provisioning = ProvisioningStatus.PendingUpdate;
    }

    private void Configure(OctaviaLoadBalancer balancer)
    {
        balancers.Set(balancer, ProvisioningStatus.PendingUpdate);
        var attempt = ++balancer.Attempt;
        ground.Clock.In(
            ground.Plan.Physics.LoadBalancerUpdate,
            () =>
            {
                if (balancer.Attempt == attempt && balancer.Provisioning == ProvisioningStatus.PendingUpdate)
                    balancers.Settle(balancer);
            }
        );
    }

    internal void Add(OctaviaLoadBalancer balancer, ListenerRequest request)
    {
        var listener = MakeListener(
            balancer,
            request.Name ?? $"{balancer.Name}-{request.Port}",
            request.Protocol,
            request.Port,
            null
        );
        var pool = MakePool(balancer, listener, listener.Name, request.Protocol);
        foreach (var member in request.Members)
            MakeMember(balancer, pool, member, balancer.VipSubnetId, 1);
        if (request.MonitorType is { } type)
            MakeMonitor(balancer, pool, listener.Name, type);
    }

    private OctaviaListener MakeListener(
        OctaviaLoadBalancer balancer,
        string name,
        string protocol,
        int port,
        string? pool
    )
    {
        var listener = new OctaviaListener
        {
            Id = ground.NewId(),
            ProjectId = balancer.ProjectId,
            Name = name,
            LoadBalancerId = balancer.Id,
            Protocol = protocol,
            Port = port,
            DefaultPoolId = pool,
            CreatedAt = ground.Now,
        };
        balancer.Listeners.Add(listener);
        return listener;
    }

    private OctaviaPool MakePool(OctaviaLoadBalancer balancer, OctaviaListener? listener, string name, string protocol)
    {
        var pool = new OctaviaPool
        {
            Id = ground.NewId(),
            ProjectId = balancer.ProjectId,
            Name = name,
            LoadBalancerId = balancer.Id,
            Protocol = protocol,
            CreatedAt = ground.Now,
        };
        balancer.Pools.Add(pool);
        if (listener is not null)
            listener.DefaultPoolId = pool.Id;
        return pool;
    }

    private OctaviaMember MakeMember(
        OctaviaLoadBalancer balancer,
        OctaviaPool pool,
        MemberAddress at,
        string? subnetId,
        int weight
    )
    {
        var member = new OctaviaMember
        {
            Id = ground.NewId(),
            ProjectId = balancer.ProjectId,
            Name = at.Name ?? "",
            Address = at.Address,
            Port = at.Port,
            SubnetId = subnetId,
            Weight = weight,
            Operating = OperatingStatus.NoMonitor,
            CreatedAt = ground.Now,
        };
        pool.Members.Add(member);
        return member;
    }

    private OctaviaHealthMonitor MakeMonitor(
        OctaviaLoadBalancer balancer,
        OctaviaPool pool,
        string name,
        string type
    ) =>
        pool.Monitor = new OctaviaHealthMonitor
        {
            Id = ground.NewId(),
            ProjectId = balancer.ProjectId,
            Name = name,
            Type = type,
            CreatedAt = ground.Now,
        };
}
