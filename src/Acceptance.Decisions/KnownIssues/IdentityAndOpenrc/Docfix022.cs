using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.IdentityAndOpenrc;

public static class Docfix022
{
    public const string Id = "DOCFIX-022";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "discover the admin project; do not hardcode it",
            Heading = "appendix-A, Identity / openrc",
            Phases = ["phase-03"],
            Rung = "keystone",
            Symptom = "with TLS working, keystone returns HTTP 401",
            SeenBy = [ScopeIsRight.Check],
            FastConfirm = "`openstack token issue` is refused with 401, and a token without a scope is issued",
            Cause =
                "the credential is good, the scope is wrong: the openrc names a project that the user cannot "
                + "scope to",
            Fix =
            [
                new(
                    $"in the openrc set OS_PROJECT_NAME, now {Victim}, to a project that the user may scope to "
                        + $"(`openstack project list` with an unscoped token names them)",
                    Observe
                ),
            ],
            Proof = "Keystone issues a scoped token",
            Faults = ["DOCFIX-022"],
        };
}
