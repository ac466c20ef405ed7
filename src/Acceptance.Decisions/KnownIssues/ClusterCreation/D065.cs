using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterCreation;

public static class D065
{
    public const string Id = "D-065";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the policy refuses every trust",
            Heading = "phase-07, Magnum (as the operator's later pages have it)",
            Phases = ["phase-07"],
            Rung = "magnum",
            Symptom = "403 on create_trust for every caller, admin too, even trustor == self",
            SeenBy = [TrustPolicyIsRight.Check, TrustsCanBeMade.Trial],
            Spares = [("D-065", TrustsCanBeMade.Trial)],
            FastConfirm =
                $"`juju ssh {Unit} 'sudo grep -r identity:create_trust /etc/keystone'`: the rule that holds reads "
                + $"%(trust.trustor_user_id)s, without target",
            Cause =
                "the base policy's template trust.trustor_user_id never resolves on Caracal, so that nobody is the "
                + "trustor of his own trust",
            Consequences = [.. Follows.ClusterIsNotMade("Magnum gives another reason than a trust")],
            Fix =
            [
                new(
                    $"a policyd override of Keystone's: `DIR=$(mktemp -d) && printf '%s\\n' "
                        + $"'\"identity:create_trust\": \"user_id:%(target.trust.trustor_user_id)s\"' "
                        + $"> \"$DIR/trust.yaml\" && (cd \"$DIR\" && zip policyd.zip trust.yaml) "
                        + $"&& juju attach-resource -m {Model} keystone policyd-override=\"$DIR/policyd.zip\" "
                        + $"&& juju config -m {Model} keystone use-policyd-override=true`",
                    Mutate
                ),
            ],
            DoNots =
            [
                "an attached override replaces the one before it: put the rules that stand there into the new file",
            ],
            Proof = "Keystone's policy lets users make trusts, and one was made and taken back",
            Faults = ["D-065"],
            NearMisses =
            [
                new(
                    "403: You are not authorized to perform the requested action: identity:create_trust, for admin",
                    "a caller's mistake: only the trustor may make the trust, and admin is no exception",
                    "the body's trustor_user_id beside `openstack token issue -f value -c user_id`: two "
                        + "different ids; equal and still 403 is the entry",
                    "write a policy before the two ids are compared",
                    "N58"
                ),
            ],
        };
}
