using Acceptance.Cloud.Permits;

namespace Acceptance.Cloud.Commands;

/// <summary>What is asked of units about that which a create passes before Magnum asks its driver.</summary>
public static class PrerequisiteCommands
{
    /// <summary>
    /// Which domain magnum.conf names for Magnum's trustees, and who makes them there (D-046). The password beside
    /// them is not read.
    /// </summary>
    public static Command TrusteeSettings { get; } =
        new(
            "magnum.trustee-settings",
            Place.Unit,
            Permit.Observe,
            ["sudo", "grep", "-E", "^[[:space:]]*trustee_domain_(admin_)?(name|id)[[:space:]]*=", "--", Slot.File]
        )
        {
            Exits = Command.FoundOrNone,
        };

    /// <summary>
    /// Where a daemon finds helm, and its version: the init script's path has no /usr/local/bin (DOCFIX-035).
    /// </summary>
    public static Command HelmOnPath { get; } =
        new(
            "magnum.helm-on-path",
            Place.Unit,
            Permit.Observe,
            "env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c 'command -v helm && helm version --short'"
        )
        {
            Exits = new Dictionary<int, string>
            {
                [0] = "found",
                [1] = "not on that path",
                [127] = "not on that path",
            },
        };

    /// <summary>The rule for making a trust in each of Keystone's policy files, with the file's name (D-065).</summary>
    public static Command TrustPolicies { get; } =
        new(
            "keystone.trust-policies",
            Place.Unit,
            Permit.Observe,
            ["sudo", "grep", "-rHE", "--include=*.json", "--include=*.yaml", "identity:create_trust", "--", Slot.File]
        )
        {
            Exits = Command.FoundOrNone,
        };

    /// <summary>Whether Horizon marks its cookies secure, by each of its files of settings (D-044).</summary>
    public static Command CookieSettings { get; } =
        new(
            "horizon.cookie-settings",
            Place.Unit,
            Permit.Observe,
            ["sudo", "grep", "-rHsE", "--include=*.py", "^(SESSION|CSRF)_COOKIE_SECURE[[:space:]]*=", "--", Slot.Files]
        )
        {
            Exits = Command.FoundOrNone,
        };

    /// <summary>
    /// The last line of Barbican's present logs that tells why a secret was not stored (D-067); or none. The charm has
    /// Apache put there what Barbican logs (charm-barbican, templates/rocky/barbican-api.conf).
    /// </summary>
    public static Command VaultRefusals { get; } =
        new(
            "barbican.vault-refusals",
            Place.Unit,
            Permit.Observe,
            "sudo grep -rhs --include=*.log 'Error storing secret: ' /var/log/barbican | tail -n 1"
        );
}
