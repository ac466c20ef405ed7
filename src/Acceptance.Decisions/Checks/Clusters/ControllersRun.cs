using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>The controllers that Cluster API needs, one by one (ops-capi-recovery section 4).</summary>
public static class ControllersRun
{
    public static Check Check { get; } =
        new()
        {
            Id = "controllers-run",
            Promise = "the controllers of Cluster API run",
            Rung = "capi",
            Gates = true,
            Needs = [SiteNeed.Management],
            Facts = [ManagementFacts.Pods],
            Judgement = sheet => sheet.Judge(ManagementFacts.Pods, Judge),
        };

    /// <summary>Name shown -> pattern of pod names on the management cluster.</summary>
    public static IReadOnlyDictionary<string, string> Needed { get; } =
        new Dictionary<string, string>
        {
            ["capi core"] = "^capi-controller-manager",
            ["capi bootstrap"] = "^capi-kubeadm-bootstrap",
            ["capi control plane"] = "^capi-kubeadm-control-plane",
            ["capo"] = "^capo-controller-manager",
            ["cert-manager"] = "^cert-manager",
            ["orc"] = "orc-",
            ["janitor"] = "janitor",
            ["addon provider"] = "addon",
        };

    public static Verdict Judge(IReadOnlyList<Pod> pods, Evidence evidence) =>
        EveryContainerIsReady.JudgeAddons(pods, Needed, evidence);
}
