using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class ScopeHygiene
{
    public const string Id = "scope-hygiene";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a scope leaked from one call into the next",
            Heading = "phase-08, scope preambles",
            Phases = ["phase-08"],
            Rung = "jumphost",
            Symptom =
                "a call that should ask one project asks another: an OS_ variable of an earlier openrc " + "reached it",
            SeenBy = [ScopesAreApart.Environment],
            FastConfirm = "`env | grep '^OS_' | cut -d= -f1`: nothing must be shown",
            Cause =
                "OS_ variables of an earlier openrc are still exported, or a token was asked for another " + "project",
            Fix =
            [
                new(
                    "unset every OS_ variable that `env | grep OS_` shows, then source the openrc that is meant, "
                        + "in a shell of its own",
                    Observe
                ),
            ],
            Proof = "programs inherit no OS_ variable, each token is for the project that was asked",
            NearMisses =
            [
                new(
                    "a call asks another project",
                    "the openrc itself names it: DOCFIX-022",
                    "`env | grep '^OS_' | cut -d= -f1`: nothing is exported before the openrc is read",
                    "edit the openrc because a shell was not clean",
                    "phase-08"
                ),
            ],
        };
}
