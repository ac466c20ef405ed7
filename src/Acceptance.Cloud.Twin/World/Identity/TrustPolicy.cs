using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.Identity;

/// <summary>
/// Keystone's rule for making a trust, from the files of its units: the base policy's template never resolves on
/// Caracal, the one of a policyd override does (D-065).
/// </summary>
internal sealed partial class TrustPolicy
{
    private const string Base = "/etc/keystone/policy.json";
    private const string Override = "/etc/keystone/policy.d/trusts.yaml";

    private readonly JujuModel _juju;

    public TrustPolicy(JujuModel juju)
    {
        _juju = juju;
        foreach (var files in Disks())
            files.Declare(
                Base,
                """
                {
                    "admin_required": "role:Admin",
                    "identity:list_projects": "rule:admin_required",
                    "identity:create_trust": "user_id:%(trust.trustor_user_id)s",
                    "identity:list_trusts": "",
                    "identity:delete_trust": ""
                }

                """
            );
        PutOverride();
    }

    /// <summary>Whether a caller gets past the rule for a trust of his own.</summary>
    public bool LetsTheTrustor =>
        Disks()
            .All(files =>
                Rule().Match(files.Read(Override) ?? files.Read(Base) ?? "") is { Success: true } rule
                && rule.Groups[1].Value.Contains("%(target.trust.trustor_user_id)s", StringComparison.Ordinal)
            );

    public void PutOverride()
    {
        foreach (var files in Disks())
            files.Write(Override, "\"identity:create_trust\": \"user_id:%(target.trust.trustor_user_id)s\"\n");
    }

    public void TakeOverride()
    {
        foreach (var files in Disks())
            files.Remove(Override);
    }

    private IEnumerable<HostFiles> Disks() => _juju.Application("keystone").Units.Select(unit => unit.Machine.Files);

    [GeneratedRegex(
        @"identity:create_trust[""']?\s*:\s*[""']?([^""'\n]*)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Rule();
}
