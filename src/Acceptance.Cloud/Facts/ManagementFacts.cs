using System.Globalization;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>The management VM, its cluster and its controllers.</summary>
public static class ManagementFacts
{
    /// <summary>MGMT_FIP as the rebuild's file on the jumphost has it.</summary>
    public static FactKey<string> AddressOnFile { get; } =
        FactKey<string>.Moving(
            "management address on file",
            async source =>
                AddressIn(
                    source.Site.Management!,
                    await source.Cloud.Shell.OnJumphost(
                        CommandCatalogue.AddressOnFile.With(source.Site.Management!.NetEnv)
                    )
                )
        );

    public static FactKey<IReadOnlyList<Server>> Servers { get; } =
        FactKey<IReadOnlyList<Server>>.Moving(
            "management servers",
            source => source.Cloud.OpenStack.Compute.Servers(source.Site.ManagementScope())
        );

    public static FactKey<IReadOnlyList<FloatingIp>> FloatingIps { get; } =
        FactKey<IReadOnlyList<FloatingIp>>.Moving(
            "management floating IPs",
            source => source.Cloud.OpenStack.Network.FloatingIps(source.Site.ManagementScope())
        );

    public static FactKey<IReadOnlyList<Port>> Ports { get; } =
        FactKey<IReadOnlyList<Port>>.Moving(
            "management ports",
            source => source.Cloud.OpenStack.Network.Ports(source.Site.ManagementScope())
        );

    /// <summary>Whether ssh lets us in.</summary>
    public static FactKey<ShellAnswer> Login { get; } = Asked("management login", _ => CommandCatalogue.LetsIn.With());

    /// <summary>`k8s status`.</summary>
    public static FactKey<ShellAnswer> Status { get; } =
        Asked("management cluster status", _ => CommandCatalogue.ManagementStatus.With());

    /// <summary>How the VIP that tenants must reach answers from inside the management VM.</summary>
    public static FactKey<ShellAnswer> ReachOfVip { get; } =
        Asked("reach from the management VM", site => ReachOf(site.ReachableFromTenant));

    public static FactKey<IReadOnlyList<Node>> Nodes { get; } =
        FactKey<IReadOnlyList<Node>>.Moving("management nodes", source => source.Cloud.Management.Nodes());

    public static FactKey<IReadOnlyList<Pod>> Pods { get; } =
        FactKey<IReadOnlyList<Pod>>.Moving("management pods", source => source.Cloud.Management.Pods());

    /// <summary>A pod of this run that connects to the VIP that tenants must reach, as last seen (D-035).</summary>
    public static FactKey<Pod> PodThatConnects { get; } = FactKey<Pod>.Witnessed("a pod of this run that connects");

    /// <summary>
    /// The version of each dependency of the chart by its name there: "cluster-api": "v1.13.2" (D-034).
    /// </summary>
    public static FactKey<IReadOnlyDictionary<string, string>> ChartDependencies { get; } =
        FactKey<IReadOnlyDictionary<string, string>>.Moving(
            "chart dependencies",
            async source =>
                Kubernetes.ChartDependencies.In(
                    source.Site.Management!.ChartDependencies!,
                    await source.Cloud.Shell.OnJumphost(
                        CommandCatalogue.ChartDependencies.With(source.Site.Management!.ChartDependencies!)
                    )
                )
        );

    private static FactKey<ShellAnswer> Asked(string id, Func<SiteManagement, CommandLine> command) =>
        FactKey<ShellAnswer>.Moving(
            id,
            source =>
                source.From(
                    AddressOnFile,
                    address =>
                    {
                        var site = source.Site.Management!;
                        return source.Cloud.Shell.On(new SshHost(site.Server, site.SshUser, address), command(site));
                    }
                ),
            AddressOnFile
        );

    private static CommandLine ReachOf(Uri vip) =>
        CommandCatalogue.Reach.With(vip.IdnHost, vip.Port.ToString(CultureInfo.InvariantCulture), vip.AbsoluteUri);

    private static Reading<string> AddressIn(SiteManagement site, Reading<ShellAnswer> read) =>
        read switch
        {
            Reading<ShellAnswer>.Seen { Value.Exit: 0 } => read.Map(answer =>
                answer.Stdout.Trim().Split('\n')[^1].Split('=', 2)[1].Trim().Trim('"', '\'')
            ),
            Reading<ShellAnswer>.Unread => read.As<string>(),
            _ => new Reading<string>.Unread(
                Unreadable.NotOursToRead,
                $"{site.NetEnv} on the jumphost has no line MGMT_FIP=ADDRESS: write this rebuild's into it",
                read.Evidence
            ),
        };
}
