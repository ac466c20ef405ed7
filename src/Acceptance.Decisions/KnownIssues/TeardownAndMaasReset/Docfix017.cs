using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.TeardownAndMaasReset;

public static class Docfix017
{
    public const string Id = "DOCFIX-017";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "there is no maas whoami: a selection by owner selects nothing",
            Heading = "appendix-A, Teardown / MAAS reset",
            Phases = ["phase-00"],
            Rung = "machines",
            Symptom =
                "machines are selected by maas <profile> whoami and their owner, and none is found; or by a "
                + "system id that was written down before the last enrolment",
            FastConfirm = $"`maas {MaasProfile} machines read`: the machine is there, with another system_id or owner",
            Cause =
                "the command does not exist, and its empty answer is a filter that nothing passes; a system_id "
                + "is minted anew at each enrolment",
            Fix =
            [
                new(
                    $"resolve each system_id by the hostname, live: `maas {MaasProfile} machines read "
                        + $"hostname={Victim}`",
                    Observe
                ),
            ],
            DoNots = ["never act on a system_id from a document"],
            Proof = "every host of the site is resolved to one machine, and to the expected one",
            Trap = new()
            {
                Bites = new() { Words = ["invalid choice: 'whoami'", "mine: []"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["is resolved, and reads Deployed"],
                    Lacks = ["Not Found"],
                },
                Rule = new(["maas"], $"none asks who it is", call => call.Arguments.Contains("whoami")),
            },
            NearMisses =
            [
                new(
                    "maas whoami is refused",
                    "the subcommand does not exist in this MAAS, whoever is logged in",
                    $"`maas {MaasProfile} users whoami`: the API's own question answers",
                    "take a system id from a document: read machines by their names",
                    "appendix-A"
                ),
            ],
        };
}
