using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>The management VM is ACTIVE (D-041), the file of this rebuild names its floating IP (DOCFIX-038), and ssh lets us in.</summary>
public static class TheManagementServerRuns
{
    public const string Entry = "D-041";
    public const string StaleFip = "DOCFIX-038";

    public static Verdict Judge(IReadOnlyList<Server> servers, string name, Evidence evidence)
    {
        var named = servers.Where(one => one.Name == name).ToArray();
        return named switch
        {
            [] => Verdict.Break($"no server is called {name} in its project", name, null, evidence),
            [{ Status.Known: ServerStatus.Active }] => Verdict.Keep($"{name} is ACTIVE", evidence),
            [var one] => Verdict.Break($"{name} is {one.Status}", name, Entry, evidence),
            _ => Verdict.NotKnown(
                $"{named.Length} servers are called {name}: {string.Join(", ", named.Select(one => one.Id))}",
                null,
                evidence
            ),
        };
    }

    /// <param name="fromFile">MGMT_FIP as the rebuild's file has it.</param>
    /// <param name="file">The file: it is what to mend, the server is well.</param>
    public static Verdict JudgeFip(
        string fromFile,
        string file,
        Server server,
        IReadOnlyList<FloatingIp> fips,
        Evidence evidence
    ) =>
        server.Addresses.Contains(fromFile)
            ? Verdict.Keep($"{fromFile} is {server.Name}'s floating IP", evidence)
            : Verdict.Break(
                $"{file} on the jumphost has MGMT_FIP={fromFile}, which is {(fips.Any(fip => fip.Address == fromFile) ? "another machine's floating IP" : "no floating IP of the project")}; {server.Name} has {Addresses(server, fips)}",
                file,
                StaleFip,
                evidence
            );

    private static string Addresses(Server server, IReadOnlyList<FloatingIp> fips) =>
        string.Join(
            ", ",
            server
                .Addresses.Where(address => fips.Any(fip => fip.Address == address))
                .DefaultIfEmpty($"no floating IP ({string.Join(", ", server.Addresses)})")
        );

    public static Verdict JudgeLogin(string name, Reading<ShellAnswer> login) =>
        login.JudgeMust(
            name,
            Entry,
            (answer, evidence) =>
                answer.Exit == 0
                    ? Verdict.Keep($"ssh to {name} lets us in", evidence)
                    : Verdict.Break(
                        $"ssh to {name} fails (exit {answer.Exit}): {answer.Stderr.Trim()}",
                        name,
                        Entry,
                        evidence
                    )
        );
}
