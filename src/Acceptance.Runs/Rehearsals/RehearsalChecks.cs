using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Resources;

namespace Acceptance.Runs.Rehearsals;

/// <summary>The checks that took the place of the literal lines, asked on a rehearsal cloud through the same drivers.</summary>
public sealed class RehearsalChecks(ICloud cloud)
{
    public async Task<Verdict> Charms() =>
        (await cloud.Juju.Status()).Judge(
            (model, evidence) => EveryUnitIsAsExpected.Judge(model, cloud.Site.Juju!, evidence)
        );

    public async Task<Verdict> Addresses()
    {
        var asked = await Task.WhenAll(
            cloud.Site.Endpoints.Select(async endpoint => (endpoint, await cloud.Http.Ask(endpoint.Url)))
        );
        return EveryVipAnswers.Judge(asked);
    }

    public async Task<Verdict> TenantReach()
    {
        var site = cloud.Site.Management!;
        var file = (await cloud.Shell.OnJumphost($"grep -E '^(export )?MGMT_FIP=' {site.NetEnv}")).OrStop();
        var address = file.Stdout.Trim().Split('=', 2)[1].Trim('"', '\'');
        var answer = await cloud.Shell.On(
            new Acceptance.Cloud.Hosts.SshHost(site.Server, site.SshUser, address),
            TenantReachesTheVip.Command(site.ReachableFromTenant)
        );
        return answer.Judge(
            (shell, evidence) =>
                Verdict.All(
                    TenantReachesTheVip.JudgePort(shell, site, evidence),
                    TenantReachesTheVip.JudgeService(shell, site, evidence)
                )
        );
    }

    public async Task<Verdict> Containers()
    {
        var api = cloud.Cluster(await Kubeconfig()).OrStop();
        return (await api.Pods()).Judge(EveryContainerIsReady.Judge);
    }

    /// <summary>The kubeconfig of the rehearsal's workload cluster, in the jumphost's home, for its owner only.</summary>
    public async Task<string> KubeconfigFile()
    {
        var file = Path.Combine(cloud.Site.Jumphost.Home!, $"{cloud.Site.Workload!.Cluster}.kubeconfig");
        await File.WriteAllTextAsync(file, await Kubeconfig());
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    private async Task<string> Kubeconfig()
    {
        var site = cloud.Site.Workload!;
        var scope = Scope.Of(site.Project, site.Domain);
        var cluster = (await cloud.OpenStack.ContainerInfra.Cluster(scope, site.Cluster)).OrStop();
        return (await cloud.OpenStack.ContainerInfra.Kubeconfig(scope, cluster)).OrStop();
    }
}
