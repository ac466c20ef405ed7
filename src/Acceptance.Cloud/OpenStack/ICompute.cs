namespace Acceptance.Cloud.OpenStack;

/// <summary>Nova.</summary>
public interface ICompute
{
    /// <summary>Servers of the scope, or of all projects (admin).</summary>
    Task<Reading<IReadOnlyList<Server>>> Servers(
        Scope scope,
        bool allProjects = false,
        CancellationToken cancel = default
    );

    /// <summary>One server by id, with its fault when it has one (only there: FACTS, captures).</summary>
    Task<Reading<Server>> Server(Scope scope, string id, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<NovaHypervisor>>> Hypervisors(CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<ComputeService>>> Services(CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<Flavor>>> Flavors(Scope scope, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<string>>> Keypairs(Scope scope, CancellationToken cancel = default);

    Task<Reading<Done>> Start(Scope scope, string serverId, CancellationToken cancel = default);

    Task<Reading<Done>> Delete(Scope scope, string serverId, CancellationToken cancel = default);
}
