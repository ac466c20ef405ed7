using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The management VM is ACTIVE (D-041), the file of this rebuild names its floating IP (DOCFIX-038), and ssh lets us
/// in.
/// </summary>
public static class ManagementServerRuns
{
    public static Check Check { get; } =
        new()
        {
            Id = "management-server-runs",
            Promise = "the management VM runs",
            Rung = "mgmt-vm",
            Gates = true,
            Needs = [SiteNeed.Management],
            Facts = [ManagementFacts.Servers],
            Judgement = sheet =>
                sheet.Judge(
                    ManagementFacts.Servers,
                    (all, evidence) => Judge(all, sheet.Site.Management!.Server, evidence)
                ),
        };

    public static Check Address { get; } =
        new()
        {
            Id = "management-address-on-file",
            Promise = "the address on file for the management VM is its own",
            Rung = "mgmt-vm",
            Gates = true,
            Needs = [SiteNeed.Management],
            After = [Check],
            Facts = [ManagementFacts.FloatingIps, ManagementFacts.Servers, ManagementFacts.AddressOnFile],
            Judgement = sheet =>
                sheet.Judge(
                    ManagementFacts.FloatingIps,
                    ManagementFacts.Servers,
                    ManagementFacts.AddressOnFile,
                    (fips, servers, address, evidence) =>
                        JudgeFip(address, sheet.Site.Management!, servers, fips, evidence)
                ),
        };

    public static Check Login { get; } =
        new()
        {
            Id = "management-login",
            Promise = "ssh to the management VM lets us in",
            Rung = "mgmt-vm",
            Gates = true,
            Needs = [SiteNeed.Management],
            After = [Address],
            Facts = [ManagementFacts.Login],
            Judgement = sheet => JudgeLogin(sheet.Site.Management!.Server, sheet.Reading(ManagementFacts.Login)),
        };

    private static Verdict JudgeFip(
        string fromFile,
        SiteManagement site,
        IReadOnlyList<Server> servers,
        IReadOnlyList<FloatingIp> fips,
        Evidence evidence
    ) =>
        servers.FirstOrDefault(one => one.Name == site.Server) is { } server
            ? JudgeFip(fromFile, site.NetEnv, server, fips, evidence)
            : Verdict.NotKnown($"no server is called {site.Server}", null, evidence);

    public const string Entry = D041.Id;
    public const string StaleFip = Docfix038.Id;

    public static Verdict Judge(IReadOnlyList<Server> servers, string name, Evidence evidence)
    {
        var named = servers.Where(one => one.Name == name).ToArray();
        return named switch
        {
            [] => Verdict.Break($"no server is called {name} in its project", name, null, evidence),
            [{ Status.Known: ServerStatus.Active }] => Verdict.Keep($"{name} is ACTIVE", evidence),
            [{ Status: { Known: null or ServerStatus.Unknown } word }] => Verdict.NotKnown(
                $"{name} reads \"{word}\", which tells nothing of whether it runs",
                null,
                evidence
            ),
            [var one] => new Verdict.Broken([About(one, evidence)]),
            _ => Verdict.NotKnown(
                $"{named.Length} servers are called {name}: {string.Join(", ", named.Select(one => one.Id))}",
                null,
                evidence
            ),
        };
    }

    // To start it is the cure of one that is shut off, and of no other.
    private static Finding About(Server one, Evidence evidence) =>
        new($"{one.Name} is {one.Status}", one.Name, one.Status.Is(ServerStatus.ShutOff) ? Entry : null, evidence)
        {
            MaySettle =
                one.Status.Known
                    is ServerStatus.Build
                        or ServerStatus.Reboot
                        or ServerStatus.HardReboot
                        or ServerStatus.Rebuild
                        or ServerStatus.Resize
                        or ServerStatus.RevertResize
                        or ServerStatus.Migrating
                        or ServerStatus.Password,
        };

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
                $"{file} on the jumphost has MGMT_FIP={fromFile}, which is "
                    + $"{WhoseIs(fromFile, fips)}"
                    + $"; {server.Name} has {Addresses(server, fips)}",
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
            null,
            (answer, evidence) =>
                answer.Exit == 0
                    ? Verdict.Keep($"ssh to {name} lets us in", evidence)
                    : Verdict.Break(
                        $"ssh to {name} fails (exit {answer.Exit}): {answer.Stderr.Trim()}",
                        name,
                        null,
                        evidence
                    )
        );

    private static Sentence WhoseIs(string address, IReadOnlyList<FloatingIp> fips) =>
        fips.Any(fip => fip.Address == address)
            ? (Sentence)$"another machine's floating IP"
            : $"no floating IP of the project";
}
