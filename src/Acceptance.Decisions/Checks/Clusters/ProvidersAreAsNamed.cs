using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// The controllers of the management cluster run in the versions that the chart's tag was tested with: a version that
/// somebody typed is another (D-034).
/// </summary>
public static class ProvidersAreAsNamed
{
    public static Check Check { get; } =
        new()
        {
            Id = "providers-as-named",
            Promise = "the providers of Cluster API have the versions of the chart's dependencies",
            Rung = "capi",
            Needs = [SiteNeed.ChartDependencies],
            Facts = [ManagementFacts.Pods, ManagementFacts.ChartDependencies],
            Judgement = sheet => sheet.Judge(ManagementFacts.Pods, ManagementFacts.ChartDependencies, Judge),
        };

    /// <summary>The last word of an image -> its name among the chart's dependencies.</summary>
    private static readonly IReadOnlyDictionary<string, string> Dependencies = new Dictionary<string, string>
    {
        ["cluster-api-controller"] = "cluster-api",
        ["kubeadm-bootstrap-controller"] = "cluster-api",
        ["kubeadm-control-plane-controller"] = "cluster-api",
        ["capi-openstack-controller"] = "cluster-api-provider-openstack",
        ["openstack-resource-controller"] = "openstack-resource-controller",
        ["cert-manager-controller"] = "cert-manager",
        ["cert-manager-cainjector"] = "cert-manager",
        ["cert-manager-webhook"] = "cert-manager",
        ["cluster-api-janitor-openstack"] = "cluster-api-janitor-openstack",
        ["cluster-api-addon-provider"] = "addon-provider",
    };

    /// <param name="named">A version by the name of a dependency, with or without a leading v.</param>
    public static Verdict Judge(IReadOnlyList<Pod> pods, IReadOnlyDictionary<string, string> named, Evidence evidence)
    {
        var running = Running(pods);
        Finding[] findings =
        [
            .. running
                .Where(one =>
                    one.Container.ImageTag is { } tag
                    && named.TryGetValue(one.Dependency, out var wanted)
                    && Bare(tag) != Bare(wanted)
                )
                .Select(one => new Finding(
                    $"{one.Pod.Namespace}/{one.Pod.Name} runs {one.Dependency} {one.Container.ImageTag}, and the "
                        + $"chart's dependencies name {named[one.Dependency]}",
                    one.Pod.Name,
                    D034.Id,
                    evidence
                )),
        ];
        var untold = Untold(running, named);
        return findings.Length == 0 && untold.Length > 0
            ? Verdict.NotKnown($"nothing tells both versions of {string.Join(", ", untold)}", null, evidence)
            : Verdict.From(
                findings,
                () => $"{running.Length} containers run in the versions that the chart's dependencies name",
                evidence
            );
    }

    private static (Pod Pod, Container Container, string Dependency)[] Running(IReadOnlyList<Pod> pods) =>
        [
            .. from pod in pods
            where !pod.IsTombstone && !pod.Phase.Is(PodPhase.Succeeded)
            from container in pod.Containers
            where Dependencies.ContainsKey(container.ImageName)
            select (pod, container, Dependencies[container.ImageName]),
        ];

    /// <summary>
    /// What runs and is not named, or the other way round, or has a digest for a version. A chart whose CAPO needs no
    /// ORC names none.
    /// </summary>
    private static string[] Untold(
        (Pod Pod, Container Container, string Dependency)[] running,
        IReadOnlyDictionary<string, string> named
    ) =>
        [
            .. Dependencies
                .Values.Distinct()
                .Where(dependency =>
                    named.ContainsKey(dependency) != running.Any(one => one.Dependency == dependency)
                    || running.Any(one => one.Dependency == dependency && one.Container.ImageTag is null)
                ),
        ];

    private static string Bare(string version) => version.TrimStart('v');
}
