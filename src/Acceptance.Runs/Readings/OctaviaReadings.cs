using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Readings;

/// <summary>Load balancers and amphorae, as administrator.</summary>
public sealed class OctaviaReadings(ICloud cloud)
{
    public async Task<Verdict> Judge() =>
        cloud.Site.Octavia is null
            ? new Verdict.NotAsked("the site has no octavia section")
            : Verdict.All(await Balancers(), await Amphorae());

    public async Task<Verdict> Balancers() =>
        (await cloud.OpenStack.LoadBalancing.LoadBalancers(Scope.Admin)).Judge(
            (all, evidence) => LoadBalancersServe.Judge(all, cloud.Site.Octavia!, evidence)
        );

    public async Task<Verdict> Amphorae()
    {
        var site = cloud.Site.Octavia!;
        var amphorae = cloud.OpenStack.LoadBalancing.Amphorae();
        var servers = cloud.OpenStack.Compute.Servers(Scope.Admin, allProjects: true);
        var project = await cloud.OpenStack.Identity.Project(site.ServicesProject, site.ServicesDomain);
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
        if (cloud.Site.Octavia is not { } site)
            return new Verdict.NotAsked("the site has no octavia section");
        var providers = await cloud.OpenStack.Placement.Providers();
        var candidates = await cloud.OpenStack.Placement.Candidates(
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
