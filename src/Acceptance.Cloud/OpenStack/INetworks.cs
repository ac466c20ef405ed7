namespace Acceptance.Cloud.OpenStack;

/// <summary>Neutron.</summary>
public interface INetworks
{
    Task<Reading<IReadOnlyList<NeutronNetwork>>> Networks(Scope scope, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<FloatingIp>>> FloatingIps(Scope scope, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<Port>>> Ports(Scope scope, CancellationToken cancel = default);

    Task<Reading<Done>> DeleteFloatingIp(Scope scope, string id, CancellationToken cancel = default);

    Task<Reading<Done>> DeletePort(Scope scope, string id, CancellationToken cancel = default);
}
