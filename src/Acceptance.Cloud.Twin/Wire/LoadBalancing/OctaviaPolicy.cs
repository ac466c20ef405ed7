using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Octavia's policy: its own roles, not the project's.</summary>
internal static class OctaviaPolicy
{
    public static bool SeesAll(OpenStackRequest request) =>
        IsOperator(request) || request.Caller.Has("load-balancer_global_observer");

    public static void DemandReader(OpenStackRequest request, string? owner = null)
    {
        if (SeesAll(request))
            return;
        if (!request.Caller.HasAny("load-balancer_member", "load-balancer_observer"))
            throw Forbidden();
        if (owner is not null && owner != request.Caller.ProjectId)
            throw Forbidden();
    }

    public static void DemandWriter(OpenStackRequest request, string? owner = null)
    {
        if (IsOperator(request))
            return;
        if (!request.Caller.Has("load-balancer_member"))
            throw Forbidden();
        if (owner is not null && owner != request.Caller.ProjectId)
            throw Forbidden();
    }

    public static void DemandOperator(OpenStackRequest request)
    {
        if (!IsOperator(request))
            throw Forbidden();
    }

    private static bool IsOperator(OpenStackRequest request) => request.Caller.HasAny("admin", "load-balancer_admin");

    private static ApiRefusal Forbidden() => new(403, "Policy does not allow this request to be performed.");
}
