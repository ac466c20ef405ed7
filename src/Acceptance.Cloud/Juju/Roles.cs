using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Juju;

/// <summary>The charms' usual application names by the part they play; a site may name others.</summary>
public static class Roles
{
    public const string MySql = "mysql";
    public const string Vault = "vault";
    public const string Compute = "nova-compute";
    public const string Chassis = "ovn-chassis";
    public const string Magnum = "magnum";
    public const string Keystone = "keystone";
    public const string Barbican = "barbican";
    public const string Dashboard = "openstack-dashboard";

    // The same charm is deployed under several names (ovn-chassis-octavia is an ovn-chassis): who looks for one name
    // passes over the others.
    private static readonly Dictionary<string, string[]> Charms = new()
    {
        [Chassis] = ["ovn-chassis", "ovn-dedicated-chassis"],
        [Compute] = ["nova-compute"],
        [MySql] = ["mysql-innodb-cluster"],
        [Vault] = ["vault"],
        [Magnum] = ["magnum"],
        [Keystone] = ["keystone"],
        [Barbican] = ["barbican"],
        [Dashboard] = ["openstack-dashboard"],
    };

    public static string ApplicationOf(SiteJuju site, string role) =>
        site.Roles.TryGetValue(role, out var name) ? name
        : role == MySql ? "mysql-innodb-cluster"
        : role;

    /// <summary>
    /// The units that play a part: of the application that the site names, else of every application that carries the
    /// part's charm.
    /// </summary>
    public static Func<JujuUnit, bool> Players(JujuModel model, SiteJuju site, string role)
    {
        string[] carriers =
            site.Roles.ContainsKey(role) || !Charms.TryGetValue(role, out var charms)
                ? []
                :
                [
                    .. model
                        .Applications.Where(application => charms.Contains(application.CharmName))
                        .Select(application => application.Name),
                ];
        return carriers.Length == 0
            ? unit => unit.Application == ApplicationOf(site, role)
            : unit => carriers.Contains(unit.Application);
    }
}
