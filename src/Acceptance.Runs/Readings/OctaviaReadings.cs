using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Readings;

/// <summary>Load balancers and amphorae, as administrator.</summary>
public sealed class OctaviaReadings(RunParts parts)
{
    public async Task<Verdict> Judge() =>
        parts.Site.Octavia is null
            ? new Verdict.NotAsked("the site has no octavia section")
            : Verdict.All(await Balancers(), await Amphorae());

    public async Task<Verdict> Balancers() =>
        (await parts.Cloud.OpenStack.LoadBalancing.LoadBalancers(Scope.Admin)).Judge(
            (all, evidence) => LoadBalancersServe.Judge(all, parts.Site.Octavia!, evidence)
        );

    public async Task<Verdict> Amphorae()
    {
        var site = parts.Site.Octavia!;
        var amphorae = parts.Cloud.OpenStack.LoadBalancing.Amphorae();
        var servers = parts.Cloud.OpenStack.Compute.Servers(Scope.Admin, allProjects: true);
        var project = await parts.Cloud.OpenStack.Identity.Project(site.ServicesProject, site.ServicesDomain);
        var serversRead = await servers;
        return (await amphorae).Judge(
            (rows, evidence) =>
                serversRead.Judge(
                    (all, _) =>
                        project.Judge((services, _) => AmphoraeAreAllocated.Judge(rows, all, services.Id, evidence))
                )
        );
    }

    public async Task<Verdict> Room()
    {
        var site = parts.Site.Octavia!;
        var providers = await parts.Cloud.OpenStack.Placement.Providers();
        var candidates = await parts.Cloud.OpenStack.Placement.Candidates(
            site.AmphoraRamMb,
            site.AmphoraVcpus,
            site.AmphoraDiskGb
        );
        return providers.Judge(
            (all, _) =>
                candidates.Judge((names, evidence) => ThereIsRoomForOneAmphora.Judge(names, all, site, evidence))
        );
    }
}
