using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Worlds.OpenStack;

/// <summary>OpenStack as the openrc's user sees it.</summary>
internal sealed class WorldOpenStack(TwinWorld world, WorldServices services, Doors doors) : IOpenStack
{
    public IIdentity Identity { get; } = new WorldIdentity(world, services);

    public ICompute Compute { get; } = new WorldCompute(world, services);

    public INetworks Network { get; } = new WorldNetworks(world, services);

    public IImages Images { get; } = new WorldImages(world, services);

    public ILoadBalancing LoadBalancing { get; } = new WorldLoadBalancing(world, services);

    public IContainerInfra ContainerInfra { get; } = new WorldContainerInfra(world, services);

    public IPlacement Placement { get; } = new WorldPlacement(world, services);

    public ISecrets Secrets { get; } = new WorldSecrets(services.Readings);

    public Task<Reading<TokenFacts>> Token(Scope scope, CancellationToken cancel = default) =>
        Task.FromResult(
            services
                .Token(scope)
                .Map(grant => new TokenFacts(
                    grant.UserId,
                    grant.User.Name,
                    grant.ProjectId,
                    grant.Project!.Name,
                    grant.Project.Domain.Name,
                    [.. grant.Roles.Select(role => role.Name)]
                )
                {
                    Methods = [.. grant.Methods],
                })
        );

    public Task<Reading<IReadOnlyList<CatalogService>>> Catalog(Scope scope, CancellationToken cancel = default) =>
        Task.FromResult(
            services
                .Token(scope)
                .Map(grant =>
                    (IReadOnlyList<CatalogService>)
                        [
                            .. world
                                .Identity.Catalog.Services.Where(service => service.Enabled)
                                .Select(service => Entry(service, grant)),
                        ]
                )
        );

    public Task<Reading<ScopeDiagnosis>> DiagnoseScope(CancellationToken cancel = default)
    {
        const string path = "/v3/auth/projects";
        var readings = services.Readings;
        if (doors.AtVip("keystone", path).OfService is { } why)
            return Task.FromResult(readings.Unread<ScopeDiagnosis>(path, why));
        lock (world.Gate)
            return Task.FromResult(readings.Seen(path, Diagnosis(world.Identity)));
    }

    private static ScopeDiagnosis Diagnosis(IdentityModel identity)
    {
        var user = identity.Admin;
        if (!user.Enabled || !user.Domain.Enabled)
            return new ScopeDiagnosis(false, identity.OpenRcProject, []);
        KeystoneProject[] own =
        [
            .. identity.Projects.Where(project => identity.Grants.EffectiveRoles(user, project).Count > 0),
        ];
        return new ScopeDiagnosis(
            true,
            identity.OpenRcProject,
            [.. own.Where(project => project.Enabled).Select(project => project.Name)]
        )
        {
            AskedIsDisabled = own.Any(project => !project.Enabled && project.Name == identity.OpenRcProject),
        };
    }

    private CatalogService Entry(KeystoneService service, TokenGrant grant)
    {
        KeystoneEndpoint[] open =
        [
            .. service.Endpoints.Where(endpoint => endpoint is { Enabled: true, Interface: "public" }),
        ];
        var url = open.FirstOrDefault(endpoint => endpoint.Region == world.Plan.Region)
            ?.Url.Replace("$(tenant_id)s", grant.ProjectId, StringComparison.Ordinal)
            .Replace("$(project_id)s", grant.ProjectId, StringComparison.Ordinal);
        return new CatalogService(service.Type, service.Name, url is null ? null : new Uri(url))
        {
            Regions = [.. open.Select(endpoint => endpoint.Region).Distinct()],
        };
    }
}
