namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>Who is there after phase-07: what the keystone charm makes, and the tenant set-up of capi.</summary>
public sealed partial class IdentityModel
{
    private static readonly string[] RoleNames =
    [
        "admin",
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

    private void Populate()
    {
        var plan = _world.Plan;
        foreach (var name in RoleNames)
            CreateRole(name);
        Role("admin").Implies.Add(Role("manager"));
        Role("manager").Implies.Add(Role("member"));
        Role("member").Implies.Add(Role("reader"));

        CreateDomain("Default", "The default domain", "default");
        var adminDomain =
            Domains.Find(domain => domain.Name == plan.AdminDomain)
            ?? CreateDomain(plan.AdminDomain, "Created by Juju");
        var serviceDomain = CreateDomain("service_domain", "Created by Juju");
        var capi = CreateDomain(plan.CapiDomain, "CAPI tenants");

        var adminProject = CreateProject(plan.AdminProject, adminDomain, "Created by Juju");
        var services = CreateProject("services", serviceDomain, "Created by Juju");
        var capiMgmt = CreateProject(plan.CapiProject, capi, "CAPI management project", plan.CapiProjectId);

        var admin = CreateUser(plan.AdminUser, adminDomain, plan.AdminPassword.Length > 0 ? plan.AdminPassword : null);
        admin.Email = "juju@localhost";
        Assign(admin, Role("admin"), adminProject);
        Assign(admin, Role("admin"), null, adminDomain);
        Assign(admin, Role("admin"), null);
        foreach (var role in (string[])["member", "reader", "load-balancer_member"])
            Assign(admin, Role(role), capiMgmt);

        foreach (var name in ServiceUsers)
        {
            var user = CreateUser(name, serviceDomain);
            user.Email = "juju@localhost";
            user.DefaultProjectId = services.Id;
            Assign(user, Role("admin"), services);
        }
    }
}
