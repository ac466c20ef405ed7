using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// The tenant's kubeconfig opens the cluster, and nobody but its owner may read it (DOCFIX-037, L-P6-4).
/// </summary>
public static class KubeconfigIsPrivate
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Check Check { get; } =
        new()
        {
            Id = "kubeconfig-private",
            Promise = "the tenant's kubeconfig opens the cluster, and only its owner reads it",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [ClusterFacts.Kubeconfig],
            Judgement = sheet => sheet.Judge(ClusterFacts.Kubeconfig, Judge),
        };

    public static Verdict Judge(KubeconfigOnDisk file, Evidence evidence) =>
        (file.Mode & ~Owners) != 0
            ? Verdict.Break($"{file.Path} may be read by others ({file.Mode})", file.Path, LP64.Id, evidence)
            : Verdict.Keep($"the kubeconfig opens the cluster ({file.Version}), mode 600", evidence);
}
