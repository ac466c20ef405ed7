using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;

namespace Acceptance.Cloud.Facts;

/// <summary>
/// What a create passes before Magnum asks its driver: a trustee of its own domain, a trust, the certificate store.
/// </summary>
public static class PrerequisiteFacts
{
    /// <summary>The trustee settings of magnum.conf on every magnum unit (D-046).</summary>
    public static FactKey<UnitAnswers> TrusteeSettings { get; } =
        UnitFacts.Asked(
            "trustee settings",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Magnum),
            _ => PrerequisiteCommands.TrusteeSettings.With("/etc/magnum/magnum.conf")
        );

    /// <summary>Where a daemon on each magnum unit finds helm (DOCFIX-035).</summary>
    public static FactKey<UnitAnswers> Helm { get; } =
        UnitFacts.Asked(
            "helm on path",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Magnum),
            _ => PrerequisiteCommands.HelmOnPath.With()
        );

    /// <summary>Those of the domains that the units are told which Keystone has.</summary>
    public static FactKey<IReadOnlyList<string>> TrusteeDomains { get; } =
        FactKey<IReadOnlyList<string>>.Moving(
            "trustee domains",
            source => source.From(TrusteeSettings, said => Known(source, Hosts.TrusteeSettings.Domains(said))),
            TrusteeSettings
        );

    /// <summary>The rule for making a trust in the policy files of every keystone unit (D-065).</summary>
    public static FactKey<UnitAnswers> TrustPolicies { get; } =
        UnitFacts.Asked(
            "trust policies",
            (model, site) => Roles.Players(model, site.Juju!, Roles.Keystone),
            _ => PrerequisiteCommands.TrustPolicies.With("/etc/keystone")
        );

    /// <summary>The id of a trust that the run made, and took back.</summary>
    public static FactKey<string> TrustMade { get; } = FactKey<string>.Witnessed("a trust made by this run");

    /// <summary>The id of a secret that the run stored, and took away.</summary>
    public static FactKey<string> SecretStored { get; } = FactKey<string>.Witnessed("a secret stored by this run");

    /// <summary>What Barbican's logs say of Vault's refusals; read only when Barbican itself failed (D-067).</summary>
    public static FactKey<UnitAnswers> VaultRefusals { get; } =
        FactKey<UnitAnswers>.Moving(
            "vault refusals",
            async source =>
                await source.Read(SecretStored) is Reading<string>.Unread { Why: Unreadable.ServerError }
                    ? await UnitFacts.Ask(source, Roles.Barbican, PrerequisiteCommands.VaultRefusals.With())
                    : new Reading<UnitAnswers>.Seen(
                        new UnitAnswers([], [], new Dictionary<string, UnitAnswer>()),
                        Evidence.None
                    ),
            JujuFacts.Model,
            SecretStored
        );

    private static async Task<Reading<IReadOnlyList<string>>> Known(FactSource source, IReadOnlyList<string> names)
    {
        List<string> known = [];
        var evidence = Evidence.None;
        foreach (var name in names)
        {
            var reading = await source.Cloud.OpenStack.Identity.Domains(name);
            if (reading is not Reading<IReadOnlyList<string>>.Seen { Value: var found })
                return reading;
            known.AddRange(found);
            evidence = reading.Evidence;
        }

        return new Reading<IReadOnlyList<string>>.Seen(known, evidence);
    }
}
