using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Keystone's policy, in short.</summary>
internal static class KeystonePolicy
{
    /// <summary>
    /// An admin may, a reader of the system may read, and what is <paramref name="own"/> is one's own.
    /// </summary>
    public static void Enforce(OpenStackRequest request, string action, bool own = false)
    {
        var caller = request.Caller;
        var reads = request.Method is "GET" or "HEAD";
        if (caller.IsAdmin || own || (reads && caller.System && caller.Has("reader")))
            return;
        throw new ApiRefusal(403, $"You are not authorized to perform the requested action: identity:{action}.");
    }
}
