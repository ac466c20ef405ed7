using System.Text.RegularExpressions;
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

    private const string Capo = "capo";
    private const string Orc = "orc";

    /// <summary>The first CAPO that leaves images to ORC.</summary>
    private static readonly Version FirstWithOrc = new(0, 12);

    /// <summary>Name shown -> pattern of pod names on the management cluster.</summary>
    public static IReadOnlyDictionary<string, string> Needed { get; } =
        new Dictionary<string, string>
        {
            ["capi core"] = "^capi-controller-manager",
            ["capi bootstrap"] = "^capi-kubeadm-bootstrap",
            ["capi control plane"] = "^capi-kubeadm-control-plane",
            [Capo] = "^capo-controller-manager",
            ["cert-manager"] = "^cert-manager",
            [Orc] = "orc-",
            ["janitor"] = "janitor",
            ["addon provider"] = "addon",
        };

    /// <summary>
    /// CAPO that crashes where no ORC is, and ORC that is not there, are one known issue (D-034): CAPO looks for it as
    /// it starts. A CAPO that is older than 0.12 needs none.
    /// </summary>
    public static Verdict Judge(IReadOnlyList<Pod> pods, Evidence evidence)
    {
        var needed = NeedsOrc(pods) ? Needed : Needed.Where(one => one.Key != Orc).ToDictionary();
        var verdict = EveryContainerIsReady.JudgeAddons(pods, needed, evidence);
        return verdict is Verdict.Broken broken && broken.Findings.Any(finding => finding.Victim == Orc)
            ? broken with
            {
                Findings = [.. broken.Findings.Select(OfTheOrder)],
            }
            : verdict;
    }

    private static Finding OfTheOrder(Finding finding) =>
        finding.Victim == Orc || (finding.Entry == EveryContainerIsReady.Entry && IsOf(Capo, finding.Victim))
            ? finding with
            {
                Entry = D034.Id,
            }
            : finding;

    // An image whose tag is no version is taken for a newer one, as all are that are still installed.
    private static bool NeedsOrc(IReadOnlyList<Pod> pods) =>
        !pods.Where(pod => IsOf(Capo, pod.Name))
            .SelectMany(pod => pod.Containers)
            .Any(container =>
                Version.TryParse(container.ImageTag?.TrimStart('v').Split('-')[0], out var version)
                && version < FirstWithOrc
            );

    private static bool IsOf(string name, string pod) =>
        Regex.IsMatch(pod, Needed[name], RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}
