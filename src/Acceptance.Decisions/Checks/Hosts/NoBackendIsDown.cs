using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// HAProxy's own verdict on every unit that runs one (D-045): every server UP, by column and not by grep, so that
/// "DOWN 1/2", "MAINT", "NOLB" and a silent socket are seen (FACTS 0.3; captures host-tools: a dead socket reads as
/// "no DOWN").
/// </summary>
public static class NoBackendIsDown
{
    public static Check Check { get; } =
        new()
        {
            Id = "backends-up",
            Promise = "no backend is down by HAProxy's own verdict",
            Rung = "haproxy",
            Gates = true,
            Needs = [SiteNeed.Juju],
            Facts = [UnitFacts.HaProxyStat],
            Judgement = sheet => sheet.Judge(UnitFacts.HaProxyStat, Judge),
        };

    public const string Entry = D045.Id;

    // What a TLS port of Apache or nginx says to a question in plain.
    private const string BadRequest = "400";

    public static Verdict Judge(UnitAnswers units, Evidence evidence)
    {
        var with = units
            .Heard.Where(answer => answer.Stdout.Trim() != CommandCatalogue.NoHaProxy)
            .Select(answer => (Answer: answer, Rows: HaProxyRow.Parse(answer.Stdout)))
            .ToArray();
        Finding[] findings = [.. with.SelectMany(one => About(one.Answer, one.Rows, evidence))];
        if (with.Length == 0 && units.Silent.Count == 0 && units.Heard.Count() == units.Answers.Count)
            return Verdict.NotKnown($"no unit runs an haproxy", null, evidence);
        var blind = with.Where(one => one.Rows?.All(row => !IsServer(row)) == true)
            .Select(one => one.Answer.Unit)
            .ToArray();
        if (findings.Length == 0 && blind.Length > 0)
            return Verdict.NotKnown($"haproxy on {string.Join(", ", blind)} lists no server", null, evidence);
        return units.Conclude(
            findings,
            () =>
                $"{with.Length} {(with.Length == 1 ? "haproxy says" : "haproxies say")} that every server is up"
                + $"{Unchecked(with.Sum(one => one.Rows?.Count(row => row.Status.Is(HaProxyStatus.NoCheck)) ?? 0))}",
            evidence
        );
    }

    private static IEnumerable<Finding> About(UnitAnswer answer, IReadOnlyList<HaProxyRow>? rows, Evidence evidence)
    {
        if (rows is null)
        {
            yield return new Finding(
                $"haproxy on {answer.Unit} does not answer at its admin socket: {FirstLine(answer)}",
                answer.Unit,
                null,
                evidence
            );
            yield break;
        }

        // A server that is still rising or has never been checked is not up yet: a sweep straight after a reload must
        // not be green.
        foreach (var row in rows.Where(row => IsServer(row) && !IsUp(row)))
            yield return new Finding(
                $"haproxy on {answer.Unit}: {row.Proxy}/{row.Server} is {row.Status}{CheckStatus(row)}",
                answer.Unit,
                MetAnotherProtocol(row) ? Entry : null,
                evidence
            )
            {
                MaySettle = row.Status.Known is HaProxyStatus.DownRising or HaProxyStatus.UpFalling,
                PointsAt = UnitOf(row.Server),
            };
        foreach (
            var row in rows.Where(row =>
                row.Type.Is(HaProxyRowType.Backend)
                && !row.Status.Is(HaProxyStatus.Up)
                && rows.All(server =>
                    !IsServer(server) || server.Proxy != row.Proxy || server.Status.Is(HaProxyStatus.Up)
                )
            )
        )
            yield return new Finding(
                $"haproxy on {answer.Unit}: the backend {row.Proxy} is {row.Status} although its servers are up",
                answer.Unit,
                null,
                evidence
            );
    }

    // The charms call a server by its unit, with a hyphen for the slash.
    private static string UnitOf(string server) =>
        server.LastIndexOf('-') is > 0 and var at ? $"{server[..at]}/{server[(at + 1)..]}" : server;

    private static string Unchecked(int servers) =>
        servers switch
        {
            0 => "",
            1 => ", as far as it is checked: 1 server has no check",
            _ => $", as far as they are checked: {servers} servers have no check",
        };

    private static bool IsServer(HaProxyRow row) => row.Type.Is(HaProxyRowType.Server);

    private static bool IsUp(HaProxyRow row) => row.Status.Known is HaProxyStatus.Up or HaProxyStatus.NoCheck;

    // What a check in plain meets at a TLS port (FACTS 10); a port that refuses, or a page that is not there, is
    // another fault, and no reload mends it (cases, near-misses N80, N82, N83).
    private static bool MetAnotherProtocol(HaProxyRow row) =>
        row.Status.Known is HaProxyStatus.Down or HaProxyStatus.DownRising or HaProxyStatus.UpFalling
        && (
            row.CheckStatus.Known
                is HaProxyCheckStatus.Layer6Invalid
                    or HaProxyCheckStatus.Layer7Invalid
                    or HaProxyCheckStatus.SocketError
            || (row.CheckStatus.Is(HaProxyCheckStatus.Layer7Status) && row.CheckCode == BadRequest)
        );

    private static string CheckStatus(HaProxyRow row) =>
        row.CheckStatus.Unsaid ? ""
        : row.CheckCode.Length == 0 ? $" ({row.CheckStatus})"
        : $" ({row.CheckStatus}/{row.CheckCode})";

    private static string FirstLine(UnitAnswer answer) =>
        (answer.Complaint + "\n" + answer.Stdout.Trim()).Trim().Split('\n')[0] is { Length: > 0 } line
            ? line
            : $"exit {answer.Exit}, no output";
}
