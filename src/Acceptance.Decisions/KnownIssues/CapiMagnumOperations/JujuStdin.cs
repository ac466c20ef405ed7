using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CapiMagnumOperations;

public static class JujuStdin
{
    public const string Id = "juju-stdin";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "juju ssh </dev/null with an expired login reads like a dead controller",
            Heading = "appendix-A, CAPI/Magnum operations findings",
            Phases = ["phase-07", "phase-08"],
            Rung = "juju",
            Symptom = "cannot get discharge from https://...:17070/auth: EOF, from a juju ssh </dev/null",
            FastConfirm = $"`juju status -m {Model}` in a terminal: it asks for a password, and then answers",
            Cause =
                "the macaroon is stale, juju asks for the password, and </dev/null answers that prompt with EOF; "
                + "the controller is healthy",
            Fix =
            [
                new(
                    $"`juju login` in a terminal (at a calm moment: `juju logout`, `juju login`); "
                        + $"until then stdin from /dev/tty",
                    Observe
                ),
            ],
            DoNots = ["never restart the controller for it"],
            Proof = "juju ssh </dev/null answers again",
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 1,
                    Words = ["cannot get discharge from", ": EOF"],
                    Lacks = ["the unit answers"],
                },
                Avoided = new() { Exit = 0, Words = ["You are now logged into", "the unit answers"] },
                Rule = new(["juju"], $"none logs in by itself", call => call.Arguments.Contains("login")),
            },
            NearMisses =
            [
                new(
                    "juju ssh ends with EOF",
                    "the login expired: with /dev/null as input nobody can answer its question",
                    "`juju whoami`: it asks for a password, or answers",
                    "restart the controller: log in again",
                    "appendix-A"
                ),
            ],
        };
}
