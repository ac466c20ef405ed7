using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults.Identity;

/// <summary>Faults of tokens and scopes, and the public endpoints going dark one by one.</summary>
internal static class IdentityFaults
{
    /// <summary>The first public VIP that the bundle does not use.</summary>
    private const string UnusedVip = "4.61";

    public static IEnumerable<Fault> All(TwinWorld world)
    {
        yield return new Fault(
            "DOCFIX-022",
            "admin-openrc scopes to a project that is none: the name an older document gives, the domain's.",
            twin =>
            {
                twin.Identity.ScopeOpenRcTo(twin.Plan.AdminDomain);
                return $"admin-openrc ({twin.Plan.AdminDomain})";
            },
            twin => twin.Identity.ScopeOpenRcTo(twin.Plan.AdminProject)
        );
        yield return new Fault(
            "token-expired",
            "Every token issued so far is refused from now on; a new one is issued as ever.",
            ExpireTokens,
            _ => { }
        );
        yield return new Fault(
            "untrusted-certificate",
            "Keystone's public VIP presents a certificate that the Vault root did not sign.",
            twin =>
            {
                twin.Listeners.Distrust("keystone", true);
                return $"keystone {twin.Plan.Vip("keystone")}";
            },
            twin => twin.Listeners.Distrust("keystone", false)
        );
        yield return new Fault(
            "D-011.8",
            "The catalog has a DNS service: the deferral of Designate is contradicted.",
            twin =>
                twin.Identity.Catalog.Register("designate", "dns", $"https://{twin.Plan.Address(UnusedVip)}:9001").Name,
            twin => twin.Identity.Catalog.Services.RemoveAll(service => service.Type == "dns")
        );
        foreach (var service in world.Plan.Vips.Keys)
            yield return Dark(service);
    }

    private static string? ExpireTokens(TwinWorld world) =>
        world.Identity.Tokens.ExpireAll() is > 0 and var ended ? $"{ended} tokens" : null;

    /// <summary>
    /// Nobody listens at the service's public VIP any more: what a client sees of a HAProxy that is gone.
    /// </summary>
    private static Fault Dark(string service) =>
        new(
            $"{service}-dark",
            $"Nobody listens at the public VIP of {service}.",
            world =>
            {
                world.Listeners.Close(world.Plan.Vip(service), world.Plan.Ports[service]);
                return $"{service} {world.Plan.Vip(service)}";
            },
            world => world.Listeners.Open(world.Plan.Vip(service), world.Plan.Ports[service], service)
        );
}
