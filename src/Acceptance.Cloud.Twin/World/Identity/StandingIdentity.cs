namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Who is there after phase-07: what the keystone charm makes, and the tenant set-up of capi.</summary>
internal static class StandingIdentity
{
    private static readonly string[] RoleNames =
    [
        "manager",
        "member",
        "reader",
        "service",
        "load-balancer_admin",
        "load-balancer_member",
        "load-balancer_observer",
        "load-balancer_global_observer",
        "load-balancer_quota_admin",
        "creator",
        "key-manager:service-admin",
    ];

    private static readonly string[] ServiceUsers =
    [
        "barbican",
        "cinderv3",
        "glance",
        "image-stream",
        "magnum",
        "neutron",
        "nova",
        "octavia",
        "placement",
    ];

    public static IdentityModel Make(Ground ground)
    {
        var identity = new IdentityModel(ground);
        MakeRoles(identity.Grants, ground.Plan.AdminRole);
        MakeAccounts(identity, ground.Plan);
        return identity;
    }

    private static void MakeRoles(RoleGrants grants, string admin)
    {
        grants.CreateRole(admin);
        foreach (var name in RoleNames)
            grants.CreateRole(name);
        grants.Role("admin").Implies.Add(grants.Role("manager"));
        grants.Role("manager").Implies.Add(grants.Role("member"));
        grants.Role("member").Implies.Add(grants.Role("reader"));
    }

    private static void MakeAccounts(IdentityModel identity, WorldPlan plan)
    {
        identity.CreateDomain("Default", "The default domain", "default");
        var adminDomain =
            identity.Domains.Find(domain => domain.Name == plan.AdminDomain)
            ?? identity.CreateDomain(plan.AdminDomain, "Created by Juju");
        var serviceDomain = identity.CreateDomain("service_domain", "Created by Juju");
        var capi = identity.CreateDomain(plan.CapiDomain, "CAPI tenants");

        var adminProject = identity.CreateProject(plan.AdminProject, adminDomain, "Created by Juju");
        var services = identity.CreateProject("services", serviceDomain, "Created by Juju");
        var capiMgmt = identity.CreateProject(plan.CapiProject, capi, "CAPI management project", plan.CapiProjectId);

        var admin = identity.CreateUser(
            plan.AdminUser,
            adminDomain,
            plan.AdminPassword.Length > 0 ? plan.AdminPassword : null
        );
        admin.Email = "juju@localhost";
        GrantAdmin(identity.Grants, admin, adminProject, capiMgmt);
        MakeServiceUsers(identity, serviceDomain, services);
    }

    private static void GrantAdmin(
        RoleGrants grants,
        KeystoneUser admin,
        KeystoneProject adminProject,
        KeystoneProject capiMgmt
    )
    {
        grants.Assign(admin, grants.Role("admin"), adminProject);
        grants.Assign(admin, grants.Role("admin"), null, adminProject.Domain);
        grants.Assign(admin, grants.Role("admin"), null);
        foreach (var role in (string[])["member", "reader", "load-balancer_member"])
            grants.Assign(admin, grants.Role(role), capiMgmt);
    }

    private static void MakeServiceUsers(IdentityModel identity, KeystoneDomain serviceDomain, KeystoneProject services)
    {
        foreach (var name in ServiceUsers)
        {
            var user = identity.CreateUser(name, serviceDomain);
            user.Email = "juju@localhost";
            user.DefaultProjectId = services.Id;
            identity.Grants.Assign(user, identity.Grants.Role("admin"), services);
        }
    }
}
