using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// CREATE_COMPLETE, an API address, the counts asked for (phase-08 8.2), and health by Magnum's word.
/// </summary>
public static class ClusterIsComplete
{
    public static Check Check { get; } =
        new()
        {
            Id = "cluster-complete",
            Promise = "the workload cluster is complete, with its nodes and its address",
            Rung = "workload",
            Gates = true,
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Cluster],
            Judgement = sheet =>
                sheet.Judge(MagnumFacts.Cluster, (cluster, evidence) => Judge(cluster, sheet.Site.Workload!, evidence)),
        };

    public static Check Building { get; } =
        new()
        {
            Id = "cluster-building",
            Promise = "Magnum is building the workload cluster or has built it",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Cluster, MagnumFacts.ClusterMade],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Cluster,
                    (cluster, evidence) =>
                        Overdue(cluster, sheet, evidence)
                        ?? JudgeBuilding(cluster, IsMade(sheet), sheet.Site.Workload!, evidence)
                ),
        };

    public static Check Health { get; } =
        new()
        {
            Id = "cluster-healthy",
            Promise = "Magnum calls the workload cluster healthy",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            ExplainedBy =
            [
                ManagementServerRuns.Check,
                ConductorRunsTheDriver.Check,
                ConductorReadsItsSettings.Check,
                TenantSetupStands.Credential,
                ManagementServerRuns.Address,
                ManagementServerRuns.Login,
                ManagementIsReady.Check,
                ManagementIsReady.Nodes,
                ControllersRun.Check,
                CapoIsNotRefused.Check,
            ],
            Facts = [MagnumFacts.Cluster, JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Cluster,
                    (cluster, evidence) =>
                        JudgeHealth(
                            cluster,
                            sheet.Site.Management?.Server ?? "the management VM",
                            ConductorsOf(sheet),
                            evidence
                        )
                ),
        };

    // Where the model was not read, the conductors are told by the name of their application.
    private static string ConductorsOf(FactSheet sheet)
    {
        var juju = sheet.Site.Juju ?? new SiteJuju { Controller = "", Model = "" };
        var model = sheet.Reading(JujuFacts.Model).ValueOrDefault;
        string[] units = model is null
            ? []
            : [.. model.Units.Where(Roles.Players(model, juju, Roles.Magnum)).Select(unit => unit.Name)];
        return units.Length > 0 ? string.Join(", ", units) : Roles.ApplicationOf(juju, Roles.Magnum);
    }

    private static bool IsMade(FactSheet sheet) => sheet.Reading(MagnumFacts.ClusterMade).ValueOrDefault;

    // One that this run makes is waited for; a found one is given the same time.
    private static Verdict? Overdue(MagnumCluster cluster, FactSheet sheet, Evidence evidence)
    {
        var limit = Budgets.Of(sheet.Site, "cluster create").Limit;
        return
            cluster.Status.Is(ClusterStatus.CreateInProgress) && !IsMade(sheet) && sheet.Now - cluster.Created > limit
            ? Verdict.Break(
                $"{cluster.Name} is {cluster.Status}{Moment.Since(cluster.Created)}: overdue, it is "
                    + $"given {limit.TotalMinutes:0} min",
                cluster.Name,
                null,
                evidence
            )
            : null;
    }

    /// <param name="made">Whether this run made it; else it was found.</param>
    public static Verdict JudgeBuilding(MagnumCluster cluster, bool made, SiteWorkload site, Evidence evidence) =>
        cluster.Status.Known switch
        {
            null => Verdict.NotKnown(
                $"{cluster.Name} is {cluster.Status}, which is no state of a cluster",
                null,
                evidence
            ),
            ClusterStatus.CreateFailed
            or ClusterStatus.UpdateFailed
            or ClusterStatus.DeleteFailed
            or ClusterStatus.ResumeFailed
            or ClusterStatus.RollbackFailed => Judge(cluster, site, evidence),
            _ => Verdict.Keep(
                $"{cluster.Name} ({cluster.Uuid}) is {cluster.Status}: "
                    + $"{(made ? "made by this run" : "found, not made")}",
                evidence
            ),
        };

    /// <summary>One look of the wait: a failed create never becomes complete.</summary>
    public static Observation<MagnumCluster> Look(MagnumCluster cluster, Evidence? evidence = null) =>
        cluster.Status.Known switch
        {
            ClusterStatus.CreateComplete or ClusterStatus.UpdateComplete => new Observation<MagnumCluster>.Reached(
                cluster
            ),
            ClusterStatus.CreateInProgress or ClusterStatus.UpdateInProgress => new Observation<MagnumCluster>.NotYet(
                $"{cluster.Status.Word}",
                evidence
            ),
            _ => new Observation<MagnumCluster>.Never($"{cluster.Status}: {cluster.Reason}", Cause(cluster), evidence),
        };

    public static Verdict Judge(MagnumCluster cluster, SiteWorkload site, Evidence evidence)
    {
        List<Finding> findings = [];
        if (cluster.Status.Known is not (ClusterStatus.CreateComplete or ClusterStatus.UpdateComplete))
            findings.Add(FindingAt($"{cluster.Name} is {cluster.Status}: {cluster.Reason}", Cause(cluster)));
        if (string.IsNullOrEmpty(cluster.ApiAddress))
            findings.Add(FindingAt($"{cluster.Name} has no api_address", null));
        if (cluster.Masters != site.Masters || cluster.Workers != site.Workers)
            findings.Add(
                FindingAt(
                    $"{cluster.Name} has {cluster.Masters} masters and {cluster.Workers} workers, "
                        + $"not {site.Masters} and {site.Workers}",
                    null
                )
            );
        return Verdict.From(
            findings,
            () =>
                $"{cluster.Name} is {cluster.Status} at {cluster.ApiAddress} with {cluster.Masters} master and "
                + $"{cluster.Workers} workers",
            evidence
        );

        Finding FindingAt(Sentence sentence, string? entry) => new(sentence, cluster.Name, entry, evidence);
    }

    /// <summary>
    /// HEALTHY passes. The cosmetic reason of driver 1.3.0 is D-042. An empty reason is what a management API that is
    /// not reached leaves behind (ops-capi section 0); whether D-041 is why, the checks say that explain this one.
    /// </summary>
    /// <param name="management">The management VM: where to look when its API is not reached.</param>
    /// <param name="conductors">The units whose conductor reads the health.</param>
    public static Verdict JudgeHealth(MagnumCluster cluster, string management, string conductors, Evidence evidence) =>
        cluster switch
        {
            { Health.Known: ClusterHealthStatus.Healthy } => Verdict.Keep($"{cluster.Name} is HEALTHY", evidence),
            { HealthReason.Count: 0, Health.Unsaid: true } => Verdict.NotKnown(
                $"Magnum says nothing of {cluster.Name}'s health yet",
                null,
                evidence
            ),
            { HealthReason.Count: 0 } => Verdict.Break(
                $"{cluster.Name} is {cluster.Health} without a reason, as it reads while the conductor does not "
                    + $"reach the management API",
                management,
                null,
                evidence
            ),
            _ when IsCosmetic(cluster) => Verdict.Break(
                $"{cluster.Name} is {cluster.Health}: {Reason(cluster)}",
                conductors,
                D042.Id,
                evidence
            ),
            _ when Reason(cluster).Length == 0 => Verdict.Break(
                $"{cluster.Name} is {cluster.Health}, although every part of it is called Ready",
                cluster.Name,
                null,
                evidence
            ),
            _ => Verdict.Break($"{cluster.Name} is {cluster.Health}: {Reason(cluster)}", cluster.Name, null, evidence),
        };

    /// <summary>All components Ready but the infrastructure, which is "not found" (FACTS 8.8).</summary>
    public static bool IsCosmetic(MagnumCluster cluster) =>
        cluster.HealthReason.TryGetValue("infrastructure", out var infrastructure)
        && infrastructure.Is(ComponentHealth.InfrastructureNotFound)
        && cluster.HealthReason.All(reason => reason.Key == "infrastructure" || reason.Value.Is(ComponentHealth.Ready));

    private static string Reason(MagnumCluster cluster) =>
        string.Join(
            ", ",
            cluster
                .HealthReason.Where(reason => !reason.Value.Is(ComponentHealth.Ready))
                .Select(reason => $"{reason.Key}: {reason.Value}")
        );

    private static string? Cause(MagnumCluster cluster) =>
        cluster.Reason switch
        {
            { } reason
                when reason.Contains("kube_version", StringComparison.OrdinalIgnoreCase)
                    || reason.Contains("os_distro", StringComparison.OrdinalIgnoreCase) => LP63.Id,
            { } reason when Refusal.IsOfOctaviasPolicy(reason) => D039.Id,
            _ when cluster.Status.Is(ClusterStatus.DeleteFailed) => StuckDelete.Id,
            _ => null,
        };
}
