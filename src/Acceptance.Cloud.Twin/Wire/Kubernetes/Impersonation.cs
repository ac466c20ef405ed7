using Acceptance.Cloud.Twin.World.Kubernetes;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>kubectl --as: an administrator asks in somebody's name and has that somebody's rights.</summary>
internal static class Impersonation
{
    public static KubeUser Of(HttpContext http, KubeUser user)
    {
        var name = http.Request.Headers["Impersonate-User"].ToString();
        if (name.Length == 0 || !user.Master)
            return user;
        return new KubeUser(
            name,
            [.. http.Request.Headers["Impersonate-Group"].OfType<string>(), "system:authenticated"]
        );
    }
}
