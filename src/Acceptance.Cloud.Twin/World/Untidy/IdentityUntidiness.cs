using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>Roles, projects and regions as Keystones have them.</summary>
internal static class IdentityUntidiness
{
    public static IEnumerable<Untidiness> All() =>
        [
            new("role-Admin", "the administrator's role is called Admin, as a charmed Keystone names it")
            {
                Plans = plan => plan with { AdminRole = "Admin" },
            },
            new(
                "admin-everywhere",
                "the operator is administrator in the tenant's project too, and is listed everybody's"
            )
            {
                Leaves = world =>
                    world.Identity.Grants.Assign(
                        world.Identity.Admin,
                        world.Identity.Grants.Role(world.Plan.AdminRole),
                        world.Identity.Project(world.Plan.CapiProject)
                    ),
            },
            new("implied-roles", "the operator holds the tenant's roles because another one implies them")
            {
                Leaves = Imply,
            },
            new("disabled-project", "the operator has a role on a project that was disabled")
            {
                Leaves = world => Retire(world.Identity, world.Plan),
            },
            new("region-letters", "endpoints of a former region, in other letters, still stand in the catalog")
            {
                Leaves = world =>
                {
                    foreach (var service in world.Identity.Catalog.Services.ToArray())
                        service.Endpoints.Add(Former(world, service.Endpoints.First(one => one.Interface == "public")));
                },
            },
        ];

    private static void Imply(TwinWorld world)
    {
        var (grants, project) = (world.Identity.Grants, world.Identity.Project(world.Plan.CapiProject));
        grants.Assign(world.Identity.Admin, grants.Role("manager"), project);
        foreach (var implied in (string[])["member", "reader"])
            grants.Unassign(world.Identity.Admin, grants.Role(implied), project);
    }

    private static void Retire(IdentityModel identity, WorldPlan plan)
    {
        var retired = identity.CreateProject("capi-mgmt-v1", identity.Domain(plan.CapiDomain), "before the rebuild");
        identity.Grants.Assign(identity.Admin, identity.Grants.Role("member"), retired);
        retired.Enabled = false;
    }

    private static KeystoneEndpoint Former(TwinWorld world, KeystoneEndpoint today) =>
        new()
        {
            Id = world.NewHexId(),
            Interface = today.Interface,
            // Where nobody has answered since the rebuild.
            Url = today.Url.Replace(new Uri(today.Url).Host, world.Plan.Address("4.99"), StringComparison.Ordinal),
            Region = InOtherLetters(world.Plan.Region),
        };

    private static string InOtherLetters(string region) =>
        region.ToLowerInvariant() is var small && small != region ? small : region.ToUpperInvariant();
}
