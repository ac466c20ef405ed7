using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The provider network carries floating IPs (D-057, D-060): all of them dark while the VIPs answer is the network's
/// own fault, and no VIP's and no machine's. It is told by the bridge: br-ex is down where Juju bridged the NIC under
/// the containers. A bridge that reads down alone proves nothing, because one without an address may stay so. Where
/// the bridges are up, the addresses themselves are dark if what is sent to the management VM's is lost on the way.
/// </summary>
public static class FloatingIpsAnswer
{
    public static Check Check { get; } =
        new()
        {
            Id = "floating-ips-answer",
            Promise = "the provider network carries the floating IPs to the outside",
            Rung = "hypervisors",
            Gates = true,
            Needs = [SiteNeed.Juju],
            Facts =
            [
                NetworkFacts.FloatingIpAnswers,
                UnitFacts.ProviderBridges,
                JumphostFacts.Endpoints,
                NetworkFacts.LoginPastIt,
            ],
            Judgement = sheet =>
                sheet.Judge(NetworkFacts.FloatingIpAnswers, (asked, seen) => Judge(asked, seen, sheet)),
        };

    private static Verdict Judge(IReadOnlyList<AddressAnswer> asked, Evidence evidence, FactSheet sheet)
    {
        if (asked.Count == 0)
            return new Verdict.NotAsked($"no floating IP is in use yet");
        AddressAnswer[] answer = [.. asked.Where(one => one.Open.Count > 0)];
        return answer.Length > 0
            ? Verdict.Keep(
                $"{answer.Length} of {asked.Count} floating IPs answer the jumphost "
                    + $"({Sentence.Join(", ", answer.Select(Open))})",
                evidence
            )
            : sheet.Judge(
                UnitFacts.ProviderBridges,
                JumphostFacts.Endpoints,
                (bridges, vips, beside) =>
                    JudgeDark(
                        asked,
                        bridges,
                        vips,
                        sheet.Reading(NetworkFacts.LoginPastIt),
                        Evidence.Joined([evidence, .. beside.All])
                    )
            );
    }

    private static Sentence Open(AddressAnswer one) => $"{one.Address} on {string.Join(" and ", one.Open)}";

    /// <summary>None of them answers: is it the network?</summary>
    /// <param name="login">Whether what is sent past the provider network comes back.</param>
    public static Verdict JudgeDark(
        IReadOnlyList<AddressAnswer> asked,
        UnitAnswers bridges,
        IReadOnlyList<EndpointAnswer> vips,
        Reading<ShellAnswer> login,
        Evidence evidence
    )
    {
        var answering = vips.Count(one => one.Answer is Reading<HttpAnswer>.Seen);
        if (answering == 0)
            return Verdict.NotKnown(
                $"neither a floating IP nor a core VIP answers the jumphost: it is the way there that is dark",
                null,
                evidence
            );
        Finding[] findings = [.. Carrierless(asked, bridges, answering, evidence)];
        if (findings.Length > 0)
            return new Verdict.Broken(findings);
        if (bridges.Silent.Count > 0 || bridges.Heard.Count() < bridges.Answers.Count)
            return Verdict.NotKnown(
                $"{All(asked)} while {answering} core VIPs do, and not every chassis told of its bridge",
                null,
                evidence
            );
        if (login is Reading<ShellAnswer>.Unread { Why: Unreadable.Unreachable or Unreadable.TimedOut } lost)
            return Lost(asked, answering, Evidence.Joined([.. evidence.All, lost.Evidence]));
        return AskedAbove(asked);
    }

    // The bridges are up, and nothing is known to be lost: what lies behind the addresses is asked on the rungs above,
    // each by its own check.
    private static Verdict.NotAsked AskedAbove(IReadOnlyList<AddressAnswer> asked) =>
        new($"{All(asked)}, and every bridge to the provider network is up: who is behind them is asked above");

    private static IEnumerable<Finding> Carrierless(
        IReadOnlyList<AddressAnswer> asked,
        UnitAnswers bridges,
        int vips,
        Evidence evidence
    ) =>
        bridges
            .Heard.Where(IsDown)
            .Select(unit => new Finding(
                $"{All(asked)} while {vips} core VIPs do, and the bridge to the provider network on {unit.Unit} has "
                    + $"no carrier",
                unit.Unit,
                D057.Id,
                evidence
            ));

    // The addresses are the victims: the servers behind them run, by Nova, and the bridges carry, by the kernel.
    private static Verdict.Broken Lost(IReadOnlyList<AddressAnswer> asked, int vips, Evidence evidence) =>
        new([
            .. asked.Select(
                (one, place) =>
                    new Finding(
                        place > 0
                            ? (Sentence)$"{one.Address} likewise"
                            : $"{All(asked)} while {vips} core VIPs do, and every bridge to the provider "
                                + $"network is up: what is sent to {one.Address} is lost",
                        one.Address,
                        FloatingIpsDark.Id,
                        evidence
                    )
            ),
        ]);

    private static Sentence All(IReadOnlyList<AddressAnswer> asked) =>
        asked.Count == 1
            ? (Sentence)$"the only floating IP in use ({asked[0].Address}) does not answer the jumphost"
            : $"none of {asked.Count} floating IPs in use answers the jumphost";

    // "FILE:WORD" a line; a unit without the bridge prints none, and a carrier that cannot be read likewise.
    private static bool IsDown(UnitAnswer unit) =>
        unit
            .Stdout.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.Contains("/operstate:", StringComparison.Ordinal))
            .Select(line => State<LinkState>.Read(line[(line.LastIndexOf(':') + 1)..]))
            .Any(link => link.Known is LinkState.Down or LinkState.LowerLayerDown or LinkState.NotPresent);
}
