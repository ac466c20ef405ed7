using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Security groups.</summary>
internal sealed class SecurityGroups(TwinWorld world) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/security-groups", List),
            Route.Get("/v2.0/security-groups/{id}", request => Shown(Find(request))),
            Route.Post("/v2.0/security-groups", Create),
            Route.Put("/v2.0/security-groups/{id}", Update),
            Route.Delete("/v2.0/security-groups/{id}", Delete),
        ];

    private Neutron Neutron => world.Network;

    private SecurityGroup Find(OpenStackRequest request) => Neutron.OwnGroup(request, request["id"]);

    private static WireAnswer Shown(SecurityGroup group, int status = 200) =>
        Envelope("security_group", NeutronJson.Group(group), status);

    private WireAnswer List(OpenStackRequest request)
    {
        // The project's default group comes into being when its groups are first asked for.
        if (request.Caller.Project is { } project)
            Neutron.SecurityGroups.Default(project.Id);
        return NetworkList.Answer(
            request,
            "security_groups",
            "stateful shared",
            Neutron.SecurityGroups.Where(group => Owns(request, group)).Select(NeutronJson.Group)
        );
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        DemandMember(request, "create_security_group");
        var body = Body(request, "security_group", "stateful");
        var made = Neutron.SecurityGroups.Create(
            Project(request, body),
            body["name"]?.ToString() ?? "",
            body["description"]?.ToString() ?? ""
        );
        return Shown(made, 201);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var group = Find(request);
        DemandMember(request, "update_security_group");
        var body = Body(request, "security_group", "stateful");
        if (group.Name == "default" && body.ContainsKey("name"))
            throw new ApiRefusal(
                409,
                "Updating default security group not allowed.",
                "SecurityGroupCannotUpdateDefault"
            );
        Rename(group, body, world.Now);
        return Shown(group);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var group = Find(request);
        DemandMember(request, "delete_security_group");
        Neutron.SecurityGroups.Delete(group.Id);
        return WireAnswer.Empty(204);
    }
}
