using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
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
                    (rows, servers, services, evidence) =>
                        Judge(rows, servers, services.Id, evidence, OctaviaPending.At(sheet))
                ),
        };

    public static Verdict Judge(
        IReadOnlyList<Amphora> amphorae,
        IReadOnlyList<Server> servers,
        string servicesProjectId,
        Evidence evidence,
        OctaviaPending? pending = null
    )
    {
        var rows = amphorae.Select(one => one.ComputeId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<Finding> findings =
        [
            .. amphorae.Select(one => About(one, pending, evidence)).OfType<Finding>(),
            .. servers
                .Where(one =>
                    one.ProjectId == servicesProjectId
                    && one.Name.StartsWith("amphora-", StringComparison.Ordinal)
                    && !rows.Contains(one.Id)
                )
                .Select(one => Orphan(one, evidence)),
        ];
        if (findings.Count == 0 && amphorae.FirstOrDefault(IsOdd) is { } odd)
            return Verdict.NotKnown(
                $"the amphora {odd.Id} reads \"{odd.Status}\", which is no state of an amphora",
                null,
                evidence
            );
        var under = amphorae.Count(IsPending);
        return Verdict.From(
            findings,
            () =>
                $"{amphorae.Count - under} amphorae are allocated{(under == 0 ? "" : $", {under} on the way")}, none is "
                + $"orphaned",
            evidence
        );
    }

    private static Finding Orphan(Server one, Evidence evidence) =>
        new(
            $"the server {one.Name} ({one.Id}, {one.Status}) is an amphora that Octavia does not know",
            one.Id,
            AmphoraOrphan.Id,
            evidence
        )
        {
            // Octavia writes the server into its row once Nova has built it.
            MaySettle = one.Status.Is(ServerStatus.Build),
        };

    private static Finding? About(Amphora one, OctaviaPending? pending, Evidence evidence) =>
        one switch
        {
            { Status.Known: AmphoraStatus.Error } => FindingAt(
                one,
                $"the amphora {one.Id} of load balancer {Owner(one)} is in ERROR",
                LoadBalancersServe.Entry,
                evidence
            ),
            { Status.Known: AmphoraStatus.FailoverStopped } => FindingAt(
                one,
                $"Octavia has stopped failing over the amphora {one.Id} of load balancer {Owner(one)} "
                    + $"({one.Status}, its circuit breaker: too many failed at once{Changed(one)}): "
                    + $"mend the cause, then reset the health manager's failover_threshold and fail the load "
                    + $"balancer over (openstack loadbalancer failover)",
                null,
                evidence
            ),
            _ when IsPending(one) && pending?.IsOverdue(one.Created) == true => FindingAt(
                one,
                $"the amphora {one.Id} of load balancer {Owner(one)} is {one.Status}{Moment.Since(one.Created)}: "
                    + $"overdue, it is given {pending.Words}; {OctaviaPending.WayOut}",
                null,
                evidence
            ),
            _ => null,
        };

    private static string Changed(Amphora one) =>
        one.Updated is { } moment ? $"; last changed on {Moment.At(moment)}" : "";

    private static Finding FindingAt(Amphora one, Sentence sentence, string? entry, Evidence evidence) =>
        new(sentence, one.LoadBalancerId ?? one.Id, entry, evidence);

    private static string Owner(Amphora one) => one.LoadBalancerId ?? "(none)";

    private static bool IsOdd(Amphora one) => one.Status.Known is null;

    private static bool IsPending(Amphora one) =>
        one.Status.Known is AmphoraStatus.Booting or AmphoraStatus.PendingCreate or AmphoraStatus.PendingDelete;
}
