using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// A pod of the management cluster connects to the VIP, and completes (phase-06, gate 2). One that hangs is D-035; one
/// that ends with an error was answered, by a refusal or by its own kernel.
/// </summary>
public static class PodReachesTheVip
{
    public static Check Check { get; } =
        new()
        {
            Id = "pod-opens-the-port",
            Promise = "the port of the identity service opens to a pod of the management cluster",
            Rung = "mgmt-vm",
            Needs = [SiteNeed.Management, SiteNeed.Workload],
            Facts = [ManagementFacts.PodThatConnects],
            Judgement = sheet =>
                sheet.Judge(
                    ManagementFacts.PodThatConnects,
                    (pod, evidence) => Judge(pod, sheet.Site.Management!, evidence)
                ),
        };

    public static Verdict Judge(Pod pod, SiteManagement site, Evidence evidence) =>
        pod.Phase.Known switch
        {
            PodPhase.Succeeded => Verdict.Keep(
                $"a pod on {site.Server} opens {site.ReachableFromTenant.Authority}",
                evidence
            ),
            PodPhase.Running => Verdict.Break(
                $"a pod on {site.Server} connects to {site.ReachableFromTenant.Authority}, and that hangs: it never "
                    + $"completes",
                site.Server,
                D035.Id,
                evidence
            ),
            PodPhase.Failed => Verdict.Break(
                $"a pod on {site.Server} cannot connect to {site.ReachableFromTenant.Authority}: it failed at once, "
                    + $"and did not hang",
                site.Server,
                null,
                evidence
            ),
            _ => Verdict.NotKnown($"the pod that was to connect from {site.Server} is {pod.Phase}", null, evidence),
        };
}
