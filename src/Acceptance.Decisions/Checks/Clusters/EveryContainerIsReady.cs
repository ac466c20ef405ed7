using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// Every container of every pod is ready, the wanted addons run, and restart counts stand still over a window: a
/// crash loop keeps the phase Running and passes the runbook's filter (FACTS 0.14).
/// </summary>
public static class EveryContainerIsReady
{
    public static Check Check { get; } =
        new()
        {
            Id = "containers-ready",
            Promise = "every container of the workload cluster is ready",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [WorkloadFacts.Pods],
            Judgement = sheet => sheet.Judge(WorkloadFacts.Pods, Judge),
        };

    public static Check Addons { get; } =
        new()
        {
            Id = "addons-run",
            Promise = "the addons of the workload cluster run",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [WorkloadFacts.Pods],
            Judgement = sheet =>
                sheet.Judge(
                    WorkloadFacts.Pods,
                    (pods, evidence) => JudgeAddons(pods, sheet.Site.Workload!.Addons, evidence)
                ),
        };

    public static Check Still { get; } =
        new()
        {
            Id = "containers-stand-still",
            Promise = "no container restarts through the restart window",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [WorkloadFacts.PodsBefore, WorkloadFacts.Pods],
            Judgement = sheet =>
                sheet.Judge(
                    WorkloadFacts.Pods,
                    WorkloadFacts.PodsBefore,
                    (after, before, evidence) =>
                        Verdict.All(
                            JudgeStill(before, after, Budgets.Of(sheet.Site, "restart window").Limit, evidence),
                            Judge(after, evidence)
                        )
                ),
        };

    public const string Entry = CrashLoop.Id;

    public static Verdict Judge(IReadOnlyList<Pod> pods, Evidence evidence)
    {
        if (pods.Count == 0)
            return Verdict.NotKnown($"the cluster lists no pod", null, evidence);
        var live = pods.Where(pod => IsLive(pod) && !IsPastTry(pod, pods)).ToArray();
        if (live.Length == 0)
            return Verdict.NotKnown($"no pod of the cluster is live", null, evidence);
        return Verdict.From(
            live.SelectMany(pod => About(pod, evidence)),
            () =>
                $"{live.Sum(pod => pod.Containers.Count)} containers of {live.Length} pods are ready"
                + $"{Tombstones(pods)}",
            evidence
        );
    }

    /// <param name="addons">Name shown -> pattern of pod names.</param>
    public static Verdict JudgeAddons(
        IReadOnlyList<Pod> pods,
        IReadOnlyDictionary<string, string> addons,
        Evidence evidence
    )
    {
        if (pods.Count == 0)
            return Verdict.NotKnown($"the cluster lists no pod", null, evidence);
        List<Finding> findings = [];
        foreach (var (name, pattern) in addons)
        {
            var listed = pods.Where(pod =>
                    Regex.IsMatch(pod.Name, pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)
                )
                .ToArray();
            var own = listed.Where(pod => !pod.IsTombstone).ToArray();
            if (own.Length == 0)
                findings.Add(new Finding($"no pod of {name} is there{Tombstones(listed)}", name, null, evidence));
            else if (own.All(pod => pod.Phase.Is(PodPhase.Succeeded)))
                findings.Add(new Finding($"no pod of {name} runs: {Names(own)} ran to its end", name, null, evidence));
            findings.AddRange(
                own.Where(pod => pod.Phase.Known is not (PodPhase.Running or PodPhase.Succeeded))
                    .Select(pod => new Finding(
                        $"{name}: {pod.Namespace}/{pod.Name} is {pod.Phase}",
                        pod.Name,
                        null,
                        evidence
                    ))
            );
            findings.AddRange(own.Where(pod => pod.Phase.Is(PodPhase.Running)).SelectMany(pod => About(pod, evidence)));
        }

        return Verdict.From(findings, () => $"{string.Join(", ", addons.Keys)} run", evidence);
    }

    /// <summary>Two looks a window apart: no container of a pod seen in both restarted in between.</summary>
    public static Verdict JudgeStill(
        IReadOnlyList<Pod> before,
        IReadOnlyList<Pod> after,
        TimeSpan window,
        Evidence evidence
    )
    {
        var counts = before
            .SelectMany(pod =>
                pod.Containers.Select(container => (Key: (pod.Namespace, pod.Name, container.Name), container.Restarts))
            )
            .ToDictionary(one => one.Key, one => one.Restarts);
        if (counts.Count == 0)
            return Verdict.NotKnown($"no container was seen before the window", null, evidence);
        if (after.All(pod => pod.Containers.Count == 0))
            return Verdict.NotKnown($"no container was seen after the window", null, evidence);
        var moved = after
            .SelectMany(pod => pod.Containers.Select(container => (pod, container)))
            .Where(one =>
                counts.TryGetValue((one.pod.Namespace, one.pod.Name, one.container.Name), out var then)
                && one.container.Restarts > then
            );
        return Verdict.From(
            moved.Select(one => new Finding(
                $"{one.pod.Namespace}/{one.pod.Name} restarted within {window.TotalMinutes:0.#} min (now "
                    + $"{one.container.Restarts} times{Last(one.container)})",
                one.pod.Name,
                Entry,
                evidence
            )),
            () => $"no container restarted within {window.TotalMinutes:0.#} min",
            evidence
        );
    }

    private static string Names(IEnumerable<Pod> pods) =>
        string.Join(", ", pods.Select(pod => $"{pod.Namespace}/{pod.Name}"));

    // A Job tries again with another pod, and keeps those that failed.
    private static bool IsPastTry(Pod pod, IReadOnlyList<Pod> pods) =>
        pod.Phase.Is(PodPhase.Failed)
        && pod.Job is { } job
        && pods.Any(other =>
            other.Job == job && other.Namespace == pod.Namespace && other.Phase.Is(PodPhase.Succeeded)
        );

    private static bool IsLive(Pod pod) => !pod.Phase.Is(PodPhase.Succeeded) && !pod.IsTombstone;

    // Who owned it has made another, and that one is judged.
    private static string Tombstones(IReadOnlyList<Pod> pods) =>
        pods.Where(pod => pod.IsTombstone || IsPastTry(pod, pods)).ToArray() is { Length: > 0 } ended
            ? $"; not counted, because they have ended and are only listed: {string.Join(", ", ended.Select(Ended))}"
            : "";

    private static string Ended(Pod pod) =>
        $"{pod.Namespace}/{pod.Name} ({(pod.IsTombstone ? $"{pod.Reason}" : $"{pod.Job} has succeeded since")})";

    private static IEnumerable<Finding> About(Pod pod, Evidence evidence)
    {
        if (!pod.Phase.Is(PodPhase.Running))
        {
            yield return new Finding($"{pod.Namespace}/{pod.Name} is {pod.Phase}", pod.Name, null, evidence);
            yield break;
        }

        if (pod.Containers.Count == 0)
            yield return new Finding(
                $"{pod.Namespace}/{pod.Name} is {pod.Phase}, but says nothing of its containers",
                pod.Name,
                null,
                evidence
            );
        foreach (var container in pod.Containers.Where(container => !container.Ready))
            yield return new Finding(
                $"{pod.Namespace}/{pod.Name} is {pod.Phase}, but its container {container.Name} is not ready: "
                    + $"{Why(container)}, restarted {container.Restarts} times{Last(container)}",
                pod.Name,
                container.WaitingReason.Is(WaitingReason.CrashLoopBackOff) ? Entry : null,
                evidence
            );
    }

    private static string Why(Container container) =>
        container.WaitingReason.Unsaid ? "no reason given" : container.WaitingReason.Word;

    private static string Last(Container container) =>
        container.LastTerminationReason.Unsaid ? "" : $", last ended by {container.LastTerminationReason}";
}
