using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>What phase-08 is built on: external network, keypair, flavors with their sizes, roles (phase-08, Prerequisites).</summary>
public static class TenantSetupStands
{
    public const string RolesEntry = "D-039";

    public static Verdict JudgeNetwork(IReadOnlyList<NeutronNetwork> networks, string name, Evidence evidence) =>
        networks.Where(network => network.Name == name).ToArray() switch
        {
            [] => Verdict.Break($"no network is called {name}", name, null, evidence),
            [{ External: false }] => Verdict.Break($"the network {name} is not external", name, null, evidence),
            [{ Status.Known: not NetworkStatus.Active } network] => Verdict.Break(
                $"the network {name} is {network.Status}",
                name,
                null,
                evidence
            ),
            [_] => Verdict.Keep($"{name} is external and ACTIVE", evidence),
            var several => Verdict.NotKnown($"{several.Length} networks are called {name}", null, evidence),
        };

    public static Verdict JudgeKeypair(IReadOnlyList<string> keypairs, string name, Evidence evidence) =>
        keypairs.Contains(name)
            ? Verdict.Keep($"the keypair {name} is there", evidence)
            : Verdict.Break($"the user has no keypair {name}", name, null, evidence);

    public static Verdict JudgeFlavor(IReadOnlyList<Flavor> flavors, SiteFlavor wanted, Evidence evidence) =>
        flavors.FirstOrDefault(flavor => flavor.Name == wanted.Name) switch
        {
            null => Verdict.Break($"no flavor is called {wanted.Name}", wanted.Name, null, evidence),
            { } found when found.RamMb != wanted.RamMb || found.Vcpus != wanted.Vcpus => Verdict.Break(
                $"the flavor {wanted.Name} is {found.RamMb}/{found.Vcpus}, not {wanted.RamMb}/{wanted.Vcpus}",
                wanted.Name,
                null,
                evidence
            ),
            _ => Verdict.Keep($"{wanted.Name} is {wanted.RamMb} MB, {wanted.Vcpus} vCPUs", evidence),
        };

    /// <param name="victim">What is to be acted upon where that is not who lacks the role: a credential is made anew with its cluster.</param>
    public static Verdict JudgeRoles(
        string who,
        IReadOnlyList<string> held,
        IReadOnlyList<string> needed,
        Evidence evidence,
        string? victim = null
    )
    {
        var missing = needed.Where(role => !held.Contains(role)).ToArray();
        return missing.Length == 0
            ? Verdict.Keep($"{who} carries {string.Join(", ", needed)}", evidence)
            : Verdict.Break(
                $"{who} lacks {string.Join(" and ", missing)} (it carries {(held.Count == 0 ? "no role" : string.Join(", ", held))})",
                victim ?? who,
                RolesEntry,
                evidence
            );
    }
}
