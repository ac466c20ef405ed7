namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// OpenStack through its public endpoints: one token a scope and run, the catalog, microversions, every list paged to
/// its end.
/// </summary>
public interface IOpenStack
{
    /// <summary>Who the token says we are in a scope: user, project, roles (POST /v3/auth/tokens).</summary>
    Task<Reading<TokenFacts>> Token(Scope scope, CancellationToken cancel = default);

    /// <summary>The services of the catalog, each with its public endpoint.</summary>
    Task<Reading<IReadOnlyList<CatalogService>>> Catalog(Scope scope, CancellationToken cancel = default);

    /// <summary>
    /// DOCFIX-022: tells a wrong password from a wrong scope: tries an unscoped token and the projects that the user
    /// may scope to.
    /// </summary>
    Task<Reading<ScopeDiagnosis>> DiagnoseScope(CancellationToken cancel = default);

    IIdentity Identity { get; }

    ICompute Compute { get; }

    INetworks Network { get; }

    IImages Images { get; }

    ILoadBalancing LoadBalancing { get; }

    IContainerInfra ContainerInfra { get; }

    IPlacement Placement { get; }

    ISecrets Secrets { get; }
}
