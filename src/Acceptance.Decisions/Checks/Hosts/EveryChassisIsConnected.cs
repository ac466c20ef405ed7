using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Hosts;

/// <summary>
/// ovn-controller on every chassis says "connected", as a whole word: "not connected" contains it (FACTS 8.4).
/// </summary>
public static class EveryChassisIsConnected
{
    public static Check Check { get; } =
        new()
        {
            Id = "chassis-connected",
            Promise = "every chassis is connected to its southbound database",
            Rung = "ovn",
            Gates = true,
            Needs = [SiteNeed.Juju],
            Facts = [UnitFacts.ChassisConnections],
            Judgement = sheet => sheet.Judge(UnitFacts.ChassisConnections, Judge),
        };

    public static Verdict Judge(UnitAnswers chassis, Evidence evidence)
    {
        Finding[] findings =
        [
            .. chassis
                .Heard.Where(answer => answer.Exit != 0 || !ConnectionOf(answer).Is(OvnConnection.Connected))
                .Select(answer => new Finding(Says(answer), answer.Unit, Entry(answer), evidence)),
        ];
        return chassis.Conclude(findings, () => $"{chassis.Asked.Count} chassis are connected", evidence);
    }

    // An ovn-controller that does not answer is not running: it says nothing of certificates.
    private static string? Entry(UnitAnswer answer) =>
        answer.Exit == 0 && ConnectionOf(answer).Is(OvnConnection.NotConnected) ? OvnTlsSweep.Id : null;

    private static Sentence Says(UnitAnswer answer) =>
        (answer.Exit == 0 ? answer.Stdout : answer.Complaint).Trim() is { Length: > 0 } said
            ? $"ovn-controller on {answer.Unit} says \"{said}\""
            : (Sentence)$"ovn-controller on {answer.Unit} says nothing";

    private static State<OvnConnection> ConnectionOf(UnitAnswer answer) =>
        State<OvnConnection>.Read(answer.Stdout.Trim());
}
