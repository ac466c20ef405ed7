using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Readings;

/// <summary>The management VM, its cluster and its controllers.</summary>
public sealed class ManagementReadings(ICloud cloud)
{
    private static readonly Verdict NoManagement = new Verdict.NotAsked("the site has no management section");

    private SiteManagement? Site => cloud.Site.Management;

    public async Task<Verdict> JudgeServer()
    {
        if (Site is not { } site)
            return NoManagement;
        var servers = await cloud.OpenStack.Compute.Servers(Scope.Of(site.Project, site.Domain));
        var runs = servers.Judge((all, evidence) => TheManagementServerRuns.Judge(all, site.Server, evidence));
        if (!runs.Passes)
            return runs;
        var fip = await JudgeFip();
        return fip.Passes
            ? Verdict.All(runs, fip, TheManagementServerRuns.JudgeLogin(site.Server, await On("true")))
            : fip;
    }

    /// <summary>MGMT_FIP of the rebuild's file is the floating IP of the server (DOCFIX-038).</summary>
    public async Task<Verdict> JudgeFip()
    {
        if (Site is not { } site)
            return NoManagement;
        var scope = Scope.Of(site.Project, site.Domain);
        var servers = await cloud.OpenStack.Compute.Servers(scope);
        var fips = await cloud.OpenStack.Network.FloatingIps(scope);
        var file = await FipOnFile();
        return servers.Judge(
            (all, _) =>
                fips.Judge(
                    (floating, evidence) =>
                        file.Judge(
                            (address, _) =>
                                all.FirstOrDefault(one => one.Name == site.Server) is { } server
                                    ? TheManagementServerRuns.JudgeFip(address, site.NetEnv, server, floating, evidence)
                                    : Verdict.NotKnown($"no server is called {site.Server}", null, evidence)
                        )
                )
        );
    }

    public async Task<Verdict> JudgeCluster()
    {
        if (Site is not { } site)
            return NoManagement;
        var ready = (await On(ManagementIsReady.Command)).Judge(
            (answer, evidence) => ManagementIsReady.Judge(site.Server, answer, evidence)
        );
        if (!ready.Passes)
            return ready;
        var nodes = (await cloud.Management.Nodes()).JudgeMust(
            site.Server,
            "D-041",
            (all, evidence) => NodesAreReady.Judge(all, null, null, evidence)
        );
        return Verdict.All(ready, nodes);
    }

    public async Task<Verdict> JudgeControllers() =>
        Site is null ? NoManagement : (await cloud.Management.Pods()).Judge(ControllersRun.Judge);

    /// <summary>Runs a command on the management VM, at the address of the rebuild's file.</summary>
    public async Task<Reading<ShellAnswer>> On(string command)
    {
        var site = Site!;
        return await FipOnFile() switch
        {
            Reading<string>.Seen seen => await cloud.Shell.On(
                new SshHost(site.Server, site.SshUser, seen.Value),
                command
            ),
            var unread => unread.As<ShellAnswer>(),
        };
    }

    private async Task<Reading<string>> FipOnFile()
    {
        var site = Site!;
        var read = await cloud.Shell.OnJumphost($"grep -E '^(export )?MGMT_FIP=' {site.NetEnv}");
        if (read is Reading<ShellAnswer>.Seen { Value.Exit: 0 } seen)
            return read.Map(answer => answer.Stdout.Trim().Split('\n')[^1].Split('=', 2)[1].Trim().Trim('"', '\''));
        return read is Reading<ShellAnswer>.Unread
            ? read.As<string>()
            : new Reading<string>.Unread(
                Unreadable.NotOursToRead,
                $"{site.NetEnv} on the jumphost has no line MGMT_FIP=ADDRESS: write this rebuild's into it",
                read.Evidence
            );
    }
}
