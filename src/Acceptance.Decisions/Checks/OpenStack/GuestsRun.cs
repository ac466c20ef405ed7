using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// What the platform stands on runs, and so does what the site lists; who else is shut off was shut off by its owner
/// (DESIGN 7, A10). In ERROR nobody wants to be; one that no host ever took asked for too much, and is its owner's.
/// </summary>
public static class GuestsRun
{
    public static Check Check { get; } =
        new()
        {
            Id = "guests-run",
            Promise = "no guest is unexpectedly shut off or in error",
            Rung = "hypervisors",
            Facts = [ComputeFacts.AllServers, IdentityFacts.PlatformProjects],
            Judgement = sheet =>
                sheet.Judge(
                    ComputeFacts.AllServers,
                    IdentityFacts.PlatformProjects,
                    (servers, projects, evidence) => Judge(servers, projects, sheet.Site, evidence)
                ),
        };

    public static Verdict Judge(IReadOnlyList<Server> servers, PlatformProjects projects, Site site, Evidence evidence)
    {
        if (servers.Count == 0)
            return Verdict.NotKnown($"Nova lists no server", null, evidence);
        var expected = servers.Where(one => MustRun(one, projects, site)).ToArray();
        Finding[] findings =
        [
            .. expected
                .Where(one => one.Status.Is(ServerStatus.ShutOff))
                .Select(one => Off(one, projects, site, evidence)),
            .. InError(servers, projects, evidence),
        ];
        var odd = expected.Where(one => one.Status.Known is null or ServerStatus.Unknown).ToArray();
        if (findings.Length == 0 && odd is [var first, ..])
            return Verdict.NotKnown(
                $"{Called(first)} reads \"{first.Status}\", which tells nothing of whether it runs",
                null,
                evidence
            );
        var off = servers.Except(expected).Count(one => one.Status.Is(ServerStatus.ShutOff));
        return Verdict.From(
            findings,
            () =>
                $"{expected.Length} guests that must run do, and none of {servers.Count} is in error on its host"
                + $"{(off == 0 ? "" : $" ({off} of tenants are shut off, which is theirs)")}",
            evidence
        );
    }

    // An amphora in ERROR is Octavia's row in ERROR, or an orphan: that is told of load balancers.
    private static IEnumerable<Finding> InError(
        IReadOnlyList<Server> servers,
        PlatformProjects projects,
        Evidence evidence
    ) =>
        servers
            .Where(one => one.Status.Is(ServerStatus.Error) && one.Host is { Length: > 0 })
            .Where(one => !IsAmphora(one, projects))
            .Select(one => new Finding($"{Called(one)} is in ERROR{Because(one)}", one.Id, null, evidence));

    // The management VM is started by hand (D-041), by its name; the others should have resumed with their host.
    private static Finding Off(Server one, PlatformProjects projects, Site site, Evidence evidence)
    {
        var management = IsManagement(one, projects, site);
        return new(
            $"{Called(one)} is SHUTOFF, and must run",
            management ? one.Name : one.Id,
            management ? D041.Id : D043.Id,
            evidence
        );
    }

    private static bool MustRun(Server one, PlatformProjects projects, Site site) =>
        IsManagement(one, projects, site)
        || (
            site.Workload is { } workload
            && one.ProjectId == projects.Workload
            && one.Name.StartsWith($"{workload.Cluster}-", StringComparison.Ordinal)
        )
        || IsAmphora(one, projects)
        || (site.Compute?.Guests ?? []).Any(pattern => Regex.IsMatch(one.Name, pattern, RegexOptions.NonBacktracking));

    private static bool IsManagement(Server one, PlatformProjects projects, Site site) =>
        one.ProjectId == projects.Management && one.Name == site.Management?.Server;

    private static bool IsAmphora(Server one, PlatformProjects projects) =>
        one.ProjectId == projects.Services && one.Name.StartsWith("amphora-", StringComparison.Ordinal);

    private static string Called(Server one) => $"the guest {one.Name} ({one.Id}, on {one.Host ?? "no host"})";

    private static string Because(Server one) => one.Fault is { Length: > 0 } fault ? $" ({fault})" : "";
}
