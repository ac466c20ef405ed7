using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>Finds the workload cluster by its name, or orders it of Magnum: marked and journalled.</summary>
public sealed class ClusterOrder(
    SiteWorkload? site,
    IOpenStack openStack,
    Scope tenant,
    KubeImage image,
    KubeTemplate template,
    TrustTrial trust,
    SecretTrial secret,
    Inquiry inquiry,
    Deeds deeds
)
{
    /// <summary>Its id, and whether this run made it.</summary>
    public async Task<(string Uuid, bool Made)> Obtain()
    {
        var name = Site.Cluster;
        var named = await Named(name);
        if (named.Length > 1)
        {
            var uuids = string.Join(", ", named.Select(one => one.Uuid));
            throw new VerdictException(Verdict.NotKnown($"{named.Length} clusters are called {name}: {uuids}"));
        }

        if (named.Length == 1)
            return (named[0].Uuid, false);
        deeds.Demand(Permit.Mutate, $"creating the cluster {name}");
        await deeds.Hold();
        return (await Create(await Prerequisites()), true);
    }

    private SiteWorkload Site =>
        site ?? throw new VerdictException(new Verdict.NotAsked($"the site has no workload section"));

    private async Task<MagnumCluster[]> Named(string name)
    {
        var listed = (await openStack.ClustersOf(tenant)).OrStop();
        if (deeds.May(Permit.Mutate) && listed.Any(one => one.Name == name && one.Labels.ContainsKey(Marks.Run)))
        {
            // It bears a run's mark: perhaps a dead run of ours left it. Holding the cloud sweeps it if the journal
            // agrees.
            await deeds.Hold();
            listed = (await openStack.ClustersOf(tenant)).OrStop();
        }

        return [.. listed.Where(one => one.Name == name)];
    }

    // A create on a wrong image or template fails late and leaves much behind, one that gets no trust or no
    // certificates fails with words that name neither: it is not begun.
    private async Task<ClusterTemplate> Prerequisites()
    {
        await trust.Try();
        await NotBroken(TrustsCanBeMade.Trial);
        await secret.Try();
        await NotBroken(CertificateStoreTakes.Check);
        await image.Ensure();
        (await inquiry.Ask(ImageCarriesItsVersion.Check)).OrStop();
        await template.Ensure();
        (await inquiry.Ask(TemplateIsAsWritten.Check)).OrStop();
        return (await template.Ensure()).OrStop();
    }

    // What a trial cannot tell, the create does.
    private async Task NotBroken(Check check)
    {
        if (await inquiry.Ask(check) is Verdict.Broken broken)
            throw new VerdictException(broken);
    }

    private async Task<string> Create(ClusterTemplate by)
    {
        var request = new ClusterRequest(
            Site.Cluster,
            by.Uuid,
            Site.Keypair,
            Site.Masters,
            Site.Workers,
            Marks.Of(deeds.Journal.RunId)
        );
        var accepted = await deeds.Journal.Do(
            "create",
            "cluster",
            Site.Cluster,
            null,
            () => openStack.ContainerInfra.CreateCluster(tenant, request),
            uuid => uuid
        );
        return accepted.OrBreak(Site.Cluster, null);
    }
}
