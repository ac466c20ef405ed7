using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// What Octavia says to a minted credential: with its roles frozen, less those its user has lost since,
/// it may or it gets 403 (D-039).
/// </summary>
internal static class OctaviaPolicy
{
    private static readonly string[] Enough = ["load-balancer_member", "load-balancer_admin", "admin"];

    /// <summary>Octavia asks for no more than this role; roles compare without case.</summary>
    public static bool Suffices(KeystoneRole role) => Enough.Contains(role.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What gophercloud makes of the 403 on a load balancer's name; null when the credential may.</summary>
    public static string? Refusal(WorldPlan plan, IdentityModel identity, AppCredential? credential, string balancer)
    {
        var held = credential is null
            ? []
            : RoleGrants.WithImplied(
                credential.Roles.Where(role =>
                    identity.Grants.EffectiveRoles(credential.User, credential.Project).Contains(role)
                )
            );
        if (held.Any(Suffices))
            return null;
        var asked = $"https://{plan.Vip("octavia")}:{plan.Ports["octavia"]}/v2.0/lbaas/loadbalancers?name={balancer}";
        return $"Expected HTTP response code [200] when accessing [GET {asked}], but got 403 instead: "
            + "{\"faultcode\": \"Client\", \"faultstring\": \"Policy does not allow this request to be performed.\", "
            + "\"debuginfo\": null}";
    }
}
