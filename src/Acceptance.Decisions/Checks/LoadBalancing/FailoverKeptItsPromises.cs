using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>
/// After the failover: ACTIVE again, never anything but ONLINE, VIP, VIP port and floating IP the same, another
/// amphora, nodes and pods unchanged, and the blip of the API within its budget (D-011.4; ops-capi-recovery 5c).
/// </summary>
public static class FailoverKeptItsPromises
{
    public static Check Balancer { get; } =
        new()
        {
            Id = "balancer-serves-again",
            Promise = "a load balancer whose amphora is replaced serves again",
            Rung = "octavia",
            Needs = [SiteNeed.Octavia],
            Facts = [ServiceFacts.Failover],
            Judgement = sheet =>
                sheet.Judge(
                    ServiceFacts.Failover,
                    (seen, evidence) =>
                        Verdict.All(
                            JudgeBalancer(seen.Before.Balancer, seen.After.Balancer, seen.Operating, evidence),
                            JudgeAmphorae(
                                seen.Before.Amphorae,
                                seen.After.Amphorae,
                                seen.Before.Balancer.Name,
                                evidence
                            )
                        )
                ),
        };

    public static Check Addresses { get; } =
        new()
        {
            Id = "balancer-keeps-its-addresses",
            Promise = "a load balancer whose amphora is replaced keeps its addresses",
            Rung = "octavia",
            Needs = [SiteNeed.Octavia],
            Facts = [ServiceFacts.Failover],
            Judgement = sheet =>
                sheet.Judge(
                    ServiceFacts.Failover,
                    (seen, evidence) =>
                        Verdict.All(
                            JudgeVip(seen.Before.Balancer, seen.After.Balancer, evidence),
                            JudgeFloatingIp(
                                seen.Before.FloatingAddress,
                                seen.After.FloatingAddress,
                                seen.Before.Balancer.Name,
                                evidence
                            )
                        )
                ),
        };

    public static Check Blip { get; } =
        new()
        {
            Id = "api-pauses-within-its-budget",
            Promise = "the API pauses no longer than its budget while its amphora is replaced",
            Rung = "octavia",
            Needs = [SiteNeed.Octavia],
            Facts = [ServiceFacts.Failover],
            Judgement = sheet =>
                sheet.Judge(
                    ServiceFacts.Failover,
                    (seen, evidence) => JudgeBlip(seen.Probe, seen.BlipBudget, seen.Before.Balancer.Id, evidence)
                ),
        };

    public static Check Untouched { get; } =
        new()
        {
            Id = "cluster-undisturbed",
            Promise = "no other thing of the cluster is disturbed when its amphora is replaced",
            Rung = "octavia",
            Needs = [SiteNeed.Octavia],
            Facts = [ServiceFacts.Failover],
            Judgement = sheet =>
                sheet.Judge(
                    ServiceFacts.Failover,
                    (seen, evidence) =>
                        Verdict.All(
                            JudgeUntouched("nodes", seen.Before.Nodes, seen.After.Nodes, evidence),
                            JudgeUntouched("pods", seen.Before.Pods, seen.After.Pods, evidence)
                        )
                ),
        };

    public static Verdict JudgeBalancer(
        LoadBalancer before,
        LoadBalancer after,
        IReadOnlyCollection<State<OperatingStatus>> operatingSeen,
        Evidence evidence
    )
    {
        if (operatingSeen.Count == 0)
            return Verdict.NotKnown($"{after.Name} was not looked at during the failover", null, evidence);
        List<Finding> findings = [];
        if (!after.Provisioning.Is(ProvisioningStatus.Active))
            findings.Add(FindingAt($"{after.Name} is {after.Provisioning} after the failover"));
        foreach (
            var state in operatingSeen
                .Append(after.Operating)
                .Where(state => !state.Is(OperatingStatus.Online))
                .Distinct()
        )
            findings.Add(FindingAt($"{after.Name} read {state} during the failover, not ONLINE throughout"));
        return Verdict.From(findings, () => $"{after.Name} is ACTIVE again, ONLINE throughout", evidence);

        Finding FindingAt(Sentence sentence) => new(sentence, after.Id, LbFailover.Id, evidence);
    }

    public static Verdict JudgeVip(LoadBalancer before, LoadBalancer after, Evidence evidence)
    {
        List<Finding> findings = [];
        if (after.VipAddress != before.VipAddress)
            findings.Add(FindingAt($"the VIP was {before.VipAddress} and is {after.VipAddress}"));
        if (after.VipPortId != before.VipPortId)
            findings.Add(FindingAt($"the VIP port was {before.VipPortId} and is {after.VipPortId}"));
        return Verdict.From(
            findings,
            () => $"VIP {after.VipAddress} and its port are the ones that {after.Name} had",
            evidence
        );

        Finding FindingAt(Sentence sentence) => new(sentence, after.Id, LbFailover.Id, evidence);
    }

    public static Verdict JudgeFloatingIp(string? before, string? after, string balancer, Evidence evidence) =>
        (before, after) switch
        {
            (null, _) => Verdict.NotKnown(
                $"no floating IP was bound to the VIP port before the failover",
                null,
                evidence
            ),
            var (then, now) when then != now => Verdict.Break(
                $"the floating IP was {then} and is {now ?? "none"}",
                balancer,
                LbFailover.Id,
                evidence
            ),
            _ => Verdict.Keep($"the floating IP {after} stayed", evidence),
        };

    public static Verdict JudgeAmphorae(
        IReadOnlyCollection<string> before,
        IReadOnlyCollection<string> after,
        string balancer,
        Evidence evidence
    )
    {
        if (before.Count == 0 || after.Count == 0)
            return Verdict.NotKnown(
                $"{(before.Count == 0 ? "before" : "after")} the failover no amphora carried {balancer}",
                null,
                evidence
            );
        return after.Any(before.Contains)
            ? Verdict.Break(
                $"{balancer} is still carried by the amphora {after.First(before.Contains)}: nothing was replaced",
                balancer,
                LbFailover.Id,
                evidence
            )
            : Verdict.Keep($"the amphora {before.First()} was replaced by {after.First()}", evidence);
    }

    public static Verdict JudgeBlip(ProbeLog probe, TimeSpan budget, string balancer, Evidence evidence)
    {
        if (probe.Asked.Count < 2)
            return Verdict.NotKnown($"the API was not probed during the failover", null, evidence);
        var gap = probe.LongestGap;
        if (!probe.Asked[^1].Answered)
            return Verdict.Break(
                $"the API has not answered since {gap.From:HH:mm:ss} and did not come back while it was asked",
                balancer,
                LbFailover.Id,
                evidence
            );
        return gap.Length > budget
            ? Verdict.Break(
                $"the API did not answer for {gap.Length.TotalSeconds:0.#} s, the budget is {budget.TotalSeconds:0} s",
                balancer,
                D0114Blip.Id,
                evidence
            )
            : Verdict.Keep(
                $"the API's blip was {gap.Length.TotalSeconds:0.#} s ({probe.Asked.Count} questions)",
                evidence
            );
    }

    public static Verdict JudgeUntouched(
        string what,
        IReadOnlyCollection<string> before,
        IReadOnlyCollection<string> after,
        Evidence evidence
    )
    {
        if (before.Count == 0)
            return Verdict.NotKnown($"no {what} were seen before the failover", null, evidence);
        var gone = before.Except(after).ToArray();
        var fresh = after.Except(before).ToArray();
        return gone.Length + fresh.Length == 0
            ? Verdict.Keep($"{before.Count} {what} unchanged", evidence)
            : Verdict.Break(
                $"{what} changed: gone {Or(gone)}, new {Or(fresh)}",
                (gone.Concat(fresh)).First(),
                LbFailover.Id,
                evidence
            );
    }

    private static string Or(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
}
