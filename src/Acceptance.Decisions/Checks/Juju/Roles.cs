using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>The charms' usual application names by the part they play; a site may name others.</summary>
public static class Roles
{
    public const string MySql = "mysql";
    public const string Vault = "vault";
    public const string Compute = "nova-compute";
    public const string Chassis = "ovn-chassis";
    public const string Magnum = "magnum";

    public static string Of(SiteJuju site, string role) =>
        site.Roles.TryGetValue(role, out var name) ? name : role == MySql ? "mysql-innodb-cluster" : role;
}
