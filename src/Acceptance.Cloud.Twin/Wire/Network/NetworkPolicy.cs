using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Neutron's policy: who sees, and who may.</summary>
internal static class NetworkPolicy
{
    public static bool IsAdmin(OpenStackRequest request) => request.Caller.IsAdmin;

    public static bool Owns(OpenStackRequest request, NeutronResource resource) =>
        IsAdmin(request) || resource.ProjectId == request.Caller.ProjectId;

    public static void DemandMember(OpenStackRequest request, string rule)
    {
        if (!request.Caller.HasAny("member", "admin"))
            throw Disallowed($"rule:{rule}");
    }

    public static void DemandOwner(OpenStackRequest request, NeutronResource resource, string rule)
    {
        DemandMember(request, rule);
        if (!Owns(request, resource))
            throw Disallowed($"rule:{rule}");
    }

    public static ApiRefusal Disallowed(string rule) =>
        new(403, $"{rule} is disallowed by policy", "PolicyNotAuthorized");
}
