using System.Collections;

namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>The load balancers, oldest first, and the states that they go through.</summary>
internal sealed class LoadBalancers(Ground ground) : IReadOnlyList<OctaviaLoadBalancer>
{
    private readonly List<OctaviaLoadBalancer> _balancers = [];

    /// <summary>A load balancer's states, members or data path changed; Deleted is told last.</summary>
    public event Action<OctaviaLoadBalancer>? Changed;

    public int Count => _balancers.Count;

    public OctaviaLoadBalancer this[int index] => _balancers[index];

    public OctaviaLoadBalancer? Find(string nameOrId) =>
        _balancers.Find(balancer => balancer.Id == nameOrId) ?? _balancers.Find(balancer => balancer.Name == nameOrId);

    /// <summary>
    /// An operation on the amphora failed while its host was under pressure: ERROR by Octavia's word,
    /// while the data path serves on.
    /// Only a failover leads out of it.
    /// </summary>
    public void FailOperation(OctaviaLoadBalancer balancer)
    {
        balancer.Attempt++;
        Set(balancer, ProvisioningStatus.Error);
    }

    /// <summary>
    /// What <see cref="FailOperation"/> did never happened; a load balancer that is not in ERROR stays as it is.
    /// </summary>
    public void ForgetFailure(OctaviaLoadBalancer balancer)
    {
        if (balancer.Provisioning == ProvisioningStatus.Error)
            Settle(balancer);
    }

    /// <summary>The last change was made long ago: a world begins with it.</summary>
    internal void SettleNow(OctaviaLoadBalancer balancer)
    {
        if (balancer.Provisioning == ProvisioningStatus.PendingUpdate)
            Settle(balancer);
    }

    /// <summary>
    /// What the health monitors find is told up to the load balancer: a pool without a member that lives is in ERROR,
    /// one that lost some is DEGRADED; provisioning knows nothing of it.
    /// </summary>
    public void Hear(OctaviaLoadBalancer balancer, Func<OctaviaMember, bool> lives)
    {
        foreach (var pool in balancer.Pools.Where(pool => pool.Monitor is not null && pool.Members.Count > 0))
        {
            foreach (var member in pool.Members)
                member.Operating = lives(member) ? OperatingStatus.Online : OperatingStatus.Error;
            var living = pool.Members.Count(member => member.Operating == OperatingStatus.Online);
            pool.Operating =
                living == pool.Members.Count ? OperatingStatus.Online
                : living == 0 ? OperatingStatus.Error
                : OperatingStatus.Degraded;
        }

        balancer.Operating =
            balancer.Pools.Find(pool => pool.Operating == OperatingStatus.Error)?.Operating
            ?? balancer.Pools.Find(pool => pool.Operating == OperatingStatus.Degraded)?.Operating
            ?? OperatingStatus.Online;
        Tell(balancer);
    }

    internal void Add(OctaviaLoadBalancer balancer) => _balancers.Add(balancer);

    internal bool Remove(OctaviaLoadBalancer balancer) => _balancers.Remove(balancer);

    internal void Set(OctaviaLoadBalancer balancer, ProvisioningStatus status)
    {
        balancer.Provisioning = status;
        balancer.UpdatedAt = ground.Now;
        Tell(balancer);
    }

    internal void Tell(OctaviaLoadBalancer balancer) => Changed?.Invoke(balancer);

    /// <summary>
    /// The load balancer and all it holds are ACTIVE; what never reported is ONLINE with the first heartbeat.
    /// </summary>
    internal void Settle(OctaviaLoadBalancer balancer)
    {
        foreach (var child in Children(balancer))
        {
            child.Provisioning = ProvisioningStatus.Active;
            child.UpdatedAt ??= ground.Now;
            if (child is not OctaviaMember)
                child.Operating = OperatingStatus.Online;
        }

        foreach (var pool in balancer.Pools.Where(pool => pool.Monitor is not null))
        foreach (var member in pool.Members.Where(member => member.Operating == OperatingStatus.NoMonitor))
            member.Operating = OperatingStatus.Online;
        balancer.Operating = OperatingStatus.Online;
        Set(balancer, ProvisioningStatus.Active);
        ground.SomethingAppeared();
    }

    private static IEnumerable<OctaviaResource> Children(OctaviaLoadBalancer balancer) =>
        [
            .. balancer.Listeners,
            .. balancer.Pools,
            .. balancer.Pools.SelectMany(pool => pool.Members),
            .. balancer.Pools.Select(pool => pool.Monitor).OfType<OctaviaHealthMonitor>(),
        ];

    /// <summary>The load balancer itself can be changed in ACTIVE and ERROR only.</summary>
    internal static void DemandSettled(OctaviaLoadBalancer balancer)
    {
        if (balancer.Provisioning is ProvisioningStatus.Active or ProvisioningStatus.Error)
            return;
        throw InvalidState(balancer);
    }

    internal static RefusedException InvalidState(OctaviaLoadBalancer balancer) =>
        new(Refusal.Conflict, $"Invalid state {balancer.Provisioning.Word()} of loadbalancer resource {balancer.Id}");

    /// <summary>
    /// Children are immutable while the load balancer is anything but ACTIVE, ERROR included (captures).
    /// </summary>
    internal static void DemandMutable(OctaviaLoadBalancer balancer)
    {
        if (balancer.Provisioning == ProvisioningStatus.Active)
            return;
        throw new RefusedException(
            Refusal.Conflict,
            $"Load Balancer {balancer.Id} is immutable and cannot be updated."
        );
    }

    public IEnumerator<OctaviaLoadBalancer> GetEnumerator() => _balancers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
