using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Nova's policy, in the words of its refusals.</summary>
internal static class ComputePolicy
{
    public static void DemandAdmin(OpenStackRequest request, string rule)
    {
        if (!request.Caller.IsAdmin)
            throw Forbidden(rule);
    }

    public static void DemandMember(OpenStackRequest request, string rule)
    {
        if (!request.Caller.HasAny("member", "admin"))
            throw Forbidden(rule);
    }

    private static ApiRefusal Forbidden(string rule) =>
        new(403, $"Policy doesn't allow os_compute_api:{rule} to be performed.");
}
