using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>The cluster template: found by name, or created as the runbook has it (phase-08 8.0). It stays, as the image does.</summary>
public sealed class KubeTemplate(AcceptanceRun run, RunParts parts)
{
    private readonly SharedOnce<Reading<ClusterTemplate>>? _once = parts.Site.Workload is null
        ? null
        : new("the cluster template", () => Make(run, parts));

    public Task<Reading<ClusterTemplate>> Ensure() =>
        _once?.Get() ?? throw new VerdictException(new Verdict.NotAsked("the site has no workload section"));

    private static async Task<Reading<ClusterTemplate>> Make(AcceptanceRun run, RunParts parts)
    {
        var magnum = parts.Cloud.OpenStack.ContainerInfra;
        var site = parts.Site.Workload!;
        var all = await magnum.Templates(parts.Tenant);
        var named = all.OrStop().Where(template => template.Name == site.Template.Name).ToArray();
        if (named.Length > 1)
            throw new VerdictException(
                Verdict.NotKnown(
                    $"{named.Length} templates are called {site.Template.Name}: {string.Join(", ", named.Select(one => one.Uuid))}; keep one",
                    null,
                    all.Evidence
                )
            );
        if (named.Length == 1)
            return all.Map(_ => named[0]);
        Needing.Permit(parts, Permit.Mutate, $"creating the template {site.Template.Name}");
        await run.Hold();
        await parts.Image.Ensure();
        var made = await parts.Journal.Do(
            "create",
            "template",
            site.Template.Name,
            null,
            () => magnum.CreateTemplate(parts.Tenant, Written(site)),
            template => template.Uuid
        );
        made.OrBreak(site.Template.Name, null);
        parts.Journal.Removed("template", site.Template.Name);
        return made;
    }

    private static ClusterTemplateRequest Written(SiteWorkload site) =>
        new(
            site.Template.Name,
            "kubernetes",
            site.Image.Name,
            site.ExternalNetwork,
            site.MasterFlavor.Name,
            site.WorkerFlavor.Name,
            true,
            true,
            site.Template.NetworkDriver,
            site.Template.DnsNameserver,
            site.Template.DockerStorageDriver,
            site.Template.Labels
        );
}
