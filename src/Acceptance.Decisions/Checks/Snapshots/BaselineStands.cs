using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Snapshots;

/// <summary>
/// D-011.7, of the kind that the site names. Snapshots stand per domain and disk, in order: deploy &lt; Snapshot 1 &lt;
/// first tenant resource &lt; Snapshot 2 (D-012); a capture by <see cref="CaptureStands"/>.
/// </summary>
public static class BaselineStands
{
    public static Check Check { get; } =
        new()
        {
            Id = "baseline-stands",
            Promise = "the baseline that the site names stands behind this deploy",
            Rung = "vips",
            Needs = [SiteNeed.Baseline],
            Facts =
            [
                ComputeFacts.Snapshots,
                CaptureFacts.All,
                JujuFacts.Model,
                JujuFacts.Controller,
                ComputeFacts.AllServers,
                IdentityFacts.ServicesProject,
                MagnumFacts.Networks,
            ],
            Judgement = sheet =>
                sheet.Site.Baseline is { Kind: SiteBaseline.Capture } baseline
                    ? sheet.Judge(
                        CaptureFacts.All,
                        JujuFacts.Controller,
                        JujuFacts.Model,
                        (captures, controller, model, evidence) =>
                            CaptureStands.Judge(
                                captures,
                                controller,
                                baseline,
                                DeployDate.Of(model, sheet.Reading(MagnumFacts.Networks)),
                                sheet.Now,
                                evidence
                            )
                    )
                    : sheet.Judge(
                        ComputeFacts.Snapshots,
                        JujuFacts.Model,
                        ComputeFacts.AllServers,
                        (disks, model, servers, evidence) => JudgeOrder(disks, model, servers, sheet, evidence)
                    ),
        };

    // Unread, every amphora would count as a tenant's first server: where there is an Octavia, its project must be
    // known.
    private static Verdict JudgeOrder(
        IReadOnlyList<DiskSnapshots> disks,
        JujuModel model,
        IReadOnlyList<Server> servers,
        FactSheet sheet,
        Evidence evidence
    )
    {
        return sheet.Site.Octavia is null
            ? InOrder(null)
            : sheet.Judge(IdentityFacts.ServicesProject, (project, _) => InOrder(project.Id));

        Verdict InOrder(string? services) =>
            Judge(
                disks,
                sheet.Site.Hypervisor!.Domains,
                sheet.Site.Snapshots!,
                DeployDate.Of(model, sheet.Reading(MagnumFacts.Networks)),
                FirstTenant(servers, services),
                evidence
            );
    }

    private const string Entry = D0117.Id;

    /// <param name="deployed">When the model was deployed.</param>
    /// <param name="firstTenant">When the first tenant resource was made; null when there is none yet.</param>
    public static Verdict Judge(
        IReadOnlyList<DiskSnapshots> disks,
        IReadOnlyCollection<string> domains,
        SiteSnapshots site,
        DateTimeOffset? deployed,
        DateTimeOffset? firstTenant,
        Evidence evidence
    )
    {
        if (domains.Count == 0)
            return Verdict.NotKnown($"the site names no domain ($.hypervisor.domains)", Entry, evidence);
        if (Without(disks, domains) is { } lack)
            return Verdict.NotKnown(lack, Entry, evidence);
        if (deployed is null)
            return Verdict.NotKnown($"when the model was deployed could not be read", Entry, evidence);
        DiskSnapshots[] other = [.. disks.Where(disk => !disk.CanCarryAny)];
        disks = [.. disks.Except(other)];
        Finding[] findings = [.. disks.SelectMany(disk => About(disk, site, deployed.Value, firstTenant, evidence))];
        return Verdict.From(
            findings,
            () =>
                $"{Counted(disks.Count, "disk")} of {Counted(domains.Count, "domain")} "
                + $"{(disks.Count == 1 ? "carries" : "carry")} "
                + $"{site.First}{(firstTenant is null ? "" : $" and {site.Second}")} in order{Left(other)}",
            evidence
        );
    }

    /// <summary>
    /// When the first tenant resource was made: the oldest server outside the services project; null when there is
    /// none.
    /// </summary>
    public static DateTimeOffset? FirstTenant(IReadOnlyList<Server> servers, string? servicesProjectId) =>
        servers
            .Where(server => server.ProjectId != servicesProjectId)
            .Select(server => (DateTimeOffset?)server.Created)
            .Min();

    /// <summary>The domains of which no disk was read, or none that can carry a snapshot.</summary>
    private static Sentence? Without(IReadOnlyList<DiskSnapshots> disks, IReadOnlyCollection<string> domains)
    {
        var unseen = domains.Where(domain => disks.All(disk => disk.Domain != domain)).ToArray();
        if (unseen.Length > 0)
            return $"no disk of {string.Join(", ", unseen)} was read";
        var bare = domains.Where(domain => disks.All(disk => disk.Domain != domain || !disk.CanCarryAny)).ToArray();
        if (bare.Length == 0)
            return null;
        return $"no disk of {string.Join(", ", bare)} can carry a snapshot (none is qcow2): have the site "
            + $"leave it out ($.hypervisor.domains) or take a capture for its baseline";
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Left(DiskSnapshots[] other) =>
        other.Length == 0
            ? ""
            : $"; not applicable, because they carry none: "
                + string.Join(", ", other.Select(disk => $"{disk.Domain}/{disk.Target} ({disk.Format})"));

    private static IEnumerable<Finding> About(
        DiskSnapshots disk,
        SiteSnapshots site,
        DateTimeOffset deployed,
        DateTimeOffset? tenant,
        Evidence evidence
    )
    {
        var name = $"{disk.Domain}/{disk.Target}";
        return Faults(name, disk, site, deployed, tenant).Select(wrong => new Finding(wrong, name, Entry, evidence));
    }

    private static IEnumerable<Sentence> Faults(
        string name,
        DiskSnapshots disk,
        SiteSnapshots site,
        DateTimeOffset deployed,
        DateTimeOffset? tenant
    )
    {
        var first = disk.Snapshots.FirstOrDefault(snapshot => snapshot.Tag == site.First);
        var second = disk.Snapshots.FirstOrDefault(snapshot => snapshot.Tag == site.Second);
        if (first is null)
        {
            yield return $"{name} has no {site.First}";
            yield break;
        }

        if (first.Taken < deployed)
            yield return $"{name}: {site.First} ({first.Taken:yyyy-MM-dd HH:mm}) was taken before the deploy "
                + $"({deployed:yyyy-MM-dd HH:mm})";
        if (tenant is not { } moment)
            yield break;
        if (first.Taken > moment)
            yield return $"{name}: {site.First} ({first.Taken:yyyy-MM-dd HH:mm}) was taken after the first tenant "
                + $"resource ({moment:yyyy-MM-dd HH:mm})";
        if (second is null)
            yield return $"{name} has no {site.Second}, and tenant resources stand";
        else if (second.Taken < moment)
            yield return $"{name}: {site.Second} ({second.Taken:yyyy-MM-dd HH:mm}) "
                + $"was taken before the first tenant resource ({moment:yyyy-MM-dd HH:mm})";
    }
}
