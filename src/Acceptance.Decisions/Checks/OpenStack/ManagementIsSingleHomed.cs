using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The management VM has one NIC (D-035): with a second one, what answers a pod leaves by the NIC instead of reaching
/// the pod, and nothing says so.
/// </summary>
public static class ManagementIsSingleHomed
{
    public static Check Check { get; } =
        new()
        {
            Id = "management-single-homed",
            Promise = "the management VM has one interface alone",
            Rung = "mgmt-vm",
            Needs = [SiteNeed.Management],
            Facts = [ManagementFacts.Servers, ManagementFacts.Ports],
            Judgement = sheet =>
                sheet.Judge(
                    ManagementFacts.Servers,
                    ManagementFacts.Ports,
                    (servers, ports, evidence) => Judge(servers, ports, sheet.Site.Management!, evidence)
                ),
        };

    /// <param name="ports">Of the project, whoever has them: a NIC is a port that Nova plugged into the server.</param>
    public static Verdict Judge(
        IReadOnlyList<Server> servers,
        IReadOnlyList<Port> ports,
        SiteManagement site,
        Evidence evidence
    )
    {
        if (servers.Where(one => one.Name == site.Server).ToArray() is not [var server])
            return Verdict.NotKnown($"no server, or more than one, is called {site.Server}", null, evidence);
        var nics = ports
            .Where(port =>
                port.DeviceId == server.Id && port.DeviceOwner.StartsWith("compute:", StringComparison.Ordinal)
            )
            .ToArray();
        return nics switch
        {
            [] => Verdict.NotKnown($"Neutron lists no port of {site.Server}", null, evidence),
            [_] => Verdict.Keep($"{site.Server} has one interface", evidence),
            _ => Verdict.Break(
                $"{site.Server} has {nics.Length} interfaces "
                    + $"({string.Join(", ", nics.SelectMany(nic => nic.Addresses))}): "
                    + $"what answers its pods may leave by the wrong one",
                site.Server,
                D035.Id,
                evidence
            ),
        };
    }
}
