using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// OpenStack answers the controllers what they ask for a cluster: a 403 in the conditions of its OpenStackCluster
/// does not pass by itself. While it is made that is D-039; once it is being deleted its finalizer waits for ever
/// (stuck-delete).
/// </summary>
public static partial class CapoIsNotRefused
{
    public static Check Check { get; } =
        new()
        {
            Id = "capo-not-refused",
            Promise = "OpenStack refuses Cluster API nothing for the workload cluster",
            Rung = "capi",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.OpenStackClusters, MagnumFacts.Cluster],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.OpenStackClusters,
                    MagnumFacts.Cluster,
                    (all, cluster, evidence) =>
                        Judge(all, cluster, $"magnum-{cluster.ProjectId}", overdue: false, evidence)
                ),
        };

    private const int MessageShown = 220;

    /// <param name="all">The OpenStackClusters of the namespace: the cluster's own is named by its stack, never by
    /// inference (FINDING-4).</param>
    /// <param name="overdue">Its delete has used up its budget: then it is stuck, whatever its conditions say.</param>
    public static Verdict Judge(
        IReadOnlyList<CustomObject> all,
        MagnumCluster cluster,
        string ns,
        bool overdue,
        Evidence evidence
    )
    {
        if (all.FirstOrDefault(one => one.Name == cluster.StackId) is not { } own)
            return Verdict.NotKnown($"no OpenStackCluster of {cluster.Name} is in {ns}", null, evidence);
        var refusal = Refused(own, ns);
        return (own.Deleting, refusal) switch
        {
            (true, { } refused) => Stuck($": {refused.Shown}"),
            (true, null) when overdue => Stuck(""),
            (false, { } refused) => Verdict.Break(
                $"OpenStack refuses what Cluster API asks for {cluster.Name}: {refused.Shown}",
                cluster.Name,
                Refusal.IsOfOctaviasPolicy(refused.Words) ? D039.Id : null,
                evidence
            ),
            _ => Verdict.Keep($"OpenStack refuses Cluster API nothing for {cluster.Name}{Last(own, ns)}", evidence),
        };

        Verdict Stuck(string why) =>
            Verdict.Break(
                $"{own.Name} hangs in Deleting in the namespace {ns}, held by {Holding(own.Finalizers)}{why}",
                own.Name,
                StuckDelete.Id,
                evidence
            );
    }

    /// <summary>OpenStack's words, and with where they stand.</summary>
    private static (string Words, string Shown)? Refused(CustomObject own, string ns) =>
        own.Conditions.FirstOrDefault(one => !one.IsWell && Refusal.IsIn(one.Message)) is { } condition
            ? (condition.Message, $"{Short(condition.Message)} (the condition {condition.Type} of {own.Name} in {ns})")
        : Refusal.IsIn(own.Failure) && !IsPast(own) ? (own.Failure, $"{Short(own.Failure)} ({Field(own, ns)})")
        : null;

    // Stored by an older controller, which does not take it back: what it reads as now is newer.
    private static bool IsPast(CustomObject own) =>
        own.Ready == true || own.Conditions.Any(one => one.IsSummary && one.Status.Is(ConditionStatus.True));

    // No refusal, but the only cause that there is to see: shown with where it stands, and what may be done about it.
    private static string Last(CustomObject own, string ns) =>
        (own.Conditions.Any(one => one.IsPause) ? "; it is paused: Cluster API does nothing for it" : "")
        + (
            own.Failure.Length == 0 ? ""
            : IsPast(own)
                ? $"; it is ready, and the last failure it keeps is: {Short(own.Failure)} ({Field(own, ns)}, so "
                    + "that it may be over: look again, and at what it names)"
            : $"; what holds it is: {Short(own.Failure)} ({Field(own, ns)}: look at what it names)"
        );

    private static string Field(CustomObject own, string ns) =>
        $"status.failureMessage of {own.Name} in {ns}, which bears no date";

    private static string Holding(IReadOnlyList<string> finalizers) =>
        finalizers.Count == 0 ? "no finalizer" : $"the finalizer {string.Join(", ", finalizers)}";

    // The telling part stands between a long query and the body's JSON.
    private static string Short(string message)
    {
        var telling = Query().Replace(message, "$1").Split(": {")[0];
        return telling.Length <= MessageShown ? telling : telling[..MessageShown] + "…";
    }

    [GeneratedRegex(@"(https?://[^\s?\]]+)\?[^\s\]]*", RegexOptions.NonBacktracking)]
    private static partial Regex Query();
}
