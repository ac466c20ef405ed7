using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Every amphora is allocated, and every amphora server has its row: joined by server id, never by image name (FACTS
/// 0.15).
/// </summary>
public static class AmphoraeAreAllocated
{
    public static Check Check { get; } =
        new()
        {
            Id = "amphorae-allocated",
            Promise = "no amphora is broken or orphaned",
            Rung = "octavia",
            Gates = true,
            Needs = [SiteNeed.Octavia],
            Facts = [OctaviaFacts.Amphorae, ComputeFacts.AllServers, IdentityFacts.ServicesProject],
            Judgement = sheet =>
                sheet.Judge(
                    OctaviaFacts.Amphorae,
                    ComputeFacts.AllServers,
                    IdentityFacts.ServicesProject,
                    (rows, servers, services, evidence) => Judge(rows, servers, services.Id, evidence)
                ),
        };

    public static Verdict Judge(
        IReadOnlyList<Amphora> amphorae,
        IReadOnlyList<Server> servers,
        string servicesProjectId,
        Evidence evidence
    )
    {
        var rows = amphorae.Select(one => one.ComputeId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<Finding> findings =
        [
            .. amphorae
                .Where(one => one.Status.Is(AmphoraStatus.Error))
                .Select(one => new Finding(
                    $"the amphora {one.Id} of load balancer {one.LoadBalancerId} is in ERROR",
                    one.LoadBalancerId ?? one.Id,
                    LoadBalancersServe.Entry,
                    evidence
                )),
            .. servers
                .Where(one =>
                    one.ProjectId == servicesProjectId
                    && one.Name.StartsWith("amphora-", StringComparison.Ordinal)
                    && !rows.Contains(one.Id)
                )
                .Select(one => new Finding(
                    $"the server {one.Name} ({one.Id}, {one.Status}) is an amphora that Octavia does not know",
                    one.Id,
                    AmphoraOrphan.Id,
                    evidence
                )),
        ];
        if (findings.Count == 0 && amphorae.FirstOrDefault(IsOdd) is { } odd)
            return Verdict.NotKnown(
                $"the amphora {odd.Id} reads \"{odd.Status}\", which is no state of an amphora",
                null,
                evidence
            );
        return Verdict.From(findings, () => $"{amphorae.Count} amphorae are allocated, none is orphaned", evidence);
    }

    private static bool IsOdd(Amphora one) => one.Status.Known is null or AmphoraStatus.FailoverStopped;
}
