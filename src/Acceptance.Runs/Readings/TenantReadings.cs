using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Readings;

/// <summary>The tenant's side of phase-08: its network, keypair, flavors and roles, Magnum and its driver.</summary>
public sealed class TenantReadings(ICloud cloud, FactsOnce facts)
{
    private static readonly Verdict NoWorkload = new Verdict.NotAsked("the site has no workload section");

    private IOpenStack OpenStack => cloud.OpenStack;

    private SiteWorkload? Site => cloud.Site.Workload;

    public async Task<Verdict> NetworkAndKeypair()
    {
        if (Site is not { } site)
            return NoWorkload;
        var network = (await OpenStack.Network.Networks(TenantScope.NamedBy(cloud.Site))).Judge(
            (all, evidence) => TenantSetupStands.JudgeNetwork(all, site.ExternalNetwork, evidence)
        );
        var keypair = (await OpenStack.Compute.Keypairs(TenantScope.NamedBy(cloud.Site))).Judge(
            (all, evidence) => TenantSetupStands.JudgeKeypair(all, site.Keypair, evidence)
        );
        return Verdict.All(network, keypair);
    }

    public async Task<Verdict> Flavors() =>
        Site is not { } site
            ? NoWorkload
            : (await OpenStack.Compute.Flavors(TenantScope.NamedBy(cloud.Site))).Judge(
                (all, evidence) =>
                    Verdict.All(
                        TenantSetupStands.JudgeFlavor(all, site.MasterFlavor, evidence),
                        TenantSetupStands.JudgeFlavor(all, site.WorkerFlavor, evidence)
                    )
            );

    public async Task<Verdict> Roles()
    {
        if (Site is not { } site)
            return NoWorkload;
        var token = await facts.Token(Scope.Admin);
        var project = await OpenStack.Identity.Project(site.Project, site.Domain);
        if (token is not Reading<TokenFacts>.Seen me)
            return token.Judge((_, _) => NoWorkload);
        if (project is not Reading<Project>.Seen home)
            return project.Judge((_, _) => NoWorkload);
        return (await OpenStack.Identity.Roles(me.Value.UserId, home.Value.Id)).Judge(
            (held, evidence) =>
                TenantSetupStands.JudgeRoles($"{me.Value.UserName} on {site.Project}", held, site.Roles, evidence)
        );
    }

    public async Task<Verdict> Driver()
    {
        if (cloud.Site.Management is not { } management)
            return new Verdict.NotAsked("the site has no management section");
        return await new RungReadings(cloud, facts).Juju(
            (model, site, _) =>
                Driver(
                    model,
                    unit =>
                        unit.Application
                        == Acceptance.Decisions.Checks.Juju.Roles.Of(
                            site,
                            Acceptance.Decisions.Checks.Juju.Roles.Magnum
                        ),
                    management
                )
        );
    }

    // Two questions: where the driver lies is the first one's answer.
    private async Task<Verdict> Driver(JujuModel model, Func<JujuUnit, bool> which, SiteManagement management)
    {
        var reading = await Units.Ask(cloud, model, which, TheConductorRunsTheDriver.Command(management));
        if (reading is not Reading<UnitAnswers>.Seen asked)
            return reading.Judge((_, _) => NoWorkload);
        var written = TheConductorRunsTheDriver.WrittenCommand(asked.Value, management) is { } command
            ? await Units.Ask(cloud, model, which, command)
            : asked.Map(answers => answers with { Answers = new Dictionary<string, UnitAnswer>() });
        return written.Judge(
            (installed, _) => TheConductorRunsTheDriver.Judge(asked.Value, installed, management, asked.Evidence)
        );
    }

    /// <summary>The rung: Magnum lists, the conductor has its driver, and who creates carries the roles.</summary>
    public async Task<Verdict> JudgeMagnum()
    {
        if (Site is null)
            return NoWorkload;
        var lists = (await OpenStack.ContainerInfra.Clusters(TenantScope.NamedBy(cloud.Site))).JudgeMust(
            "magnum",
            null,
            (all, evidence) => Verdict.Keep($"Magnum lists {all.Count} clusters", evidence)
        );
        return lists.Passes ? Verdict.All(lists, await Driver(), await Roles()) : lists;
    }

    public async Task<Verdict> JudgeWorkload()
    {
        if (Site is not { } site)
            return NoWorkload;
        return (await OpenStack.ContainerInfra.Cluster(TenantScope.NamedBy(cloud.Site), site.Cluster)).Judge(
            (cluster, evidence) => TheClusterIsComplete.Judge(cluster, site, evidence)
        );
    }
}
