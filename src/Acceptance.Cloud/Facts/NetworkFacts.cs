using System.Globalization;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Facts;

/// <summary>The provider network as it is seen from outside.</summary>
public static class NetworkFacts
{
    /// <summary>More would prove no more of one network.</summary>
    private const int MostAsked = 16;

    /// <summary>The floating IPs of all projects.</summary>
    public static FactKey<IReadOnlyList<FloatingIp>> FloatingIps { get; } =
        FactKey<IReadOnlyList<FloatingIp>>.Moving(
            "floating IPs",
            source => source.Cloud.OpenStack.Network.FloatingIps(Scope.Admin)
        );

    /// <summary>
    /// What answers the jumphost at the floating IPs that are in use; those of a server that does not run are left
    /// out. Empty where none is in use.
    /// </summary>
    public static FactKey<IReadOnlyList<AddressAnswer>> FloatingIpAnswers { get; } =
        FactKey<IReadOnlyList<AddressAnswer>>.Moving(
            "floating IP answers",
            source =>
                source.From(
                    FloatingIps,
                    addresses =>
                        source.From(
                            ComputeFacts.AllServers,
                            servers => Ask(source.Cloud, InUse(addresses, servers, source.Site.Management?.Server))
                        )
                ),
            FloatingIps,
            ComputeFacts.AllServers
        );

    /// <summary>
    /// Whether the management VM lets us in, which is asked past the provider network: what does not come back shows
    /// that packets are lost, a refusal that they are not. Unread where the VM does not run.
    /// </summary>
    public static FactKey<ShellAnswer> LoginPastIt { get; } =
        FactKey<ShellAnswer>.Moving(
            "login past the provider network",
            source =>
                source.From(
                    ComputeFacts.AllServers,
                    servers =>
                        servers.Any(server =>
                            server.Name == source.Site.Management?.Server && server.Status.Is(ServerStatus.Active)
                        )
                            ? source.Read(ManagementFacts.Login)
                            : Task.FromResult<Reading<ShellAnswer>>(
                                new Reading<ShellAnswer>.Unread(
                                    Unreadable.NotOursToRead,
                                    $"no management VM runs that could be logged in to",
                                    Evidence.None
                                )
                            )
                ),
            ComputeFacts.AllServers,
            ManagementFacts.Login
        );

    // The management VM's first: it is known to answer on a port that is tried.
    private static string[] InUse(IReadOnlyList<FloatingIp> all, IReadOnlyList<Server> servers, string? management) =>
        [
            .. all.Where(one => one.PortId is not null && one.Status.Is(FloatingIpStatus.Active))
                .Select(one => one.Address)
                .Where(address =>
                    servers.All(server => server.Status.Is(ServerStatus.Active) || !server.Addresses.Contains(address))
                )
                .OrderBy(address =>
                    servers.Any(server => server.Name == management && server.Addresses.Contains(address)) ? 0 : 1
                )
                .ThenBy(address => address, StringComparer.Ordinal)
                .Take(MostAsked),
        ];

    private static async Task<Reading<IReadOnlyList<AddressAnswer>>> Ask(ICloud cloud, string[] addresses)
    {
        if (addresses.Length == 0)
            return new Reading<IReadOnlyList<AddressAnswer>>.Seen([], Evidence.None);
        var asked = await cloud.Shell.OnJumphost(CommandCatalogue.OpenPorts.With(addresses));
        return asked is Reading<ShellAnswer>.Seen { Value.Exit: not 0 } failed
            ? new Reading<IReadOnlyList<AddressAnswer>>.Unread(
                Unreadable.Failed,
                $"the jumphost could not try the floating IPs (exit {failed.Value.Exit}: "
                    + $"{failed.Value.Stderr.Trim()})",
                failed.Evidence
            )
            : asked.Map<IReadOnlyList<AddressAnswer>>(answer =>
                [.. addresses.Select(address => new AddressAnswer(address, OpenAt(address, answer.Stdout)))]
            );
    }

    // A line an open port: ADDRESS PORT.
    private static IReadOnlyList<int> OpenAt(string address, string printed) =>
        [
            .. printed
                .Split('\n', StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' '))
                .Where(words => words.Length == 2 && words[0] == address)
                .Select(words =>
                    int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0
                )
                .Where(port => port > 0)
                .Order(),
        ];
}
